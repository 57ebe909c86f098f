"""A shape for each class, so that classes are told apart without their colours."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF

SIDES = ((0, 0.0), (4, 45.0), (3, 90.0), (4, 0.0), (3, -90.0), (5, 90.0), (6, 0.0), (8, 22.5))
"""Corners (0: a circle) and the direction of the first in degrees: circle, square, triangle, diamond, …"""

STARS = (4, 5)
"""Points of the stars for the classes after those."""


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
