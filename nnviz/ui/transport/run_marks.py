"""The marks on the strip of a run: what was done, the best epoch, the stop, where other lines part, and the cursor."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from nnviz.ui.look.look import Look
from nnviz.ui.transport.run_scale import RunScale
from nnviz.ui.transport.run_view import RunView

EDIT = 9
"""How wide the triangle of an edit is, in pixels at scale 1, as all lengths here."""

ABOVE = 5
"""How far the triangles reach above the strip."""

STOP = 8
FORK = 12
HANDLE = 6
"""The radius of the cursor's handle."""

RIM = 1.5
"""In the colour of the card, around what stands on the curves."""


def paint_marks(painter: QPainter, look: Look, view: RunView, scale: RunScale, area: QRectF, cursor: float) -> None:
    """What stands behind the cursor: the best epoch, where other lines part, and the stop."""
    if view.best is not None:
        pen = QPen(look.colour("best_marker"), 1.4 * look.factor)
        # Short dashes, so that a low strip has some.
        pen.setDashPattern([2.0, 1.6])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        x = scale.x_of(view.best)
        painter.drawLine(QLineF(x, area.top(), x, area.bottom()))
    partings = [future.parts_at for future in view.futures if future.parts_at is not None]
    for x in _apart((scale.x_of(parting) for parting in partings), look.px(2)):
        # Half of it under the cursor's handle would only look like a stain.
        if not cursor - look.px(FORK + HANDLE) < x < cursor + look.px(HANDLE):
            _paint_fork(painter, look, QPointF(x, area.bottom() - look.px(1)))
    if view.stop:
        side = look.px(STOP)
        # Beside the end, where the cursor's handle does not hide it.
        box = QRectF(scale.x_of(view.known) + look.px(HANDLE + 2), area.center().y() - side / 2, side, side)
        _paint(painter, look, QPolygonF([box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()]))


def paint_edits(painter: QPainter, look: Look, view: RunView, scale: RunScale, area: QRectF) -> None:
    """A triangle on the upper edge wherever the user did something."""
    for x in _apart((scale.x_of(mark.iteration) for mark in view.marks), look.px(2)):
        _paint(painter, look, _triangle(QPointF(x, area.top() - look.px(ABOVE)), look.px(EDIT)))


def paint_cursor(painter: QPainter, look: Look, x: float, area: QRectF, focused: bool) -> None:
    """The place where one is: a line from top to bottom, and a handle on it."""
    line = QLineF(x, area.top() - look.px(2), x, area.bottom() + look.px(2))
    for role, width in (("card", 5.0), ("accent", 2.2)):
        painter.setPen(QPen(look.colour(role), width * look.factor))
        painter.drawLine(line)
    radius = min(HANDLE * look.factor, 0.42 * area.height())
    centre = area.center()
    painter.setPen(QPen(look.colour("card"), 2 * look.factor))
    painter.setBrush(look.colour("accent"))
    painter.drawEllipse(QPointF(x, centre.y()), radius, radius)
    if focused:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("focus"), look.px(2)))
        around = radius + look.px(3)
        painter.drawEllipse(QPointF(x, centre.y()), around, around)


def _paint(painter: QPainter, look: Look, shape: QPolygonF) -> None:
    painter.setBrush(look.colour("text"))
    pen = QPen(look.colour("card"), RIM * look.factor)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.drawPolygon(shape)


def _triangle(top: QPointF, width: float) -> QPolygonF:
    """A triangle that hangs from a place, its tip below."""
    half = width / 2
    left, right = QPointF(top.x() - half, top.y()), QPointF(top.x() + half, top.y())
    return QPolygonF([left, right, QPointF(top.x(), top.y() + 0.8 * width)])


def _paint_fork(painter: QPainter, look: Look, place: QPointF) -> None:
    """The sign of the button for other futures, its left end where the lines part."""
    side = look.px(FORK)
    box = QRectF(place.x(), place.y() - side, side, side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("card", 0.85))
    around = look.px(1)
    painter.drawRoundedRect(box.adjusted(0, -around, around, around), look.px(3), look.px(3))
    icon = look.pixmap("fork", "text", FORK, painter.device().devicePixelRatioF())
    painter.drawPixmap(box, icon, QRectF(icon.rect()))


def _apart(places: Iterable[float], least: float) -> list[float]:
    """Places in order, without those that would cover the one before."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] >= least:
            kept.append(place)
    return kept
