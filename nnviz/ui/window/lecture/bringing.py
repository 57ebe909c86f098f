"""Brings a run to a state of a scene, from wherever it stands."""

from __future__ import annotations

from nnviz.lecture.states import Side
from nnviz.ui.session.controller import Controller


class Bringing:
    """One run, and the state that it was brought to last."""

    def __init__(self, controller: Controller) -> None:
        self.controller = controller
        self._standing: Side | None = None

    def forget(self) -> None:
        """Wherever it stands, nothing leads on from there."""
        self._standing = None

    def leads_to(self, side: Side) -> Side | None:
        """Where training that leads to a state begins; ``None`` where it does not lead there from the last one."""
        before = self._standing
        if before is None or before.experiment != side.experiment or before.iteration > side.iteration:
            return None
        known = side.happenings[: len(before.happenings)] == before.happenings
        return side.at(before.iteration) if known else None

    def bring(self, side: Side) -> None:
        """Be there."""
        self.controller.bring(side.experiment, side.happenings, side.iteration)

    def stand(self, side: Side) -> None:
        """It is there."""
        self._standing = side
