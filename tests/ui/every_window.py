"""Every window there is, opened as somebody opens it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nnviz.lecture.files import find, read
from nnviz.resources import resource
from nnviz.ui.app import App
from nnviz.ui.sharing.forms import FORMS
from nnviz.ui.window.lecture.giving import Giving
from nnviz.ui.windows.compare.twin import TwinWindow
from nnviz.ui.windows.data_editor.table_preview import TablePreview

PATIENCE = 20_000
"""Milliseconds: where others work on the same machine it takes its time."""


def windows_beside(app: App, qtbot: QtBot) -> Iterator[tuple[str, QWidget]]:
    """One after the other, each closed before the next."""
    actions = ("edit_data", "seeds", "twin", "keys", *(f"share_{form.id}" for form in FORMS))
    openers: dict[str, Callable[[], object]] = {name: app.window.actions_[name].trigger for name in actions}
    openers["a table"] = lambda: app.window.opening.open_file(resource("data", "penguins.csv"))
    for name, opens in openers.items():
        opens()
        window = opened(app, qtbot)
        if isinstance(window, TwinWindow):
            qtbot.waitUntil(lambda window=window: window.lockstep.idle, timeout=PATIENCE)
        if isinstance(window, TablePreview):
            qtbot.waitUntil(lambda window=window: window.effect is not None, timeout=PATIENCE)
        yield name, window
        window.close()
        qtbot.waitUntil(lambda: not beside(app))


def console(app: App, qtbot: QtBot) -> QWidget:
    """A lecture is given, with its console."""
    app.window.lectures.begin(Giving(reading=read(find("hidden-layers"))))
    lecturing = app.window.lecturing
    qtbot.waitUntil(lambda: lecturing.giving and lecturing.idle, timeout=PATIENCE)
    qtbot.keyClick(app.window, Qt.Key.Key_N)
    return opened(app, qtbot)


def opened(app: App, qtbot: QtBot) -> QWidget:
    """The window that has come."""
    qtbot.waitUntil(lambda: len(beside(app)) == 1, timeout=PATIENCE)
    (window,) = beside(app)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)
    return window


def beside(app: App) -> list[QWidget]:
    """The windows that are open besides the main one."""
    return [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not app.window]
