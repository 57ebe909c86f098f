"""Another language is spoken at once, by another window in the place of the first, and everything is where it was."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from nnviz.lecture.files import find, read
from nnviz.ui.app import App
from nnviz.ui.console.window import Console
from nnviz.ui.session.clock import State
from nnviz.ui.stage.script import Mark
from nnviz.ui.window.lecture.giving import Giving
from nnviz.ui.window.main_window import MainWindow


@pytest.fixture
def app(open_app: Callable[..., App]) -> App:
    return open_app()


def settled(qtbot: QtBot, app: App) -> None:
    qtbot.waitUntil(lambda: app.controller.idle and app.controller.moment is not None, timeout=20_000)


def theta(app: App) -> bytes:
    moment = app.controller.moment
    assert moment is not None
    return moment.record.theta.tobytes()


def windows() -> list[MainWindow]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow) and each.isVisible()]


def test_the_key_speaks_the_next_language_and_nothing_else_changes(qtbot: QtBot, app: App) -> None:
    first = app.window
    app.controller.stepping.visit(30)
    settled(qtbot, app)
    view, numbers = first.view(), theta(app)
    qtbot.keyClick(first, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: app.window is not first)
    assert windows() == [app.window]
    assert app.window.actions_["present"].text() == "放映"
    settled(qtbot, app)
    assert app.window.view() == view and theta(app) == numbers
    app.speak_next()
    assert app.window.actions_["present"].text() == "Present"
    settled(qtbot, app)
    assert app.window.view() == view and theta(app) == numbers


def test_a_console_that_the_window_before_was_asked_for_once_more_goes_with_it(qtbot: QtBot, app: App) -> None:
    def consoles() -> list[Console]:
        return [each for each in QApplication.topLevelWidgets() if isinstance(each, Console)]

    settled(qtbot, app)
    first = app.window
    app.speak("zh")
    backstage = first.presenting.backstage
    backstage.open(False)
    backstage.toggle_console()
    assert len(consoles()) == 1
    qtbot.waitUntil(lambda: not isValid(first))
    qtbot.waitUntil(lambda: not consoles())


def test_the_language_is_remembered(qtbot: QtBot, app: App, settings: Path) -> None:
    app.speak("zh")
    app.window.close()
    assert '"language": "zh"' in settings.read_text(encoding="utf-8")


def test_training_goes_on_and_its_curve_is_whole(qtbot: QtBot, app: App) -> None:
    app.controller.toggle_training(gather=False)
    qtbot.waitUntil(lambda: app.controller.snapshot is not None and app.controller.snapshot.history.epochs.size > 0)
    qtbot.waitUntil(lambda: app.controller.moment is not None and app.controller.moment.record.epoch > 5)
    app.speak("zh")
    assert app.controller.state is State.TRAINING
    latest = app.window.feed.latest
    assert latest is not None and latest.history.epochs[0] == 0 and len(latest.history) > 5
    app.controller.clock.pause()
    settled(qtbot, app)


def test_a_lecture_stays_at_its_cue_and_on_the_stage(qtbot: QtBot, app: App) -> None:
    giving = Giving(read(find("backprop-by-hand")), Mark(None, 1), windowed=True)
    app.window.lectures.begin(giving)
    qtbot.waitUntil(lambda: app.window.lecturing.idle)
    app.window.lecturing.go_on()
    qtbot.waitUntil(lambda: app.window.lecturing.idle)
    before = app.window.lecturing.script.here
    app.speak("zh")
    qtbot.waitUntil(lambda: app.window.lecturing.idle)
    assert app.window.lecturing.script.here == before
    assert app.look.presenting and app.window.lecturing.language == "zh"


def test_from_the_stage_of_another_language_the_panels_come_back(qtbot: QtBot, app: App) -> None:
    app.window.resize(1600, 1000)
    panels = app.window.panels.in_front()
    app.window.presenting.present(True)
    app.speak("zh")
    assert app.look.presenting and app.window.panels.shown() == []
    app.window.presenting.present(False)
    qtbot.waitUntil(lambda: set(app.window.panels.in_front()) == set(panels) != set())


def test_in_the_middle_of_a_cue_the_next_window_arrives_there(qtbot: QtBot, app: App) -> None:
    app.window.lectures.begin(Giving(read(find("backprop-by-hand")), Mark(None, 1), windowed=True))
    for _ in range(3):
        app.window.lecturing.go_on()
        app.speak_next()
        # The window of before is gone, and what the model is at has not been answered.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: app.window.lecturing.idle)
    settled(qtbot, app)
    assert windows() == [app.window]


def test_in_turns_the_window_stays_until_the_next_one_is_there_and_hears_nobody(qtbot: QtBot, app: App) -> None:
    app.controller.stepping.visit(30)
    settled(qtbot, app)
    first, view, numbers = app.window, app.window.view(), theta(app)
    handle = first.windowHandle()
    app.change_in_turns()
    app.speak("zh")
    qtbot.waitUntil(lambda: app.window is not first)
    assert windows() == [first]
    QTest.keyClick(handle, Qt.Key.Key_Right)
    QTest.keyClick(handle, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: windows() == [app.window] != [first], timeout=20_000)
    assert app.window.actions_["present"].text() == "放映" and not app.look.presenting
    settled(qtbot, app)
    assert app.window.view() == view and theta(app) == numbers


def test_the_next_window_is_on_screen_a_turn_before_it_hears_of_answers(qtbot: QtBot, app: App) -> None:
    first, pieces = app.window, app._speak()
    while app.window is first or not app.window.isVisible():
        next(pieces)
    assert app.link._holding
    next(pieces, None)
    assert not app.link._holding
    settled(qtbot, app)


def test_what_waits_for_its_turn_in_a_window_that_has_gone_is_forgotten(qtbot: QtBot, app: App) -> None:
    first = app.window
    app.speak("zh")
    with app.link.held():
        # As a lecture does that has been read meanwhile.
        first.show_view(first.view())
        delete(first)
    settled(qtbot, app)


def test_the_next_window_is_made_in_several_turns_of_which_one_breaks_off_half_of_it(qtbot: QtBot, app: App) -> None:
    first = app.window
    pieces = app._make_window()
    turns = 0
    while app.window is first:
        next(pieces, None)
        turns += 1
    assert turns > 2
    second = app.window
    pieces = app._make_window()
    next(pieces)
    assert app.window is second
    pieces.close()
    assert app.window is not second and app.window.view() == second.view(), "all its rooms are there"
    for window in (first, second):
        app._let_go(window, covered=False)
    settled(qtbot, app)


def test_in_turns_a_lecture_stays_at_its_cue_and_on_the_stage(qtbot: QtBot, app: App) -> None:
    app.change_in_turns()
    app.window.lectures.begin(Giving(read(find("backprop-by-hand")), Mark(None, 1), windowed=True))
    qtbot.waitUntil(lambda: app.window.lecturing.idle)
    before, first = app.window.lecturing.script.here, app.window
    app.speak("zh")
    qtbot.waitUntil(lambda: windows() == [app.window] != [first], timeout=20_000)
    qtbot.waitUntil(lambda: app.window.updatesEnabled())
    qtbot.waitUntil(lambda: app.window.lecturing.idle)
    assert app.window.lecturing.script.here == before
    assert app.look.presenting and app.window.lecturing.language == "zh"


def test_in_turns_training_goes_on(qtbot: QtBot, app: App) -> None:
    app.controller.toggle_training(gather=False)
    qtbot.waitUntil(lambda: app.controller.moment is not None and app.controller.moment.record.epoch > 2)
    app.change_in_turns()
    first = app.window
    app.speak("zh")
    qtbot.waitUntil(lambda: windows() == [app.window] != [first], timeout=20_000)
    assert app.controller.state is State.TRAINING
    epoch = app.controller.moment.record.epoch
    qtbot.waitUntil(lambda: app.controller.moment.record.epoch > epoch)


def test_whoever_closes_it_in_between_has_closed_the_next_one_too(qtbot: QtBot, app: App) -> None:
    first = app.window
    app.change_in_turns()
    app.speak("zh")
    qtbot.waitUntil(lambda: app.window is not first)
    first.close()
    qtbot.waitUntil(lambda: app._turns is not None and app._turns.idle, timeout=20_000)
    assert windows() == []


def test_a_tour_does_not_show_the_panels_of_before_it_on_its_way_to_another_language(qtbot: QtBot, app: App) -> None:
    before = app.window.panels.shown()
    app.window.lectures.begin(Giving(read(find("backprop-by-hand")), tour=True))
    qtbot.waitUntil(lambda: app.window.lecturing.giving and app.window.lecturing.idle, timeout=20_000)
    toured = app.window.panels.shown()
    assert set(before) - set(toured)
    app.speak("zh")
    assert app.window.lectures.touring.on and app.window.panels.shown() == toured
    qtbot.waitUntil(lambda: app.window.lecturing.idle, timeout=20_000)
    assert app.window.lectures.touring.on and app.window.panels.shown() == toured
    app.window.lecturing.end()
    qtbot.waitUntil(lambda: app.window.panels.shown() == before)
