"""How the weights of each layer and its answers are spread, as histograms that can be compared from layer to layer."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nnviz.engine.types import Array, Indices, frozen

BINS = 40


@dataclass(frozen=True, eq=False)
class Histograms:
    """A histogram for each layer, all of them with the same bins.

    Attributes:
        low, high: The range that the bins cut up; each bin has its lower edge, the last one its upper edge too.
        counts: How many numbers fall into each bin, shape (layers, bins).
        means, spreads: The mean of each layer's numbers and their standard deviation, shape (layers,); nan where one
            of them is not finite.
        not_finite: How many numbers of each layer are in no bin, since they are not finite, shape (layers,).
    """

    low: float
    high: float
    counts: Indices
    means: Array
    spreads: Array
    not_finite: Indices

    def edges(self) -> Array:
        """Where bins begin and end, shape (bins + 1,)."""
        return np.linspace(self.low, self.high, self.counts.shape[1] + 1)


def histograms(layers: Sequence[Array], bins: int = BINS) -> Histograms:
    """Histograms over one range: round numbers around all that is finite, zero among it.

    Args:
        layers: The numbers of each layer, of any shape.
        bins: How many bins.
    """
    flat = [np.ravel(numbers) for numbers in layers]
    kept = [numbers[np.isfinite(numbers)] for numbers in flat]
    low, high = _range_around(kept)
    width = high / bins - low / bins
    counts = np.zeros((len(flat), bins), dtype=np.int64)
    means, spreads = np.full(len(flat), np.nan), np.full(len(flat), np.nan)
    for place, (numbers, whole) in enumerate(zip(kept, flat, strict=True)):
        # Divided apart, so that no difference is beyond what numbers can hold.
        bin_of = np.clip((numbers / width - low / width).astype(np.int64), 0, bins - 1)
        counts[place] = np.bincount(bin_of, minlength=bins)
        if len(numbers) == len(whole) > 0:
            with np.errstate(all="ignore"):
                means[place], spreads[place] = numbers.mean(), numbers.std()
    lost = np.array([len(whole) - len(numbers) for numbers, whole in zip(kept, flat, strict=True)], dtype=np.int64)
    return Histograms(low, high, _sealed(counts), frozen(means), frozen(spreads), _sealed(lost))


def _range_around(layers: Sequence[Array]) -> tuple[float, float]:
    """From zero or a round number below it to zero or a round number above it."""
    low = min((float(numbers.min()) for numbers in layers if len(numbers)), default=0.0)
    high = max((float(numbers.max()) for numbers in layers if len(numbers)), default=0.0)
    low, high = _rounded_up(max(-low, 0.0)), _rounded_up(max(high, 0.0))
    if low == high == 0.0:
        return -1.0, 1.0
    return -low, high


def _rounded_up(size: float) -> float:
    """The smallest of 1, 1.5, 2, 3, 4, 5, 6, 8 (times a power of ten) that is not smaller."""
    if size == 0.0:
        return 0.0
    power = math.floor(math.log10(size))
    if not -300 < power < 300:
        return max(size, 1e-300)
    return next(
        step * 10.0**power for step in (1, 1.5, 2, 3, 4, 5, 6, 8, 10) if step * 10.0**power >= size * (1 - 1e-12)
    )


def _sealed(counts: Indices) -> Indices:
    counts.setflags(write=False)
    return counts
