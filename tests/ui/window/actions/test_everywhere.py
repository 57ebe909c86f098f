"""The size of type and the theme are changed from whichever window one is in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.every_window import windows_beside
from tests.ui.window.desk import Desk


def test_type_grows_and_shrinks_from_every_window(desk: Desk, qtbot: QtBot) -> None:
    for name, window in windows_beside(desk.app, qtbot):
        if window.isModal():
            # It waits for an answer.
            continue
        before = desk.look.scale
        qtbot.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
        assert desk.look.scale > before, name
        qtbot.keyClick(window, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
        assert abs(desk.look.scale - before) < 1e-9, name
        QApplication.processEvents()


def test_the_next_theme_comes_from_every_window(desk: Desk, qtbot: QtBot) -> None:
    for name, window in windows_beside(desk.app, qtbot):
        if window.isModal():
            continue
        before = desk.look.theme.name
        qtbot.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda before=before: desk.look.theme.name != before)
        assert desk.look.theme.name != before, name
