"""Of how many straight pieces a network of ReLUs makes its answer over one input: counted, not estimated."""

from __future__ import annotations

import numpy as np

from nnviz.engine.functions.activations import LEAK, LEAKY_RELU, LINEAR, RELU
from nnviz.engine.networks.network import Architecture
from nnviz.engine.types import Array, frozen

STRAIGHT = {RELU.name: (0.0, 1.0), LEAKY_RELU.name: (LEAK, 1.0), LINEAR.name: (1.0, 1.0)}
"""Activations that are straight on each side of 0: their slopes there."""

SAME = 1e-9
"""Slopes that differ by less than this share of the largest one are the same but for rounding."""


def is_piecewise_linear(architecture: Architecture) -> bool:
    """Whether the answer is made of straight pieces."""
    names = [architecture.activation_name(layer) for layer in range(1, architecture.layers + 1)]
    return all(name in STRAIGHT for name in names)


def kinks(architecture: Architecture, theta: Array, start: Array, end: Array) -> Array:
    """Where on the way from one input to another the answer changes its slope.

    Layer by layer, the way is cut where a unit's z passes 0. Between two cuts all z are straight lines, so that each
    cut is exactly where it is, not at the next point of a grid. A cut that the output does not notice is no kink.

    Args:
        architecture: One that ``is_piecewise_linear``.
        theta: Its parameters.
        start: An input as the network sees it, shape (inputs,).
        end: The other one.

    Returns:
        Shares of the way, rising, between 0 and 1; the answer has one straight piece more.
    """
    cuts = np.array([0.0, 1.0])
    layers = architecture.weights_and_biases(theta)
    with np.errstate(all="ignore"):
        for depth in range(1, architecture.layers):
            z = _at(architecture, layers[:depth], cuts, start, end)
            cuts = _with_crossings(cuts, z)
        slopes = _slopes(architecture, layers, (cuts[:-1] + cuts[1:]) / 2.0, start, end)
        change = np.abs(np.diff(slopes, axis=0)).max(axis=1, initial=0.0)
        large = np.abs(slopes).max(initial=0.0)
    return frozen(cuts[1:-1][change > SAME * large])


def _at(
    architecture: Architecture, layers: list[tuple[Array, Array]], shares: Array, start: Array, end: Array
) -> Array:
    """The z of the last of these layers, shape (shares, units)."""
    a = start + shares[:, None] * (end - start)
    for number, (W, b) in enumerate(layers, start=1):
        z = a @ W.T + b
        a = z * _gates(architecture, number, z)
    return z


def _slopes(
    architecture: Architecture, layers: list[tuple[Array, Array]], shares: Array, start: Array, end: Array
) -> Array:
    """The slope of each output along the way, shape (shares, outputs)."""
    a = start + shares[:, None] * (end - start)
    slope = np.broadcast_to(end - start, a.shape)
    for number, (W, b) in enumerate(layers, start=1):
        z = a @ W.T + b
        gates = _gates(architecture, number, z)
        a, slope = z * gates, (slope @ W.T) * gates
    return np.asarray(slope)


def _gates(architecture: Architecture, layer: int, z: Array) -> Array:
    """What each z is multiplied by: the slope on its side of 0, or 0 for a unit that is silenced."""
    below, above = STRAIGHT[architecture.activation_name(layer)]
    gates = np.where(z > 0.0, above, below)
    heard = architecture.heard(layer)
    return gates if heard is None else gates * heard.T


def _with_crossings(cuts: Array, z: Array) -> Array:
    """The cuts, and those where a unit's z passes 0 between two of them."""
    before, after = z[:-1], z[1:]
    places, units = np.nonzero((before > 0.0) != (after > 0.0))
    from_z, to_z = before[places, units], after[places, units]
    new = cuts[places] + (cuts[places + 1] - cuts[places]) * (from_z / (from_z - to_z))
    return np.unique(np.concatenate([cuts, new[np.isfinite(new)]]))
