"""The plane of two raw inputs in a small picture: what is answered there, and the training examples faintly over it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from nnviz.engine.analysis.responses import Plane, has_plane
from nnviz.engine.types import Array, Indices
from nnviz.ui.examples.colours import point_colours
from nnviz.ui.examples.points import sides_of
from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.plots.layer import Layer
from nnviz.worker.messages import RunInfo

MOST_POINTS = 300
"""Of more training examples, so many are drawn, evenly taken."""
RADIUS = 2.4
STRENGTH = 0.75
ROUND = 6
MARK = 5.0


class PlanePicture:
    """Paints maps, points and marks of a run's plane into boxes."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._points = Layer()
        self._shares: Array = np.zeros((0, 2))
        self._colours: tuple[list[QColor], Indices] = ([], np.zeros(0, dtype=np.int64))
        self._run: RunInfo | None = None
        self.plane: Plane | None = None

    def set_run(self, run: RunInfo) -> None:
        """Another plane, other examples."""
        self._run, self.plane = run, None
        if has_plane(run.examples):
            self.plane = Plane.around(run.examples, run.experiment.data)
            train = run.examples.train
            if len(train) > MOST_POINTS:
                train = train[np.linspace(0, len(train) - 1, MOST_POINTS).round().astype(np.int64)]
            self._shares = self.shares(run.examples.raw[train])
            self._examples = train
        self.forget()

    def forget(self) -> None:
        """The look is another one."""
        self._points.forget()
        if self._run is not None and self.plane is not None:
            colours, which = point_colours(self._run, self._look.theme)
            self._colours = colours, which[self._examples]

    def shares(self, raw: Array) -> Array:
        """Where raw inputs, shape (any number, 2), lie in the picture: from its left and from its top, 0 to 1."""
        assert self.plane is not None
        (left, right), (low, high) = sides_of(self.plane)
        return np.column_stack([(raw[:, 0] - left) / (right - left), (high - raw[:, 1]) / (high - low)])

    def raw_at(self, share_x: float, share_y: float) -> tuple[float, float]:
        """The raw inputs at a place of the picture."""
        assert self.plane is not None
        (left, right), (low, high) = sides_of(self.plane)
        return left + share_x * (right - left), high - share_y * (high - low)

    def paint_map(self, painter: QPainter, box: QRectF, image: QImage) -> None:
        """A map, in a frame with round corners."""
        outline = QPainterPath()
        outline.addRoundedRect(box, self._look.px(ROUND), self._look.px(ROUND))
        # The first and the last answers are those of the plane's sides: half of their squares lies outside.
        across, down = box.width() / (image.width() - 1) / 2, box.height() / (image.height() - 1) / 2
        painter.save()
        painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(box.adjusted(-across, -down, across, down), image)
        painter.restore()

    def paint_points(self, painter: QPainter, box: QRectF) -> None:
        """The training examples, faintly."""
        self._points.put(painter, box, self._paint_points, self._run)

    def _paint_points(self, painter: QPainter, size: QSizeF) -> None:
        colours, which = self._colours
        painter.setOpacity(STRENGTH)
        painter.setPen(QPen(self._look.colour("card"), 0.8 * self._look.factor))
        radius = RADIUS * self._look.factor
        for (x, y), colour in zip((self._shares * (size.width(), size.height())).tolist(), which.tolist(), strict=True):
            painter.setBrush(colours[colour])
            painter.drawEllipse(QPointF(x, y), radius, radius)

    def paint_mark(self, painter: QPainter, box: QRectF, share_x: float, share_y: float) -> None:
        """A cross at a place of the picture, with a light rim so that it is seen anywhere."""
        x, y = box.left() + share_x * box.width(), box.top() + share_y * box.height()
        reach = MARK * self._look.factor
        for role, width in (("card", 3.6), ("text", 1.6)):
            painter.setPen(QPen(self._look.colour(role), width * self._look.factor))
            painter.drawLine(QPointF(x - reach, y), QPointF(x + reach, y))
            painter.drawLine(QPointF(x, y - reach), QPointF(x, y + reach))
