"""A place in time as a value, which needs no record: where the picture is, and where it can be told to go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from nnviz.engine.errors import PlaceError
from nnviz.engine.names import counted
from nnviz.engine.training.record.phases import phase_index, phases_of
from nnviz.engine.training.record.steps import Step, terms_of, units_of
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
        phases = phases_of(len(widths) - 1)
        index = self.phase if isinstance(self.phase, int) else phase_index(self.phase, len(widths) - 1)
        if not 0 <= index < len(phases):
            raise PlaceError(f"phases count from 0 to {len(phases) - 1}, got {index}")
        if self.unit is None:
            if self.term is not None:
                raise PlaceError("a term is one of a unit: no unit is named")
            return Step(index)
        units = units_of(widths, phases[index])
        if not 0 <= self.unit < len(units):
            raise PlaceError(f"phase {phases[index].name} has {counted(len(units), 'unit')}, got place {self.unit}")
        terms = terms_of(widths, phases[index], units[self.unit][0])
        if self.term is not None and not 0 <= self.term < terms:
            raise PlaceError(f"the unit has {counted(terms, 'term')} there, got place {self.term}")
        return Step(index, self.unit, self.term)
