"""What a layer's picture is painted with beside the points of a data plot: rims, the warped grid, a dividing line."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtGui import QColor, QPainter, QPen

from nnviz.engine.analysis.probe import Probe
from nnviz.engine.analysis.projection import GRID_LINES
from nnviz.engine.types import Array
from nnviz.ui.examples.marks import Stamps, shape
from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.plots.plot import polygon


class RimmedStamps(Stamps):
    """Marks with a rim that is seen on the card's ground: colours along a scale are pale in its middle."""

    def _paint(self, painter: QPainter, part: int, colour: QColor, radius: float, in_batch: bool) -> None:
        super()._paint(painter, part, colour, radius, in_batch)
        if not in_batch:
            painter.setPen(QPen(self._look.colour("axis"), self._look.factor))
            painter.drawPath(shape(part, radius))


def paint_grid(painter: QPainter, look: Look, lines: Array, opacity: float) -> None:
    """The lines that were straight in the input; the two through its middle are stronger.

    Args:
        painter: In pixels.
        look: For colours and widths.
        lines: Places in pixels, shape (lines, points, 2), nan where a line has none; a single line is strong.
        opacity: Of the stronger ones.
    """
    middles = {GRID_LINES // 2, GRID_LINES + GRID_LINES // 2} if len(lines) > 1 else {0}
    strong = QPen(look.colour("axis", opacity), 1.7 * look.factor)
    faint = QPen(look.colour("axis", 0.42 * opacity), max(1.0, 0.9 * look.factor))
    for number, line in enumerate(lines):
        painter.setPen(strong if number in middles else faint)
        for stretch in finite_stretches(line):
            painter.drawPolyline(polygon(stretch))


def finite_stretches(line: Array) -> list[Array]:
    """A line of shape (points, 2) without what is not a number: its pieces of two points or more."""
    finite = np.isfinite(line).all(axis=1)
    if finite.all():
        return [line]
    cuts = np.flatnonzero(np.diff(finite)) + 1
    pieces = zip(np.split(line, cuts), np.split(finite, cuts), strict=True)
    return [piece for piece, good in pieces if good[0] and len(piece) > 1]


def dividing_line(probe: Probe, reach: float) -> Array | None:
    """Where a probe of two units takes two classes for equally likely.

    Returns:
        Two points of the line, ``reach`` to both sides of where it is nearest to the middle of the plane, and farther
        where that is far; shape (2, 2). ``None`` where it prefers one class everywhere.
    """
    across, offset = probe.W[1] - probe.W[0], float(probe.b[1] - probe.b[0])
    size = float(np.hypot(*across))
    if not (math.isfinite(size) and size > 0.0):
        return None
    nearest = -offset / size**2 * across
    along = np.array([-across[1], across[0]]) / size
    far = reach + float(np.abs(nearest).sum())
    return np.asarray(nearest + np.outer((-far, far), along))
