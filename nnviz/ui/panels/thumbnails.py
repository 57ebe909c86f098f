"""Small pictures of the built-in experiments: the very points of each data set, in the colours of the classes."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from nnviz.engine.data import Examples, make_examples
from nnviz.engine.datasets import DATASETS
from nnviz.engine.experiment import Data, Experiment
from nnviz.engine.types import Array
from nnviz.ui.theme import Theme

POINTS = 110
"""Points in a picture; more would run together."""
NOISE = 0.015
FEW = 10
"""So few points are drawn large."""
MARGIN = 0.1
"""Empty border, as a share of the picture's smaller side."""


def sample(source: str) -> Examples:
    """A few examples of a built-in data set, with a little noise."""
    row = DATASETS[source]
    noise = 0.0 if row.fixed or row.task == "regression" else NOISE
    examples = row.examples if row.fixed else POINTS
    return make_examples(Experiment(data=Data(source=source, examples=examples, noise=noise, standardize=False)))


class Thumbnail:
    """The picture of a built-in experiment: blank until it is prepared, then painted once for each theme and size.

    Args:
        source: A built-in data set; of the worked example, which has but one example, its network is drawn.
    """

    def __init__(self, source: str | None) -> None:
        self._source = source
        self._examples: Examples | None = None
        self._prepared = False
        self._pictures: dict[tuple[str, int, int, float], QPixmap] = {}

    def prepare(self) -> None:
        """Make the examples. It is apart from painting so that a window can do it after it has shown."""
        if self._source is not None and self._examples is None:
            self._examples = sample(self._source)
        self._prepared = True

    def __call__(self, painter: QPainter, area: QRectF, theme: Theme) -> None:
        """Paint into an area."""
        if not self._prepared:
            return
        size = area.size().toSize()
        ratio = painter.device().devicePixelRatioF()
        key = (theme.name, size.width(), size.height(), ratio)
        if key not in self._pictures:
            self._pictures[key] = self.picture(theme, size, ratio)
        painter.drawPixmap(area.topLeft(), self._pictures[key])

    def picture(self, theme: Theme, size: QSize, device_ratio: float = 1.0) -> QPixmap:
        """Draw it at a size in logical pixels."""
        pixmap = QPixmap(size * device_ratio)
        pixmap.setDevicePixelRatio(device_ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._examples is not None:
            _paint_examples(painter, QSizeF(size), self._examples, theme)
        else:
            _paint_network(painter, QSizeF(size), theme)
        painter.end()
        return pixmap


def _paint_examples(painter: QPainter, size: QSizeF, examples: Examples, theme: Theme) -> None:
    """Points in the colours of their classes: two inputs as a plane, one input and its target as a curve."""
    regression = examples.task == "regression"
    points = np.column_stack([examples.x[:, 0], examples.y[:, 0]]) if regression else _plane(examples.x)
    radius = max(1.0, size.height() / (11 if len(points) <= FEW else 40))
    painter.setPen(Qt.PenStyle.NoPen)
    for index, (x, y) in enumerate(_placed(points, size, radius, fill=regression)):
        painter.setBrush(theme.colour("training") if regression else theme.class_colour(int(examples.labels[index])))
        painter.drawEllipse(QPointF(x, y), radius, radius)


def _plane(x: Array) -> Array:
    """Inputs, shape (n, inputs), as points of a plane: where there are more than two, the plane they vary most in."""
    if x.shape[1] <= 2:
        return x
    deviation = x.std(axis=0)
    centred = (x - x.mean(axis=0)) / np.where(deviation > 0.0, deviation, 1.0)
    principal = np.linalg.svd(centred, full_matrices=False)[2]
    points: Array = centred @ principal[:2].T
    return points


def _paint_network(painter: QPainter, size: QSizeF, theme: Theme) -> None:
    """The 2-2-2 network of the worked example."""
    radius = size.height() / 11
    columns = [[QPointF(x * size.width(), y * size.height()) for y in (0.3, 0.7)] for x in (0.22, 0.5, 0.78)]
    painter.setPen(QPen(theme.colour("axis"), max(1.0, radius / 4)))
    for before, after in pairwise(columns):
        for start in before:
            for end in after:
                painter.drawLine(start, end)
    painter.setPen(Qt.PenStyle.NoPen)
    for column, role in zip(columns, ("positive", "axis", "negative"), strict=True):
        painter.setBrush(theme.colour(role))
        for place in column:
            painter.drawEllipse(place, radius, radius)


def _placed(points: Array, size: QSizeF, radius: float, *, fill: bool) -> Array:
    """Points of shape (n, 2) as pixels in the middle of an area, y up; ``fill`` gives each axis its own scale."""
    inset = MARGIN * min(size.width(), size.height()) + radius
    room = np.array([size.width() - 2 * inset, size.height() - 2 * inset])
    low, high = points.min(axis=0), points.max(axis=0)
    extent = np.where(high > low, high - low, 1.0)
    scale = room / extent if fill else np.full(2, (room / extent).min())
    places: Array = (points - 0.5 * (low + high)) * scale * (1.0, -1.0) + (0.5 * size.width(), 0.5 * size.height())
    return places
