"""Drawing a long curve with few points, so that it looks as it would with all of them."""

from __future__ import annotations

import numpy as np

from nnviz.engine.types import Array

LARGEST = 1e300
"""What is larger cannot be drawn: the room around it would be infinite."""


def outline(x: Array, y: Array, bins: int) -> tuple[Array, Array]:
    """At most about two points for each of ``bins`` stretches of a curve: its lowest and highest value there.

    What is not finite, or nearly not, is left out. The last point that is left is always kept, so that the curve ends
    where it ends; stretches only change when their length doubles, so that a growing curve does not flicker.
    """
    if len(x) <= 2 * bins:
        finite = np.abs(y) <= LARGEST
        return (x, y) if finite.all() else (x[finite], y[finite])
    length = 2
    while len(x) > bins * length:
        length *= 2
    starts = np.arange(0, len(x), length)
    low, high = np.fmin.reduceat(y, starts), np.fmax.reduceat(y, starts)
    first, last = y[starts], y[np.minimum(starts + length, len(x)) - 1]
    # Falling stretches go from high to low, rising ones from low to high: the line then does not go back and forth.
    falling = first >= last
    points = np.empty((len(starts), 2))
    points[:, 0] = np.where(falling, high, low)
    points[:, 1] = np.where(falling, low, high)
    wide = np.repeat(x[starts], 2)
    tall = points.ravel()
    ends = np.flatnonzero(np.abs(y[-length:]) <= LARGEST)
    if len(ends):
        place = len(y) - min(length, len(y)) + ends[-1]
        wide, tall = np.append(wide, x[place]), np.append(tall, y[place])
    finite = np.abs(tall) <= LARGEST
    return wide[finite], tall[finite]
