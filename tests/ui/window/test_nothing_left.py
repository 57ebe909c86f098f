"""Whatever is opened beside the window leaves nothing behind when it is closed, however often."""

import gc
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nnviz.resources import resource
from nnviz.ui.app import App
from nnviz.ui.window.main_window import MainWindow
from tests.ui.window.test_main_window import wait_until_idle

Open = Callable[..., App]


def twin(window: MainWindow) -> None:
    window.comparisons.open_twin()


def seeds(window: MainWindow) -> None:
    window.comparisons.open_seeds()


def board(window: MainWindow) -> None:
    window.opening.edit_data()


def table(window: MainWindow) -> None:
    window.opening.open_file(resource("data", "penguins.csv"))


def close(window: MainWindow) -> None:
    window.comparisons.close()
    window.opening.close()


@pytest.mark.parametrize("opens", [twin, seeds, board, table])
def test_a_window_that_is_closed_is_gone(qtbot: QtBot, open_app: Open, opens: Callable[[MainWindow], None]) -> None:
    app = open_app()
    # What is made once is made the first time.
    opens(app.window)
    close(app.window)
    gc.collect()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    before = len(QApplication.allWidgets())
    others = QApplication.topLevelWidgets()
    opens(app.window)
    opened = opened_beside(qtbot, others)
    gone = weakref.ref(opened)
    del opened, others
    wait_until_idle(qtbot, app)
    close(app.window)

    def is_gone() -> bool:
        gc.collect()
        return gone() is None and len(QApplication.allWidgets()) <= before

    qtbot.waitUntil(is_gone, timeout=20_000)


def opened_beside(qtbot: QtBot, others: list[QWidget]) -> QWidget:
    """The one window more, as soon as it is seen: some are in a turn of their own."""

    def opened() -> list[QWidget]:
        return [each for each in QApplication.topLevelWidgets() if each not in others and is_window(each)]

    qtbot.waitUntil(lambda: len(opened()) == 1)
    return opened()[0]


def is_window(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isWindow() and widget.windowTitle() != ""


def test_a_window_of_another_language_is_gone(qtbot: QtBot, open_app: Open) -> None:
    app = open_app()
    gone = weakref.ref(app.window)
    app.speak_next()
    wait_until_idle(qtbot, app)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def is_gone() -> bool:
        gc.collect()
        return gone() is None

    qtbot.waitUntil(is_gone)


def test_a_window_that_is_closed_while_its_panels_are_made_is_gone(qtbot: QtBot, open_app: Open) -> None:
    app = open_app()
    gone = []
    for _ in range(3):
        gone.append(weakref.ref(app.window))
        # The first frame of each has its panels made, turn by turn; the next comes before they all are.
        with qtbot.waitSignal(app.window.frame_painted, timeout=20_000):
            app.window.update()
        app.speak_next()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    wait_until_idle(qtbot, app)

    def are_gone() -> bool:
        gc.collect()
        return all(each() is None for each in gone)

    qtbot.waitUntil(are_gone, timeout=20_000)
