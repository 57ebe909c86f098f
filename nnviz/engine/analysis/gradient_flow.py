"""How the error signal and the gradient fare on their way back, layer by layer, as pure functions of a record."""

from __future__ import annotations

from enum import Enum

import numpy as np

from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.types import Array

VANISHING = 1e-2
"""An error signal of which no more than this share is left in the first layer has vanished on its way."""

EXPLODING = 10.0
"""One that is so many times as large there as at the output has exploded."""

HEALTHY_RATIOS = (1e-4, 1e-2)
"""An update that moves the weights by a thousandth of their size is often right; by so much less or more, often not."""


class Fate(Enum):
    """What becomes of the error signal between the output and the first layer."""

    ARRIVES = "arrives"
    VANISHES = "vanishes"
    EXPLODES = "explodes"
    LOST = "lost"
    """Nothing at all arrives, though there was something at the output."""
    NOTHING = "nothing"
    """There is none at the output either."""
    ALONE = "alone"
    """There is only one layer, so that it has no way to go."""
    NOT_FINITE = "not finite"


class Pace(Enum):
    """Whether an update moves the weights of a layer enough, and not too much."""

    HEALTHY = "healthy"
    SLOW = "slow"
    FAST = "fast"
    STILL = "still"
    """It does not move them at all."""
    UNKNOWN = "unknown"
    """There is no ratio: all of them are zero."""


def mean_signals(record: Iteration) -> Array:
    """The mean |δ| of each layer, over its units and the examples of the batch, shape (layers,)."""
    with np.errstate(all="ignore"):
        return np.array([np.abs(layer.delta).mean() for layer in record.layers])


def gradient_norms(record: Iteration) -> Array:
    """‖∇W‖ of each layer (Frobenius: the root of the sum of squares), as the optimiser gets it, shape (layers,)."""
    return np.array([_norm(layer.grad_W) for layer in record.layers])


def update_ratios(record: Iteration) -> Array:
    """How far the update moves the weights of each layer, ‖W after − W‖ / ‖W‖, shape (layers,).

    About 1e-3 is often healthy; nan where all weights of a layer are zero, so that there is nothing to compare with.
    """
    with np.errstate(all="ignore"):
        moved = np.array([_norm(layer.W_after - layer.W) for layer in record.layers])
        weights = np.array([_norm(layer.W) for layer in record.layers])
        return np.where(weights > 0.0, moved / weights, np.nan)


def reach_of(signals: Array) -> float:
    """How large the error signal is in the first layer, as a multiple of what it is at the output.

    Args:
        signals: The mean |δ| of each layer, as ``mean_signals`` gives it.
    """
    with np.errstate(all="ignore"):
        return float(np.float64(signals[0]) / np.float64(signals[-1]))


def fate_of(signals: Array) -> Fate:
    """What becomes of the error signal on its way back.

    Args:
        signals: The mean |δ| of each layer, as ``mean_signals`` gives it.
    """
    if not np.isfinite(signals).all():
        return Fate.NOT_FINITE
    if signals[-1] == 0.0:
        return Fate.NOTHING
    if len(signals) == 1:
        return Fate.ALONE
    if signals[0] == 0.0:
        return Fate.LOST
    reach = reach_of(signals)
    if reach <= VANISHING:
        return Fate.VANISHES
    return Fate.EXPLODES if reach >= EXPLODING else Fate.ARRIVES


def pace_of(ratio: float) -> Pace:
    """How a layer's update compares with its weights, from its update ratio."""
    low, high = HEALTHY_RATIOS
    if np.isnan(ratio):
        return Pace.UNKNOWN
    if ratio == 0.0:
        return Pace.STILL
    if ratio < low:
        return Pace.SLOW
    return Pace.FAST if ratio > high else Pace.HEALTHY


def _norm(values: Array) -> float:
    """‖values‖, also where their squares are too large or too small for a number."""
    largest = float(np.abs(values).max(initial=0.0))
    if largest == 0.0 or not np.isfinite(largest):
        return largest
    return largest * float(np.sqrt(np.square(values / largest).sum()))
