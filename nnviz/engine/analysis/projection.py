"""A representation as a picture: its units as axes where there are few, its principal components where there are more.

Also the grid of the input plane that can be carried through the network with the examples, so that one sees how each
layer bends the plane.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnviz.engine.analysis.responses import Plane, has_plane, network_inputs
from nnviz.engine.data.examples import Examples
from nnviz.engine.settings import Data
from nnviz.engine.types import Array, frozen

GRID_LINES = 11
"""As many in each direction; an odd number, so that one of them is the middle."""
GRID_POINTS = 73
"""Along each line: they must look smooth where the network bends them."""
CONSTANT_BELOW = 1e-12
"""Where all deviations together are below this share of the numbers' size, nothing varies: the rest is rounding."""
REVERSED_ABOVE = 1.15
"""From this ratio on of a later axis's variance to an earlier one's, the order of the axes is clearly wrong."""
MARGIN = 0.08
"""What a line of one raw input goes beyond the examples, as a share of what they span."""


@dataclass(frozen=True, eq=False)
class Projection:
    """How a representation is looked at: ``(values − centre) axesᵀ``.

    Attributes:
        axes: Orthonormal rows, shape (dimensions, units).
        centre: Shape (units,); 0 where the axes are the units themselves.
        shares: How much of the examples' variance lies along each axis, as shares of 1; 0 where nothing varies.
        components: Whether the axes span the principal components; otherwise they are the units.
    """

    axes: Array
    centre: Array
    shares: Array
    components: bool

    def __call__(self, values: Array) -> Array:
        """Places in the picture of values of shape (…, units), shape (…, dimensions)."""
        with np.errstate(all="ignore"):
            places: Array = (values - self.centre) @ self.axes.T
        return places


def project(values: Array, like: Array | None = None, dimensions: int = 2, first: Array | None = None) -> Projection:
    """Look at a representation so that as much as possible of how the examples differ can be seen.

    Where there are no more units than dimensions, the picture has the units as its axes. Otherwise it spans the first
    principal components. These have no sign, and where two have almost the same variance they turn into each other at
    the least change: given an earlier picture, the axes are turned and mirrored, within what they span, to be as near
    to it as can be (orthogonal Procrustes: Schönemann 1966, "A generalized solution of the orthogonal Procrustes
    problem"). Where that would clearly put a direction of less variance before one of more, it begins anew with the
    components themselves: the first direction is the larger one, even if the picture has to jump.

    Args:
        values: Finite activations, shape (examples, units), at least one example.
        like: The places of the same examples in an earlier picture, shape (examples, up to ``dimensions``). Without it,
            the axes are the components themselves, the largest first, each with its largest weight positive.
        dimensions: Of the picture.
        first: A direction that the first axis is to have, shape (units,), where there are more units than dimensions:
            the other axes are then the components of what is left, mirrored to be near to the earlier picture.
    """
    units = values.shape[1]
    mean = values.mean(axis=0)
    around = values - mean
    covariance = around.T @ around / len(values)
    if units <= dimensions:
        axes, centre = np.eye(units), np.zeros(units)
    elif first is not None:
        axes, centre = _components_beside(first / np.linalg.norm(first), covariance, dimensions), mean
        if like is not None and like.shape[1] == dimensions:
            signs = np.sign(np.sum((around @ axes.T) * like, axis=0))
            axes[1:] *= np.where(signs < 0.0, -1.0, 1.0)[1:, None]
    else:
        axes, centre = _components(covariance, dimensions), mean
        if like is not None:
            turned = _turned(axes, around @ axes.T, like)
            if not _reversed(_variances(turned, covariance)):
                axes = turned
    variances = _variances(axes, covariance)
    total = float(np.trace(covariance))
    varies = np.sqrt(total) > CONSTANT_BELOW * np.abs(values).max()
    shares = np.clip(variances / total, 0.0, 1.0) if varies else np.zeros(len(axes))
    return Projection(frozen(axes), frozen(centre), frozen(shares), units > dimensions)


def _components(covariance: Array, count: int) -> Array:
    """The directions of the largest variance, as rows."""
    axes = np.linalg.eigh(covariance).eigenvectors.T[::-1][:count]
    largest = np.take_along_axis(axes, np.abs(axes).argmax(axis=1)[:, None], axis=1)
    return np.ascontiguousarray(axes * np.where(largest < 0.0, -1.0, 1.0))


def _components_beside(first: Array, covariance: Array, count: int) -> Array:
    """A direction, and those of the largest variance among all that are upright on it, as rows."""
    beside = np.eye(len(first)) - np.outer(first, first)
    return np.vstack([first, _components(beside @ covariance @ beside, count - 1)])


def _variances(axes: Array, covariance: Array) -> Array:
    """How much the examples vary along each axis."""
    return np.asarray(np.einsum("du,uv,dv->d", axes, covariance, axes))


def _reversed(variances: Array) -> bool:
    """Whether an axis has clearly less variance than one after it."""
    return bool(np.any(variances[1:] > REVERSED_ABOVE * variances[:-1]))


def _turned(axes: Array, places: Array, like: Array) -> Array:
    """Axes that are turned so that places on them come as near as can be to earlier ones."""
    wanted = np.zeros_like(places)
    wanted[:, : like.shape[1]] = like - like.mean(axis=0)
    left, _, right = np.linalg.svd(places.T @ wanted)
    return np.ascontiguousarray((left @ right).T @ axes)


def input_grid(examples: Examples, data: Data) -> Array | None:
    """Lines over the plane of two raw inputs, or along a single one, as the network is given them.

    Returns:
        Shape (lines, points, inputs): first ``GRID_LINES`` lines of constant x1, from the left to the right, then as
        many of constant x2, from the bottom to the top; with one raw input, a single line. Where a hand-made feature
        has no value it is nan. ``None`` where there are more raw inputs.
    """
    if has_plane(examples):
        plane = Plane.around(examples, data)
        steps, along = (np.linspace(-plane.reach, plane.reach, count) for count in (GRID_LINES, GRID_POINTS))
        across, up = np.meshgrid(steps, along, indexing="ij")
        lines = np.concatenate([np.stack([across, up], axis=-1), np.stack([up, across], axis=-1)])
        raw = lines * plane.unit + plane.centre
    elif examples.raw.shape[1] == 1:
        low, high = float(examples.raw.min()), float(examples.raw.max())
        room = MARGIN * (high - low)
        raw = np.linspace(low - room, high + room, 3 * GRID_POINTS)[None, :, None]
    else:
        return None
    inputs = network_inputs(raw.reshape(-1, raw.shape[-1]), examples, data)
    return frozen(inputs.reshape(*raw.shape[:2], -1))
