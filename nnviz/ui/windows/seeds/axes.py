"""The axes that the loss curves of all networks share, so that they can be compared."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nnviz.engine.types import Array
from nnviz.ui.windows.seeds.multiples import Multiple

FEWEST_EPOCHS = 10
TIMES_THE_START = 10.0
"""The loss axis reaches so many times as high as the untrained networks: one that diverges leaves it."""
DECADES = 6
"""The logarithmic axis reaches at most so many decades down from there."""


@dataclass(frozen=True)
class Axes:
    """From epoch 0 to ``epochs``, and from one loss to another, each in the power of ten where ``log``."""

    epochs: float
    low: float
    high: float
    log: bool

    @classmethod
    def around(cls, multiples: Sequence[Multiple], log: bool) -> Axes:
        """The axes that hold all curves."""
        histories = [multiple.history for multiple in multiples if multiple.history is not None]
        epochs = max((float(history.epochs[-1]) for history in histories), default=0.0)
        losses = [history.rows[:, 2:4].ravel() for history in histories]
        start = max((float(history.train_loss[0]) for history in histories), default=1.0)
        start = start if math.isfinite(start) and start > 0.0 else 1.0
        known = np.concatenate(losses) if losses else np.array([start])
        known = known[np.isfinite(known) & (known <= TIMES_THE_START * start)]
        high = float(known.max(initial=start))
        if not log:
            return cls(_rounded(max(epochs, FEWEST_EPOCHS)), 0.0, high * 1.05, log)
        top = math.ceil(math.log10(high) - 0.2)
        least = float(known[known > 0.0].min(initial=high / 2.0))
        bottom = min(max(math.floor(math.log10(least)), top - DECADES), top - 1)
        return cls(_rounded(max(epochs, FEWEST_EPOCHS)), float(bottom), float(top), log)

    def lines(self, most: float) -> range:
        """The powers of ten within a logarithmic axis, or every second, third, ... where they are more than so many."""
        decades = int(self.high - self.low)
        return range(int(self.low) + 1, int(self.high), max(1, math.ceil(decades / max(most, 1.0))))

    def across(self, epochs: Array) -> Array:
        """Where epochs lie, 0 to 1."""
        return np.asarray(epochs / self.epochs)

    def up(self, losses: Array) -> Array:
        """Where losses lie, 0 to 1 within the axis."""
        with np.errstate(all="ignore"):
            heights = np.log10(losses) if self.log else losses
        return np.asarray(np.clip((heights - self.low) / (self.high - self.low), 0.0, 1.0))


def _rounded(epochs: float) -> float:
    """Up to two digits: while networks train, the axis then changes only now and then."""
    step = 10.0 ** (math.floor(math.log10(epochs)) - 1)
    return math.ceil(epochs / step - 1e-9) * step
