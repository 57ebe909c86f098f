"""Finding a place for words in a plot where no curve and no other word is."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF

from nnviz.engine.types import Array


def free_place(
    frame: QRectF,
    left: float,
    size: tuple[float, float],
    curves: Sequence[Array],
    taken: Sequence[QRectF],
    room: float,
) -> QRectF | None:
    """The topmost place inside a frame; ``None`` if there is none.

    Args:
        frame: Where the words may be, in pixels.
        left: Where they start.
        size: Their width and height.
        curves: Points in pixels, shape (points, 2), so close that a curve cannot pass between two of them unseen.
        taken: Where other words are.
        room: How far curves stay away.
    """
    width, height = size
    if left < frame.left() or left + width > frame.right():
        return None
    near = [points[(points[:, 0] > left - room) & (points[:, 0] < left + width + room), 1] for points in curves]
    top = frame.top() + room
    while top + height <= frame.bottom():
        box = QRectF(left, top, width, height)
        crossed = any(((ys > top - room) & (ys < top + height + room)).any() for ys in near)
        if not crossed and not any(box.intersects(other) for other in taken):
            return box
        top += height / 2
    return None


def densely(x: Array, y: Array, every: float = 4.0) -> Array:
    """A curve with a point at least every few pixels, shape (points, 2)."""
    if len(x) < 2:
        return np.column_stack((x, y))
    with np.errstate(all="ignore"):  # a loss that has run away is over all numbers
        along = np.concatenate(([0.0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))))
    if not np.isfinite(along[-1]) or along[-1] <= 0.0:
        return np.column_stack((x, y))
    places = np.linspace(0.0, along[-1], int(min(along[-1] / every, 5000.0)) + 2)
    return np.column_stack((np.interp(places, along, x), np.interp(places, along, y)))
