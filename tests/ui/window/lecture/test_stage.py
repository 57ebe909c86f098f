"""Presenting: the network is the picture, and the keys of a clicker change nothing in it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from nnviz.ui.window.actions.stage import STAGE_ACTIONS
from nnviz.ui.window.keys_dialog import KeysDialog
from tests.ui.window.desk import Desk

STEPS = ["PgDown", "Right", "Space", "Return", "Enter"]
CLICKER = [[*STEPS, "PgUp", "Left"], ["F5"], ["."], ["B"], ["Tab"], ["Esc"]]
"""Keys of it; those in one list leave the stage as it was."""


@pytest.fixture
def presented(desk: Desk) -> Desk:
    desk.press("F5")
    desk.until(desk.window.isFullScreen)
    return desk


def test_the_network_takes_most_of_the_screen_and_its_units_are_larger_than_in_the_window(desk: Desk) -> None:
    desk.window.resize(1920, 1080)
    layout = desk.diagram.layout_shown
    assert layout is not None
    before = layout.columns[1].fit.side
    desk.press("F5")
    desk.window.resize(1920, 1080)
    desk.until(lambda: desk.diagram.width() > 1800)
    layout = desk.diagram.layout_shown
    assert layout is not None
    assert desk.diagram.height() >= 0.6 * desk.window.height()
    assert min(column.fit.side for column in layout.columns[1:]) >= 110 > before


def test_what_only_the_lecturer_needs_is_out_of_the_way(presented: Desk) -> None:
    window = presented.window
    assert window.stage.head.isVisible() and window.stage.foot.isVisible()
    assert not window.formula.isVisible() and not window.transport.isVisible() and not window.header.isVisible()
    presented.press("Esc")
    assert window.formula.isVisible() and window.transport.isVisible() and window.header.isVisible()
    assert not window.stage.head.isVisible() and not window.stage.foot.isVisible()


def test_a_key_goes_one_step_on_and_another_one_back(presented: Desk) -> None:
    before = presented.place
    for key in STEPS:
        presented.press(key)
        assert presented.place != before, key
        presented.press("PgUp" if key == "PgDown" else "Left")
        assert presented.place == before, key


@pytest.mark.parametrize("keys", CLICKER, ids=" ".join)
def test_no_key_of_a_clicker_changes_the_network(presented: Desk, keys: list[str]) -> None:
    presented.do("step_epoch")
    for key in keys:
        presented.controller.stepping.pick_phase(4)
        presented.wait()
        presented.pick(1, 0, 0)
        before = presented.record.theta.tobytes()
        presented.press(key)
        assert presented.undone() == 0, key
        assert presented.record.theta.tobytes() == before, key


@pytest.mark.parametrize("key", [".", "B"])
def test_the_screen_is_black_and_back(presented: Desk, key: str) -> None:
    presented.press(key)
    assert presented.window.presenting.is_blank
    image = presented.window.grab().toImage()
    assert {image.pixelColor(x, y).name() for x in range(0, image.width(), 97) for y in range(0, 700, 97)} == {
        "#000000"
    }
    presented.press(key)
    assert not presented.window.presenting.is_blank


def test_the_next_step_after_a_black_screen_is_where_one_was(presented: Desk) -> None:
    before = presented.place
    presented.press(".")
    presented.press("PgDown")
    assert not presented.window.presenting.is_blank and presented.place == before
    presented.press(".")
    presented.press("PgUp")
    assert not presented.window.presenting.is_blank and presented.place == before


def test_f5_again_throws_nobody_out_and_escape_takes_one_layer(presented: Desk) -> None:
    presented.press("F5")
    assert presented.look.presenting
    presented.do("panel_loss")
    presented.press(".")
    presented.press("Esc")
    assert not presented.window.presenting.is_blank and presented.in_front("loss")
    presented.press("Esc")
    assert not presented.in_front("loss") and presented.look.presenting
    presented.press("Esc")
    assert not presented.look.presenting


def test_afterwards_every_key_means_what_it_did(desk: Desk) -> None:
    before = {action.objectName(): action.shortcuts() for action in desk.window.actions_}
    desk.press("F5")
    assert desk.action("restore_best").shortcuts() == []
    desk.press("Esc")
    assert {action.objectName(): action.shortcuts() for action in desk.window.actions_} == before
    assert not any(action.isEnabled() for action in desk.window.stage_keys.stage)
    desk.press("Space")
    desk.until(lambda: desk.controller.clock.playing)


def test_controls_come_when_the_pointer_moves_and_go_again(presented: Desk) -> None:
    transport, diagram = presented.transport, presented.diagram
    for place in (QPoint(300, 200), QPoint(340, 220)):
        QTest.mouseMove(diagram, place)
    presented.until(transport.isVisible)
    assert transport.geometry().bottom() == presented.window.rect().bottom()
    assert diagram.height() > 0.6 * presented.window.centralWidget().height()
    presented.press("Esc")
    assert transport.isVisible() and not transport.geometry().intersects(diagram.geometry())


def test_every_key_of_presenting_is_in_the_list_of_keys(desk: Desk) -> None:
    desk.window.show_keys()
    dialog = desk.the(KeysDialog)
    titles = {title for title, _ in dialog.listed()}
    assert {spec.title for spec in STAGE_ACTIONS.rows} <= titles
    dialog.close()


def test_held_down_the_next_step_does_not_run_away(presented: Desk) -> None:
    (action,) = (each for each in presented.window.stage_keys.stage if each.objectName() == "stage_next")
    assert not action.autoRepeat()
    assert presented.window.stage_keys.stage["stage_next"].shortcuts()
    assert Qt.Key.Key_PageDown in [shortcut[0].key() for shortcut in action.shortcuts()]


def test_what_the_console_tells_of_a_key_stays_on_one_line(desk: Desk) -> None:
    told = desk.window.stage_keys.told()
    assert told and not any(" " in each for each in told)
