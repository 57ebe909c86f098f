"""A lecture as a tour: what is said and asked stands beside the window, and everything in it can be tried."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from nnviz.ui.tour.panel import TourPanel
from tests.ui.window.desk import Desk
from tests.ui.window.lecture.test_lecturing import LECTURE, TEXT, TWIN

BAD = """
[[scene]]
id = "bad"
title = {en = "Bad"}
experiment = "xor5"
[[scene.cue]]
say = {en = "It cannot be shown."}
"""


@pytest.fixture
def tour(desk: Desk, tmp_path: Path) -> Desk:
    file = tmp_path / "short.toml"
    file.write_text(LECTURE + BAD, encoding="utf-8")
    desk.window.opening.open_file(file)
    desk.until(lambda: desk.window.lecturing.giving)
    desk.wait()
    return desk


def panel(desk: Desk) -> TourPanel:
    return desk.the(TourPanel)


def digests(desk: Desk) -> set[tuple[str, int, str]]:
    return {(each["scene"], each["cue"], each["digest"]) for each in desk.window.lecturing.shown}


def test_a_lecture_that_is_opened_is_a_tour(tour: Desk) -> None:
    assert not tour.look.presenting and panel(tour).isVisible()
    assert panel(tour).scene.text() == "Why hidden layers?" and panel(tour).number.text() == "1"
    assert panel(tour).sentence.text() == "Nothing is learned yet."
    assert panel(tour).lecture.text == "A short one"
    assert tour.transport.isVisible() and tour.diagram.mapTo(tour.window, tour.diagram.pos()).x() > panel(tour).width()


def test_a_question_is_answered_by_a_click_with_a_word_on_why(tour: Desk) -> None:
    tour.click(panel(tour).next)
    asked = panel(tour).asked
    assert asked.isVisible() and asked.text.text() == "What will it learn?"
    assert not tour.window.stage.question.isVisible() and not asked.why.isVisible()
    line, ring = asked.answers
    tour.click(line)
    assert (line.mark, ring.mark) == ("wrong", "right") and line.letter.text() == "✗ A"
    assert asked.why.isVisible() and asked.why.text() == "Not quite. three lines make a ring"
    tour.click(ring)
    assert line.mark == "wrong", "the first click counts"
    tour.click(panel(tour).next)
    assert not asked.isVisible() and panel(tour).sentence.text() == "After some training."
    tour.click(panel(tour).back)
    assert not asked.why.isVisible(), "it is asked again"
    tour.click(ring)
    assert asked.why.text() == "Right. three lines make a ring"


def test_every_control_is_live_and_one_key_returns_to_the_script(tour: Desk) -> None:
    tour.press("PgDown")
    tour.press("PgDown")
    there, before = tour.place, digests(tour)
    assert not panel(tour).departed.isVisible()
    for change in (("step",), ("step_epoch",), ("new_weights",)):
        tour.do(*change)
        assert panel(tour).departed.isVisible() and panel(tour).return_button.isVisible()
        tour.press("Backspace")
        assert not panel(tour).departed.isVisible()
        assert tour.place == there and digests(tour) == before
    tour.pick(1, 0, 0)
    tour.do("freeze")
    assert panel(tour).departed.isVisible()
    tour.click(panel(tour).return_button)
    assert tour.record.trainable is None and digests(tour) == before


def test_f5_gives_it_from_here_and_esc_is_the_tour_again(tour: Desk) -> None:
    tour.press("PgDown")
    assert panel(tour).asked.isVisible()
    tour.press("F5")
    assert tour.look.presenting and not panel(tour).isVisible() and tour.window.stage.question.isVisible()
    tour.press("PgDown")
    tour.press("Esc")
    assert not tour.look.presenting and panel(tour).sentence.text() == "After some training."
    assert panel(tour).isVisible() and not tour.window.stage.head.isVisible()
    tour.do("step_epoch")
    tour.press("F5")
    assert tour.record.iteration > 40, "what has been tried can be shown"


def test_what_the_lecture_showed_is_gone_with_it(desk: Desk, tmp_path: Path) -> None:
    before = desk.window.panels.in_front()
    file = tmp_path / "two.toml"
    file.write_text(TWIN + TEXT.replace("second", "two"), encoding="utf-8")
    desk.window.lectures.open(file)
    desk.wait()
    desk.until(lambda: desk.window.lecturing.idle)
    assert desk.window.panels.in_front() != before and desk.window.stage.twin.isVisible()
    desk.click(panel(desk).close_button)
    desk.until(lambda: desk.window.panels.in_front() == before)
    assert not panel(desk).isVisible() and desk.window.diagram.isVisible() and not desk.window.stage.twin.isVisible()
    desk.press("PgDown")
    assert desk.place[1] == "z1" and not desk.window.lecturing.giving


def test_beside_a_text_there_are_no_panels(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "text.toml"
    file.write_text(LECTURE[: LECTURE.index("[[scene]]")] + TEXT.replace('"second"', '"end"'), encoding="utf-8")
    before = desk.window.panels.in_front()
    desk.window.lectures.open(file)
    desk.wait()
    desk.until(lambda: desk.window.stage.page.isVisible())
    assert desk.window.panels.in_front() == () and before
    desk.do("end_lecture")
    desk.until(lambda: desk.window.panels.in_front() == before)


def test_how_the_user_has_it_is_remembered_not_how_the_tour_does(tour: Desk) -> None:
    assert tour.window.panels.in_front() == ()
    tour.window.close()
    assert set(tour.window._store.now.view.panels) >= {"experiment", "loss"}


def test_what_is_wrong_with_a_scene_is_said_and_listed(tour: Desk) -> None:
    fault = 'short.toml: scene bad: experiment: no file and no built-in experiment of that name: "xor5"'
    assert fault.split(": no file")[0] in tour.said()
    scenes = panel(tour).scenes
    texts = [scenes.item(row).text() for row in range(scenes.count())]
    assert texts[:2] == ["1  Why hidden layers?", "2  Another network"] and "⚠  short.toml: scene bad" in texts[2]
    tour.press("PgDown")
    assert not tour.said()
    tour.qtbot.mouseClick(
        scenes.viewport(), Qt.MouseButton.LeftButton, pos=scenes.visualItemRect(scenes.item(2)).center()
    )
    assert "scene bad" in tour.said()
    tour.qtbot.mouseClick(
        scenes.viewport(), Qt.MouseButton.LeftButton, pos=scenes.visualItemRect(scenes.item(1)).center()
    )
    tour.wait()
    assert panel(tour).sentence.text() == "Four points."


def test_a_lecture_that_is_none_is_refused_and_what_is_open_stays(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "none.toml"
    for text in (
        'format = "nnviz-lecture/7"',
        'format = "nnviz-lecture/1"\ntitle = {en = "x"}\nscene = 3',
        LECTURE[:-3],
    ):
        file.write_text(text, encoding="utf-8")
        desk.window.lectures.open(file)
        desk.wait()
        assert desk.said().startswith("none.toml: ") and not desk.window.lecturing.giving
    assert desk.header._title.text == "Circle"
