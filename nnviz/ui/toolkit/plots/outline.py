"""Drawing a long curve with few points, so that it looks as it would with all of them."""

from __future__ import annotations

import numpy as np

from nnviz.engine.types import Array

LARGEST = 1e300
"""What is larger cannot be drawn: the room around it would be infinite."""


def outline(x: Array, y: Array, bins: int) -> tuple[Array, Array]:
    """At most about two points for each of ``bins`` stretches of a curve: its lowest and highest value there.

    What is not finite, or nearly not, is left out. The curve's last point is always kept, so that it ends where it
    ends; stretches only change when their length doubles, so that a growing curve does not flicker.
    """
    drawable = np.abs(y) <= LARGEST
    if not drawable.all():
        x, y = x[drawable], y[drawable]
    if len(x) <= 2 * bins:
        return x, y
    length = 2
    while len(x) > bins * length:
        length *= 2
    starts = np.arange(0, len(x), length)
    ends = np.minimum(starts + length, len(x)) - 1
    low, high = np.minimum.reduceat(y, starts), np.maximum.reduceat(y, starts)
    # Falling stretches go from high to low, rising ones from low to high: the line then does not go back and forth.
    falling = y[starts] >= y[ends]
    across = np.column_stack((x[starts], x[ends])).ravel()
    up = np.column_stack((np.where(falling, high, low), np.where(falling, low, high))).ravel()
    return np.append(across, x[-1]), np.append(up, y[-1])
