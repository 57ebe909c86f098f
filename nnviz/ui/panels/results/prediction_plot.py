"""What was predicted against what is true: on the diagonal they are the same."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from nnviz.engine.training.run.evaluation import Evaluation
from nnviz.engine.types import Array, Indices
from nnviz.ui.examples.marks import paint_ring
from nnviz.ui.examples.points import nearest
from nnviz.ui.examples.words import example_name
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import written
from nnviz.ui.toolkit.lettering import LEFT, RIGHT
from nnviz.ui.toolkit.plots.layer import Layer
from nnviz.ui.toolkit.plots.plot import Plot, polygon
from nnviz.ui.toolkit.plots.ticks import Tick, linear_ticks

NEAR = 14
ROOM = 0.04
LARGEST = 1e300


class PredictionPlot(Plot):
    """A point for each example of a part, its target across and its prediction up, over the diagonal.

    Attributes:
        examples: The examples that have a point, as places in the data set.
        targets, predictions: Their numbers in the target's own unit, shape (points,).
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.examples: Indices = np.zeros(0, dtype=np.int64)
        self.targets: Array = np.zeros(0)
        self.predictions: Array = np.zeros(0)
        self.role = "training"
        self.names = ("y", "ŷ")
        self._places: Array = np.zeros((0, 2))
        self._ticks: list[Tick] = []
        self._points = Layer()
        self.setAccessibleName(self.tr("Predicted against true"))

    def show_evaluation(self, evaluation: Evaluation, output: int, role: str, names: tuple[str, str]) -> None:
        """Show one output's predictions, in the colour of a role; ``names`` are those of target and prediction."""
        assert evaluation.numbers is not None
        predictions = evaluation.predictions[:, output]
        with np.errstate(all="ignore"):
            targets = predictions + evaluation.numbers.residuals[:, output]
            drawable = (np.abs(predictions) < LARGEST) & (np.abs(targets) < LARGEST)
        self.examples, self.role, self.names = evaluation.examples[drawable], role, names
        self.targets, self.predictions = targets[drawable], predictions[drawable]
        self._stretch()
        self.restyle()

    @property
    def hovered(self) -> int | None:
        """The point under the pointer, as a place in ``examples``."""
        if self.pointer is None:
            return None
        return nearest(self._places, self.pointer.x(), self.pointer.y(), self.look.px(NEAR))

    def readout(self) -> list[tuple[str, str]]:
        """What is written beside the pointer."""
        point, style = self.hovered, self.look.numbers
        if point is None:
            return []
        target, prediction = float(self.targets[point]), float(self.predictions[point])
        return [
            (example_name(int(self.examples[point])), ""),
            (self.names[0], written(target, style)),
            (self.names[1], written(prediction, style)),
            (f"{self.names[0]} − {self.names[1]}", written(target - prediction, style, plus=True)),
        ]

    # ---- room ----------------------------------------------------------------------------------------------------

    def _stretch(self) -> None:
        low = min(self.targets.min(initial=math.inf), self.predictions.min(initial=math.inf))
        high = max(self.targets.max(initial=-math.inf), self.predictions.max(initial=-math.inf))
        if not low < high:
            low, high = (low - 0.5, low + 0.5) if math.isfinite(low) else (0.0, 1.0)
        room = ROOM * (high - low)
        self.set_range((low - room, high + room), (low - room, high + room))

    def restyle(self) -> None:
        self._measure()
        super().restyle()
        self._place()

    def resized(self) -> None:
        super().resized()
        self.restyle()

    def _measure(self) -> None:
        line, side = self.lettering.line("tiny"), min(self.frame.width(), self.frame.height())
        self._ticks = linear_ticks(*self.x_range, int(min(max(side / (3.2 * line), 1), 5)), self.look.numbers)

    def _place(self) -> None:
        self._places = self.pixels(self.targets, self.predictions)
        self._points.forget()

    def _room_for_words(self) -> QMarginsF:
        px, lettering = self.look.px, self.lettering
        texts = (*(tick.text for tick in self._ticks), self.names[1])
        left = math.ceil(max(lettering.width(text, "tiny") for text in texts)) + px(8)
        line = lettering.line("tiny")
        return QMarginsF(left, line + px(3), px(6), line + px(5))

    def margins(self) -> QMarginsF:
        around = self._room_for_words()
        wide = self.width() - around.left() - around.right()
        high = self.height() - around.top() - around.bottom()
        # Square, so that the diagonal is one.
        aside, above = max(wide - high, 0.0) / 2, max(high - wide, 0.0) / 2
        return around + QMarginsF(aside, above, aside, above)

    def width_for(self, height: float) -> float:
        """How wide it is at most of use where it is so high."""
        around = self._room_for_words()
        return height - around.top() - around.bottom() + around.left() + around.right()

    # ---- painting ------------------------------------------------------------------------------------------------

    def paint_behind(self, painter: QPainter) -> None:
        look, lettering, frame = self.look, self.lettering, self.frame
        self.paint_grid(painter, self._ticks)
        for tick in self._ticks:
            x = round(self.x_pixel(tick.place)) + 0.5
            painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
        self.paint_y_texts(painter, self._ticks)
        line, text = lettering.line("tiny"), look.colour("text")
        name, other = self.tr("true {}").format(self.names[0]), self.tr("predicted {}").format(self.names[1])
        width = lettering.width(name, "tiny")
        box = QRectF(frame.right() - width, frame.bottom() + look.px(3), width, line)
        lettering.write(painter, box, name, "tiny", text, RIGHT)
        self.paint_x_texts(painter, self._ticks, box.left() - look.px(6))
        left = max(frame.left() - self._room_for_words().left(), 0.0)
        box = QRectF(left, frame.top() - line - look.px(2), frame.right(), line)
        lettering.write(painter, box, other, "tiny", text, LEFT)
        painter.setPen(QPen(look.colour("axis"), 1.6 * look.factor, Qt.PenStyle.DashLine))
        painter.drawLine(frame.bottomLeft(), frame.topRight())
        self._points.put(painter, QRectF(self.rect()), self._paint_points, self.predictions)

    def _paint_points(self, painter: QPainter, size: QSizeF) -> None:
        pen = QPen(self.look.colour(self.role, 0.75), 5.0 * self.look.factor)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPoints(polygon(self._places))

    def paint_above(self, painter: QPainter) -> None:
        point = self.hovered
        if point is not None:
            place = QPointF(*self._places[point])
            paint_ring(painter, self.look, place, 6.0)
            self.paint_readout(painter, place, self.readout())
