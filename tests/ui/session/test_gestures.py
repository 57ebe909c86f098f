"""Which changes are one: those of a drag, and those of the same thing shortly after one another."""

import pytest

from nnviz.ui.session import gestures
from nnviz.ui.session.gestures import SAME_GESTURE_SECONDS, Gestures


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    time = [100.0]
    monkeypatch.setattr(gestures, "perf_counter", lambda: time[0])
    return time


def test_changes_of_one_thing_are_one_until_some_time_has_passed(now: list[float]) -> None:
    turns = Gestures()
    first = turns.number_for("w")
    now[0] += 0.9 * SAME_GESTURE_SECONDS
    assert turns.number_for("w") == first
    now[0] += 0.9 * SAME_GESTURE_SECONDS
    assert turns.number_for("w") == first
    now[0] += 1.1 * SAME_GESTURE_SECONDS
    assert turns.number_for("w") != first


def test_another_thing_is_another_change_and_so_is_what_follows_an_end(now: list[float]) -> None:
    turns = Gestures()
    numbers = [turns.number_for("w"), turns.number_for("b"), turns.number_for("w")]
    turns.end()
    assert len({*numbers, turns.number_for("w")}) == 4


def test_however_long_a_drag_takes_it_is_one_change(now: list[float]) -> None:
    drag = Gestures()
    before = drag.number_for("w")
    drag.hold()
    first = drag.number_for("w")
    now[0] += 10 * SAME_GESTURE_SECONDS
    assert drag.number_for("w") == first != before
    assert drag.release() == first
    assert drag.number_for("w") != first


def test_a_drag_that_changed_nothing_is_none() -> None:
    drag = Gestures()
    drag.hold()
    assert drag.release() is None
