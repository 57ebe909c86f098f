"""The console beside the stage: what it says, what its keys do, and what the audience does not see of it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nnviz.lecture.claims import METRICS, _as_it_is
from nnviz.lecture.files import load
from nnviz.lecture.runs import Runs
from nnviz.lecture.states import state_of
from nnviz.lecture.values import Lecture
from nnviz.ui.console.next_block import BESIDE
from nnviz.ui.console.window import Console
from nnviz.ui.look.numbers import short
from tests.ui.window.desk import Desk

LECTURE = """
format = "nnviz-lecture/1"
title = {en = "A short one", zh = "短课"}

[[scene]]
id = "first"
slide = 7
minutes = 4
title = {en = "Why hidden layers?", zh = "为什么需要隐藏层？"}
experiment = "circle"
set = {"data.examples" = 60, "network.hidden" = [3]}
view = {panels = []}
[[scene.cue]]
say = {en = "Nothing is learned yet.", zh = "还没有学习。"}
notes = {en = "Let them look first."}
[[scene.cue]]
say = {en = "After some training.", zh = "训练之后。"}
train = {iterations = 40, seconds = 0}
[scene.ask]
before = 2
text = {en = "What will it learn?", zh = "它会学到什么？"}
answers = [{en = "a line"}, {en = "a ring"}, {en = "nothing"}]
right = 2
why = {en = "three lines make a ring"}
[[scene.claim]]
metric = "train.loss"
is = "<"
bound = 5.0
[[scene.claim]]
metric = "train.loss"
after = 1
is = "<"
bound = 0.0

[[scene]]
id = "second"
title = {en = "Another network", zh = "另一个网络"}
experiment = "xor4"
view = {panels = []}
[[scene.cue]]
say = {en = "Four points.", zh = "四个点。"}
"""


@pytest.fixture
def lecture(tmp_path: Path) -> Lecture:
    file = tmp_path / "short.toml"
    file.write_text(LECTURE, encoding="utf-8")
    return load(file)


@pytest.fixture
def giving(desk: Desk, lecture: Lecture) -> Desk:
    desk.window.lecturing.begin(lecture)
    desk.window.presenting.present(True)
    desk.wait()
    return desk


def opened(desk: Desk) -> Console:
    """The console, beside the stage."""
    desk.press("N")
    desk.until(lambda: desk.opened(Console))
    (console,) = desk.opened(Console)
    desk.until(console.isActiveWindow)
    return console


def test_with_one_screen_the_stage_is_alone_until_the_console_is_asked_for(giving: Desk) -> None:
    assert giving.window.isFullScreen() and not giving.opened(Console)
    console = opened(giving)
    assert not console.isFullScreen()
    giving.strike("N", console)
    assert not console.isVisible() and giving.window.isFullScreen()


def test_it_says_where_one_is_what_comes_and_what_to_say(giving: Desk) -> None:
    console = opened(giving)
    assert console.where.text == "On screen · 7  Why hidden layers? · cue 1 of 2"
    assert console.notes.text() == "Let them look first." and not console.answer.isVisible()
    assert console.next.what.text() == "Next · question" and console.next.sentence.text() == "What will it learn?"
    assert console.next.does.text() == f"A{BESIDE}a line   B{BESIDE}a ring   C{BESIDE}nothing"
    assert console.time.plan.text == "of 6:00" and console.time.behind.text == "on time"
    assert (console.scenes.count(), console.scenes.currentRow()) == (2, 0)
    giving.press("PgDown")
    assert console.where.text.endswith("question before cue 2") and not console.notes.isVisible()
    assert console.answer.rows[1].text().endswith("✓ B  a ring")
    assert console.answer.why.text() == "three lines make a ring"
    assert console.next.what.text() == "Next · cue 2" and console.next.does.text() == "40 updates"
    giving.press("PgDown")
    assert console.next.what.text() == "Next · scene 2 · cue 1" and console.next.sentence.text() == "Four points."
    giving.press("Shift+PgDown")
    assert console.next.sentence.text() == "The end" and console.scenes.currentRow() == 1


def test_claims_are_measured_on_the_networks_of_the_stage(giving: Desk, lecture: Lecture) -> None:
    console = opened(giving)
    giving.until(lambda: "✗" in console.claims.rows[1].text)
    assert console.claims.rows[0].text == "–  training loss < 5, for all 10 seeds"
    giving.press("PgDown")
    giving.press("PgDown")
    giving.until(lambda: "✓" in console.claims.rows[0].text)
    scene = lecture.scenes[0]
    (trainer,) = Runs().bring_to(state_of(scene, 2)).trainers
    measured = METRICS["train.loss"].measure(_as_it_is(trainer), scene.claims[0])
    assert (
        console.claims.rows[0].text
        == f"✓  {short(measured, giving.look.numbers)} · training loss < 5, for all 10 seeds"
    )
    assert console.claims.rows[1].text.startswith("✗")


def test_keys_of_presenting_work_in_it_and_a_click_on_a_scene_goes_there(giving: Desk) -> None:
    console, lecturing = opened(giving), giving.window.lecturing
    assert lecturing.script is not None
    QTest.keyClick(console, Qt.Key.Key_Return)
    giving.wait()
    assert lecturing.script.here.ask is not None
    rect = console.scenes.visualItemRect(console.scenes.item(1))
    giving.click(console.scenes.viewport(), rect.center())
    assert lecturing.script.here.scene.id == "second"
    assert console.look.theme.name == "dark" and giving.look.theme.name == "light"
    giving.strike("Ctrl+T", console)
    assert console.look.theme.name == "projector" and giving.look.theme.name == "light"


def test_it_can_be_closed_by_hand_and_the_stage_goes_on(giving: Desk) -> None:
    console = opened(giving)
    console.close()
    assert giving.look.presenting and giving.window.isVisible()
    giving.window.activateWindow()
    giving.until(giving.window.isActiveWindow)
    assert opened(giving) is console
    giving.strike("Esc", console)
    assert not giving.look.presenting and not console.isVisible()


def test_it_is_closed_with_the_stage(giving: Desk) -> None:
    opened(giving)
    giving.window.close()
    assert not giving.opened(Console)


def test_frozen_the_audience_sees_what_it_saw_and_the_console_what_there_is(giving: Desk) -> None:
    console, window = opened(giving), giving.window
    assert not console.mark.isVisible()
    giving.press("Z")
    seen = window.grab().toImage()
    there = window.presenting.backstage.beneath()
    assert console.mark.isVisible() and "Frozen" in console.mark.text()
    giving.press("PgDown")
    giving.press("PgDown")
    assert giving.record.iteration == 40
    assert window.grab().toImage() == seen and window.presenting.backstage.beneath() != there
    giving.press("Z")
    assert window.grab().toImage() != seen and not console.mark.isVisible()


def test_what_is_frozen_is_what_the_audience_saw(giving: Desk) -> None:
    seen = giving.window.grab().toImage()
    giving.press("Z")
    assert giving.window.grab().toImage() == seen
    giving.window.resize(700, 500)
    assert giving.window.presenting.backstage.still.size() == giving.window.size()


def test_what_is_frozen_or_black_is_seen_again_with_esc(giving: Desk) -> None:
    console = opened(giving)
    for key in ("Z", "."):
        giving.press(key)
    assert "Frozen" in console.mark.text() and "Black" in console.mark.text()
    giving.press("Esc")
    assert "Black" not in console.mark.text() and "Frozen" in console.mark.text()
    giving.press("Esc")
    assert not console.mark.isVisible() and giving.look.presenting


def test_who_leaves_the_script_is_told(giving: Desk) -> None:
    console = opened(giving)
    giving.do("step_epoch")
    assert console.mark.isVisible() and "Off the script" in console.mark.text()
    giving.press("PgDown")
    assert not console.mark.isVisible()


def test_pictures_are_taken_of_what_changes_and_none_while_nobody_sees_them(giving: Desk) -> None:
    console = opened(giving)
    giving.until(lambda: console.picture.taken)
    before = console.picture.taken
    giving.press("PgDown")
    giving.until(lambda: console.picture.taken > before)
    giving.strike("N", console)
    before = console.picture.taken
    giving.press("PgDown")
    giving.window.repaint()
    assert not console.picture._soon.isActive() and console.picture.taken == before


def test_the_time_counts_from_here_where_one_starts_from_here(giving: Desk) -> None:
    timing, script = giving.window.presenting.backstage.timing, giving.window.lecturing.script
    assert script is not None and timing.whole(script.lecture) == 6 * 60
    giving.press("Shift+PgDown")
    giving.press("Esc")
    giving.press("F5")
    assert timing.running and timing.whole(script.lecture) == 6 * 60
    giving.press("Esc")
    giving.press("Shift+F5")
    assert giving.look.presenting and timing.whole(script.lecture) == 2 * 60
    # Again while presenting it does nothing, as F5.
    giving.press("Shift+PgUp")
    giving.press("Shift+F5")
    assert giving.look.presenting and timing.whole(script.lecture) == 2 * 60


def test_without_a_lecture_it_says_what_is_on_screen(desk: Desk) -> None:
    desk.press("F5")
    desk.until(desk.window.isFullScreen)
    console = opened(desk)
    assert console.where.text == "On screen · Circle" and console.next.sentence.text() == "One step on"
    assert not console.scenes.isVisible() and not console.claims.isVisible()
    before = desk.place
    desk.strike("PgDown", console)
    desk.wait()
    assert desk.place != before
