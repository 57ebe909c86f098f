"""Early stopping: the best epoch on held-out data, and how long ago that was."""

from __future__ import annotations

import math
from dataclasses import dataclass

from nnviz.engine.settings import EarlyStopping


@dataclass(frozen=True)
class Best:
    """The best epoch: what was monitored (smaller is better), and how many epochs and updates it took."""

    value: float
    epoch: int
    iteration: int


def monitored(loss: float, score: float, larger_is_better: bool, settings: EarlyStopping | None) -> float:
    """What early stopping watches of a validation, turned so that smaller is better."""
    if settings is None or settings.monitor == "loss":
        return loss
    return -score if larger_is_better else score


def improves(value: float, best: Best | None, settings: EarlyStopping | None) -> bool:
    """Whether what is monitored is better than the best of it, by more than ``min_delta``; the unknown is not."""
    if best is None:
        return not math.isnan(value)
    return value < best.value - (settings.min_delta if settings is not None else 0.0)


def waited(epoch: int, best: Best | None, waits_from: int = 0) -> int:
    """For how many epochs nothing has improved: since the best one, or since a run that had stopped went on."""
    return epoch - max(best.epoch, waits_from) if best is not None else 0


def out_of_patience(epoch: int, best: Best | None, settings: EarlyStopping | None, waits_from: int = 0) -> bool:
    """Whether early stopping says to stop after an epoch."""
    return settings is not None and best is not None and waited(epoch, best, waits_from) >= settings.patience
