"""The picture of the drawing board: points in their plane, the brush, and what is said beside the pointer."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from nnviz.engine.data.datasets import counted_columns
from nnviz.engine.types import Array
from nnviz.ui.examples.marks import paint_ring
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
from nnviz.ui.windows.data_editor.point_marks import RADIUS, PointMarks, reach_of, rim_of
from nnviz.ui.windows.data_editor.tools import Hand, Tool

NEAR = 9
"""How far (at scale 1) the pointer may be from a point that it means."""


class BoardView(Plot):
    """Points in their plane; with one input, over it what is to be predicted, classes in a lane each.

    Attributes:
        crosshair: The numbers at which the keyboard works; ``None`` while the mouse does.
        dragged: The point that is being moved.
    """

    def __init__(self, look: Look, history: History, hand: Hand, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.history, self.hand = history, hand
        self.crosshair: QPointF | None = None
        self.dragged: int | None = None
        self._marks = PointMarks(look)
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

    def take_hand(self) -> None:
        """Something else is in the user's hand."""
        self.viewport().update()

    @property
    def target(self) -> float:
        """The chosen class or number."""
        return float(self.hand.label) if self.history.drawing.classes else self.hand.value

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

    @property
    def crosshair_place(self) -> QPointF:
        """Where the crosshair is in the widget: it keeps its numbers, whatever is shown of the plane."""
        at = self.crosshair
        if at is None:
            return self.frame.center()
        return self.bounded(QPointF(self.x_pixel(at.x()), self.y_pixel(at.y())))

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
        self._point_layer.put(painter, QRectF(self.rect()), self.devicePixelRatioF(), self._paint_points, None)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        focused = self.hasFocus()
        painter.setPen(
            QPen(self.look.colour("focus" if focused else "control_border"), (2 if focused else 1) * self.look.factor)
        )
        painter.drawPath(outline)
        self._paint_words(painter)

    def _paint_points(self, painter: QPainter, size: QSizeF) -> None:
        self._marks.put_all(painter, self.history.drawing, self._places.tolist(), self.devicePixelRatioF())

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
            lettering.write(painter, over, self._place_text(self.pointer), "tiny", muted, RIGHT)
        if not len(self.history.drawing):
            lettering.write(painter, frame, self.tr("Click to put a point down."), "body", muted, CENTRE)

    def _place_text(self, place: QPointF) -> str:
        return " · ".join(f"{name} = {number}" for name, number in self._place_lines(place))

    def _place_lines(self, place: QPointF) -> list[tuple[str, str]]:
        """The numbers of a place in the widget."""
        numbers = self.numbers_at(np.array([place.toTuple()]))[0].tolist()
        style = self.look.numbers
        lines = [(name, written(number, style)) for name, number in zip(self.axis_names, numbers, strict=True)]
        return lines[:1] if self.has_lanes else lines

    def paint_above(self, painter: QPainter) -> None:
        if self.hasFocus() and self.crosshair is not None:
            self._paint_crosshair(painter)
        place = self.pointer
        if place is None:
            return
        if self.hand.tool.is_brush:
            self._paint_brush(painter, place)
            return
        point = self.dragged if self.dragged is not None else self.point_at(place)
        if point is not None:
            self._paint_told(painter, point)
        elif self.frame.contains(place):
            painter.setOpacity(0.55)
            self._paint_next(painter, place)
            painter.setOpacity(1.0)

    def _paint_told(self, painter: QPainter, point: int) -> None:
        place = self.place_of(point)
        paint_ring(painter, self.look, place, 10.0)
        self.paint_readout(painter, place, self.told(point))

    def told(self, point: int) -> list[tuple[str, str]]:
        """What is written beside a point: names and numbers."""
        drawing, style, (across, up) = self.history.drawing, self.look.numbers, self.axis_names
        lines = [(self.tr("point {}").format(point + 1), "")]
        if drawing.classes:
            name = drawing.class_names[int(drawing.y[point])]
            lines.append((self.tr("class"), name))
            if drawing.wrong[point]:
                lines.append((self.tr("painted wrong, was"), drawing.class_names[int(drawing.clean[point])]))
        else:
            lines.append(("y", written(float(drawing.y[point]), style)))
        lines.append((across, written(float(drawing.x[point, 0]), style)))
        if drawing.inputs == 2:
            lines.append((up, written(float(drawing.x[point, 1]), style)))
        return lines

    def _paint_next(self, painter: QPainter, place: QPointF) -> None:
        """The point that a click would add."""
        drawing = self.history.drawing
        number = self.numbers_at(np.array([place.toTuple()]))[0].tolist()
        target = drawing.target_at(number[1], self.target)
        if drawing.classes:
            shape, colour = int(target), self.look.theme.class_colour(int(target)).rgb()
        else:
            shape, colour = self._marks.kind_of_number(target, max(abs(target), reach_of(drawing)))
        if drawing.inputs == 1 and not drawing.classes:
            shape, colour = 0, self.look.colour("training").rgb()
        painter.save()
        painter.translate(place)
        self._marks.paint(painter, shape, QColor.fromRgb(colour), RADIUS * self.look.factor, rim=rim_of(drawing))
        painter.restore()

    def _paint_brush(self, painter: QPainter, place: QPointF) -> None:
        radius = self.hand.radius * self.look.factor
        painter.save()
        painter.setClipRect(self.frame)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for role, width in (("card", 3.6), ("text", 1.6)):
            pen = QPen(self.look.colour(role), width * self.look.factor)
            if self.hand.tool is Tool.ERASE and role == "text":
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawEllipse(place, radius, radius)
        painter.restore()

    def _paint_crosshair(self, painter: QPainter) -> None:
        place, frame = self.crosshair_place, self.frame
        painter.setPen(QPen(self.look.colour("focus"), max(1.0, 1.2 * self.look.factor)))
        painter.drawLine(QPointF(place.x(), frame.top()), QPointF(place.x(), frame.bottom()))
        painter.drawLine(QPointF(frame.left(), place.y()), QPointF(frame.right(), place.y()))
        if self.hand.tool.is_brush:
            self._paint_brush(painter, place)
            return
        point = self.point_at(place)
        if point is not None:
            self._paint_told(painter, point)
        else:
            self._paint_next(painter, place)
            self.paint_readout(painter, place, self._place_lines(place))

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(560), self.look.px(520))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "_point_layer"):
            self._measure()
            self.arrange()
            self._place()


def _scaled(span: tuple[float, float], factor: float) -> tuple[float, float]:
    middle, half = (span[0] + span[1]) / 2.0, (span[1] - span[0]) / 2.0
    return middle - half * factor, middle + half * factor
