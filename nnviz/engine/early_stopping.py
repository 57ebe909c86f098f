"""Early stopping: the best epoch on held-out data, and how long ago that was."""

from __future__ import annotations

import math
from dataclasses import dataclass

from nnviz.engine.experiment import EarlyStopping
from nnviz.engine.types import Array


@dataclass(frozen=True)
class Best:
    """The best epoch so far: its validation loss, and the parameters it had."""

    loss: float
    epoch: int
    iteration: int
    theta: Array


class BestEpoch:
    """Follows the validation loss from epoch to epoch.

    Without settings it only remembers the best epoch; with them it says when to stop.
    """

    def __init__(self, settings: EarlyStopping | None) -> None:
        self.settings = settings
        self.best: Best | None = None
        self.waited = 0

    def see(self, loss: float, epoch: int, iteration: int, theta: Array) -> bool:
        """Take in an epoch's validation loss; true when patience has run out."""
        if math.isnan(loss):
            return False
        least = self.settings.min_delta if self.settings is not None else 0.0
        if self.best is None or loss < self.best.loss - least:
            self.best = Best(loss, epoch, iteration, theta.copy())
            self.waited = 0
            return False
        self.waited = epoch - self.best.epoch
        return self.settings is not None and self.waited >= self.settings.patience
