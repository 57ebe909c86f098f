"""How the error signal and the gradient fare on their way back, layer by layer, as pure functions of a record."""

from __future__ import annotations

import numpy as np

from nnviz.engine.training.iteration import Iteration
from nnviz.engine.types import Array


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


def _norm(values: Array) -> float:
    """‖values‖, also where their squares are too large or too small for a number."""
    largest = float(np.abs(values).max(initial=0.0))
    if largest == 0.0 or not np.isfinite(largest):
        return largest
    return largest * float(np.sqrt(np.square(values / largest).sum()))
