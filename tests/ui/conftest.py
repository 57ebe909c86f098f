"""What every test of the window starts from: the bundled fonts, a look of its own, and the window itself."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.engine import Experiment
from nnviz.ui.app import App
from nnviz.ui.look.fonts import load_fonts
from nnviz.ui.look.look import Look
from nnviz.ui.window.memory import Memory


@pytest.fixture(scope="session")
def fonts(qapp):
    load_fonts()


@pytest.fixture
def look(fonts):
    return Look()


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    return tmp_path / "nnviz.ini"


@pytest.fixture
def open_app(qtbot: QtBot, settings: Path) -> Iterator[Callable[..., App]]:
    """Opens the real window with a real model thread, remembered in a file of the test's own."""
    apps: list[App] = []

    def open_app(experiment: str = "circle", theme: str = "light") -> App:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        memory = Memory(QSettings(str(settings), QSettings.Format.IniFormat))
        app = App(application, memory, theme, 0.75)
        qtbot.addWidget(app.window)
        app.window.resize(1280, 720)
        app.window.show()
        app.window.activateWindow()
        qtbot.waitUntil(app.window.isActiveWindow)
        app.window.open(Experiment.named(experiment))
        qtbot.waitUntil(lambda: app.link.idle and app.controller.moment is not None)
        apps.append(app)
        return app

    yield open_app
    for app in apps:
        app.window.close()
        app.close()
