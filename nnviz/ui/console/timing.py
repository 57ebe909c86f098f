"""How long a lecture has gone on, and how long it was to take up to where one is. No widgets."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from nnviz.lecture.values import Lecture
from nnviz.ui.stage.script import Spot

ON_TIME = 0.5
"""Minutes that one may be off and still be on time."""


def planned(lecture: Lecture, spot: Spot) -> tuple[float, float]:
    """From when to when one was to be at a spot, in minutes; each cue has an equal share of its scene's."""
    before = sum(scene.minutes for scene in lecture.scenes[: spot.number - 1])
    share = spot.scene.minutes / len(spot.scene.cues)
    cue = max(spot.cue, 1)
    return before + share * (cue - 1), before + share * cue


class Timing:
    """A clock that is started with the lecture, can be paused, and knows where in the plan it was started.

    Args:
        now: Tells the time, in seconds.
    """

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._begun_at: float | None = None
        self._passed = 0.0
        self._planned_before = 0.0

    @property
    def begun(self) -> bool:
        """Whether it was ever started."""
        return self._begun_at is not None or self._passed > 0.0

    @property
    def running(self) -> bool:
        """Whether it is running, and not paused."""
        return self._begun_at is not None

    def begin(self, planned_before: float = 0.0) -> None:
        """Start at zero; so many minutes of the plan lie before."""
        self._begun_at, self._passed, self._planned_before = self._now(), 0.0, planned_before

    def pause(self) -> None:
        """Stand still."""
        self._passed, self._begun_at = self.elapsed, None

    def go_on(self) -> None:
        """Run on from where it was paused."""
        if self._begun_at is None:
            self._begun_at = self._now()

    @property
    def elapsed(self) -> float:
        """Seconds since it was started, pauses left out."""
        return self._passed + (self._now() - self._begun_at if self._begun_at is not None else 0.0)

    def whole(self, lecture: Lecture) -> float:
        """Seconds that what is to be given of a lecture was to take."""
        return 60.0 * (lecture.minutes - self._planned_before)

    def behind(self, lecture: Lecture, spot: Spot) -> float:
        """Minutes that one is behind at a spot, less than zero where one is ahead; 0 within its own time."""
        begin, end = planned(lecture, spot)
        now = self.elapsed / 60.0 + self._planned_before
        return now - end if now > end else min(0.0, now - begin)
