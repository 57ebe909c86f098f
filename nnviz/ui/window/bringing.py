"""Brings a run to a state of a scene: from where it stands if that leads there, else from its beginning."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.lecture.states import Side
from nnviz.ui.session.controller import Controller


@dataclass(frozen=True)
class Standing:
    """What a run was brought to last: going on from there needs no new one.

    Attributes:
        line: The run's line through time at the end of it; another one is there when somebody has left the script.
    """

    side: Side
    run: int
    line: int


class Bringing:
    """One run, and where it was brought to last."""

    def __init__(self, controller: Controller) -> None:
        self.controller = controller
        self._standing: Standing | None = None

    def forget(self) -> None:
        """Wherever it stands, begin anew."""
        self._standing = None

    def set_out(self, side: Side) -> int | None:
        """Let happen what has to. Returns the iteration from where to go on; ``None`` where the run is a new one."""
        controller, known = self.controller, self._known(side)
        start = self._standing.side.iteration if known is not None and self._standing is not None else None
        if known is None:
            controller.load(side.experiment, restores=True)
        for happening in side.happenings[known or 0 :]:
            controller.stepping.visit(happening.iteration, or_end=True)
            controller.editing.let_happen(happening.events)
        return start

    def stand(self, side: Side) -> None:
        """It is there."""
        snapshot, run = self.controller.snapshot, self.controller.run
        if snapshot is not None and run is not None:
            self._standing = Standing(side, run.number, snapshot.timeline.line)

    def _known(self, side: Side) -> int | None:
        """How much of what happens to a run has happened to the one on screen; ``None`` where it is another one."""
        standing, snapshot, run = self._standing, self.controller.snapshot, self.controller.run
        if standing is None or snapshot is None or run is None or not self.controller.idle:
            return None
        as_left = (run.number, snapshot.timeline.line) == (standing.run, standing.line)
        before = standing.side
        if not as_left or before.experiment != side.experiment:
            return None
        count = len(before.happenings)
        # Back within what has happened is a place that the run has been at.
        there = before.iteration <= side.iteration or before.happenings == side.happenings
        return count if there and side.happenings[:count] == before.happenings else None
