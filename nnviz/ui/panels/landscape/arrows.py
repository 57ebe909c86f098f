"""The two arrows at where the network is: against the gradient, and the step that the optimiser made of it."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from nnviz.engine.types import Array
from nnviz.ui.look.look import Look
from nnviz.ui.names.translation import translate
from nnviz.ui.toolkit.lettering import CENTRE, Lettering

SHORTEST, LONGEST = 34.0, 92.0
"""Pixels, at scale 1, between which a step is drawn: a shorter one is drawn so many times as long."""
DIRECTION = 58.0
"""How long the arrow against the gradient is: it only points."""
FACTORS = (1, 2, 5)
HEAD = 9.0
NOTHING = 1e-12
LEAST = 6.0
"""Pixels at scale 1 that a step must be drawn long, or there is none to be seen."""


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


def name_box(
    look: Look, lettering: Lettering, area: QRectF, start: QPointF, end: QPointF, text: str, away_from: QPointF | None
) -> QRectF:
    """Where an arrow's name stands: at its tip, on the side that leads away from another arrow's tip."""
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
    return box


def paint_name(painter: QPainter, look: Look, lettering: Lettering, box: QRectF, text: str, role: str) -> None:
    """Write an arrow's name."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("card", 0.85))
    painter.drawRoundedRect(box, look.px(4), look.px(4))
    lettering.write(painter, box, text, "small_strong", look.colour(role), CENTRE)


class Arrow(NamedTuple):
    """An arrow of a map: where it ends, what it is called, and its look."""

    tip: QPointF
    text: str
    role: str
    style: Qt.PenStyle
    width: float


class Arrows:
    """The arrows at a place, with their names."""

    def __init__(self, look: Look, lettering: Lettering, area: QRectF, here: QPointF) -> None:
        self._look, self._lettering, self._area, self._here = look, lettering, area, here

    def both(self, downhill: Array, step: QPointF, times: int) -> list[Arrow]:
        """On a map: the direction against the gradient, dashed, and the step, so many times as long as it is."""
        here, look, arrows = self._here, self._look, list[Arrow]()
        length = float(np.hypot(*downhill))
        if math.isfinite(length) and length > 0.0:
            tip = here + QPointF(*(downhill * (1.0, -1.0) / length * look.px(DIRECTION)))
            arrows.append(Arrow(tip, "−∇L", "backward", Qt.PenStyle.DashLine, 2.4))
        end = self._tip(step * times)
        if end is not None:
            arrows.append(Arrow(end, step_text(times), "update", Qt.PenStyle.SolidLine, 3.2))
        return arrows if math.isfinite(here.x()) and math.isfinite(here.y()) else []

    def _tip(self, way: QPointF) -> QPointF | None:
        """Where a step of this length on screen ends, or well beyond the picture; ``None`` where none is seen."""
        length = math.hypot(way.x(), way.y())
        if not (math.isfinite(length) and length >= self._look.px(LEAST)):
            return None
        beyond = 2.0 * (self._area.width() + self._area.height())
        return self._here + way * min(1.0, beyond / length)

    def boxes(self, arrows: list[Arrow]) -> list[QRectF]:
        """What the names of these cover, one after the other."""
        return [
            self._box(each.tip, each.text, arrows[1 - place].tip if len(arrows) == 2 else None)
            for place, each in enumerate(arrows)
        ]

    def covered(self, arrows: list[Arrow]) -> list[QRectF]:
        """All that these and their names cover."""
        half, covered = self._look.px(0.5 * HEAD), self.boxes(arrows)
        for arrow in arrows:
            way = arrow.tip - self._here
            for share in np.linspace(0.0, 1.0, 2 + int(math.hypot(way.x(), way.y()) / (2 * half))).tolist():
                middle = self._here + way * share
                covered.append(QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half))
        return covered

    def paint(self, painter: QPainter, arrows: list[Arrow]) -> None:
        """Paint these, and their names over them."""
        for each in arrows:
            paint_arrow(painter, self._look, self._here, each.tip, each.role, each.style, each.width)
        for each, box in zip(arrows, self.boxes(arrows), strict=True):
            paint_name(painter, self._look, self._lettering, box, each.text, each.role)

    def _box(self, tip: QPointF, text: str, away: QPointF | None) -> QRectF:
        return name_box(self._look, self._lettering, self._area, self._here, tip, text, away)

    def paint_slope(self, painter: QPainter, tangent: list[QPointF], step: float, times: int) -> None:
        """On a curve: the slope by the gradient, dashed, and the step along the axis."""
        here, look = self._here, self._look
        start, end = tangent
        away = None
        if math.isfinite(start.y()) and math.isfinite(end.y()):
            painter.setPen(QPen(look.colour("backward"), 1.8 * look.factor, Qt.PenStyle.DashLine))
            painter.drawLine(start, end)
            lower = max(tangent, key=lambda each: each.y())
            paint_name(painter, look, self._lettering, self._box(lower, "∇L", None), "∇L", "backward")
            away = lower
        tip = self._tip(QPointF(step * times, 0.0))
        if tip is not None:
            paint_arrow(painter, look, here, tip, "update", Qt.PenStyle.SolidLine, 3.2)
            text = step_text(times)
            paint_name(painter, look, self._lettering, self._box(tip, text, away), text, "update")


def step_text(times: int) -> str:
    """What a step is called that is drawn so many times as long as it is."""
    return translate("Landscape", "step × {}").format(times) if times > 1 else translate("Landscape", "step")
