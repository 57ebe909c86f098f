"""Where training was, and where it is: the path with its beginning, and the point."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from nnviz.engine.types import Array
from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.plots.handle_plot import HANDLE
from nnviz.ui.toolkit.plots.plot import polygon

FARTHEST = 1e5
"""Pixels: what lies beyond is painted there, as painting knows no larger numbers."""
BEGINNING = 5
"""Half of the side of the square where the path begins, in pixels at scale 1."""


def paint_path(painter: QPainter, look: Look, points: Array) -> None:
    """The way that training went, shape (places, 2) in pixels, and a small square where it began."""
    if len(points) < 2:
        return
    points = np.clip(points, -FARTHEST, FARTHEST)
    line = polygon(points)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((look.colour("card", 0.9), 4.6), (look.colour("text"), 2.0)):
        painter.setPen(QPen(colour, width * look.factor, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline(line)
    start, half = QPointF(*points[0]), look.px(BEGINNING)
    painter.setPen(QPen(look.colour("text"), 2.0 * look.factor))
    painter.setBrush(look.colour("card"))
    painter.drawRect(QRectF(start.x() - half, start.y() - half, 2 * half, 2 * half))


def paint_point(painter: QPainter, look: Look, place: QPointF, focused: bool) -> None:
    """The point, with a ring where the keyboard is at it."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if focused:
        painter.setPen(QPen(look.colour("focus"), 2.0 * look.factor))
        painter.drawEllipse(place, look.px(HANDLE + 4), look.px(HANDLE + 4))
    painter.setPen(QPen(look.colour("card"), 2.0 * look.factor))
    painter.setBrush(look.colour("accent"))
    painter.drawEllipse(place, look.px(HANDLE), look.px(HANDLE))
