"""A window that was as large as the screen when it was closed stands so again, whatever room there is."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.engine import Experiment
from nnviz.ui.app import App
from nnviz.ui.window.preferences.preference_store import PreferenceStore

Open = Callable[..., App]


@pytest.fixture
def left_large(qtbot: QtBot, open_app: Open, settings: Path) -> Path:
    """The settings of such a window."""
    app = open_app()
    app.window.showMaximized()
    qtbot.waitUntil(lambda: app.window.isMaximized())
    app.window.close()
    assert PreferenceStore(settings).now.layout is not None
    return settings


@pytest.mark.parametrize("size", [(700, 500), (1000, 800)], ids=["no room for panels", "room for them"])
def test_it_is_shown_and_panels_come_together_where_there_is_no_room(
    qtbot: QtBot, qapp: QApplication, left_large: Path, size: tuple[int, int]
) -> None:
    # The real way in, in which nothing waits between showing the window and what comes after.
    store = PreferenceStore(left_large)
    store.take(replace(store.now, scale=1.0))
    app = App(qapp, store, "light", 1.0)
    try:
        assert app.window.windowState() & Qt.WindowState.WindowMaximized
        app.window.show()
        app.window.resize(*size)
        app.window.open(Experiment.named("circle"))
        qtbot.waitUntil(lambda: app.link.idle and app.controller.moment is not None)
        app.window.resize(1600, 1000)
        qtbot.waitUntil(lambda: not app.window.panels.places.are_together)
        assert app.window.panels.in_front() == ("experiment", "loss", "saturation", "explain")
    finally:
        app.window.close()
        app.window.deleteLater()
        app.close()
