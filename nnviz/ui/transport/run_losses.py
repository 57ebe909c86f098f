"""The losses of a run as the background of its strip, painted once and then copied."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QPolygonF

from nnviz.engine.types import Array
from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.plots.outline import LARGEST, outline
from nnviz.ui.transport.run_scale import RunScale
from nnviz.ui.transport.run_view import RunView

PIXELS_PER_POINT = 2.0
FEW_POINTS = 200
"""So few strokes are long, and their joints seen."""

ROOM = 0.9
"""The share of the strip's height that the largest loss takes."""


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
