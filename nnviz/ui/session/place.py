"""A place in time as a value, which needs no record: where the picture is, and where it can be told to go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from nnviz.engine.errors import PlaceError
from nnviz.engine.training.record.steps import Step, step_at
from nnviz.ui.session.moment import Moment


@dataclass(frozen=True)
class Place:
    """A step of an iteration of the present line.

    Attributes:
        iteration: Counts from 0.
        phase: The name of a phase, such as ``delta2``, or its place among the phases of an iteration.
        unit: The place of the unit in play among those of the phase; ``None`` for all at once.
        term: The place of the term of its sum that has just been added; ``None`` for all at once.
    """

    iteration: int
    phase: str | int = 0
    unit: int | None = None
    term: int | None = None

    @classmethod
    def of(cls, moment: Moment) -> Self:
        """Where a moment is, with its phase by name."""
        return cls(moment.record.iteration, moment.phase.name, moment.unit, moment.term)

    def step(self, widths: tuple[int, ...]) -> Step:
        """The step that is meant in a network of these widths.

        Raises:
            PlaceError: There is no such iteration, phase, unit or term.
        """
        if self.iteration < 0:
            raise PlaceError(f"iterations count from 0, got {self.iteration}")
        return step_at(widths, self.phase, self.unit, self.term)
