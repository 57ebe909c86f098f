"""Contour lines of a map of losses: at which values they are drawn, where they run, and where their numbers stand."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF

from nnviz.engine.types import Array
from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.toolkit.plots.ticks import linear_ticks

FEWEST_LEVELS, MOST_LEVELS = 5, 9
STEEP = 4.0
"""From this ratio of the highest loss to the lowest on, the lines stand closer where the loss is low."""
LADDERS = ((1.0, 2.0, 5.0), (1.0, 1.5, 2.0, 3.0, 5.0, 7.0), (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0))
HIGHEST_SHARE = 0.98
"""Of all places, lines are drawn up to the loss of this share: a few that are far higher would need lines of their
own."""
FLAT = 1e-7
"""A smaller share of the loss is what quick numbers are off by."""


@dataclass(frozen=True)
class Spot:
    """Where a number may stand: the middle of a box of this size."""

    x: float
    y: float


def levels_of(losses: Array) -> list[float]:
    """The round values at which lines are drawn, rising; none where the map is flat."""
    finite = losses[np.isfinite(losses)]
    if not len(finite):
        return []
    low, high = float(finite.min()), float(np.quantile(finite, HIGHEST_SHARE))
    if high - low <= FLAT * abs(high):
        return []
    if low > 0.0 and high / low >= STEEP:
        for ladder in LADDERS:
            levels = _on_ladder(ladder, low, high)
            if len(levels) >= FEWEST_LEVELS:
                break
        return levels[:: -(-len(levels) // MOST_LEVELS)]
    for most in range(FEWEST_LEVELS + 1, MOST_LEVELS):
        levels = [tick.place for tick in linear_ticks(low, high, most, NumberStyle()) if low < tick.place < high]
        if len(levels) >= FEWEST_LEVELS:
            break
    return levels


def _on_ladder(ladder: tuple[float, ...], low: float, high: float) -> list[float]:
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    values = [float(f"{factor * 10.0**power:.3g}") for power in powers for factor in ladder]
    return [value for value in values if low < value < high]


def contour(losses: Array, level: float) -> Array:
    """Where the loss is just so large: pieces of lines, shape (pieces, 2 ends, 2), in steps of the map's grid.

    Marching squares: the sides of each cell that the line crosses are joined; where it crosses all four, so that the
    middle of the cell is on the side of the corners that are joined.
    """
    values = np.where(np.isfinite(losses), losses, np.float64(np.finfo(np.float32).max))
    above = values > level
    rows, columns = values.shape
    up, across = np.mgrid[0 : rows - 1, 0 : columns - 1]
    corners = [(0, 0), (0, 1), (1, 1), (1, 0)]
    sides = [(0, 1), (1, 2), (3, 2), (0, 3)]  # below, right, above, left
    crossed, places = [], []
    for start, end in sides:
        (r0, c0), (r1, c1) = corners[start], corners[end]
        one = values[r0 : rows - 1 + r0, c0 : columns - 1 + c0]
        other = values[r1 : rows - 1 + r1, c1 : columns - 1 + c1]
        cuts = (one > level) != (other > level)
        with np.errstate(all="ignore"):
            share = np.where(cuts, (level - one) / (other - one), 0.0)
        crossed.append(cuts)
        places.append(np.stack([across + c0 + share * (c1 - c0), up + r0 + share * (r1 - r0)], axis=-1))
    cuts, points = np.stack(crossed, axis=-1), np.stack(places, axis=-2)
    two = cuts.sum(axis=-1) == 2
    first_two = np.argsort(~cuts[two], axis=-1, kind="stable")[:, :2]
    pieces = [np.take_along_axis(points[two], first_two[..., None], axis=1)]
    four = cuts.all(axis=-1)
    if four.any():
        middle = (values[:-1, :-1] + values[:-1, 1:] + values[1:, :-1] + values[1:, 1:])[four] > 4.0 * level
        joined = middle == above[:-1, :-1][four]
        order = np.where(joined[:, None], [0, 1, 2, 3], [0, 3, 1, 2])
        pieces.append(np.take_along_axis(points[four], order[..., None], axis=1).reshape(-1, 2, 2))
    return np.concatenate(pieces)


def uncovered(middles: Array, half: tuple[float, float], covered: Sequence[QRectF]) -> Array:
    """Of some places those at which a number, half so wide and high, is not covered; shape (places, 2)."""
    free = np.ones(len(middles), dtype=bool)
    for box in covered:
        centre = box.center()
        free &= (np.abs(middles[:, 0] - centre.x()) > box.width() / 2 + half[0]) | (
            np.abs(middles[:, 1] - centre.y()) > box.height() / 2 + half[1]
        )
    return middles[free]


def place_number(
    middles: Array, half: tuple[float, float], room: tuple[float, float], taken: list[Spot], before: Spot | None
) -> Spot | None:
    """Where a line's number stands: on the line, far from what is there already, and near where it was before.

    Args:
        middles: The middles of the line's pieces in pixels, shape (pieces, 2).
        half: Half of how wide and high the number is.
        room: How wide and high the picture is.
        taken: What it must not lie on.
        before: Where the number of this value stood in the picture before.

    Returns:
        ``None`` where there is no room for it.
    """
    inside = (
        (middles[:, 0] > half[0])
        & (middles[:, 0] < room[0] - half[0])
        & (middles[:, 1] > half[1])
        & (middles[:, 1] < room[1] - half[1])
    )
    middles = middles[inside]
    if not len(middles):
        return None
    free = np.full(len(middles), 4.0)
    for each in taken:
        # 1 is where two boxes of this size touch.
        free = np.minimum(
            free, np.hypot((middles[:, 0] - each.x) / (2.0 * half[0]), (middles[:, 1] - each.y) / (2.5 * half[1]))
        )
    if free.max() < 1.0:
        return None
    if before is not None:
        free -= np.hypot(middles[:, 0] - before.x, middles[:, 1] - before.y) / (2.0 * half[0])
    best = int(free.argmax())
    return Spot(float(middles[best, 0]), float(middles[best, 1]))
