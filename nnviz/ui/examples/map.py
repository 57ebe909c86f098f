"""The map under a data plot: what the network answers over two raw inputs, and the lines between classes."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from nnviz.engine.analysis.responses import ResponseMaps
from nnviz.engine.types import Array
from nnviz.ui.examples.boundary import boundary
from nnviz.ui.examples.colours import map_image, middle_of
from nnviz.ui.examples.points import sides_of
from nnviz.ui.look.look import Look
from nnviz.worker.messages import RunInfo


def paint_map(
    painter: QPainter, look: Look, size: QSizeF, maps: ResponseMaps | None, run: RunInfo | None, corners: Array
) -> None:
    """Paint it into a frame with round corners.

    Args:
        painter: Its origin is the frame's.
        look: Whose colours it has.
        size: The frame's.
        maps: What is answered; the frame is empty without.
        run: Whose classes and targets are meant.
        corners: Where the plane's upper left and lower right corners are in the frame, shape (2, 2).
    """
    area, outline = QRectF(QPointF(), size), QPainterPath()
    outline.addRoundedRect(area, look.px(6), look.px(6))
    painter.fillPath(outline, look.colour("map_zero"))
    if maps is None or run is None:
        return
    painter.setClipPath(outline)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    answers = maps.layers[-1]
    rows, columns = answers.shape[1:]
    step = (corners[1] - corners[0]) / (columns - 1, rows - 1)
    # The first and the last answers are those of the plane's sides, so that half of their squares lies outside.
    target = QRectF(QPointF(*(corners[0] - step / 2)), QPointF(*(corners[1] + step / 2)))
    painter.drawImage(target, map_image(answers, run, look.theme))
    if run.examples.classes:
        _paint_boundary(painter, look, boundary(answers, middle_of(run.architecture.output)) * step + corners[0])


def corners_of(maps: ResponseMaps) -> tuple[Array, Array]:
    """The raw numbers across and up of a map's upper left and lower right corners."""
    (left, right), (low, high) = sides_of(maps.plane)
    return np.array([left, right]), np.array([high, low])


def _paint_boundary(painter: QPainter, look: Look, segments: Array) -> None:
    path = QPainterPath()
    for (x0, y0), (x1, y1) in segments.tolist():
        path.moveTo(x0, y0)
        path.lineTo(x1, y1)
    for role, width in (("card", 4.0), ("text", 2.0)):
        pen = QPen(look.colour(role), width * look.factor)
        # Round ends would take ten times as long.
        pen.setCapStyle(Qt.PenCapStyle.SquareCap)
        painter.strokePath(path, pen)
