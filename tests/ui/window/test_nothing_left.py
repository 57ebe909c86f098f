"""Whatever is opened beside the window leaves nothing behind when it is closed, however often."""

import gc
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nnviz.engine.experiment import Experiment
from nnviz.lecture.files import find, read
from nnviz.resources import resource
from nnviz.ui.app import App
from nnviz.ui.panels.table import PANELS
from nnviz.ui.stage.script import Mark
from nnviz.ui.toolkit.collector import Collector
from nnviz.ui.toolkit.uncaught import Uncaught
from nnviz.ui.window.lecture.giving import Giving
from nnviz.ui.window.main_window import MainWindow
from nnviz.ui.window.preferences.preference_store import PreferenceStore
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


def test_a_twin_that_the_user_closes_is_gone(qtbot: QtBot, open_app: Open) -> None:
    app, others = open_app(), QApplication.topLevelWidgets()
    twin(app.window)
    opened = opened_beside(qtbot, others)
    gone = [weakref.ref(opened), *(weakref.ref(half.link) for half in opened.lockstep.halves)]
    opened.close()
    del opened
    all_go(qtbot, gone)


def closed_app(qtbot: QtBot, application: QApplication, settings: Path) -> list[weakref.ref[QObject]]:
    """Open the application with a network and close it: what it consisted of."""
    app = App(application, PreferenceStore(settings), "light", 0.75)
    app.window.open(Experiment.named("circle"))
    qtbot.waitUntil(lambda: app.link.idle and app.controller.moment is not None)
    app.window.close()
    app.window.deleteLater()
    app.close()
    return [weakref.ref(each) for each in (app.window, app.controller, app.link, app.link._model)]


def test_an_app_that_is_closed_leaves_no_network(qtbot: QtBot, qapp: QApplication, settings: Path) -> None:
    all_go(qtbot, closed_app(qtbot, qapp, settings))


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


def panels(window: MainWindow) -> None:
    for row in PANELS:
        window.panels.toggle(row.id, True)
        window.panels.panel(row.id)


def train(window: MainWindow) -> None:
    window.controller.toggle_training(gather=False)


def lecture(window: MainWindow) -> None:
    window.lectures.begin(Giving(read(find("backprop-by-hand")), Mark(None, 1), windowed=True))


def parts(window: MainWindow) -> list[weakref.ref[QObject]]:
    """The window and everything large in it."""
    rooms = window, window.panels, window.feed, window.lecturing, window.sessions, window.explainer, window.typesetter
    return [weakref.ref(each) for each in (*rooms, *window.findChildren(QWidget))]


def in_its_place(qtbot: QtBot, app: App) -> list[weakref.ref[QObject]]:
    """Let a window of the next language come over the one that is there, in turns; what that one consisted of."""
    first = app.window
    of_first = parts(first)
    app.speak_next()
    qtbot.waitUntil(lambda: app.window is not first and app._turns is not None and app._turns.idle, timeout=20_000)
    return of_first


def all_go(qtbot: QtBot, gone: list[weakref.ref[QObject]]) -> None:
    def are_gone() -> bool:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        return all(each() is None for each in gone)

    qtbot.waitUntil(are_gone, timeout=20_000)


@pytest.mark.parametrize("circumstances", [panels, twin, train, lecture])
def test_in_turns_a_window_of_another_language_is_gone_with_all_its_parts(
    qtbot: QtBot, open_app: Open, circumstances: Callable[[MainWindow], None]
) -> None:
    app = open_app()
    app.change_in_turns()
    circumstances(app.window)
    gone = in_its_place(qtbot, app)
    assert len(gone) > 200
    all_go(qtbot, gone)
    app.controller.clock.pause()


def test_the_collector_finds_a_window_with_all_that_it_has_brought(qtbot: QtBot, open_app: Open) -> None:
    collector = Collector()
    try:
        app = open_app()
        assert gc.get_freeze_count() > 0
        app.window.typesetter.load()
        app.change_in_turns()
        all_go(qtbot, in_its_place(qtbot, app))
    finally:
        collector.close()
        gc.enable()


@pytest.mark.parametrize("opens", [twin, seeds, board])
def test_what_is_opened_beside_a_window_that_is_being_replaced_goes_with_it(
    qtbot: QtBot, open_app: Open, opens: Callable[[MainWindow], None]
) -> None:
    app, others = open_app(), QApplication.topLevelWidgets()
    pieces = app._speak()
    next(pieces)
    opens(app.window)
    gone = [weakref.ref(opened_beside(qtbot, others))]
    for _ in pieces:
        pass
    all_go(qtbot, gone)


@pytest.mark.parametrize("turns", [1, 2, 5])
def test_a_change_of_language_that_is_broken_off_leaves_no_window_but_one(
    qtbot: QtBot, open_app: Open, turns: int
) -> None:
    app = open_app()
    quits = QApplication.quitOnLastWindowClosed()
    first, gone, typesetter = app.window, parts(app.window), app.window.typesetter
    pieces = app._speak()
    for _ in range(turns):
        next(pieces)
    pieces.close()
    assert QApplication.quitOnLastWindowClosed() == quits
    assert app.link._holding is False
    replaced = app.window is not first
    assert replaced == (turns > 1)
    if replaced:
        assert not first.isVisible()
        assert typesetter._closed, "it begins no thread any more"
        del first, typesetter
        all_go(qtbot, gone)


def test_what_goes_wrong_in_a_change_of_language_is_told_in_the_next_window(
    qtbot: QtBot, open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_app()
    quits = QApplication.quitOnLastWindowClosed()

    def fail(*_: object) -> None:
        raise ZeroDivisionError("on purpose")

    monkeypatch.setattr(MainWindow, "show_view", fail)
    app.change_in_turns()
    uncaught, told = Uncaught(), list[str]()
    uncaught.happened.connect(told.append)
    try:
        gone = in_its_place(qtbot, app)
    finally:
        uncaught.close()
    assert told == ["ZeroDivisionError: on purpose"]
    assert app.window.isVisible()
    assert QApplication.quitOnLastWindowClosed() == quits
    all_go(qtbot, gone)
