"""The two arrows at where the network is: against the gradient, and the step that the optimiser made of it."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.lettering import CENTRE, Lettering

SHORTEST, LONGEST = 34.0, 92.0
"""Pixels, at scale 1, between which a step is drawn: a shorter one is drawn so many times as long."""
DIRECTION = 58.0
"""How long the arrow against the gradient is: it only points."""
FACTORS = (1, 2, 5)
HEAD = 9.0
NOTHING = 1e-12


def magnified(length: float, longest: float, shortest: float) -> int:
    """How many times as long an arrow of so many pixels is drawn: 1, or a round number that makes it be seen."""
    if not (math.isfinite(length) and length > NOTHING) or length >= shortest:
        return 1
    power = 1
    while True:
        for factor in FACTORS:
            if length * factor * power >= shortest:
                return factor * power if length * factor * power <= longest else max(1, factor * power // 2)
        power *= 10


def paint_arrow(
    painter: QPainter, look: Look, start: QPointF, end: QPointF, role: str, style: Qt.PenStyle, width: float
) -> None:
    """An arrow in the colour of a role, with a rim of the ground around it."""
    length = math.hypot(end.x() - start.x(), end.y() - start.y())
    if not (math.isfinite(length) and length > 1.0):
        return
    along = QPointF((end.x() - start.x()) / length, (end.y() - start.y()) / length)
    side = QPointF(-along.y(), along.x())
    head = min(HEAD * look.factor, length)
    neck = end - along * head * 0.8
    tip = QPolygonF([end, end - along * head + side * head * 0.5, end - along * head - side * head * 0.5])
    for colour, wider, pen_style in (
        (look.colour("card"), 2.4 * look.factor, Qt.PenStyle.SolidLine),
        (look.colour(role), 0.0, style),
    ):
        pen = QPen(colour, width * look.factor + wider, pen_style)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(start, neck)
        painter.setPen(QPen(colour, max(wider, 0.5), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(colour)
        painter.drawPolygon(tip)


def paint_name(
    painter: QPainter,
    look: Look,
    lettering: Lettering,
    area: QRectF,
    start: QPointF,
    end: QPointF,
    text: str,
    role: str,
    away_from: QPointF | None,
) -> QRectF:
    """An arrow's name at its tip, on the side that leads away from another arrow's tip. Returns its box."""
    length = max(math.hypot(end.x() - start.x(), end.y() - start.y()), 1e-9)
    along = QPointF((end.x() - start.x()) / length, (end.y() - start.y()) / length)
    side = QPointF(-along.y(), along.x())
    if away_from is not None:
        other = away_from - start
        if side.x() * other.x() + side.y() * other.y() > 0.0:
            side = -side
    width, height = lettering.width(text, "small_strong") + 2 * look.px(4), lettering.line("small_strong")
    # So far from the tip that the box does not lie on the arrow.
    across = 0.5 * (abs(side.x()) * width + abs(side.y()) * height) + look.px(3)
    centre = end + along * look.px(4) + side * across
    box = QRectF(centre.x() - width / 2, centre.y() - height / 2, width, height)
    box.moveLeft(min(max(box.left(), area.left() + 2), max(area.right() - width - 2, area.left())))
    box.moveTop(min(max(box.top(), area.top() + 2), max(area.bottom() - height - 2, area.top())))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("card", 0.85))
    painter.drawRoundedRect(box, look.px(4), look.px(4))
    lettering.write(painter, box, text, "small_strong", look.colour(role), CENTRE)
    return box
