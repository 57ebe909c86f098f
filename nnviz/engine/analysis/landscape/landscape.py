"""The loss on a slice: a map with a number for each place, or a curve, and what training does there."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from nnviz.engine.analysis.landscape.losses import LossOf
from nnviz.engine.analysis.landscape.slices import Slice
from nnviz.engine.errors import PlaceError
from nnviz.engine.types import Array, Indices, frozen
from nnviz.said import said

FEWEST_POINTS, MOST_POINTS = 25, 61
"""Along a side of a square map; one that is wider than high has more across and fewer up."""
FEWEST_EXAMPLES = 24
"""Of fewer examples, where there are more, a map would not be that of the loss."""
PARAMETERS_AT_ONCE = 2_000_000
"""So many numbers the places may have that are asked at once."""
CURVE_POINTS = 161
REACHES = (1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 10.0)
"""How far a map can reach, times a power of ten: it does not change with every step."""
MARGIN = 1.25
"""How much farther a map reaches than what has to be seen in it."""
PARTS_OF_REACH = 8
"""Its middle stands at a multiple of such a part of how far it reaches."""


@dataclass(frozen=True)
class Stretch:
    """From where to where an axis goes."""

    low: float
    high: float

    def points(self, count: int) -> Array:
        """So many places on it, both ends among them."""
        return np.linspace(self.low, self.high, count)


@dataclass(frozen=True, eq=False)
class Landscape:
    """The loss on a slice, and what an update does there. Places are coordinates of the slice, 1 or 2 each.

    Attributes:
        slice: Where it is.
        stretches: How far each axis goes.
        losses: At evenly spaced places, shape (up, across), the first row at the lowest; shape (across,) on a line.
        loss_of: What the loss is the mean of.
        examples: How many examples the map was made of, where it was made of fewer than there are.
        here: Where the network is before the update, the centre of the slice.
        loss: There, exactly; of all examples.
        after: The nearest place to where the update leads.
        loss_after: Of the network after the update, exactly; it is where ``after`` is only if nothing else moves.
        downhill: Against the gradient that the optimiser gets, as the axes see it.
        path: Where training was before, in order, the last place ``here``, shape (places, 1 or 2).
        iterations: Which updates these places are before.
    """

    slice: Slice
    stretches: tuple[Stretch, ...]
    losses: Array
    loss_of: LossOf
    examples: int
    here: Array
    loss: float
    after: Array
    loss_after: float
    downhill: Array
    path: Array
    iterations: Indices


@dataclass(frozen=True)
class Frame:
    """How a map is looked at.

    Attributes:
        aspect: How many times as wide as high it is.
        zoom: So many doublings closer than what shows the whole path; then what is looked at is where training is.
        work: About so many units' answers may be asked for.
        least: Half of how high it is at least, in the units of the axes.
    """

    aspect: float
    zoom: float
    work: int
    least: float


def landscape(
    loss_of: LossOf, where: Slice, frame: Frame, theta_after: Array, gradient: Array, path: Array, iterations: Indices
) -> Landscape:
    """The loss around where a network is.

    Args:
        loss_of: What it is the loss of.
        where: The directions.
        frame: How far it reaches, and how many points it may have.
        theta_after: Where the update leads from the centre of the slice.
        gradient: That the optimiser gets.
        path: Where training was, the centre of the slice last, shape (places, parameters).
        iterations: Which updates these places are before.

    Raises:
        PlaceError: The network is too large to be asked so often.
    """
    here = where.origin
    places = where.places(np.vstack([path, theta_after]))
    path_places, after = places[:-1], places[-1]
    stretches = _stretches(np.vstack([path_places, after]), here, frame)
    columns, rows, thinned = _points(loss_of, frame, len(stretches))
    across = stretches[0].points(columns)
    if len(stretches) == 1:
        grid = across[:, None]
    else:
        up = stretches[1].points(rows)
        grid = np.column_stack([np.tile(across, rows), np.repeat(up, columns)])
    at_once = max(1, PARAMETERS_AT_ONCE // len(where.centre))
    parts = (grid[start : start + at_once] for start in range(0, len(grid), at_once))
    losses = np.concatenate([thinned.at(where.thetas(part), np.float32) for part in parts])
    exact = loss_of.at(np.vstack([where.centre, theta_after]))
    return Landscape(
        slice=where,
        stretches=stretches,
        losses=frozen(losses.reshape(rows, columns) if len(stretches) == 2 else losses),
        loss_of=loss_of,
        examples=len(thinned.x),
        here=here,
        loss=float(exact[0]),
        after=frozen(after),
        loss_after=float(exact[1]),
        downhill=frozen(-where.slope(gradient)),
        path=frozen(path_places),
        iterations=iterations,
    )


def _points(loss_of: LossOf, frame: Frame, axes: int) -> tuple[int, int, LossOf]:
    """How many places across and up, and the loss of as many examples as can be asked at so many.

    Raises:
        PlaceError: They would be too few.
    """
    fewest = FEWEST_POINTS**2 if axes == 2 else CURVE_POINTS
    thinned = loss_of.thinned(max(1, int(frame.work / (fewest * max(1.0, loss_of.work_of_example)))))
    if len(thinned.x) < min(FEWEST_EXAMPLES, len(loss_of.x)):
        raise PlaceError(said("Engine", "this network is too large for a map that is made while one looks"))
    if axes == 1:
        return CURVE_POINTS, 1, thinned
    side = min(max(math.sqrt(frame.work / max(1.0, thinned.work)), FEWEST_POINTS), MOST_POINTS)
    shape = math.sqrt(frame.aspect)
    return max(2, round(side * shape)), max(2, round(side / shape)), thinned


def _stretches(seen: Array, here: Array, frame: Frame) -> tuple[Stretch, ...]:
    """How far the axes go, so that everything is seen; both by the same measure, so that right angles are right."""
    seen = seen[np.isfinite(seen).all(axis=1)]
    seen = np.vstack([seen, here])
    low, high = seen.min(axis=0), seen.max(axis=0)
    shape = np.array([frame.aspect, 1.0][: len(here)]) if len(here) == 2 else np.ones(1)
    reach = _rounded_up(max(frame.least, MARGIN * float(((high - low) / 2.0 / shape).max())))
    middle = (low + high) / 2.0
    if frame.zoom:
        reach, middle = reach * 2.0**-frame.zoom, here
    part = reach / PARTS_OF_REACH
    middle = np.round(middle / part) * part
    return tuple(
        Stretch(float(at - reach * wide), float(at + reach * wide)) for at, wide in zip(middle, shape, strict=True)
    )


def _rounded_up(reach: float) -> float:
    power = 10.0 ** math.floor(math.log10(reach))
    return next(factor * power for factor in REACHES if factor * power >= reach * (1.0 - 1e-9))
