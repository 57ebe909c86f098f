"""What a unit answers over a single input, as a curve in the unit, with a point where the example stands on it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from nnviz.engine.types import Array
from nnviz.ui.diagram.painting import Painting
from nnviz.ui.toolkit.tints import range_of

ROOM = 0.1
"""What is left above and below the curve, as a share of the unit."""


def paint_curve(painter: QPainter, painting: Painting, square: QRectF, layer: int, unit: int) -> None:
    """Fill the unit between its zero line and its curve, blue above and orange below, and draw the curve."""
    assert painting.lines is not None
    answers = painting.lines.layers[layer]
    low, high = range_of(answers, painting.moment.record.architecture, layer)
    heights = heights_of(answers[unit], low, high)
    across = np.linspace(square.left(), square.right(), len(heights))
    up = square.bottom() - square.height() * heights
    zero = square.bottom() - square.height() * float(heights_of(np.zeros(1), low, high)[0])
    line = [QPointF(x, y) for x, y in zip(across.tolist(), up.tolist(), strict=True)]
    painter.fillRect(square, painting.colour("map_zero"))
    area = QPainterPath()
    area.addPolygon(QPolygonF([QPointF(square.left(), zero), *line, QPointF(square.right(), zero)]))
    for role, top, bottom in (("map_positive", square.top(), zero), ("map_negative", zero, square.bottom())):
        painter.save()
        painter.setClipRect(QRectF(square.left(), top, square.width(), bottom - top), Qt.ClipOperation.IntersectClip)
        painter.fillPath(area, painting.colour(role, 0.55))
        painter.restore()
    painter.fillRect(QRectF(square.left(), zero - 0.5, square.width(), 1.0), painting.colour("axis", 0.8))
    width = max(1.0, 0.03 * square.width())
    painter.setPen(QPen(painting.colour("text"), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawPolyline(QPolygonF(line))
    _paint_example(painter, painting, square, line)


def heights_of(answers: Array, low: float, high: float) -> Array:
    """Answers as shares of a unit's height, 0 at the bottom; what is no number is at nothing."""
    shares = (np.nan_to_num(answers, nan=0.0) - low) / (high - low)
    result: Array = ROOM + (1.0 - 2.0 * ROOM) * np.clip(shares, 0.0, 1.0)
    return result


def _paint_example(painter: QPainter, painting: Painting, square: QRectF, line: list[QPointF]) -> None:
    """The example that is shown, where it stands on the curve."""
    place = painting.example_share
    if place is None:
        return
    at = place * (len(line) - 1)
    first = min(int(at), len(line) - 2)
    point = line[first] + (line[first + 1] - line[first]) * (at - first)
    radius = max(2.0, 0.06 * square.width())
    painter.setPen(QPen(painting.colour("card"), 1.2))
    painter.setBrush(painting.colour("text"))
    painter.drawEllipse(point, radius, radius)
