"""Steps through one iteration at four grains: the whole of it, a phase, a unit, or one term that is being added up.

A step is a place in a record that exists already; going from one to the next computes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from functools import cache

from nnviz.engine.errors import PlaceError, check_counted
from nnviz.engine.training.record.phases import Kind, Phase, phase_index, phases_of
from nnviz.said import said


class Grain(Enum):
    """How finely one steps, from coarse to fine."""

    ITERATION = "iteration"
    PHASE = "phase"
    UNIT = "unit"
    TERM = "term"


@dataclass(frozen=True)
class Step:
    """A place in an iteration.

    Attributes:
        phase: The place in ``phases_of``.
        unit: The place among the phase's units (``units_of``) of the one in play; those before it are done. ``None``
            for all at once.
        term: The place among the terms of its sum of the one that has just been added; ``None`` for all at once.
    """

    phase: int
    unit: int | None = None
    term: int | None = None


def step_at(widths: tuple[int, ...], phase: str | int, unit: int | None = None, term: int | None = None) -> Step:
    """The step at a place that somebody names, in a network of these widths.

    Args:
        widths: Units per layer, the inputs first.
        phase: Its name, such as ``delta2``, or its place among the phases of an iteration.
        unit: Its place among those of the phase; ``None`` for all at once.
        term: Its place in the sum; ``None`` for all at once.

    Raises:
        PlaceError: There is no such phase, unit or term; ``part`` says which.
    """
    walk = Walk(widths)
    if isinstance(phase, str):
        phase = phase_index(phase, len(widths) - 1)
    step = Step(phase, unit, term)
    check_counted(said("Engine", "phases"), phase, walk.last_phase + 1, "phase")
    if unit is not None:
        check_counted(said("Engine", "units of this phase"), unit, len(walk.units(phase)), "unit")
        if term is not None:
            check_counted(said("Engine", "terms of this unit"), term, walk.terms(step), "term")
    elif term is not None:
        raise PlaceError(said("Engine", "a term is one of a unit's, and no unit is named"), part="term")
    return step


def units_of(widths: tuple[int, ...], phase: Phase) -> tuple[tuple[int, int], ...]:
    """The units that a phase goes through one after another, as (layer, unit); layer 0 is the inputs."""
    return _units_of(widths, phase.kind, phase.layer)


@cache
def _units_of(widths: tuple[int, ...], kind: Kind, layer: int) -> tuple[tuple[int, int], ...]:
    last = len(widths) - 1
    if kind is Kind.UPDATE:
        layers = range(1, last + 1)
    elif kind is Kind.LOSS:
        layers = range(last, last + 1)
    else:
        layers = range(layer, layer + 1)
    return tuple((each, unit) for each in layers for unit in range(widths[each]))


def terms_of(widths: tuple[int, ...], phase: Phase, layer: int) -> int:
    """How many terms there are to each unit of a layer in a phase.

    The pre-activation adds up ``w × input`` and then the bias; the error signal of a hidden unit ``w × δ ahead``, and
    then multiplies by the slope; gradient and update go from weight to weight, the bias last. The rest is one step.
    """
    if phase.kind in (Kind.PRE_ACTIVATION, Kind.GRADIENT, Kind.UPDATE):
        return widths[layer - 1] + 1
    if phase.kind is Kind.DELTA and layer < len(widths) - 1:
        return widths[layer + 1] + 1
    return 1


class Walk:
    """The steps of an iteration of a network with these widths, in their order."""

    def __init__(self, widths: tuple[int, ...]) -> None:
        self._widths = widths
        self._phases = phases_of(len(widths) - 1)

    @property
    def last_phase(self) -> int:
        """The place of the update."""
        return len(self._phases) - 1

    def units(self, phase: int) -> tuple[tuple[int, int], ...]:
        """The units of a phase, as (layer, unit)."""
        return units_of(self._widths, self._phases[phase])

    def terms(self, step: Step) -> int:
        """How many terms the unit of a step has."""
        layer, _ = self.units(step.phase)[step.unit or 0]
        return terms_of(self._widths, self._phases[step.phase], layer)

    def first(self, grain: Grain, phase: int = 0) -> Step:
        """The first step of a phase; at the grain of iterations the end of the iteration is the only one."""
        match grain:
            case Grain.ITERATION:
                return Step(self.last_phase)
            case Grain.PHASE:
                return Step(phase)
            case Grain.UNIT:
                return Step(phase, 0)
            case Grain.TERM:
                return Step(phase, 0, 0)

    def last(self, grain: Grain, phase: int | None = None) -> Step:
        """The last step of a phase; of the iteration where none is named."""
        step = Step(self.last_phase if phase is None else phase)
        if grain in (Grain.UNIT, Grain.TERM):
            step = replace(step, unit=len(self.units(step.phase)) - 1)
        if grain is Grain.TERM:
            step = replace(step, term=self.terms(step) - 1)
        return step

    def after(self, step: Step, grain: Grain) -> Step | None:
        """The next step; ``None`` where the iteration ends."""
        if grain is Grain.ITERATION:
            return Step(self.last_phase) if step.phase < self.last_phase else None
        if grain is Grain.TERM and step.unit is not None and step.term is not None and step.term + 1 < self.terms(step):
            return replace(step, term=step.term + 1)
        if grain is not Grain.PHASE and step.unit is not None and step.unit + 1 < len(self.units(step.phase)):
            return Step(step.phase, step.unit + 1, 0 if grain is Grain.TERM else None)
        if step.phase < self.last_phase:
            return self.first(grain, step.phase + 1)
        return None

    def before(self, step: Step, grain: Grain) -> Step | None:
        """The step before; ``None`` where the iteration begins."""
        if grain is Grain.ITERATION:
            return None
        if grain is Grain.TERM and step.term:
            return replace(step, term=step.term - 1)
        if grain is not Grain.PHASE and step.unit:
            earlier = Step(step.phase, step.unit - 1)
            return replace(earlier, term=self.terms(earlier) - 1) if grain is Grain.TERM else earlier
        return self.last(grain, step.phase - 1) if step.phase > 0 else None

    def at_grain(self, step: Step, grain: Grain, unit: int = 0) -> Step:
        """The same place at another grain.

        Coarser, all of the phase is shown; finer, it begins again with a unit (by its place in the phase).
        """
        if grain in (Grain.ITERATION, Grain.PHASE):
            return Step(step.phase)
        unit = step.unit if step.unit is not None else min(unit, len(self.units(step.phase)) - 1)
        if grain is Grain.UNIT:
            return Step(step.phase, unit)
        return Step(step.phase, unit, step.term if step.term is not None else 0)

    def place_of(self, phase: int, layer: int, unit: int) -> int | None:
        """The place of a unit among those of a phase; ``None`` where it has no part in it."""
        units = self.units(phase)
        return units.index((layer, unit)) if (layer, unit) in units else None
