"""Edges painted as ink: every edge of a gap in one NumPy pass, many times faster than stroking wide curves one by one.

Where an edge runs is known as soon as the diagram is laid out: which pixels it can touch and how far each is from its
middle line. Only widths, colours and strengths change from frame to frame. So a frame looks each pixel's ink up by the
edge's style and that distance, adds up what falls on the same pixel, and looks the colour up by the sum. Ink is counted
as optical density (−ln of what shines through), in which overlapping edges simply add.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage

from nnviz.engine.types import Array
from nnviz.ui.diagram.curve import rise, rise_slope
from nnviz.ui.diagram.places import Gap

STEPS = 64
"""How finely strength is told apart."""
DISTANCES = 48
"""How finely the distance from an edge's middle is told apart."""
DENSITIES = 128
_PER_DENSITY = 512.0
_SHIFT = 4
_HIGH = 1 << 24
_HIGH_SHIFT = 24 + _SHIFT
DASH, SPACE = 9.0, 5.0

Pixels = npt.NDArray[np.uint32]
Whole = npt.NDArray[np.int64]


@dataclass(frozen=True)
class InkColours:
    """The two inks, and how strong the weakest and the strongest edge are printed (opacity, 0 to 1)."""

    positive: str
    negative: str
    faintest: float = 0.16
    strongest: float = 0.92


def widths_of(widest: float, strengths: Array) -> Array:
    """The widths of edges of some strengths, 0 to 1, in pixels."""
    return 0.7 + (widest - 0.7) * strengths


class GapInk:
    """The edges of one gap as ink on a picture of its own.

    Args:
        ratio: Device pixels for each pixel of the layout.
    """

    def __init__(self, gap: Gap, ratio: float = 1.0) -> None:
        self._ratio = ratio
        self._reach = widths_of(gap.widest, np.ones(1))[0] * ratio / 2.0 + 1.0
        self._widest = gap.widest * ratio
        x0, x1 = gap.x0 * ratio, gap.x1 * ratio
        y0, y1 = gap.y0 * ratio, gap.y1 * ratio
        left, right = int(np.floor(x0)), int(np.ceil(x1))
        self._top = int(np.floor(min(y0.min(), y1.min()) - self._reach)) - 1
        self._left = left
        high = int(np.ceil(max(y0.max(), y1.max()) + self._reach)) + 2 - self._top
        wide = max(1, right - left)
        self._buffer: Pixels = np.zeros((high, wide), dtype=np.uint32)
        self._flat = self._buffer.reshape(-1)
        self._scatter(np.arange(left, left + wide, dtype=np.float64) + 0.5, x0, x1, y0 - self._top, y1 - self._top)
        self.image = QImage(self._buffer.data, wide, high, wide * 4, QImage.Format.Format_ARGB32_Premultiplied)
        self.image.setDevicePixelRatio(ratio)
        self._colours: InkColours | None = None
        self._styles = self._style_table(InkColours("#000", "#000"))
        self._palette: Pixels = np.zeros(0, dtype=np.uint32)

    @property
    def position(self) -> QPointF:
        """Where the picture's top left corner stands in the layout."""
        return QPointF(self._left / self._ratio, self._top / self._ratio)

    def paint(self, colours: InkColours, strengths: Array, negative: npt.NDArray[np.bool_], dashed: bool) -> None:
        """Print all edges anew.

        Args:
            colours: The two inks.
            strengths: 0 to 1, shape (edges,).
            negative: Which edges take the negative ink.
            dashed: Whether negative edges are dashed.
        """
        if colours != self._colours:
            self._colours = colours
            self._styles = self._style_table(colours)
            self._palette = _palette(colours)
        style = negative * (2 if dashed else 1)
        rows = (style * STEPS + np.rint(strengths * (STEPS - 1)).astype(np.int64)) * (3 * DISTANCES)
        # "clip" leaves out a check of the indices, which are right by how they are made.
        np.take(rows, self._edge, out=self._index, mode="clip")
        self._index += self._column
        np.take(self._styles, self._index, out=self._ink, mode="clip")
        sums = np.bincount(self._inverse, weights=self._ink, minlength=len(self._touched)).astype(np.int64)
        positive = sums & (_HIGH - 1)
        positive >>= _SHIFT
        sums >>= _HIGH_SHIFT
        np.minimum(positive, DENSITIES - 1, out=positive)
        np.minimum(sums, DENSITIES - 1, out=sums)
        sums *= DENSITIES
        sums += positive
        np.take(self._palette, sums, out=self._found, mode="clip")
        self._flat[self._touched] = self._found

    def _scatter(self, x: Array, x0: float, x1: float, y0: Array, y1: Array) -> None:
        """Find the pixels that each edge can touch, and how far they are from its middle line."""
        span = max(1.0, x1 - x0)
        u = np.clip((x - x0) / span, 0.0, 1.0)
        climb = (y1 - y0)[:, None]
        middle = y0[:, None] + climb * rise(u)
        slope = climb / span * rise_slope(u)
        steepness = np.sqrt(1.0 + np.square(slope))
        first = np.floor(middle - self._reach * steepness).astype(np.int64)
        counts = np.ceil(middle + self._reach * steepness).astype(np.int64) + 1 - first
        ragged = counts.ravel()
        starts = np.cumsum(ragged) - ragged
        step = np.arange(int(ragged.sum())) - np.repeat(starts, ragged)
        y = np.repeat(first.ravel(), ragged) + step
        cells = np.repeat(np.arange(len(ragged)), ragged)
        across = (y + 0.5 - middle.ravel()[cells]) / steepness.ravel()[cells]
        high, wide = self._buffer.shape
        kept = (np.abs(across) < self._reach) & (y >= 0) & (y < high)
        cells, across = cells[kept], across[kept]
        edge, column = cells // wide, cells % wide
        where = y[kept] * wide + column
        touched = np.zeros(high * wide, dtype=bool)
        touched[where] = True
        self._touched = np.flatnonzero(touched)
        rank = np.cumsum(touched) - 1
        self._inverse = rank[where]
        self._edge = edge
        along = np.cumsum(steepness, axis=1).ravel()[cells] + across * slope.ravel()[cells]
        self._column = _dash_part(along / self._ratio) * DISTANCES
        self._column += (np.abs(across) / self._reach * DISTANCES).astype(np.int64)
        self._index = np.zeros(len(edge), dtype=np.int64)
        self._ink = np.zeros(len(edge))
        self._found: Pixels = np.zeros(len(self._touched), dtype=np.uint32)

    def _style_table(self, colours: InkColours) -> Array:
        """The ink of a pixel by style, strength, part of the dash and distance; negative ink in higher digits."""
        strength = np.linspace(0.0, 1.0, STEPS)
        # An edge thinner than a pixel is printed one pixel wide and fainter.
        width = 0.7 * self._ratio + (self._widest - 0.7 * self._ratio) * strength
        distance = (np.arange(DISTANCES) + 0.5) / DISTANCES * self._reach
        cover = np.clip(np.maximum(width, 1.0)[:, None] / 2.0 + 0.5 - distance, 0.0, 1.0)
        opacity = (colours.faintest + (colours.strongest - colours.faintest) * strength) * np.minimum(width, 1.0)
        # Whole numbers, so that the two inks never run into each other.
        density = np.rint(-np.log1p(-np.minimum(cover * opacity[:, None], 0.97)) * _PER_DENSITY)
        solid = np.stack([density, density, density], axis=1)
        dashed = np.stack([density, np.rint(density * 0.5), np.zeros_like(density)], axis=1)
        result: Array = np.stack([solid, solid * _HIGH, dashed * _HIGH]).ravel()
        return result


def _dash_part(along: Array) -> Whole:
    """Whether a pixel so far along its edge is on a dash (0), at its end (1) or between dashes (2)."""
    at = along % (DASH + SPACE)
    near_end = (np.abs(at - DASH) < 0.5) | (at < 0.5) | (at > DASH + SPACE - 0.5)
    return np.where(near_end, 1, np.where(at > DASH, 2, 0))


def _palette(colours: InkColours) -> Pixels:
    """The colour of a pixel by how much of each ink is on it: premultiplied ARGB."""
    density = (np.arange(DENSITIES) + 0.5) * (1 << _SHIFT) / _PER_DENSITY
    density[0] = 0.0
    negative, positive = density[:, None], density[None, :]
    total = negative + positive
    opacity = -np.expm1(-total)
    share = np.divide(positive, total, out=np.zeros_like(total), where=total > 0.0)
    first, second = QColor(colours.positive), QColor(colours.negative)
    result = np.rint(opacity * 255.0).astype(np.uint32) << 24
    for shift, one, other in (
        (16, first.redF(), second.redF()),
        (8, first.greenF(), second.greenF()),
        (0, first.blueF(), second.blueF()),
    ):
        mixed = (one * share + other * (1.0 - share)) * opacity * 255.0
        result |= np.rint(mixed).astype(np.uint32) << shift
    return result.ravel().astype(np.uint32)
