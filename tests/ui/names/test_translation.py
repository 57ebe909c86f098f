"""What pyside6-lupdate cannot read is never translated: each call for the translators has a form that it knows."""

import ast
from pathlib import Path

import pytest

import nnviz.ui

ROOM = Path(nnviz.ui.__file__).parent
HELPER = ROOM / "names" / "translation.py"


def calls(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    in_strings = {id(each) for whole in ast.walk(tree) if isinstance(whole, ast.JoinedStr) for each in ast.walk(whole)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node, id(node) in in_strings


@pytest.mark.parametrize("path", sorted(ROOM.rglob("*.py")), ids=lambda path: str(path.relative_to(ROOM)))
def test_each_text_is_marked_with_its_context_where_it_stands(path):
    if path == HELPER:
        return
    for name, call, in_string in calls(path):
        place = f"{path.name}:{call.lineno}"
        assert name not in ("tr", "_tr", "QCoreApplication.translate"), f"{place}: say translate(context, text)"
        if name in ("translate", "QT_TRANSLATE_NOOP"):
            context = call.args[0]
            assert isinstance(context, ast.Constant) and context.value, f"{place}: the context is a literal"
            assert not in_string, f"{place}: nothing is read inside of an f-string"
        if name == "QT_TRANSLATE_NOOP":
            assert isinstance(call.args[1], ast.Constant), f"{place}: what is marked is a literal"
