"""The clock of a lecture: how long it has gone on, and how far one is ahead or behind."""

import pytest

from nnviz.lecture.values import Cue, Lecture, Scene, Words
from nnviz.ui.console.timing import Timing, planned
from nnviz.ui.console.words import behind_text, clock_text
from nnviz.ui.stage.script import Script


def scene(name: str, minutes: float, cues: int) -> Scene:
    return Scene(id=name, title=Words(en=name), minutes=minutes, text=Words(en="x"), cues=(Cue(),) * cues)


LECTURE = Lecture(
    format="nnviz-lecture/1", title=Words(en="x"), scenes=(scene("one", 4, 2), scene("two", 6, 3), scene("three", 2, 1))
)


class Hand:
    """A clock whose hand is moved."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def test_each_cue_has_its_share_of_the_scenes_before_and_of_its_own() -> None:
    script = Script(LECTURE)
    spans = [planned(LECTURE, script.here)]
    while script.go_on():
        spans.append(planned(LECTURE, script.here))
    assert spans == [(0, 2), (2, 4), (4, 6), (6, 8), (8, 10), (10, 12)]


def test_it_counts_from_its_start_without_the_pauses() -> None:
    hand = Hand()
    timing = Timing(hand)
    assert not timing.begun and timing.elapsed == 0.0
    timing.begin()
    hand.seconds += 30
    timing.pause()
    hand.seconds += 1000
    assert timing.begun and not timing.running and timing.elapsed == 30.0
    timing.go_on()
    timing.go_on()
    hand.seconds += 5
    assert timing.running and timing.elapsed == 35.0
    timing.begin()
    assert timing.elapsed == 0.0


@pytest.mark.parametrize(("minutes", "behind"), [(0.5, 0), (2.5, 0.5), (5, 3)])
def test_who_is_still_at_the_first_cue_falls_behind_when_its_time_is_over(minutes: float, behind: float) -> None:
    hand = Hand()
    timing = Timing(hand)
    timing.begin()
    hand.seconds += 60 * minutes
    assert timing.behind(LECTURE, Script(LECTURE).here) == pytest.approx(behind)


def test_who_begins_in_the_middle_has_the_plan_from_there() -> None:
    hand = Hand()
    timing, script = Timing(hand), Script(LECTURE)
    script.go_to("two", 2)
    timing.begin(planned(LECTURE, script.here)[0])
    assert timing.whole(LECTURE) == 6 * 60
    assert timing.behind(LECTURE, script.here) == 0.0
    script.go_to("three")
    hand.seconds += 60
    assert timing.behind(LECTURE, script.here) == pytest.approx(-3)


def test_times_are_said_in_minutes_and_seconds() -> None:
    assert [clock_text(seconds) for seconds in (0, 61.9, 1900, 5500)] == ["0:00", "1:01", "31:40", "1:31:40"]
    texts = [behind_text(minutes) for minutes in (0, 0.49, -0.49, 0.5, 1.4, -2.5)]
    assert texts == ["on time", "on time", "on time", "1 min behind", "1 min behind", "3 min ahead"]
