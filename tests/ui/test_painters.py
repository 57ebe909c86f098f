import ast
from pathlib import Path

import pytest

import nnviz

SOURCES = sorted(Path(nnviz.__file__).parent.rglob("*.py"))


def unended(source: str) -> list[int]:
    """The lines in which a painter is made that no ``with`` statement ends."""
    tree = ast.parse(source)
    ended = {id(item.context_expr) for node in ast.walk(tree) if isinstance(node, ast.With) for item in node.items}
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("QPainter") and id(node) not in ended
    ]


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("with QPainter(self) as painter:\n    painter.drawPoint(0, 0)", []),
        ("painter = QPainter(self)\npainter.end()", [1]),
        ("size = 3\npainter, px = QtGui.QPainter(self), 2", [2]),
        ("with open('a') as file:\n    paint(QPainter(file))", [2]),
    ],
)
def test_a_painter_outside_a_with_statement_is_found(source, lines):
    assert unended(source) == lines


def test_every_painter_is_ended_whatever_happens_while_it_paints():
    """A painter that an exception leaves on a widget takes the process with it."""
    assert SOURCES
    assert {str(file): lines for file in SOURCES if (lines := unended(file.read_text(encoding="utf-8")))} == {}
