"""How examples look: a shape for each class, and marks for each part of the data."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from nnviz.ui.examples.stamps import StampBox
from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.plots.layer import pixel_ratio

SIDES = ((0, 0.0), (4, 45.0), (3, 90.0), (4, 0.0), (3, -90.0), (5, 90.0), (6, 0.0), (8, 22.5))
"""Corners (0: a circle) and the direction of the first in degrees: circle, square, triangle, diamond, …"""

STARS = (4, 5)
"""Points of the stars for the classes after those."""

RADIUS = 3.6
"""Of an example, in pixels at scale 1; the circle's, and the other shapes have its area."""
BATCH_RADIUS = 4.8
RING_RADIUS = 9.0
PART_ROLES = ("training", "validation", "test")
"""The colours of the parts, as the theme calls them."""


def class_shape(label: int | None, centre: QPointF, radius: float) -> QPainterPath:
    """The shape of a class, counted from 0; all shapes look about as large as a circle of this radius.

    ``None`` is a circle too: the shape of examples without a class.
    """
    path = QPainterPath()
    place = (label or 0) % (len(SIDES) + len(STARS))
    if place >= len(SIDES):
        path.addPolygon(_star(centre, 1.25 * radius, STARS[place - len(SIDES)]))
        path.closeSubpath()
        return path
    corners, turn = SIDES[place]
    if corners == 0:
        path.addEllipse(centre, radius, radius)
        return path
    # Of the same area as the circle, but for triangles, whose points reach far.
    reach = radius * math.sqrt(2.0 * math.pi / (corners * math.sin(2.0 * math.pi / corners)))
    path.addPolygon(_polygon(centre, [min(reach, 1.4 * radius)] * corners, turn))
    path.closeSubpath()
    return path


def _star(centre: QPointF, radius: float, points: int) -> QPolygonF:
    return _polygon(centre, [radius, 0.45 * radius] * points, 90.0)


def _polygon(centre: QPointF, reaches: list[float], turn: float) -> QPolygonF:
    corners = []
    for place, reach in enumerate(reaches):
        angle = math.radians(turn + 360.0 * place / len(reaches))
        corners.append(QPointF(centre.x() + reach * math.cos(angle), centre.y() - reach * math.sin(angle)))
    return QPolygonF(corners)


def shape(part: int, radius: float) -> QPainterPath:
    """Around the origin: a circle for training, a diamond for validation, a square for the test part."""
    path = QPainterPath()
    if part == 0:
        path.addEllipse(QPointF(0.0, 0.0), radius, radius)
        return path
    if part == 1:
        reach = radius * math.sqrt(math.pi / 2.0)
        path.moveTo(0.0, -reach)
        for x, y in ((reach, 0.0), (0.0, reach), (-reach, 0.0)):
            path.lineTo(x, y)
        path.closeSubpath()
        return path
    half = radius * math.sqrt(math.pi) / 2.0
    path.addRect(-half, -half, 2.0 * half, 2.0 * half)
    return path


class Stamps:
    """The marks of examples, painted once and put down often."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._box = StampBox(look)

    def put(self, painter: QPainter, place: QPointF, part: int, colour: QColor, in_batch: bool) -> None:
        """Put one down with its middle at a place."""
        radius = self._radius(in_batch)

        def paint(into: QPainter) -> None:
            self._paint(into, part, colour, radius, in_batch)

        self._box.put(painter, place, (part, colour.rgb(), in_batch), radius, paint)

    def _paint(self, painter: QPainter, part: int, colour: QColor, radius: float, in_batch: bool) -> None:
        """Paint one around the origin."""
        paint_mark(painter, self._look, part, colour, radius, in_batch)

    def _radius(self, in_batch: bool) -> float:
        return (BATCH_RADIUS if in_batch else RADIUS) * self._look.factor


def paint_mark(painter: QPainter, look: Look, part: int, colour: QColor, radius: float, in_batch: bool) -> None:
    """Paint a mark around the origin: with a thin light rim, and a dark one where it is in the batch."""
    pen = QPen(look.colour("text" if in_batch else "card"), (1.5 if in_batch else 1.0) * look.factor)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(colour)
    painter.drawPath(shape(part, radius))


def paint_ring(painter: QPainter, look: Look, place: QPointF, radius: float = RING_RADIUS) -> None:
    """The ring around the example that is shown: dark, with a light rim on both sides so that it is seen anywhere."""
    factor = look.factor
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for role, width in (("card", 4.6), ("text", 2.2)):
        painter.setPen(QPen(look.colour(role), width * factor))
        painter.drawEllipse(place, radius * factor, radius * factor)


def paint_pin(painter: QPainter, look: Look, tip: QPointF) -> None:
    """A pin with its tip at a place, on a disc so that it is seen anywhere."""
    factor = look.factor
    side, centre = look.px(12), QPointF(tip.x() + 8.5 * factor, tip.y() - 8.5 * factor)
    painter.setPen(QPen(look.colour("text"), 1.2 * factor))
    painter.setBrush(look.colour("card"))
    painter.drawEllipse(centre, 8.5 * factor, 8.5 * factor)
    icon = look.pixmap("pin", "text", 12, pixel_ratio(painter))
    box = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
    painter.drawPixmap(box, icon, QRectF(icon.rect()))
