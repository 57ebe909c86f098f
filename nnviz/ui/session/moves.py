"""Where a step goes, and where in an iteration one lands: functions of values, that ask nobody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from nnviz.engine.training.record.steps import Grain, Step, Walk
from nnviz.ui.session.moment import Moment
from nnviz.ui.session.place import Place
from nnviz.worker.messages import Return, Timeline, Train, Visit

Landing: TypeAlias = Callable[[Walk, Grain], Step]
"""Where in an iteration one is to stand, at a grain; ``Walk.first`` and ``Walk.last`` are two of them."""


@dataclass(frozen=True)
class Trip:
    """A way to another iteration, that the model has to go.

    Attributes:
        landing: Where one is to stand there; ``None`` for the same place as now.
    """

    request: Train | Visit | Return
    landing: Landing | None = None


Move: TypeAlias = Step | Trip | None
"""A step of the iteration that is shown, a trip to another one, or nothing at all."""


def on(moment: Moment, grain: Grain) -> Step | Trip:
    """One step on; after the last one, the next iteration."""
    return moment.walk.after(moment.step, grain) or Trip(Train(iterations=1, go_on=True), Walk.first)


def back(moment: Moment, grain: Grain) -> Move:
    """One step back; before the first one, the end of the iteration before."""
    step = moment.walk.before(moment.step, grain)
    if step is not None:
        return step
    if moment.record.iteration > 0:
        return Trip(Visit(moment.record.iteration - 1), Walk.last)
    # By whole iterations too, one comes back to where the run begins.
    return Step(0) if moment.phase_index > 0 else None


def iteration_back(moment: Moment) -> Move:
    """To the same place in the iteration before."""
    return Trip(Visit(moment.record.iteration - 1)) if moment.record.iteration > 0 else None


def to_phase(moment: Moment, grain: Grain, index: int) -> Step:
    """To the beginning of a phase of this iteration."""
    phase = max(0, min(moment.walk.last_phase, index))
    return Step(phase) if grain is Grain.ITERATION else moment.walk.first(grain, phase)


def to_iteration(moment: Moment, iteration: int, or_end: bool = False) -> Move:
    """To the same place in any iteration; to the end of the run where it ends before, if asked to."""
    return Trip(Visit(max(0, iteration), or_end)) if iteration != moment.record.iteration else None


def to_place(moment: Moment, grain: Grain, place: Place) -> Step | Trip:
    """To a place, as a grain shows it: coarser, with all of the phase; finer, from the first unit or term on.

    Raises:
        PlaceError: The network has no such place.
    """
    step = moment.walk.at_grain(place.step(moment.record.architecture.widths), grain)
    return step if place.iteration == moment.record.iteration else Trip(Visit(place.iteration), lambda *_: step)


def to_line(moment: Moment, timeline: Timeline, line: int) -> Trip | None:
    """To another line of the run, at this iteration or as far as it goes."""
    furthest = next((each.furthest for each in timeline.lines if each.number == line), None)
    return Trip(Return(line, max(0, min(moment.record.iteration, furthest - 1)))) if furthest is not None else None


def updates_to_end_of_epoch(moment: Moment, batches_per_epoch: int) -> int:
    """How many updates lead to the end of this epoch; from there, of the next."""
    return batches_per_epoch - 1 - moment.record.batch or batches_per_epoch


def landed(walk: Walk, grain: Grain, before: Moment | None, landing: Landing | None, training: bool) -> Step:
    """Where one stands in an iteration that has arrived.

    Args:
        walk: Its steps.
        grain: How finely one steps.
        before: What was shown before; ``None`` for nothing of this run.
        landing: Where one was to stand; ``None`` for the same place as before.
        training: Whether training goes on: then it is the end.
    """
    if training:
        return Step(walk.last_phase)
    if landing is not None:
        return landing(walk, grain)
    if before is None:
        return walk.first(grain)
    return walk.last(grain) if before.training else before.step
