"""Which part of the space of all parameters is looked at: one or two directions from where the network is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nnviz.engine.errors import PlaceError
from nnviz.engine.networks.network import Architecture
from nnviz.engine.training.timeline.events import check_parameter
from nnviz.engine.types import Array, frozen
from nnviz.said import said

MOST_DIRECTED_BY = 128
"""Of a longer path so many places, evenly taken, say where it goes."""
NO_DIRECTION = 1e-13
"""A direction in which less than this share of the path's variation lies is rounding."""


@dataclass(frozen=True, eq=False)
class Slice:
    """A line or a plane through the space of all parameters, with coordinates on it.

    Attributes:
        centre: The parameters that it goes through, as long as θ.
        axes: The directions, shape (1 or 2, parameters): a step of 1 along each.
        origin: The coordinates of the centre, shape (1 or 2,).
        share: How much of the path's variation from the centre lies in it, 0 to 1; nan where it was not chosen by it.
    """

    centre: Array
    axes: Array
    origin: Array
    share: float = math.nan

    def thetas(self, places: Array) -> Array:
        """The parameters at some coordinates, shape (places, 1 or 2)."""
        found: Array = self.centre + (places - self.origin) @ self.axes
        return found

    def places(self, thetas: Array) -> Array:
        """The coordinates of the places in it that are nearest to some parameters, shape (vectors, 1 or 2)."""
        with np.errstate(all="ignore"):
            products = self.axes @ self.axes.T
            found: Array = self.origin + np.linalg.solve(products, self.axes @ (thetas - self.centre).T).T
        return found

    def slope(self, gradient: Array) -> Array:
        """How fast the loss rises along each axis, by the gradient: ∂L along the axes, shape (1 or 2,)."""
        # Of a network whose numbers have run away it is no number.
        with np.errstate(all="ignore"):
            found: Array = self.axes @ gradient
        return found


def slice_of_parameters(
    architecture: Architecture, theta: Array, places: Sequence[tuple[int, int, int | None]]
) -> Slice:
    """Along one or two weights or biases; the coordinates are their own values.

    Args:
        architecture: The network's.
        theta: Its parameters.
        places: Each (layer, unit, source): source ``None`` is the bias.

    Raises:
        PlaceError: There is no such parameter.
    """
    blocks = architecture.blocks(np.arange(architecture.parameter_count))
    axes = np.zeros((len(places), architecture.parameter_count))
    origin = np.zeros(len(places))
    for row, (layer, unit, source) in enumerate(places):
        check_parameter(architecture.widths, layer, unit, source)
        index = int(blocks[layer - 1][-1 if source is None else source, unit])
        axes[row, index] = 1.0
        origin[row] = theta[index]
    return Slice(theta, frozen(axes), frozen(origin))


def slice_of_path(theta: Array, path: Array, before: Slice | None = None) -> Slice:
    """Along the two directions in which a path went most, seen from where it is now (Li et al. 2018, section 7).

    Args:
        theta: Where it is.
        path: Where it was, shape (places, parameters).
        before: What was looked at before: each axis points to the same side.

    Raises:
        PlaceError: It has gone in no two directions yet.
    """
    if len(path) > MOST_DIRECTED_BY:
        path = path[np.linspace(0, len(path) - 1, MOST_DIRECTED_BY).round().astype(np.int64)]
    offsets = path - theta
    # The smaller of the two products has the same values, and gives the same directions.
    values, vectors = np.linalg.eigh(offsets @ offsets.T) if len(offsets) else (np.zeros(0), np.zeros((0, 0)))
    if len(values) < 2 or not np.isfinite(values).all() or values[-2] <= NO_DIRECTION * values[-1]:
        raise PlaceError(said("Engine", "training has not gone in two directions yet"))
    axes = (vectors[:, :-3:-1].T @ offsets) / np.sqrt(values[:-3:-1, None])
    for row, axis in enumerate(axes):
        known = before.axes[row] if before is not None and before.axes.shape == axes.shape else None
        # Towards what was looked at before; at first, the path comes from the left and from above.
        side = float(axis @ known) if known is not None else (-1.0, 1.0)[row] * float(axis @ offsets[0])
        axes[row] = -axis if side < 0.0 else axis
    share = float(values[-2:].sum() / values.sum())
    return Slice(theta, frozen(axes), frozen(np.zeros(2)), share)


def random_slice(architecture: Architecture, theta: Array, trainable: Array | None, seed: int = 0) -> Slice:
    """Along two random directions, each unit's weights as long as the unit's own (Li et al. 2018, section 4).

    Biases, and what is frozen, stay as they are.
    """
    generator = np.random.default_rng(seed)
    axes = generator.standard_normal((2, len(theta)))
    for row in axes:
        drawn, own = architecture.weights_and_biases(row), architecture.weights_and_biases(theta)
        for (weights, bias), (own_weights, _) in zip(drawn, own, strict=True):
            lengths = np.linalg.norm(own_weights, axis=1, keepdims=True)
            weights *= np.where(lengths > 0.0, lengths, 1.0) / np.linalg.norm(weights, axis=1, keepdims=True)
            bias[...] = 0.0
    if trainable is not None:
        axes *= trainable
    if not axes.any():
        raise PlaceError(said("Engine", "all weights are frozen"))
    return Slice(theta, frozen(axes), frozen(np.zeros(2)))
