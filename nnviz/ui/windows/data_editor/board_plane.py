"""The plane of the drawing board: where its points are, its axes, and how much of it is shown."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from nnviz.engine.data.datasets import counted_columns
from nnviz.engine.types import Array
from nnviz.ui.examples.points import nearest
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import written
from nnviz.ui.names.symbols import unit_symbol
from nnviz.ui.toolkit.lettering import CENTRE, LEFT, RIGHT
from nnviz.ui.toolkit.plots.layer import Layer
from nnviz.ui.toolkit.plots.plot import Plot
from nnviz.ui.toolkit.plots.ticks import Tick, linear_ticks
from nnviz.ui.windows.data_editor.drawing import Chosen, rounded
from nnviz.ui.windows.data_editor.history import History
from nnviz.ui.windows.data_editor.point_marks import PointMarks

NEAR = 9
"""How far (at scale 1) the pointer may be from a point that it means."""


class BoardPlane(Plot):
    """Points in their plane; with one input, over it what is to be predicted, classes in a lane each."""

    def __init__(self, look: Look, history: History, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.history = history
        self.marks = PointMarks(look)
        self._point_layer = Layer()
        self._places: Array = np.zeros((0, 2))
        self._x_ticks: list[Tick] = []
        self._y_ticks: list[Tick] = []
        history.changed.connect(self._on_changed)
        self.fit()

    # ---- what it is told -----------------------------------------------------------------------------------------

    def fit(self) -> None:
        """Show all points."""
        self.set_range(*self.history.drawing.ranges())
        self.restyle()

    def zoom(self, factor: float) -> None:
        """Show more of the plane (a factor above 1) or less; lanes of classes stay as they are."""
        x, y = self.x_range, self.y_range
        self.set_range(_scaled(x, factor), y if self.has_lanes else _scaled(y, factor))
        self.restyle()

    def place_of(self, point: int) -> QPointF:
        """Where a point is in the widget."""
        return QPointF(*self._places[point])

    def point_at(self, place: QPointF) -> int | None:
        """The point that is meant by a place in the widget."""
        return nearest(self._places, place.x(), place.y(), self.look.px(NEAR))

    def numbers_at(self, places: Array) -> Array:
        """The numbers of places in the widget, shape (places, 2)."""
        (left, right), (low, high), frame = self.x_range, self.y_range, self.frame
        numbers = np.column_stack(
            (
                left + (places[:, 0] - frame.left()) / frame.width() * (right - left),
                low + (frame.bottom() - places[:, 1]) / frame.height() * (high - low),
            )
        )
        return rounded(numbers, (right - left, high - low))

    def pixels_of(self, places: Array) -> Array:
        """Where places of the plane are in the widget, shape (places, 2)."""
        return self.pixels(places[:, 0], places[:, 1])

    @property
    def has_lanes(self) -> bool:
        """Whether heights are classes."""
        return self.history.drawing.inputs == 1 and self.history.drawing.classes > 0

    def inside(self, places: Array) -> Chosen:
        """Which places in the widget, shape (places, 2), are on the board."""
        frame = self.frame
        across = (places[:, 0] >= frame.left()) & (places[:, 0] <= frame.right())
        return np.asarray(across & (places[:, 1] >= frame.top()) & (places[:, 1] <= frame.bottom()))

    def bounded(self, place: QPointF) -> QPointF:
        """The place on the board that is nearest."""
        frame = self.frame
        return QPointF(
            min(max(place.x(), frame.left()), frame.right()), min(max(place.y(), frame.top()), frame.bottom())
        )

    # ---- room ----------------------------------------------------------------------------------------------------

    def restyle(self) -> None:
        self._measure()
        super().restyle()
        self._measure()
        self._place()

    def _on_changed(self) -> None:
        self._place()
        self.viewport().update()

    def _place(self) -> None:
        self._places = self.pixels_of(self.history.drawing.places)
        self._point_layer.forget()

    def _measure(self) -> None:
        style, line, frame, drawing = self.look.numbers, self.lettering.line("tiny"), self.frame, self.history.drawing
        self._x_ticks = linear_ticks(*self.x_range, int(min(max(frame.width() / (5.0 * line), 4), 8)), style)
        self._y_ticks = linear_ticks(*self.y_range, int(min(max(frame.height() / (3.0 * line), 2), 8)), style)
        if self.has_lanes:
            self._y_ticks = [Tick(float(label), name) for label, name in enumerate(drawing.class_names)]

    @property
    def axis_names(self) -> tuple[str, str]:
        """What goes across, and what goes up."""
        drawing = self.history.drawing
        columns = drawing.columns
        if columns == counted_columns(len(columns)):
            columns = tuple(unit_symbol("x", place) for place in range(len(columns)))
        if drawing.inputs == 2:
            return columns[0], columns[1]
        return columns[0], self.tr("class") if drawing.classes else "y"

    def margins(self) -> QMarginsF:
        px, line = self.look.px, self.lettering.line("tiny")
        widest = max((self.lettering.width(tick.text, "tiny") for tick in self._y_ticks), default=0.0)
        around = QMarginsF(math.ceil(widest) + px(10), px(6) + line, px(6), 2 * line + px(8))
        if self.history.drawing.inputs == 1:
            return around
        over = (self.width() - around.left() - around.right()) - (self.height() - around.top() - around.bottom())
        wide, high = max(over, 0.0) / 2.0, max(-over, 0.0) / 2.0
        return around + QMarginsF(wide, high, wide, high)

    # ---- painting ------------------------------------------------------------------------------------------------

    def paint_behind(self, painter: QPainter) -> None:
        outline = QPainterPath()
        outline.addRoundedRect(self.frame, self.look.px(6), self.look.px(6))
        painter.fillPath(outline, self.look.colour("window"))
        painter.save()
        painter.setClipPath(outline)
        self.paint_grid(painter, self._y_ticks)
        for tick in self._x_ticks:
            x = round(self.x_pixel(tick.place)) + 0.5
            painter.drawLine(QPointF(x, self.frame.top()), QPointF(x, self.frame.bottom()))
        self._point_layer.put(painter, QRectF(self.rect()), self._paint_points, None)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        focused = self.hasFocus()
        painter.setPen(
            QPen(self.look.colour("focus" if focused else "control_border"), (2 if focused else 1) * self.look.factor)
        )
        painter.drawPath(outline)
        self._paint_words(painter)

    def _paint_points(self, painter: QPainter, size: QSizeF) -> None:
        self.marks.put_all(painter, self.history.drawing, self._places.tolist())

    def _paint_words(self, painter: QPainter) -> None:
        lettering, frame, px, text = self.lettering, self.frame, self.look.px, self.look.colour("text")
        muted = self.look.colour("text_muted")
        line, (across, up) = lettering.line("tiny"), self.axis_names
        self.paint_x_texts(painter, self._x_ticks, self.width())
        self.paint_y_texts(painter, self._y_ticks)
        under = QRectF(frame.left(), frame.bottom() + px(5) + line, frame.width(), line)
        lettering.write(painter, under, across, "tiny_bold", text, CENTRE)
        over = QRectF(frame.left(), frame.top() - px(3) - line, frame.width(), line)
        lettering.write(painter, over, up, "tiny_bold", text, LEFT)
        if self.pointer is not None and frame.contains(self.pointer):
            lettering.write(painter, over, self.place_text(self.pointer), "tiny", muted, RIGHT)
        if not len(self.history.drawing):
            lettering.write(painter, frame, self.tr("Click to put a point down."), "body", muted, CENTRE)

    def place_lines(self, place: QPointF) -> list[tuple[str, str]]:
        """The numbers of a place in the widget."""
        numbers = self.numbers_at(np.array([place.toTuple()]))[0].tolist()
        style = self.look.numbers
        lines = [(name, written(number, style)) for name, number in zip(self.axis_names, numbers, strict=True)]
        return lines[:1] if self.has_lanes else lines

    def place_text(self, place: QPointF) -> str:
        """The same in one line."""
        return " · ".join(f"{name} = {number}" for name, number in self.place_lines(place))

    def resized(self) -> None:
        super().resized()
        self._measure()
        self.arrange()
        self._place()

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(560), self.look.px(520))


def _scaled(span: tuple[float, float], factor: float) -> tuple[float, float]:
    middle, half = (span[0] + span[1]) / 2.0, (span[1] - span[0]) / 2.0
    return middle - half * factor, middle + half * factor
