"""The map itself: the loss as shades, with contour lines and their numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from nnviz.engine.analysis.landscape.landscape import Landscape
from nnviz.engine.types import Array
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import NumberStyle, short
from nnviz.ui.panels.landscape.contours import Spot, contour, levels_of, place_number, uncovered
from nnviz.ui.toolkit.lettering import CENTRE, Lettering

SHADES = 256
FINEST = 6
"""Digits of a line's number."""
MOST_LINES = 400
"""Of a contour's pieces so many are looked at for a place for its number."""


class Terrain:
    """Paints a landscape of two directions; numbers stay near where they were in the picture before.

    Attributes:
        levels: The losses at which lines were painted last.
        numbers: What the numbers of these cover of the map.
    """

    def __init__(self, look: Look) -> None:
        self._look = look
        self._lettering = Lettering(look)
        self._spots: dict[float, Spot] = {}
        self.levels: list[float] = []
        self.numbers: list[QRectF] = []

    def forget(self) -> None:
        """What comes is another map: numbers stand where they stand best."""
        self._spots = {}

    def paint(
        self,
        painter: QPainter,
        size: QSizeF,
        landscape: Landscape,
        marker: QPointF,
        covered: Sequence[QRectF],
        beside: Landscape | None,
    ) -> None:
        """Paint it over an area; no number lies on the marker, or where it would be covered.

        Lines and shades are those of all losses, where another one is seen ``beside`` it: what is flat there is flat.
        """
        losses = landscape.losses
        seen = losses.ravel() if beside is None else np.concatenate([losses.ravel(), beside.losses.ravel()])
        self.levels = levels_of(seen)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(QPointF(), size), self._shaded(losses, seen))
        rows, columns = losses.shape
        scale = np.array([size.width() / (columns - 1), -size.height() / (rows - 1)])
        lines = [contour(losses, level) * scale + (0.0, size.height()) for level in self.levels]
        colour = _mixed(self._look.colour("loss_soft"), self._look.colour("loss"), 0.75)
        painter.setPen(QPen(colour, 1.2 * self._look.factor, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pieces in lines:
            # As one stroke: where pieces that are drawn one by one meet, there are beads.
            line = QPainterPath()
            for x0, y0, x1, y1 in pieces.reshape(-1, 4).tolist():
                line.moveTo(x0, y0)
                line.lineTo(x1, y1)
            painter.drawPath(line)
        self._paint_numbers(painter, size, lines, marker, covered)

    def _shaded(self, losses: Array, seen: Array) -> QImage:
        """The grid as an image: a shade for what lies between two contour lines, and evenly from one to the next."""
        finite = seen[np.isfinite(seen)]
        low, high = (float(finite.min()), float(finite.max())) if len(finite) else (0.0, 1.0)
        marks = [low, *self.levels, max(high, *self.levels, low)] if self.levels else [low, low + 1.0]
        heights = np.nan_to_num(losses, nan=high, posinf=high, neginf=low)
        place = np.interp(heights, marks, np.linspace(0.0, 1.0, len(marks)))
        table = np.array([self._shade(shade / (SHADES - 1)).rgb() for shade in range(SHADES)], dtype=np.uint32)
        pixels = np.ascontiguousarray(table[np.rint(place * (SHADES - 1)).astype(np.intp)][::-1])
        rows, columns = pixels.shape
        return QImage(pixels.data, columns, rows, columns * 4, QImage.Format.Format_RGB32).copy()

    def _shade(self, height: float) -> QColor:
        """From the ground of the panel, where the loss is lowest, to the loss's own colour."""
        low, middle, high = (self._look.colour(role) for role in ("card", "loss_soft", "loss"))
        if height < 0.75:
            return _mixed(low, middle, height / 0.75)
        return _mixed(middle, high, 0.35 * (height - 0.75) / 0.25)

    def _paint_numbers(
        self, painter: QPainter, size: QSizeF, lines: list[Array], marker: QPointF, covered: Sequence[QRectF]
    ) -> None:
        look, lettering, px = self._look, self._lettering, self._look.px
        style = NumberStyle(FINEST, look.numbers.decimal_sign)
        self.numbers = []
        height, taken, spots = lettering.line("tiny"), [Spot(marker.x(), marker.y())], dict[float, Spot]()
        for level, pieces in zip(self.levels, lines, strict=True):
            text = short(level, style)
            width = lettering.width(text, "tiny") + 2 * px(3)
            middles = pieces.mean(axis=1)[:: -(-len(pieces) // MOST_LINES) or 1]
            half, room = (width / 2, height / 2), (size.width(), size.height())
            middles = uncovered(middles, half, covered)
            spot = place_number(middles, half, room, taken, self._spots.get(level))
            if spot is None:
                continue
            taken.append(spot)
            spots[level] = spot
            box = QRectF(spot.x - width / 2, spot.y - height / 2, width, height)
            self.numbers.append(box)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("card", 0.82))
            painter.drawRoundedRect(box, px(4), px(4))
            lettering.write(painter, box, text, "tiny", look.colour("text"), CENTRE)
        self._spots = spots


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    return QColor(
        round(one.red() + share * (other.red() - one.red())),
        round(one.green() + share * (other.green() - one.green())),
        round(one.blue() + share * (other.blue() - one.blue())),
    )
