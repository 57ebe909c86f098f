"""Checkpoints of a run: enough to go back to any iteration exactly, at a bounded memory cost."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nnviz.engine.types import Array

MOST_CHECKPOINTS = 128
MOST_BYTES = 32_000_000
FIRST_STRIDE = 64


@dataclass(frozen=True, eq=False)
class Checkpoint:
    """The state of a trainer before an iteration.

    Attributes:
        place: Batches done in the epoch.
        generator: The state of the batch generator before it shuffled this epoch.
    """

    iteration: int
    epoch: int
    place: int
    theta: Array
    state: Array
    rate: float
    generator: Mapping[str, Any]


class Checkpoints:
    """Checkpoints at a stride that doubles when they become too many."""

    def __init__(self, bytes_each: int) -> None:
        self._most = max(4, min(MOST_CHECKPOINTS, MOST_BYTES // max(1, bytes_each)))
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
        del self._kept[max(1, bisect_right(self._kept, iteration, key=lambda kept: kept.iteration)) :]
