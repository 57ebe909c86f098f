"""Maps of many networks, small: what each answers over the plane of two raw inputs, with the training points."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from nnviz.engine.analysis.responses import Map
from nnviz.ui.examples.boundary import boundary
from nnviz.ui.examples.colours import map_image, middle_of, point_colours
from nnviz.ui.examples.marks import class_shape
from nnviz.ui.examples.points import DataPoints
from nnviz.ui.look.look import Look
from nnviz.worker.messages import RunInfo

MOST_POINTS = 120
"""Of more training points, so many are drawn, evenly taken: a small map has no room for more."""
FEW_POINTS = 40
"""So few may be larger."""


class SmallMaps:
    """Pictures of networks that share their data, each kept until there is another map: the rest changes more often.

    Args:
        run: The data, and what kind of answer they all give.
        largest: Radius of a point at scale 1.
    """

    def __init__(self, look: Look, run: RunInfo, largest: float = 4.0) -> None:
        self._look, self._run, self._largest = look, run, largest
        self._points: tuple[tuple[object, ...], QPixmap] = ((), QPixmap())
        self._maps: dict[int, tuple[Map, tuple[object, ...], QPixmap]] = {}

    def picture(self, place: int, answers: Map, side: float, ratio: float) -> QPixmap:
        """The picture of one network, by its place, so many pixels wide and high."""
        key = (side, ratio, self._look.theme.name)
        known = self._maps.get(place)
        if known is None or known[0] is not answers or known[1] != key:
            known = self._maps[place] = answers, key, self._make(answers, side, ratio)
        return known[2]

    def _make(self, answers: Map, side: float, ratio: float) -> QPixmap:
        look, run = self._look, self._run
        pixmap = QPixmap(round(side * ratio), round(side * ratio))
        pixmap.setDevicePixelRatio(ratio)
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            square = QRectF(0.0, 0.0, side, side)
            step = square.width() / (answers.shape[-1] - 1)
            # The first and the last answers are those of the plane's sides: half of their squares lies outside.
            target = square.adjusted(-step / 2, -step / 2, step / 2, step / 2)
            painter.drawImage(target, map_image(answers, run, look.theme))
            if run.examples.classes:
                segments = boundary(answers, middle_of(run.architecture.output)) * step
                painter.setPen(QPen(look.colour("text"), 1.3 * look.factor))
                painter.drawLines([QLineF(*start, *end) for start, end in segments.tolist()])
            painter.drawPixmap(QPointF(), self._point_layer(side, ratio))
        return pixmap

    def older(self, place: int, answers: Map, side: float, ratio: float) -> QPixmap | None:
        """The picture as it was with other answers; ``None`` where there is none, or it is of these."""
        known, key = self._maps.get(place), (side, ratio, self._look.theme.name)
        return known[2] if known is not None and known[0] is not answers and known[1] == key else None

    def _point_layer(self, side: float, ratio: float) -> QPixmap:
        """The training points, the same for all networks: painted once for a size."""
        key = (side, ratio, self._look.theme.name)
        if self._points[0] != key:
            pixmap = QPixmap(round(side * ratio), round(side * ratio))
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            with QPainter(pixmap) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                self._paint_points(painter, side)
            self._points = key, pixmap
        return self._points[1]

    def _paint_points(self, painter: QPainter, side: float) -> None:
        run, look = self._run, self._look
        points, (colours, which) = DataPoints.of(run), point_colours(run, look.theme)
        train = run.examples.train
        if len(train) > MOST_POINTS:
            train = train[np.linspace(0, len(train) - 1, MOST_POINTS).round().astype(np.int64)]
        (left, right), (low, high) = points.x_range, points.y_range
        share = 26.0 if len(train) <= FEW_POINTS else 60.0
        radius = min(max(side / share, 1.4 * look.factor), self._largest * look.factor)
        painter.setPen(QPen(look.colour("card"), 0.8 * look.factor))
        for example in train.tolist():
            x = (points.x[example] - left) / (right - left) * side
            y = (high - points.y[example]) / (high - low) * side
            label = int(run.examples.labels[example]) if run.examples.classes else None
            painter.setBrush(colours[which[example]])
            painter.drawPath(class_shape(label, QPointF(x, y), radius))
