"""What is painted along a run: its losses, once and then copied, and over them marks, other lines and the cursor."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QPolygonF

from nnviz.engine.types import Array
from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.plots.layer import pixel_ratio
from nnviz.ui.toolkit.plots.outline import LARGEST, outline
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

PIXELS_PER_POINT = 2.0
FEW_POINTS = 200
"""So few strokes are long, and their joints seen."""
ROOM = 0.9
"""The share of the strip's height that the largest loss takes."""


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
    icon = look.pixmap("fork", "text", FORK, pixel_ratio(painter))
    painter.drawPixmap(box, icon, QRectF(icon.rect()))


def _apart(places: Iterable[float], least: float) -> list[float]:
    """Places in order, without those that would cover the one before."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] >= least:
            kept.append(place)
    return kept


def loss_curve(view: RunView, column: str, scale: RunScale, area: QRectF, highest: float) -> QPolygonF:
    """A loss over the run, in pixels; what is not a number is left out."""
    bins = max(int(area.width() / PIXELS_PER_POINT), 20)
    x, y = outline(view.column("iteration"), view.column(column), bins)
    across = scale.left + scale.width * x / scale.end
    up = area.bottom() - ROOM * area.height() * np.clip(y / highest, 0.0, 1.0)
    return QPolygonF([QPointF(*point) for point in zip(across.tolist(), up.tolist(), strict=True)])


def highest_loss(view: RunView) -> float:
    """The largest loss that can be drawn; 1 where there is none."""
    losses: Array = np.concatenate([view.column("train_loss"), view.column("validation_loss")])
    drawable = losses[np.abs(losses) <= LARGEST]
    return float(drawable.max()) if len(drawable) and drawable.max() > 0.0 else 1.0


def picture_of(view: RunView, scale: RunScale, area: QRectF, look: Look, ratio: float) -> QPixmap:
    """The training loss as a filled curve and the validation loss as a line, on a transparent ground.

    The picture reaches from the widget's corner to the area's far corner.
    """
    pixmap = QPixmap(round(area.right() * ratio) + 1, round(area.bottom() * ratio) + 1)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        highest = highest_loss(view)
        training = loss_curve(view, "train_loss", scale, area, highest)
        if training.size() > 1:
            under = QPolygonF(training)
            under.append(QPointF(training.last().x(), area.bottom()))
            under.append(QPointF(training.first().x(), area.bottom()))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("training", 0.22))
            # Its edge lies under the line: smoothing it would only take time.
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.drawPolygon(under)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _draw(painter, training, QPen(look.colour("training"), 1.1 * look.factor))
        validation = loss_curve(view, "validation_loss", scale, area, highest)
        if validation.size() > 1:
            _draw(painter, validation, QPen(look.colour("validation"), 1.5 * look.factor))
    return pixmap


def _draw(painter: QPainter, curve: QPolygonF, pen: QPen) -> None:
    """Stroke by stroke: to join more than a thousand short ones into one takes ten times as long."""
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if curve.size() < FEW_POINTS else Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    for start, end in pairwise(curve.toList()):
        painter.drawLine(start, end)
