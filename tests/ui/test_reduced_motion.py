"""With reduced motion nothing moves: what nnviz moves itself, and what Qt would."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

import nnviz.ui
from nnviz.ui.look.look import QT_EFFECTS

MOVES = ("QVariantAnimation", "QPropertyAnimation", "QTimeLine", "QGraphicsEffect", "setSmoothScroll")
ASKS = {"view.py": "view.py", "passage.py": "plot.py"}
"""Who asks for whoever moves something, beside it."""


@pytest.fixture
def effects():
    """As a desktop has them that likes it; afterwards as they were."""
    all_of_them = (Qt.UIEffect.UI_General, *QT_EFFECTS)
    before = {effect: QApplication.isEffectEnabled(effect) for effect in all_of_them}
    for effect in all_of_them:
        QApplication.setEffectEnabled(effect, True)
    yield
    for effect, enabled in before.items():
        QApplication.setEffectEnabled(effect, enabled)


def test_menus_and_tool_tips_are_there_at_once(open_app, effects):
    app = open_app()
    assert QApplication.isEffectEnabled(Qt.UIEffect.UI_FadeMenu)
    app.look.set_reduced_motion(True)
    assert not any(map(QApplication.isEffectEnabled, QT_EFFECTS))


def test_panels_are_where_they_belong_at_once(open_app):
    app = open_app()
    assert app.window.isAnimated()
    app.window.actions_["reduced_motion"].trigger()
    assert not app.window.isAnimated()
    app.window.actions_["reduced_motion"].trigger()
    assert app.window.isAnimated()


def test_whoever_moves_something_asks_whether_it_may():
    files = Path(nnviz.ui.__file__).parent.rglob("*.py")
    moving = [file for file in files if any(move in file.read_text() for move in MOVES)]
    assert {file.name for file in moving} == set(ASKS)
    assert [file.name for file in moving if "reduced_motion" not in (file.parent / ASKS[file.name]).read_text()] == []
