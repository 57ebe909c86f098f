"""Hands are counted on the stage and in the console; the next cue marks what is right beside what the room thought."""

import pytest
from PySide6.QtWidgets import QApplication

from nnviz.lecture.values import Lecture
from tests.ui.window.desk import Desk
from tests.ui.window.lecture.test_backstage import giving, lecture, opened

__all__ = ["giving", "lecture"]


@pytest.fixture
def asked(giving: Desk) -> Desk:
    """What will it learn?"""
    giving.press("PgDown")
    assert giving.window.stage.question.isVisible()
    return giving


def shown(desk: Desk) -> list[str]:
    """The shares that stand beside the answers."""
    return [row.share.text() for row in desk.window.stage.question.answers if row.share.isVisible()]


def test_digits_are_hands_while_a_question_is_asked_and_grains_again_afterwards(asked: Desk) -> None:
    grain = asked.controller.viewing.grain
    assert shown(asked) == []
    for key in ("1", "Down", "2", "0", "Backspace", "Down", "1"):
        asked.press(key)
    assert shown(asked) == ["25\u00a0%", "50\u00a0%", "25\u00a0%"] and asked.controller.viewing.grain == grain
    asked.press("PgDown")
    assert asked.window.lecturing.hands.asked is None
    asked.press("3")
    assert asked.controller.viewing.grain != grain


def test_the_next_cue_marks_what_is_right_beside_what_the_room_thought(asked: Desk) -> None:
    for key in ("3", "Down", "1"):
        asked.press(key)
    outcome = asked.window.stage.head.outcome
    assert not outcome.isVisible()
    asked.press("PgDown")
    asked.until(lambda: outcome.revealed)
    assert outcome.isVisible() and outcome.texts() == ["A 75\u00a0%", "✓ B 25\u00a0%", "C 0\u00a0%"]
    asked.press("PgUp")
    assert not outcome.isVisible() and shown(asked) == ["75\u00a0%", "25\u00a0%", "0\u00a0%"]


def test_without_hands_only_the_right_answer_is_marked(asked: Desk) -> None:
    asked.press("PgDown")
    asked.until(lambda: asked.window.stage.head.outcome.revealed)
    assert asked.window.stage.head.outcome.texts() == ["✓ B"]


def test_the_console_counts_too(giving: Desk, lecture: Lecture) -> None:
    console = opened(giving)
    giving.press("PgDown")
    giving.until(console.answer.hasFocus)
    assert console.answer.rows[0].text().split() == ["▸", "–", "A", "a", "line"]
    for key in ("8", "Down", "2", "4"):
        giving.strike(key, QApplication.focusWidget())
    assert [row.text().split()[:3] for row in console.answer.rows] == [
        ["8", "A", "a"],
        ["▸", "24", "✓"],
        ["0", "C", "nothing"],
    ]
    assert shown(giving) == ["25\u00a0%", "75\u00a0%", "0\u00a0%"]
    giving.press("PgDown")
    assert console.hasFocus() and not console.answer.isVisible()


def test_the_list_of_scenes_is_in_the_console_where_it_is_there(giving: Desk) -> None:
    console = opened(giving)
    giving.press("G")
    giving.until(console.list.hasFocus)
    assert not giving.window.presenting.scenes.isVisible()
    giving.press("Esc")
    assert not console.list.isVisible() and giving.look.presenting
    giving.press("G")
    giving.until(console.list.hasFocus)
    for key in ("2", "Return"):
        giving.press(key)
    assert giving.window.lecturing.script is not None
    assert giving.window.lecturing.script.here.scene.id == "second" and not console.list.isVisible()
