"""Where the iterations of a run are on a strip. Pure geometry."""

from __future__ import annotations

import math
from dataclasses import dataclass

FEWEST_ITERATIONS = 10
"""A strip is never for fewer: the first updates of a run are not to jump across it."""


@dataclass(frozen=True)
class RunScale:
    """A strip from the start of a run, ``left`` pixels from the edge, to ``end`` updates, ``width`` pixels further on.

    An iteration takes the stretch from as many updates as were made before it to one more.
    """

    left: float
    width: float
    end: int
    batches_per_epoch: int

    def x_of(self, updates: float) -> float:
        """Where one is after so many updates."""
        return self.left + self.width * min(max(updates / self.end, 0.0), 1.0)

    def iteration_at(self, x: float, known: int) -> int:
        """The iteration at a place, or the nearest one of those that are known."""
        updates = math.floor((x - self.left) / self.width * self.end) if self.width > 0 else 0
        return min(max(updates, 0), max(known - 1, 0))

    @property
    def epochs(self) -> float:
        """How many epochs it is long."""
        return self.end / self.batches_per_epoch


def scale_end(known: int, batches_per_epoch: int, planned: int, is_over: bool) -> int:
    """How many updates a strip has to be long: a round number of epochs, so that it grows seldom.

    Args:
        known: Updates that are known.
        batches_per_epoch: Updates in an epoch.
        planned: Updates that the experiment is set to make.
        is_over: Whether no more are to come.
    """
    least = min(FEWEST_ITERATIONS, planned)
    if is_over:
        return max(known, least)
    epochs = max(1, math.ceil(max(known, least) / batches_per_epoch))
    power = 10 ** int(math.log10(epochs))
    rounded = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= epochs) * batches_per_epoch
    return min(rounded, planned) if known <= planned else rounded
