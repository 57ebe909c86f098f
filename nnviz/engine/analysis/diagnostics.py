"""Signal health, as pure functions of what a record holds."""

from __future__ import annotations

import numpy as np

from nnviz.engine.functions.activations import ACTIVATIONS, Activation
from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.types import Array

FLAT_BELOW = 0.05
"""A slope below this share of its maximum counts as flat."""


def saturated_share(activation: Activation, z: Array, flat_below: float = FLAT_BELOW) -> Array:
    """The share of examples for which each unit stands on a flat part of its curve, shape (units,).

    Args:
        activation: The units' activation.
        z: Pre-activations, shape (batch, units).
        flat_below: A slope below this share of the largest slope is flat.
    """
    flat = np.abs(activation.slope_at(z)) < flat_below * activation.slope_maximum
    result: Array = flat.mean(axis=0)
    return result


def saturated_shares(record: Iteration, flat_below: float = FLAT_BELOW) -> Array:
    """The saturated share of each layer, over its units and the examples of the batch, shape (layers,).

    nan for softmax, whose units have no curve of their own, and where a pre-activation is not finite.
    """
    shares = np.full(len(record.layers), np.nan)
    for place, layer in enumerate(record.layers):
        activation = ACTIVATIONS.get(layer.activation)
        if activation is not None and np.isfinite(layer.z).all():
            shares[place] = saturated_share(activation, layer.z, flat_below).mean()
    return shares


def dead_units(activation: Activation, z: Array) -> Array:
    """Which units answer no example of the batch with a slope (a "dead" ReLU), shape (units,), boolean."""
    if not activation.can_die:
        return np.zeros(z.shape[1], dtype=bool)
    result: Array = (activation.slope_at(z) == 0.0).all(axis=0)
    return result


def flat_regions(
    activation: Activation, low: float, high: float, flat_below: float = FLAT_BELOW
) -> list[tuple[float, float]]:
    """The stretches of ``z`` between two bounds where the curve is flat, as (from, to)."""
    z = np.linspace(low, high, 2001)
    flat = np.abs(activation.slope_at(z)) < flat_below * activation.slope_maximum
    edges = np.flatnonzero(np.diff(np.concatenate([[False], flat, [False]]).astype(int)))
    return [(float(z[start]), float(z[end - 1])) for start, end in edges.reshape(-1, 2)]
