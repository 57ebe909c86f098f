import ast
from pathlib import Path

import pytest
from PySide6.QtGui import Qt, QTextDocument

import nnviz.ui
from nnviz.ui.look.plain import LONGEST_TIP, plain_name, plain_tip, plain_title, table_tip

HOSTILE = ('<img src="/etc/passwd">', "<b>x</b>", "&amp;", "%1 {0}", "<!-- -->a", "two\nlines", "\u202eright", "🙂")


def read(text: str) -> str:
    """What Qt makes of a tool tip."""
    if not Qt.mightBeRichText(text):
        return text
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()


@pytest.mark.parametrize("text", HOSTILE)
def test_a_tool_tip_shows_a_text_as_it_is(qapp, text):
    assert read(plain_tip(text)) == text


def test_a_table_in_a_tool_tip_has_its_texts_as_they_are(qapp):
    words = read(table_tip("<b>a</b>", [("<i>name", "1 & 2")], "foot")).split()
    assert words == ["<b>a</b>", "<i>name", "1", "&", "2", "foot"]


def test_a_usual_tool_tip_is_left_alone():
    assert plain_tip("a < b, c > d") == "a < b, c > d"


def test_a_tool_tip_is_no_wider_than_it_can_be_shown():
    assert len(plain_tip("x" * 10_000)) == LONGEST_TIP


def test_a_name_has_no_keys_sign_and_a_title_no_sign_of_what_is_not_saved():
    assert plain_name("R&D") == "R&&D"
    assert plain_title("a[*]\nb") == "a[*][*] b"


def shown(tree: ast.AST):
    """What is given to Qt as a tool tip or a title."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr in ("setToolTip", "setWindowTitle"):
                yield node.args[0]
            elif ast.unparse(node.func) == "QToolTip.showText":
                yield node.args[1]


def is_ours(text: ast.expr, tree: ast.AST) -> bool:
    """Whether a text is written in the source, or made plain."""
    match text:
        case ast.Constant():
            return True
        case ast.IfExp():
            return is_ours(text.body, tree) and is_ours(text.orelse, tree)
        case ast.Call():
            name = ast.unparse(text.func).split(".")[-1]
            if name in ("plain_tip", "plain_title", "table_tip", "toolTip"):
                return True
            if name in ("tr", "translate"):
                return all(isinstance(word, ast.Constant) for word in text.args)
            # A method of the same file is what it returns.
            made = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == name]
            given = [node.value for method in made for node in ast.walk(method) if isinstance(node, ast.Return)]
            return bool(given) and all(value is not None and is_ours(value, tree) for value in given)
        case ast.Name():
            values = [
                node.value
                for node in ast.walk(tree)
                if isinstance(node, ast.Assign) and any(ast.unparse(to) == text.id for to in node.targets)
            ]
            return bool(values) and all(not isinstance(value, ast.Name) and is_ours(value, tree) for value in values)
    return False


def test_every_tool_tip_and_title_of_the_window_is_written_there_or_made_plain():
    found = {
        f"{file.name}:{text.lineno}": ast.unparse(text)
        for file in sorted(Path(nnviz.ui.__file__).parent.rglob("*.py"))
        for tree in (ast.parse(file.read_text(encoding="utf-8")),)
        for text in shown(tree)
        if not is_ours(text, tree)
    }
    assert found == {}
