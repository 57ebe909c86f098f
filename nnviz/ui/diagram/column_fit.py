"""What suits a column: how large its units are, and where its numbers stand.

Units shrink before type does, and type shrinks to a floor before numbers are left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np

CHARACTER = 0.6
"""The advance of the fixed-width font, as a share of its pixel size."""
LINE = 1.24
"""The height of a line of it."""
VALUE_PIXELS = 16.0
SMALLEST_PIXELS = 10.0
NAME_CHARACTERS = 5
LEAST_SHARE = 0.75
NAMED_SHARE = 0.7
"""How much of their size numbers may lose to the names before them."""
LOST_SHARE = 0.65
"""Numbers and units of which less is left than this, each of its usual size, are not worth each other."""
GAIN = 1.05
"""How much larger units must become for their numbers to go beside them."""
BOX = 4.0
"""Room between a unit and a number beside it."""


def least_type(scale: float, stage: bool) -> float:
    """The smallest type of the diagram, in pixels: from far away small type cannot be read at all."""
    return VALUE_PIXELS * scale if stage else SMALLEST_PIXELS


class Numbers(Enum):
    """Where a column's numbers stand."""

    STACKED = "δ above the unit, value below it"
    BESIDE = "at the right of the unit, before the edges leave"
    PASSING = "at the right of the unit and over the edges, only while it is in play or picked"
    NONE = "only for the unit that is picked"


@dataclass(frozen=True)
class ColumnFit:
    """What suits one column: the side of a unit, where its numbers stand, and how large they are written.

    Attributes:
        named: Whether a value has its name before it.
        lines: How many lines of numbers stand beside a unit.
        text: The width kept for the numbers beside a unit.
        least: The smallest type, in pixels.
    """

    side: float
    numbers: Numbers
    pixels: float
    named: bool = False
    lines: int = 2
    text: float = 0.0
    least: float = SMALLEST_PIXELS

    @property
    def bias_pixels(self) -> float:
        """How large biases are written."""
        return max(self.least, 0.76 * self.pixels)


def fit_column(
    slots: int,
    room: float,
    pitch: float,
    largest: float,
    scale: float,
    characters: int,
    has_delta: bool,
    least_share: float = LEAST_SHARE,
    stage: bool = False,
) -> ColumnFit:
    """What suits a column of so many units in so much room.

    Args:
        slots: Units, and an ellipsis if there is one.
        room: The height there is.
        pitch: From this column to the next.
        largest: The largest side of a unit.
        scale: Type size.
        characters: The longest number.
        has_delta: Whether its units have a δ to show.
        least_share: How far units may shrink for the sake of numbers beside them, as a share of their largest side.
        stage: Whether units are to be as large as can be, and numbers in large type: those that would make units
            smaller stand beside them, or are left out.
    """
    each = room / slots
    least = least_type(scale, stage)
    first = max(SMALLEST_PIXELS, VALUE_PIXELS * scale)
    sizes = [float(pixels) for pixels in np.arange(first, least - 0.01, -1.0)] or [first]
    free = max(2.0, min(largest, each - max(2.0, 0.12 * each)))
    stacked = _stacked(each, pitch, largest, sizes, characters)
    beside = _beside(each, pitch, free, sizes, characters, has_delta)
    if stacked is not None:
        # Small type in a crowd is no gain where larger type fits beside the units.
        crowded = stacked.side < largest and stacked.pixels < 0.8 * first
        larger = beside is not None and beside.pixels >= 1.3 * stacked.pixels and beside.side >= 0.8 * stacked.side
        if stage and beside is not None and beside.side > GAIN * stacked.side and beside.pixels >= stacked.pixels:
            return beside
        # In large type, a small unit with small numbers is worth less than a large one that has them while in play.
        lost = scale > 1.0 and stacked.pixels < LOST_SHARE * first and stacked.side < LOST_SHARE * free
        if not lost and (not stage or stacked.side >= least_share * free):
            return beside if beside is not None and crowded and larger else stacked
    if beside is not None and beside.side >= least_share * free:
        return beside
    # As far as where the numbers of the next column begin.
    across = 0.64 * pitch - free / 2.0 - BOX
    pixels = min(max(least, 12.0 * max(1.0, scale)), each / LINE, across / (characters * CHARACTER))
    text = characters * CHARACTER * pixels + BOX
    has_numbers = pixels >= least
    return ColumnFit(free, Numbers.PASSING if has_numbers else Numbers.NONE, max(least, pixels), text=text)


def _stacked(each: float, pitch: float, largest: float, sizes: list[float], characters: int) -> ColumnFit | None:
    """With names before the values, where those cost them little of their size."""
    named, plain = (_stacked_as(name, each, pitch, largest, sizes, characters) for name in (True, False))
    if named is not None and plain is not None and named.pixels < NAMED_SHARE * plain.pixels:
        return plain
    return named or plain


def _stacked_as(
    named: bool, each: float, pitch: float, largest: float, sizes: list[float], characters: int
) -> ColumnFit | None:
    for pixels in sizes:
        line = LINE * pixels
        text = (characters + (NAME_CHARACTERS if named else 0)) * CHARACTER * pixels
        side = min(largest, each - 2.0 * (line + 3.0) - 0.3 * line)
        if side >= min(2.0 * line, largest) and text <= 0.66 * pitch:
            return ColumnFit(side, Numbers.STACKED, pixels, named)
    return None


def _beside(
    each: float, pitch: float, free: float, sizes: list[float], characters: int, has_delta: bool
) -> ColumnFit | None:
    for pixels in sizes:
        line = LINE * pixels
        text = characters * CHARACTER * pixels + 2.0 * BOX
        side = min(free, 0.6 * pitch - text)
        if each >= line + 1.0 and side >= 0.8 * line:
            lines = 2 if has_delta and each >= 2.0 * line + 2.0 else 1
            return ColumnFit(side, Numbers.BESIDE, pixels, False, lines, text)
    return None
