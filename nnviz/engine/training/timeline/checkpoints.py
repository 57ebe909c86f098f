"""Checkpoints of a run: enough to go back to any iteration exactly, at a bounded memory cost."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass
from typing import Any

from nnviz.engine.training.timeline.events import Status
from nnviz.engine.types import Array

MOST_CHECKPOINTS = 512
MOST_BYTES = 32_000_000
FIRST_STRIDE = 64
MOST_PUT_AWAY = 96
MOST_BYTES_PUT_AWAY = 2_000_000


@dataclass(frozen=True, eq=False)
class Checkpoint:
    """The state of a trainer before an iteration, and before what was changed there.

    Attributes:
        place: Batches done in the epoch.
        generator: The state of the batch generator before it shuffled this epoch.
        numbers: The optimiser's memory and θ, as ``UpdateRoom.before`` has them.
        powers: As ``UpdateRoom`` has them.
        masks: The state of the generator that dropout draws from; ``None`` without dropout.
    """

    iteration: int
    epoch: int
    place: int
    generator: Mapping[str, Any]
    numbers: Array
    powers: Array
    masks: Mapping[str, Any] | None
    rate: float
    status: Status


class Checkpoints:
    """Checkpoints at a stride that doubles when they become too many."""

    def __init__(self, bytes_each: int) -> None:
        bytes_each = max(1, bytes_each)
        self._most = max(4, min(MOST_CHECKPOINTS, MOST_BYTES // bytes_each))
        self._most_put_away = max(4, min(MOST_PUT_AWAY, MOST_BYTES_PUT_AWAY // bytes_each))
        self._stride = FIRST_STRIDE
        self._kept: list[Checkpoint] = []

    @property
    def next_iteration(self) -> int:
        """When the next checkpoint is due."""
        return self._kept[-1].iteration + self._stride if self._kept else 0

    def add(self, checkpoint: Checkpoint) -> None:
        """Keep a checkpoint; thin out the older ones when there are too many."""
        self._kept.append(checkpoint)
        if len(self._kept) > self._most:
            self._kept = self._kept[::2]
            self._stride *= 2

    def before(self, iteration: int) -> Checkpoint:
        """The latest checkpoint that is not after an iteration."""
        return self._kept[bisect_right(self._kept, iteration, key=lambda kept: kept.iteration) - 1]

    def forget_after(self, iteration: int) -> None:
        """Drop checkpoints of a future that will not be."""
        del self._kept[bisect_right(self._kept, iteration, key=lambda kept: kept.iteration) :]

    def up_to(self, iteration: int) -> Checkpoints:
        """The same, up to an iteration: another collection of checkpoints that both share."""
        other = copy(self)
        other._kept = self._kept[:]
        other.forget_after(iteration)
        return other

    @property
    def kept(self) -> tuple[Checkpoint, ...]:
        """All that are kept, in order."""
        return tuple(self._kept)

    @property
    def stride(self) -> int:
        """How many updates there are from the last one to the next."""
        return self._stride

    def holding(self, kept: Iterable[Checkpoint], stride: int) -> Checkpoints:
        """A collection of these, at this stride, with the same bounds."""
        other = copy(self)
        other._kept, other._stride = list(kept), stride
        return other

    def put_away(self) -> None:
        """Need less room while nothing is asked of them: keep the first and every n-th."""
        every = -(-len(self._kept) // self._most_put_away)
        if every > 1:
            self._kept = self._kept[::every]
            self._stride *= every
