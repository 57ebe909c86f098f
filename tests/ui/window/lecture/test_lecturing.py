"""A lecture given in the window: whatever way one comes to a cue, network, place and view are the same to the bit."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap

from nnviz.engine.training.run.evaluation import evaluate
from nnviz.lecture.files import load
from nnviz.lecture.runs import Runs
from nnviz.lecture.states import state_of
from nnviz.lecture.values import Lecture
from nnviz.ui.panels.data.panel import DataPanel
from nnviz.ui.panels.explain.blame_page import BlamePage
from nnviz.ui.panels.explain.panel import ExplainPanel
from nnviz.ui.panels.hidden_space.panel import HiddenSpacePanel
from nnviz.ui.panels.saturation.panel import SaturationPanel
from nnviz.ui.stage.script import Mark, Script
from nnviz.ui.window.lecture.staged_run import RightRun
from tests.ui.window.desk import Desk

LECTURE = """
format = "nnviz-lecture/1"
title = {en = "A short one", zh = "短课"}

[[scene]]
id = "first"
title = {en = "Why hidden layers?", zh = "为什么需要隐藏层？"}
experiment = "circle"
set = {"data.examples" = 60, "network.hidden" = [3]}
view = {panels = []}
[[scene.cue]]
say = {en = "Nothing is learned yet.", zh = "还没有学习。"}
[[scene.cue]]
say = {en = "After some training.", zh = "训练之后。"}
train = {iterations = 40, seconds = 0}
[[scene.cue]]
say = {en = "One unit is off.", zh = "关掉一个单元。"}
more = {en = "it answers nothing"}
set = {"h1[2]" = "off", "training.learning_rate" = 0.5}
train = {iterations = 7, seconds = 0}
view = {at = {phase = "delta1"}, pick = "W1[0,1]"}
[scene.ask]
before = 2
text = {en = "What will it learn?", zh = "它会学到什么？"}
answers = [{en = "a line"}, {en = "a ring"}]
right = 2
why = {en = "three lines make a ring"}

[[scene]]
id = "second"
title = {en = "Another network", zh = "另一个网络"}
experiment = "xor4"
set = {"network.seed" = 77}
view = {panels = []}
[[scene.cue]]
say = {en = "Four points.", zh = "四个点。"}
[[scene.cue]]
say = {en = "It goes on.", zh = "继续。"}
train = {iterations = 12, seconds = 0}
view = {at = {phase = "z1"}}
"""


@pytest.fixture
def lecture(tmp_path: Path) -> Lecture:
    file = tmp_path / "short.toml"
    file.write_text(LECTURE, encoding="utf-8")
    return load(file)


@pytest.fixture
def giving(desk: Desk, lecture: Lecture) -> Desk:
    desk.window.presenting.present(True)
    desk.window.lecturing.begin(lecture)
    desk.wait()
    return desk


def said(desk: Desk) -> str:
    return desk.window.stage.foot.sentence.text()


def as_the_engine_has_it(desk: Desk, lecture: Lecture) -> bool:
    """Whether the network on screen has the parameters of the cue, as a run of its own comes to them."""
    script = desk.window.lecturing.script
    assert script is not None
    state = state_of(script.here.scene, max(script.here.cue, 1))
    (trainer, *_) = Runs().bring_to(state).trainers
    return np.array_equal(trainer.theta(), desk.record.theta) and trainer.iteration == desk.record.iteration


def test_it_begins_with_the_first_cue(giving: Desk, lecture: Lecture) -> None:
    assert said(giving) == "Nothing is learned yet."
    head = giving.window.stage.head
    assert head.title.text == "Why hidden layers?" and head.number.text == "1"
    assert (head.dots.shown, head.dots.count) == (1, 3)
    assert giving.record.architecture.widths == (2, 3, 1)
    assert as_the_engine_has_it(giving, lecture)


def test_a_click_asks_and_the_next_lets_the_network_answer(giving: Desk, lecture: Lecture) -> None:
    question = giving.window.stage.question
    giving.press("PgDown")
    assert question.isVisible() and question.text.text() == "What will it learn?"
    assert [row.text.text() for row in question.answers] == ["a line", "a ring"]
    assert giving.place == (0, "x")
    giving.press("PgDown")
    assert not question.isVisible() and said(giving) == "After some training."
    assert giving.window.stage.foot.softer.text == "three lines make a ring"
    assert giving.record.iteration == 40 and as_the_engine_has_it(giving, lecture)


def test_changes_and_places_are_those_of_the_cue(giving: Desk, lecture: Lecture) -> None:
    for _ in range(3):
        giving.press("PgDown")
    assert said(giving) == "One unit is off." and giving.place == (47, "delta1")
    assert giving.window.view().pick == "W1[0,1]"
    assert not giving.record.layers[0].a[:, 2].any()
    assert as_the_engine_has_it(giving, lecture)


def test_back_is_the_end_of_the_cue_before(giving: Desk, lecture: Lecture) -> None:
    for _ in range(3):
        giving.press("PgDown")
    giving.press("PgUp")
    assert said(giving) == "After some training." and giving.record.iteration == 40
    assert as_the_engine_has_it(giving, lecture)


def test_whoever_has_left_the_script_comes_back_to_it_with_the_next_cue(giving: Desk, lecture: Lecture) -> None:
    giving.press("Shift+PgDown")
    assert said(giving) == "Four points."
    giving.pick(1, 0, 0)
    giving.do("freeze", "step_epoch")
    giving.press("PgDown")
    assert said(giving) == "It goes on." and giving.place == (12, "z1")
    assert as_the_engine_has_it(giving, lecture)
    giving.do("step_epoch")
    giving.press("R")
    assert said(giving) == "Four points." and as_the_engine_has_it(giving, lecture)


def test_what_is_watched_is_cut_short_by_the_next_click(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "slow.toml"
    file.write_text(
        LECTURE.replace("iterations = 40, seconds = 0", "iterations = 400, seconds = 600"), encoding="utf-8"
    )
    lecture = load(file)
    desk.window.lecturing.begin(lecture)
    desk.wait()
    for _ in range(2):
        desk.window.lecturing.go_on()
        desk.wait()
    assert desk.record.iteration < 400
    desk.until(lambda: desk.record.iteration > 0)
    desk.window.lecturing.go_on()
    desk.wait()
    assert said(desk) == "After some training." and desk.record.iteration == 400
    assert as_the_engine_has_it(desk, lecture)


def test_under_a_question_stands_what_was_said_before_it(giving: Desk) -> None:
    for _ in range(2):
        giving.press("PgDown")
    assert said(giving) == "After some training."
    giving.press("PgUp")
    assert giving.window.lecturing.script.here.ask is not None
    assert said(giving) == "Nothing is learned yet."


def test_what_answers_a_question_is_watched_beside_its_panels_and_said_when_it_is_over(
    desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "slow.toml"
    text = LECTURE.replace("view = {panels = []}", 'view = {panels = ["data"], at = {phase = "L"}}', 1)
    file.write_text(text.replace("iterations = 40, seconds = 0", "iterations = 400, seconds = 600"), encoding="utf-8")
    desk.window.lecturing.begin(load(file))
    desk.wait()
    desk.window.lecturing.go_on()
    desk.wait()
    assert desk.window.panels.in_front() == ()
    desk.window.lecturing.go_on()
    desk.until(lambda: desk.record.iteration > 0)
    assert desk.window.lecturing.is_watching and desk.window.panels.in_front() == ("data",)
    assert desk.place[1] == "L"
    # What answers the question is not said before it is seen.
    assert said(desk) == "Nothing is learned yet."
    desk.window.lecturing.go_on()
    desk.wait()
    assert said(desk) == "After some training." and desk.record.iteration == 400


TWIN = """
format = "nnviz-lecture/1"
title = {en = "Two"}
[[scene]]
id = "two"
title = {en = "What depth is worth"}
experiment = "circle"
set = {"data.examples" = 60, "network.hidden" = [3]}
twin = {set = {"network.hidden" = []}}
[[scene.cue]]
say = {en = "Both know nothing."}
[[scene.cue]]
say = {en = "One of them learns it."}
train = {iterations = 50, seconds = 0}
set = {"training.learning_rate" = 0.5}
[[scene.cue]]
say = {en = "Where are the saturated ones?"}
view = {panels = ["saturation"]}
"""


def test_a_twin_has_both_networks_where_the_engine_has_them(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "two.toml"
    file.write_text(TWIN, encoding="utf-8")
    lecture = load(file)
    lecturing, (left, right) = desk.window.lecturing, desk.window.stage.twin.sides
    diagram = desk.window.diagram
    desk.window.presenting.present(True)
    lecturing.begin(lecture)
    for cue in (1, 2, 3, 2, 1, 2):
        script = lecturing.script
        assert script is not None
        while script.here.cue != cue:
            (lecturing.go_on if script.here.cue < cue else lecturing.go_back)()
        desk.until(lambda cue=cue: lecturing.idle and lecturing.shown and lecturing.shown[-1]["cue"] == cue)
        trainers = Runs().bring_to(state_of(lecture.scenes[0], cue)).trainers
        for side, trainer in zip((left, right), trainers, strict=True):
            moment = side.diagram._moment
            assert moment is not None and moment.record.iteration == trainer.iteration
            assert np.array_equal(moment.record.theta, trainer.theta())
    assert (left.name.text, right.name.text) == ("network: 2-3-1", "network: 2-1")
    assert left.isVisible() and right.isVisible() and not diagram.isVisible()
    assert left.figure.text.endswith("%") and "of the training points right" in left.figure_of.text


def test_a_lecture_names_the_sides_and_says_which_points_the_number_is_about(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "two.toml"
    names = 'sides = [{en = "with"}, {en = "without"}]\n'
    text = TWIN.replace('"network.hidden" = []}}', '"network.hidden" = []}, figure = "test"}')
    file.write_text(text.replace("train = {iterations = 50", names + "train = {iterations = 50"), encoding="utf-8")
    lecture = load(file)
    lecturing, sides = desk.window.lecturing, desk.window.stage.twin.sides
    desk.window.presenting.present(True)
    lecturing.begin(lecture, mark=Mark("two", 2))
    desk.until(lambda: lecturing.idle)
    assert [side.name.text for side in sides] == ["with", "without"]
    desk.until(lambda: all(side.figure.text for side in sides))
    for side in sides:
        record = side.diagram._moment.record
        scored = evaluate(record.architecture, record.theta_after, desk.run.examples, "test")
        assert scored is not None and scored.classes is not None
        assert side.figure.text == f"{round(100 * scored.classes.accuracy)}\u00a0%"
        assert side.figure_of.text == "of the new points right"
    lecturing.go_on()
    desk.until(lambda: lecturing.idle)
    assert [side.name.text for side in sides] == ["network: 2-3-1", "network: 2-1"]
    for _ in range(2):
        lecturing.go_back()
        desk.until(lambda: lecturing.idle)
    desk.wait()
    assert [side.figure.text for side in sides] == ["", ""], "nothing has been learned yet"


def test_a_panel_of_a_twins_view_stands_on_both_sides(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "two.toml"
    file.write_text(TWIN, encoding="utf-8")
    lecturing, sides = desk.window.lecturing, desk.window.stage.twin.sides
    desk.window.presenting.present(True)
    lecturing.begin(load(file))
    assert all(isinstance(side.picture, DataPanel) for side in sides)
    for _ in range(2):
        desk.until(lambda: lecturing.idle)
        lecturing.go_on()
    desk.until(lambda: lecturing.idle)
    assert all(isinstance(side.picture, SaturationPanel) for side in sides)
    assert desk.window.panels.shown() == []


def test_in_a_twins_picture_nobody_sees_where_the_keyboard_is(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "two.toml"
    file.write_text(TWIN, encoding="utf-8")
    window, sides = desk.window, desk.window.stage.twin.sides
    window.diagram.setFocus()
    window.presenting.present(True)
    window.lecturing.begin(load(file))
    desk.until(lambda: window.lecturing.idle and all(side.isVisible() for side in sides))
    assert window.focusWidget() is window


def test_what_is_set_for_a_deep_network_fits_the_shallow_one_beside_it(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "two.toml"
    deep = TWIN.replace("[3]", "[3, 3]").replace('["saturation"]', '["hidden_space"], hidden_space = {layer = 2}')
    file.write_text(deep, encoding="utf-8")
    lecturing, (left, right) = desk.window.lecturing, desk.window.stage.twin.sides
    desk.window.presenting.present(True)
    lecturing.begin(load(file), mark=Mark(cue=3))
    desk.until(lambda: lecturing.idle)
    desk.until(lambda: all(isinstance(side.picture, HiddenSpacePanel) for side in (left, right)))
    desk.until(lambda: [side.picture.layer for side in (left, right)] == [2, 0])
    desk.until(lambda: all(side.picture.scores is not None for side in (left, right)))


def test_what_is_picked_is_explained_on_both_sides_of_each_its_own(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "two.toml"
    shown = 'panels = ["explain"], explain = "blame", pick = "h1[2]", at = {phase = "delta1"}'
    text = TWIN.replace('panels = ["saturation"]', shown).replace('"network.hidden" = []', '"network.seed" = 77')
    file.write_text(text, encoding="utf-8")
    lecturing, sides = desk.window.lecturing, desk.window.stage.twin.sides
    desk.window.presenting.present(True)
    lecturing.begin(load(file), mark=Mark("two", 3))
    desk.until(lambda: lecturing.idle)
    pages = [side.picture.page for side in sides if isinstance(side.picture, ExplainPanel)]
    assert len(pages) == 2 and all(isinstance(page, BlamePage) for page in pages)
    desk.until(lambda: all(page.blame is not None for page in pages))
    deltas = [float(side.diagram._moment.record.layers[0].delta[0, 2]) for side in sides]
    assert [page.blame.delta for page in pages] == deltas and deltas[0] != deltas[1]


def test_a_side_that_stops_by_itself_stands_where_it_stopped(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "two.toml"
    stopping = '"training.early_stopping" = {patience = 1}'
    text = TWIN.replace('"network.hidden" = []', stopping).replace("iterations = 50", "epochs = 400")
    file.write_text(text, encoding="utf-8")
    lecture = load(file)
    lecturing, (left, right) = desk.window.lecturing, desk.window.stage.twin.sides
    desk.window.presenting.present(True)
    lecturing.begin(lecture, mark=Mark("two", 2))
    desk.until(lambda: lecturing.idle and lecturing.shown)
    trainers = Runs().bring_to(state_of(lecture.scenes[0], 2)).trainers
    assert trainers[1].finished == "early_stopping" and trainers[1].iteration < trainers[0].iteration
    for side, trainer in zip((left, right), trainers, strict=True):
        record = side.diagram._moment.record
        assert record.iteration == trainer.iteration and np.array_equal(record.theta, trainer.theta())


def test_back_within_a_scene_begins_no_new_run(giving: Desk) -> None:
    giving.press("PgDown")
    giving.press("PgDown")
    number = giving.run.number
    giving.press("PgUp")
    giving.press("PgUp")
    assert giving.place == (0, "x") and giving.run.number == number


def test_closing_ends_the_thread_on_the_right_too(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "two.toml"
    file.write_text(TWIN, encoding="utf-8")
    desk.window.lecturing.begin(load(file))
    desk.until(lambda: desk.window.lecturing.idle)
    (run,) = desk.window.findChildren(RightRun)
    assert run.link.running
    desk.window.close()
    assert not run.link.running


def test_every_cue_that_was_shown_is_told_with_its_digest(giving: Desk) -> None:
    for _ in range(5):
        giving.press("PgDown")
    shown = giving.window.lecturing.shown
    assert [(each["scene"], each["cue"]) for each in shown] == [("first", k) for k in (1, 2, 3)] + [
        ("second", k) for k in (1, 2)
    ]
    assert len({each["digest"] for each in shown}) == 5 and all(each["ms"] > 0 for each in shown)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["PgDown", "PgUp", "Shift+PgDown", "Shift+PgUp", "R"]), min_size=3, max_size=9))
def test_whatever_way_one_comes_to_a_cue_it_is_the_same(giving: Desk, keys: list[str]) -> None:
    for key in keys:
        giving.press(key)
    digests: dict[tuple[str, int], str] = {}
    for each in giving.window.lecturing.shown:
        assert digests.setdefault((each["scene"], each["cue"]), each["digest"]) == each["digest"]


def test_a_lecture_is_not_what_was_open_the_last_time(giving: Desk) -> None:
    giving.window.close()
    assert giving.window._store.last_experiment().title == "Circle"
    assert giving.window._store.last_experiment().network.hidden == (4, 3)


TEXT = """
[[scene]]
id = "end"
title = {en = "Summary", zh = "小结"}
text = {en = "Hidden layers learn features."}
[[scene.picture]]
scene = "second"
say = {en = "Four points again"}
[[scene.cue]]
say = {en = "Which one shall we open again?"}
"""


def test_a_text_opens_a_scene_again_and_its_end_leads_back(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "text.toml"
    file.write_text(LECTURE + TEXT, encoding="utf-8")
    desk.window.presenting.present(True)
    desk.window.lecturing.begin(load(file), mark=Mark("end"))
    desk.wait()
    page = desk.window.stage.page
    assert page.isVisible() and page.text.text() == "Hidden layers learn features."
    assert not desk.diagram.isVisible() and said(desk) == "Which one shall we open again?"
    page.buttons[0].click()
    desk.wait()
    assert said(desk) == "Four points." and desk.diagram.isVisible() and not page.isVisible()
    desk.press("PgDown")
    assert said(desk) == "It goes on."
    desk.press("PgDown")
    assert said(desk) == "Which one shall we open again?" and page.isVisible()


def test_the_number_of_a_picture_opens_its_scene(desk: Desk, tmp_path: Path) -> None:
    picture = QPixmap(64, 36)
    picture.fill(Qt.GlobalColor.red)
    picture.save(str(tmp_path / "seen.png"))
    file = tmp_path / "text.toml"
    text = TEXT.replace('scene = "second"', 'scene = "second"\nfile = "seen.png"')
    file.write_text(LECTURE + text, encoding="utf-8")
    desk.window.presenting.present(True)
    desk.window.lecturing.begin(load(file), mark=Mark("end"))
    desk.wait()
    (tile,) = desk.window.stage.page.buttons
    assert tile.text() == "1   Four points again" and tile.shows_picture
    image = tile.grab().toImage()
    assert image.pixelColor(image.width() // 4, image.height() // 4) == QColor(Qt.GlobalColor.red)
    desk.press("2")
    assert said(desk) == "Which one shall we open again?", "there is no second one"
    desk.press("1")
    desk.wait()
    assert said(desk) == "Four points."


def test_the_list_of_scenes_leads_to_one_by_its_number(giving: Desk) -> None:
    scenes = giving.window.presenting.scenes
    giving.press("G")
    assert scenes.isVisible() and scenes.count() == 2 and scenes.currentRow() == 0
    giving.strike("2", scenes)
    giving.strike("Return", scenes)
    giving.wait()
    assert not scenes.isVisible() and said(giving) == "Four points."
    giving.press("G")
    giving.press("Esc")
    assert not scenes.isVisible() and giving.look.presenting
    assert giving.window.focusWidget() is giving.window


def test_a_script_goes_from_question_to_cue_and_from_scene_to_scene(lecture: Lecture) -> None:
    script = Script(lecture)
    walk = [(script.here.scene.id, script.here.cue, script.here.ask is not None)]
    while script.go_on():
        walk.append((script.here.scene.id, script.here.cue, script.here.ask is not None))
    assert walk == [
        ("first", 1, False),
        ("first", 1, True),
        ("first", 2, False),
        ("first", 3, False),
        ("second", 1, False),
        ("second", 2, False),
    ]
    assert script.previous_scene() and script.here.scene.id == "first" and script.here.cue == 1
    assert not script.previous_scene() and not script.go_back() and script.here.cue == 1
    assert script.go_to("second") and not script.go_to("third") and script.here.scene.id == "second"
