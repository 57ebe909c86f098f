"""Small pictures of the built-in experiments: the very points of each data set, in the colours of the classes."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap

from nnviz.engine.data.datasets import DATASETS
from nnviz.engine.data.examples import Examples, make_examples
from nnviz.engine.experiment import Experiment
from nnviz.engine.settings import Data
from nnviz.engine.types import Array
from nnviz.resources import resource
from nnviz.ui.look.kept import Kept
from nnviz.ui.look.theme import Theme
from nnviz.ui.toolkit.plots.layer import pixel_ratio
from nnviz.ui.toolkit.tints import COLOURS, colour_table

POINTS = 110
"""Points in a picture; more would run together."""
NOISE = 0.015
FEW = 10
"""So few points are drawn large."""
MARGIN = 0.1
"""Empty border, as a share of the picture's smaller side."""
IMAGE_SOURCE = "digits"
IMAGES = (2, 4)
"""Rows and columns of images, where each example is one."""
DARKEST = 16.0
"""Of a pixel of the digits."""
MOST_PICTURES = 3
"""One for each theme."""


def sample(source: str) -> Examples:
    """A few examples of a built-in data set, with a little noise where they are drawn and not measured."""
    row = DATASETS[source]
    noise = 0.0 if row.fixed or row.most is not None or row.task == "regression" else NOISE
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
        self._images: Array | None = None
        self._prepared = False
        self._pictures: Kept[QPixmap] = Kept(MOST_PICTURES)

    def prepare(self) -> None:
        """Make the examples. It is apart from painting so that a window can do it after it has shown."""
        if self._source == IMAGE_SOURCE and self._images is None:
            self._images = first_images()
        elif self._source is not None and self._examples is None:
            self._examples = sample(self._source)
        self._prepared = True

    def __call__(self, painter: QPainter, area: QRectF, theme: Theme) -> None:
        """Paint into an area."""
        if not self._prepared:
            return
        size = area.size().toSize()
        if size.isEmpty():
            return
        ratio = pixel_ratio(painter)
        key = (theme.name, size.width(), size.height(), ratio)
        picture = self._pictures.get(key, lambda: self.picture(theme, size, ratio))
        painter.drawPixmap(area.topLeft(), picture)

    def picture(self, theme: Theme, size: QSize, device_ratio: float = 1.0) -> QPixmap:
        """Draw it at a size in logical pixels."""
        pixmap = QPixmap(size * device_ratio)
        pixmap.setDevicePixelRatio(device_ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._images is not None:
                _paint_images(painter, QSizeF(size), self._images, theme)
            elif self._examples is not None:
                _paint_examples(painter, QSizeF(size), self._examples, theme)
            else:
                _paint_network(painter, QSizeF(size), theme)
        return pixmap


def first_images() -> Array:
    """The first few digits, shape (images, 8, 8): not all of them, which would take longer than a frame."""
    rows, columns = IMAGES
    with resource("data", "digits.csv").open(encoding="ascii") as file:
        cells = np.loadtxt(file, delimiter=",", skiprows=1, max_rows=rows * columns)
    return cells[:, :-1].reshape(-1, 8, 8)


def _paint_images(painter: QPainter, size: QSizeF, images: Array, theme: Theme) -> None:
    """Digits in rows, their ink in the colour of text."""
    rows, columns = IMAGES
    side = min(size.width() / columns, size.height() / rows)
    left, top = (size.width() - side * columns) / 2, (size.height() - side * rows) / 2
    ink = theme.colour("text")
    for place, image in enumerate(images):
        row, column = divmod(place, columns)
        picture = QImage(8, 8, QImage.Format.Format_ARGB32)
        for y, x in np.ndindex(8, 8):
            ink.setAlphaF(float(min(image[y, x] / DARKEST, 1.0)))
            picture.setPixelColor(int(x), int(y), ink)
        painter.drawImage(QRectF(left + column * side, top + row * side, side, side).adjusted(1, 1, -1, -1), picture)


def _paint_examples(painter: QPainter, size: QSizeF, examples: Examples, theme: Theme) -> None:
    """Points: two inputs as a plane, in the colours of their classes or values; one input and its target as a curve."""
    regression = examples.task == "regression"
    curve = regression and examples.x.shape[1] != 2
    points = np.column_stack([examples.x[:, most_telling(examples)], examples.y[:, 0]]) if curve else examples.x[:, :2]
    # Values are told from each other in larger points than classes are.
    radius = max(1.0, size.height() / (11 if len(points) <= FEW else 18 if regression and not curve else 40))
    # Two inputs that are drawn have one scale; measured ones, and an input and its target, have units of their own.
    fill = regression or examples.x.shape[1] > 2
    colours = [theme.colour("training")] * len(points) if curve else _colours(examples, theme)
    painter.setPen(Qt.PenStyle.NoPen)
    for (x, y), colour in zip(_placed(points, size, radius, fill=fill), colours, strict=True):
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(x, y), radius, radius)


def _colours(examples: Examples, theme: Theme) -> list[QColor]:
    if examples.task != "regression":
        return [theme.class_colour(int(label)) for label in examples.labels]
    values = examples.y[:, 0]
    shares = (values - values.min()) / max(float(np.ptp(values)), 1e-12)
    table = colour_table(theme)
    return [QColor.fromRgb(int(table[round(share * (COLOURS - 1))])) for share in shares]


def most_telling(examples: Examples) -> int:
    """The input that goes up and down with the target most."""
    if examples.x.shape[1] == 1:
        return 0
    together = np.corrcoef(examples.x, examples.y[:, 0], rowvar=False)[-1, :-1]
    return int(np.nanargmax(np.abs(together)))


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
