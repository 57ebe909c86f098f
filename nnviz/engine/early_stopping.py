"""Early stopping: the best epoch on held-out data, and how long ago that was."""

from __future__ import annotations

import math
from dataclasses import dataclass

from nnviz.engine.experiment import EarlyStopping


@dataclass(frozen=True)
class Best:
    """The best epoch: its validation loss, and how many epochs and updates it took."""

    loss: float
    epoch: int
    iteration: int


def improves(loss: float, best: Best | None, settings: EarlyStopping | None) -> bool:
    """Whether a validation loss is better than the best one, by more than ``min_delta``. An unknown loss is not."""
    if best is None:
        return not math.isnan(loss)
    return loss < best.loss - (settings.min_delta if settings is not None else 0.0)


def out_of_patience(epoch: int, best: Best | None, settings: EarlyStopping | None) -> bool:
    """Whether early stopping says to stop after an epoch."""
    return settings is not None and best is not None and epoch - best.epoch >= settings.patience
