"""Pointing at what is presented: a light, a pen, a lens, by a key and the mouse; Esc puts one away at a time."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from nnviz.lecture.files import load
from nnviz.ui.stage.glass import STEP, Glass
from nnviz.ui.stage.script import Mark
from nnviz.ui.window.actions.stage import STAGE_ACTIONS
from tests.ui.window.desk import Desk
from tests.ui.window.lecture.test_lecturing import LECTURE


@pytest.fixture
def presented(desk: Desk) -> Desk:
    desk.window.presenting.present(True, whole_screen=False)
    desk.wait()
    return desk


@pytest.fixture
def giving(presented: Desk, tmp_path: Path) -> Desk:
    file = tmp_path / "short.toml"
    file.write_text(LECTURE, encoding="utf-8")
    presented.window.lecturing.begin(load(file))
    presented.wait()
    return presented


def glass(desk: Desk) -> Glass:
    return desk.the(Glass)


def seen(desk: Desk) -> QImage:
    return desk.window.grab().toImage()


def still(desk: Desk) -> QImage:
    """What is seen when all that is made meanwhile, formulas for example, is there."""
    desk.window.complete()
    desk.wait()
    return seen(desk)


def turn(widget: QWidget, at: QPoint, notches: int, modifiers: Qt.KeyboardModifier) -> None:
    """Turn the wheel as the screen tells of it: what one widget leaves goes to the one under it."""
    window = widget.window()
    handle, place = window.windowHandle(), QPointF(widget.mapTo(window, at))
    QTest.wheelEvent(handle, place, QPoint(0, 120 * notches), QPoint(), modifiers)
    QApplication.processEvents()


def stroke(desk: Desk, *points: tuple[int, int]) -> None:
    on = glass(desk)
    QTest.mousePress(on, Qt.MouseButton.LeftButton, pos=QPoint(*points[0]))
    for point in points[1:]:
        QTest.mouseMove(on, QPoint(*point))
    QTest.mouseRelease(on, Qt.MouseButton.LeftButton, pos=QPoint(*points[-1]))


# ---- the light -------------------------------------------------------------------------------------------------------


def test_all_but_what_the_pointer_is_at_is_dimmed(presented: Desk) -> None:
    before = still(presented)
    presented.press("L")
    QTest.mouseMove(glass(presented), QPoint(400, 300))
    lit = seen(presented)
    assert lit.pixelColor(400, 300) == before.pixelColor(400, 300)
    assert lit.pixelColor(1200, 700).lightness() < 0.5 * before.pixelColor(1200, 700).lightness()
    QTest.mouseMove(glass(presented), QPoint(1100, 600))
    assert glass(presented).light.center() == QPointF(1100.0, 600.0)
    presented.press("L")
    assert not glass(presented).isVisible() and still(presented) == before


def test_the_light_is_where_it_was_last_painted(presented: Desk) -> None:
    QCursor.setPos(presented.window.mapToGlobal(QPoint(300, 200)))
    presented.press("L")
    painted = glass(presented).light
    # The pointer is elsewhere before the window is told: what was lit has to be painted anew then.
    QCursor.setPos(presented.window.mapToGlobal(QPoint(900, 500)))
    assert glass(presented).light == painted
    QTest.mouseMove(glass(presented), QPoint(900, 500))
    assert glass(presented).light.center() == QPointF(900.0, 500.0)


def test_keys_and_the_wheel_change_the_light_and_not_the_stage(presented: Desk) -> None:
    presented.press("L")
    wide = glass(presented).light.width()
    presented.press("+")
    assert glass(presented).light.width() == pytest.approx(wide * STEP)
    presented.press("-")
    turn(glass(presented), QPoint(300, 300), -1, Qt.KeyboardModifier.NoModifier)
    assert glass(presented).light.width() == pytest.approx(wide / STEP)
    assert glass(presented).lens.is_plain


def test_with_the_light_on_a_click_goes_on(presented: Desk) -> None:
    presented.press("L")
    before = presented.place
    presented.click(glass(presented), QPoint(200, 200))
    assert presented.place != before and glass(presented).lit


# ---- the pen ---------------------------------------------------------------------------------------------------------


def test_what_is_drawn_stays_with_the_cue(giving: Desk) -> None:
    giving.press("D")
    stroke(giving, (300, 300), (400, 340), (500, 300))
    assert len(glass(giving).ink.strokes) == 1
    drawn = seen(giving).pixelColor(400, 340)
    assert drawn == giving.look.colour("error")
    giving.press("PgDown")
    assert not glass(giving).ink.strokes
    stroke(giving, (200, 200), (210, 210))
    giving.press("PgDown")
    giving.press("PgUp")
    assert len(glass(giving).ink.strokes) == 1
    giving.press("PgUp")
    assert seen(giving).pixelColor(400, 340) == drawn


def test_without_a_lecture_it_stays_with_the_step(presented: Desk) -> None:
    presented.press("D")
    stroke(presented, (300, 300), (400, 340))
    presented.press("PgDown")
    assert not glass(presented).ink.strokes
    presented.press("PgUp")
    assert glass(presented).ink.strokes


def test_a_stroke_is_taken_back_and_all_are_wiped(presented: Desk) -> None:
    presented.press("D")
    for x in (300, 400, 500):
        stroke(presented, (x, 300), (x, 400))
    presented.press("Backspace")
    assert len(glass(presented).ink.strokes) == 2
    presented.press("Delete")
    assert not glass(presented).ink.strokes
    presented.press("Backspace")
    assert glass(presented).drawing


def test_the_pen_draws_and_goes_nowhere_and_put_away_lets_the_pointer_through(presented: Desk) -> None:
    before = presented.place
    presented.press("D")
    stroke(presented, (300, 300), (301, 300))
    assert presented.place == before
    presented.press("Esc")
    assert presented.look.presenting and glass(presented).ink.strokes and glass(presented).isVisible()
    assert presented.window.childAt(300, 300) is presented.diagram


def test_strokes_keep_their_place_in_a_window_of_another_size(presented: Desk) -> None:
    presented.press("D")
    stroke(presented, (640, 400), (660, 400))
    across, down = 650 / glass(presented).width(), 400 / glass(presented).height()
    presented.window.resize(900, 600)
    presented.until(lambda: glass(presented).size() == presented.window.size())
    place = QPoint(round(across * presented.window.width()), round(down * presented.window.height()))
    assert seen(presented).pixelColor(place) == presented.look.colour("error")


def test_in_the_window_nothing_drawn_is_seen_and_presenting_again_it_is(presented: Desk) -> None:
    presented.press("D")
    stroke(presented, (300, 300), (400, 340))
    presented.window.presenting.present(False)
    assert not glass(presented).isVisible()
    presented.window.presenting.present(True, whole_screen=False)
    assert glass(presented).isVisible() and not glass(presented).drawing


# ---- the lens --------------------------------------------------------------------------------------------------------


def test_what_is_pointed_at_is_seen_large_and_dragged_along(presented: Desk) -> None:
    turn(presented.diagram, QPoint(5, 5), 4, Qt.KeyboardModifier.ControlModifier)
    on = glass(presented)
    assert on.isVisible() and on.lens.factor == pytest.approx(STEP**4)
    place = presented.diagram.mapTo(presented.window, QPointF(5.0, 5.0))
    assert on.lens.on_stage(place).toPoint() == place.toPoint()
    corner = on.lens.corner
    stroke(presented, (600, 400), (550, 380), (500, 370))
    assert on.lens.corner.x() == pytest.approx(corner.x() + 100.0 / STEP**4)
    presented.press("0")
    assert not on.isVisible()


def test_what_is_seen_large_is_sharp(presented: Desk) -> None:
    """A letter painted large has edges a pixel wide, and not as wide as it is enlarged."""
    title = presented.window.stage.head.title
    place = title.mapTo(presented.window, QPointF(12.0, title.height() / 2.0))
    presented.window.pointing.glass.enlarge(8, place)
    large = seen(presented)
    grey = [
        sum(60 < large.pixelColor(x, y).lightness() < 200 for x in range(round(place.x()), round(place.x()) + 200))
        for y in range(round(place.y()) - 20, round(place.y()) + 20, 4)
    ]
    dark = sum(large.pixelColor(x, round(place.y())).lightness() < 60 for x in range(1280))
    assert dark > 0 and max(grey) <= 30


def test_what_changes_under_the_lens_is_seen(presented: Desk) -> None:
    presented.press("+")
    before = seen(presented)
    presented.press("PgDown")
    assert not glass(presented).lens.is_plain and seen(presented) != before


def test_a_click_on_what_is_seen_large_goes_on_and_a_drag_does_not(presented: Desk) -> None:
    presented.press("+")
    before = presented.place
    stroke(presented, (600, 400), (550, 380), (500, 370))
    assert presented.place == before
    presented.click(glass(presented), QPoint(200, 200))
    assert presented.place != before


def test_another_scene_is_seen_whole(giving: Desk) -> None:
    giving.press("+")
    giving.press("PgDown")
    assert not glass(giving).lens.is_plain
    giving.press("Shift+PgDown")
    assert glass(giving).lens.is_plain


# ---- clicks and keys -------------------------------------------------------------------------------------------------


def test_a_click_on_the_stage_goes_on_and_one_on_a_unit_picks_it(presented: Desk) -> None:
    before = presented.place
    presented.click(presented.window.stage.foot.sentence)
    after = presented.place
    assert after != before
    presented.click(presented.diagram, QPoint(3, 3))
    assert presented.place != after
    layout = presented.diagram.layout_shown
    assert layout is not None
    there = presented.place
    presented.click(presented.diagram, layout.columns[1].places[0].square.center().toPoint())
    assert presented.place == there and presented.moment.selection is not None


def test_in_the_window_a_click_goes_nowhere(desk: Desk) -> None:
    before = desk.place
    desk.click(desk.diagram, QPoint(3, 3))
    assert desk.place == before


def test_escape_puts_away_one_thing_at_a_time(giving: Desk) -> None:
    window, on = giving.window, glass(giving)
    giving.do("step_epoch", "panel_loss")
    for key in ("+", "L", "D"):
        giving.press(key)
    giving.press("G")
    giving.press(".")
    there = [
        lambda: window.presenting.is_blank,
        lambda: on.drawing,
        lambda: on.lit,
        lambda: not on.lens.is_plain,
        window.presenting.scenes.isVisible,
        lambda: giving.in_front("loss"),
        lambda: window.lecturing.departure.left,
        lambda: giving.look.presenting,
    ]
    for gone in range(len(there)):
        assert [seen() for seen in there] == [False] * gone + [True] * (len(there) - gone)
        giving.press("Esc")
    assert not giving.look.presenting and window.isVisible()


def test_a_clicker_that_alternates_f5_and_escape_throws_nobody_out(giving: Desk) -> None:
    giving.press("PgDown")
    script = giving.window.lecturing.script
    assert script is not None
    here = script.here
    for presenting in (False, True, False, True):
        giving.press("F5")
        giving.press("Esc" if not presenting else "F5")
        assert giving.look.presenting is presenting
        assert giving.window.isVisible() and giving.window.lecturing.giving and script.here is here


def test_panels_of_the_cue_are_not_what_escape_puts_away(presented: Desk, tmp_path: Path) -> None:
    file = tmp_path / "panels.toml"
    file.write_text(LECTURE.replace("panels = []", 'panels = ["data"]', 1), encoding="utf-8")
    presented.window.lecturing.begin(load(file))
    presented.wait()
    assert presented.window.panels.shown() == ["data"]
    presented.do("panel_loss")
    presented.press("Esc")
    assert presented.window.panels.shown() == ["data"] and presented.look.presenting
    presented.press("Esc")
    assert not presented.look.presenting
    presented.press("F5")
    presented.until(lambda: presented.window.panels.shown() == ["data"])


def test_tab_leads_to_a_picture_that_enter_opens_and_elsewhere_does_nothing(giving: Desk, tmp_path: Path) -> None:
    focus = QApplication.focusWidget()
    giving.press("Tab")
    assert QApplication.focusWidget() is focus
    text = (
        LECTURE
        + """
[[scene]]
id = "end"
title = {en = "What we have seen"}
text = {en = "Two scenes."}
[[scene.picture]]
scene = "first"
say = {en = "The first"}
[[scene.picture]]
scene = "second"
say = {en = "The second"}
[[scene.cue]]
say = {en = "That is all."}
"""
    )
    file = tmp_path / "text.toml"
    file.write_text(text, encoding="utf-8")
    giving.window.lecturing.begin(load(file), mark=Mark("end"))
    giving.wait()
    giving.until(lambda: all(button.isVisible() for button in giving.window.stage.page.buttons))
    giving.press("Tab")
    giving.press("Tab")
    giving.press("Enter")
    script = giving.window.lecturing.script
    assert script is not None and script.here.scene.id == "second"


def test_held_down_only_what_changes_a_size_repeats() -> None:
    repeating = {spec.id for spec in STAGE_ACTIONS.rows if spec.repeats}
    assert repeating == {"stage_zoom_in", "stage_zoom_out"}
