"""What every test of the window starts from: the bundled fonts, a look of its own, and the window itself."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.engine import Experiment
from nnviz.ui.app import App
from nnviz.ui.look.fonts import load_fonts
from nnviz.ui.look.look import Look
from nnviz.ui.session.pace import FULL_SPEED, USUAL_PACE
from nnviz.ui.window.preferences.preference_store import PreferenceStore

NOWHERE = 10_000, 10_000


@pytest.fixture(scope="session")
def fonts(qapp):
    load_fonts()


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """What a test has closed is gone before the next: outside of Qt's own loop nobody deletes what is to be deleted.

    Nor is anything left in the clipboard: without a screen, Qt fails over that at the very end. And the pointer does
    not stay where the next test's window opens under it.
    """
    yield
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()
        QCursor.setPos(*NOWHERE)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def look(fonts):
    return Look()


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    return tmp_path / "preferences.json"


@pytest.fixture
def open_app(qtbot: QtBot, settings: Path) -> Iterator[Callable[..., App]]:
    """Opens the real window with a real model thread, remembered in a file of the test's own."""
    apps: list[App] = []

    def open_app(experiment: str | None = "circle", theme: str = "light") -> App:
        """Left out (``None``), what was open the last time."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        store = PreferenceStore(settings)
        app = App(application, store, theme, 0.75)
        if store.now.pace == USUAL_PACE:
            # Nobody watches.
            app.controller.clock.set_pace(FULL_SPEED)
        app.window.resize(1280, 720)
        app.window.show()
        app.window.activateWindow()
        qtbot.waitUntil(app.window.isActiveWindow)
        if experiment is not None:
            app.window.open(Experiment.named(experiment))
        else:
            app.window.opening.open_last()
        qtbot.waitUntil(lambda: app.link.idle and app.controller.moment is not None)
        # What can be seen of the panels is made after the first frame.
        app.window.panels.complete()
        apps.append(app)
        return app

    yield open_app
    for app in apps:
        app.window.close()
        app.window.deleteLater()
        app.close()
