"""Lines of equal value through a grid of numbers, by marching squares, and the lines between classes."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from nnviz.engine.types import Array

TOP, RIGHT, BOTTOM, LEFT = range(4)


def contour(values: npt.ArrayLike, level: float) -> Array:
    """Where a grid of numbers, shape (rows, columns), passes a level: segments of shape (segments, 2, 2).

    A segment is two points (column, row), in steps of the grid from its first number. On the sides of the grid's cells
    the numbers are taken to change evenly.
    """
    grid = np.asarray(values, dtype=np.float64) - level
    above = grid > 0.0
    crossed = np.stack(
        (
            above[:-1, :-1] != above[:-1, 1:],
            above[:-1, 1:] != above[1:, 1:],
            above[1:, :-1] != above[1:, 1:],
            above[:-1, :-1] != above[1:, :-1],
        ),
        axis=-1,
    )
    sides = crossed.sum(axis=-1)
    rows, columns = np.nonzero(sides == 2)
    ends = crossed[rows, columns]
    pieces = [_segments(grid, rows, columns, ends.argmax(axis=1), 3 - ends[:, ::-1].argmax(axis=1))]
    rows, columns = np.nonzero(sides == 4)
    if len(rows):
        # A saddle: its middle says which two of the four corners hang together.
        corners = grid[rows, columns] + grid[rows, columns + 1] + grid[rows + 1, columns] + grid[rows + 1, columns + 1]
        joined = (corners > 0.0) == above[rows, columns]
        top, bottom = np.full(len(rows), TOP), np.full(len(rows), BOTTOM)
        pieces.append(_segments(grid, rows, columns, top, np.where(joined, RIGHT, LEFT)))
        pieces.append(_segments(grid, rows, columns, bottom, np.where(joined, LEFT, RIGHT)))
    segments = np.concatenate(pieces)
    return segments[np.isfinite(segments).all(axis=(1, 2))]


def boundary(output: npt.ArrayLike, middle: float) -> Array:
    """Where another class begins: segments as ``contour`` gives them.

    Args:
        output: The output units' answers over the plane, shape (units, rows, columns).
        middle: The answer of a single unit between its two classes.
    """
    answers = np.asarray(output, dtype=np.float64)
    if len(answers) == 1:
        return contour(answers[0], middle)
    lead = leads(answers)
    # The line between two classes is the same from both sides: one of them is enough.
    return np.concatenate([contour(each, 0.0) for each in lead[1:]])


def leads(answers: Array) -> Array:
    """How far each of several units is ahead of the best of the others; shaped as ``answers``, units first."""
    best = np.sort(answers, axis=0)[-2:]
    return np.where(answers == best[1], answers - best[0], answers - best[1])


def _segments(
    grid: Array,
    rows: npt.NDArray[np.int64],
    columns: npt.NDArray[np.int64],
    start: npt.NDArray[np.int64],
    end: npt.NDArray[np.int64],
) -> Array:
    return np.stack((_crossing(grid, rows, columns, start), _crossing(grid, rows, columns, end)), axis=1)


def _crossing(
    grid: Array, rows: npt.NDArray[np.int64], columns: npt.NDArray[np.int64], side: npt.NDArray[np.int64]
) -> Array:
    """Where the grid passes zero on one side of each cell, shape (cells, 2)."""
    across = (side == TOP) | (side == BOTTOM)
    row, column = rows + (side == BOTTOM), columns + (side == RIGHT)
    first, second = grid[row, column], grid[row + ~across, column + across]
    with np.errstate(all="ignore"):
        share = first / (first - second)
    return np.column_stack((column + share * across, row + share * ~across))
