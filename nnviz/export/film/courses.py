"""What a film of a run goes through: places in time, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from nnviz.engine.training.record.phases import phases_of
from nnviz.engine.training.record.steps import Grain, Step, Walk
from nnviz.ui.session.pace import step_milliseconds
from nnviz.view import At, place_of


class Course(Protocol):
    """What a film goes through."""

    @property
    def grain(self) -> Grain:
        """How finely."""

    def places(self, widths: tuple[int, ...], batches: int) -> list[At]:
        """The places in time, in their order.

        Args:
            widths: Of the network, the inputs first.
            batches: Iterations in an epoch.
        """

    def animated(self, at: At, layers: int) -> float:
        """How many seconds the way to a place takes; 0 where one is there at once."""

    def passes(self, at: At) -> bool:
        """Whether a place is shown as what passes by while training, unless the film ends with it."""


@dataclass(frozen=True)
class Updates:
    """Some iterations, step by step.

    Attributes:
        first: Where it begins, counted from 0.
        count: How many.
        grain: How finely.
    """

    first: int
    count: int
    grain: Grain

    def places(self, widths: tuple[int, ...], batches: int) -> list[At]:
        """Every step of every iteration."""
        steps = list(_steps(Walk(widths), self.grain))
        iterations = range(self.first, self.first + self.count)
        return [place_of(iteration, step, len(widths) - 1) for iteration in iterations for step in steps]

    def animated(self, at: At, layers: int) -> float:
        """As long as it takes in the window."""
        kind = next(phase.kind for phase in phases_of(layers) if phase.name == at.phase)
        return step_milliseconds(kind, self.grain) / 1000

    def passes(self, at: At) -> bool:
        """Never: each step is there to be read."""
        return False


@dataclass(frozen=True)
class Epochs:
    """Training, a frame for an epoch.

    Attributes:
        first: The epochs after which it begins; 0 is before the first update.
        last: Those after which it ends.
        every: A frame for so many epochs.
    """

    first: int
    last: int
    every: int = 1
    grain: Grain = Grain.ITERATION

    def places(self, widths: tuple[int, ...], batches: int) -> list[At]:
        """The end of each epoch, the last one in any case."""
        ends = [*range(self.first, self.last, self.every), self.last]
        return [At(iteration=end * batches - 1, phase="update") if end else At() for end in ends]

    def animated(self, at: At, layers: int) -> float:
        """Nothing moves but what has been learned."""
        return 0.0

    def passes(self, at: At) -> bool:
        """Wherever something has been learned."""
        return at.phase == "update"


def _steps(walk: Walk, grain: Grain) -> Iterator[Step]:
    step: Step | None = walk.first(grain)
    while step is not None:
        yield step
        step = walk.after(step, grain)
