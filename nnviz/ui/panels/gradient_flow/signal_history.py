"""How the layers' signals have fared over time: what was seen of it while somebody looked, in columns."""

from __future__ import annotations

from enum import Enum

import numpy as np
import numpy.typing as npt

from nnviz.engine.types import Array, Indices
from nnviz.worker.queries.signal_health import SignalHealth

MOST_COLUMNS = 600
"""Where there are more, neighbours are merged."""


class Measure(Enum):
    """What is told of each layer; the place in the enumeration is that in ``SignalHistory.values``."""

    SIGNAL = 0
    GRADIENT = 1
    RATIO = 2
    SATURATION = 3

    def of(self, health: SignalHealth) -> Array:
        """The measure of every layer, shape (layers,)."""
        return (health.signals, health.gradients, health.ratios, health.saturated)[self.value]


class SignalHistory:
    """Columns in the order of time, each with what was measured in it.

    A column stands for a stretch of updates: the one that was measured, its last one, and those before it that nobody
    measured. Between columns there may be gaps, of which nothing is known.

    Args:
        layers: How many layers there are.

    Attributes:
        first, last: The updates that a column stands for, shape (columns,).
        samples: How many measurements a column is the mean of, shape (columns,).
        values: Shape (columns, measures, layers).
    """

    def __init__(self, layers: int) -> None:
        self.first: Indices = np.zeros(0, dtype=np.int64)
        self.last: Indices = np.zeros(0, dtype=np.int64)
        self.samples: Indices = np.zeros(0, dtype=np.int64)
        self.values: Array = np.zeros((0, len(Measure), layers))

    def __len__(self) -> int:
        return len(self.last)

    def add(self, health: SignalHealth, reach_back: int = 0) -> None:
        """Take in an update that has been measured, unless its column is there and others are in it.

        Args:
            health: What was measured.
            reach_back: For so many updates before it, as far as nothing is known of them, it stands as well.
        """
        at, here = health.iteration, np.stack([measure.of(health) for measure in Measure])
        place = int(np.searchsorted(self.last, at))
        if place < len(self) and self.first[place] <= at:
            if self.samples[place] == 1 and self.last[place] == at:
                self.values[place] = here
            return
        known_until = int(self.last[place - 1]) if place else -1
        self.first = np.insert(self.first, place, max(at - reach_back, known_until + 1))
        self.last = np.insert(self.last, place, at)
        self.samples = np.insert(self.samples, place, 1)
        self.values = np.insert(self.values, place, here, axis=0)
        if len(self) > MOST_COLUMNS:
            self._thin_out()

    def before(self, iteration: int) -> SignalHistory:
        """What is known of the time before an update, for a line that parts there."""
        result = SignalHistory(self.values.shape[2])
        result._take(self, self.last < iteration)
        return result

    def known_until(self, iteration: int) -> int:
        """Of how many updates until this one something is known."""
        shown = self.first <= iteration
        return int(np.sum(np.minimum(self.last[shown], iteration) - self.first[shown] + 1))

    def forget(self, measure: Measure) -> None:
        """Nothing is known of a measure any more."""
        self.values[:, measure.value] = np.nan

    def column_at(self, iterations: npt.ArrayLike) -> Indices:
        """The column that stands for each update; -1 where nothing is known of it."""
        wanted = np.asarray(iterations)
        if not len(self):
            return np.full(wanted.shape, -1)
        place = np.minimum(np.searchsorted(self.last, wanted), len(self) - 1)
        known = (self.first[place] <= wanted) & (wanted <= self.last[place])
        return np.where(known, place, -1)

    def _thin_out(self) -> None:
        """Make two neighbours one; the last column stays as it is. Across a gap, one of the two is dropped."""
        pairs = (len(self) - 1) // 2
        left, right = np.arange(0, 2 * pairs, 2), np.arange(1, 2 * pairs, 2)
        join = self.first[right] == self.last[left] + 1
        weight = np.where(join, self.samples[right] / (self.samples[left] + self.samples[right]), 0.0)
        with np.errstate(all="ignore"):
            merged = self.values[left] + (self.values[right] - self.values[left]) * weight[:, None, None]
        self.values[left] = np.where(join[:, None, None], merged, self.values[left])
        self.last[left] = np.where(join, self.last[right], self.last[left])
        self.samples[left] += np.where(join, self.samples[right], 0)
        kept = np.ones(len(self), dtype=bool)
        kept[right] = False
        self._take(self, kept)

    def _take(self, other: SignalHistory, kept: npt.NDArray[np.bool_]) -> None:
        self.first, self.last = other.first[kept], other.last[kept]
        self.samples, self.values = other.samples[kept], other.values[kept]
