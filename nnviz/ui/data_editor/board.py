"""The board that data is drawn on, with the mouse or with the keyboard."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QMarginsF, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from nnviz.engine.data.datasets import counted_columns
from nnviz.engine.types import Array
from nnviz.ui.data_editor.drawing import MOST_POINTS, Chosen, rounded
from nnviz.ui.data_editor.history import History
from nnviz.ui.data_editor.point_marks import RADIUS, PointMarks, reach_of, rim_of
from nnviz.ui.data_editor.strokes import BrushStroke
from nnviz.ui.data_editor.tools import Tool, tool_row, translated
from nnviz.ui.formula.symbols import unit_symbol
from nnviz.ui.look import Look
from nnviz.ui.numbers import whole, written
from nnviz.ui.panels.data_marks import paint_ring
from nnviz.ui.panels.data_points import nearest
from nnviz.ui.panels.layer import Layer
from nnviz.ui.panels.lettering import CENTRE, LEFT, RIGHT
from nnviz.ui.panels.plot import Plot
from nnviz.ui.panels.ticks import Tick, linear_ticks

NEAR = 9
"""How far (at scale 1) the pointer may be from a point that it means."""
STEPS, FINE_STEPS = 40, 400
"""Steps of the crosshair from side to side; the fine ones with Shift."""
ZOOM = 1.25
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
USING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


@dataclass
class Hand:
    """What is in the user's hand.

    Attributes:
        label: The chosen class.
        value: The chosen number to predict.
        radius: Of the brush, in pixels at scale 1.
    """

    tool: Tool = Tool.POINT
    label: int = 0
    value: float = 1.0
    radius: float = 30.0


class Board(Plot):
    """Points in their plane; with one input, over it what is to be predicted, classes in a lane each.

    Signals:
        spoken(str): Something could not be done, in a sentence.
    """

    spoken = Signal(str)

    def __init__(
        self,
        look: Look,
        history: History,
        hand: Hand,
        generator: np.random.Generator | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self.history, self.hand = history, hand
        self.crosshair: QPointF | None = None
        self._generator = generator if generator is not None else np.random.default_rng()
        self._before = history.drawing
        self._stroke: BrushStroke | None = None
        self._dragged: int | None = None
        self._added = False
        self._marks = PointMarks(look)
        self._point_layer = Layer()
        self._places: Array = np.zeros((0, 2))
        self._x_ticks: list[Tick] = []
        self._y_ticks: list[Tick] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Drawing board"))
        self.viewport().setCursor(Qt.CursorShape.CrossCursor)
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
        lanes = self.history.drawing.inputs == 1 and self.history.drawing.classes
        self.set_range(_scaled(x, factor), y if lanes else _scaled(y, factor))
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

    # ---- what the user does --------------------------------------------------------------------------------------

    def use(self, place: QPointF) -> None:
        """Press the tool down at a place and lift it again."""
        self._press(place)
        self._release()

    def remove_at(self, place: QPointF) -> bool:
        """Remove the point there; whether there was one."""
        point = self.point_at(place)
        if point is None:
            return False
        chosen = np.zeros(len(self._places), dtype=bool)
        chosen[point] = True
        self.history.keep(self.tr("remove a point"), self.history.drawing.removed(chosen))
        return True

    def _press(self, place: QPointF) -> None:
        self._end_stroke()
        drawing, hand = self.history.drawing, self.hand
        self._before = drawing
        if hand.tool.is_brush:
            if hand.tool is Tool.WRONG and not drawing.classes:
                self.spoken.emit(self.tr("Only classes have labels that can be wrong: here numbers are predicted."))
                return
            self._say_if_full()
            radius = hand.radius * self.look.factor
            self._stroke = BrushStroke(
                hand.tool,
                drawing,
                self.target,
                radius,
                self.pixels_of,
                self.numbers_at,
                self._inside,
                self._generator,
            )
            self.history.show(self._stroke.to(place))
            return
        self._dragged = self.point_at(place)
        self._added = self._dragged is None
        if self._added and self.frame.contains(place) and not self._say_if_full():
            self.history.show(drawing.added(self.numbers_at(np.array([place.toTuple()])), self.target))
            self._dragged = len(drawing)

    def _drag(self, place: QPointF) -> None:
        self._check_ground()
        if self._stroke is not None:
            self.history.show(self._stroke.to(place))
        elif self._dragged is not None:
            to = self.numbers_at(np.array([self._bounded(place).toTuple()]))[0]
            self.history.show(self.history.drawing.moved(self._dragged, to.tolist()))

    def _release(self) -> None:
        self._check_ground()
        if self._stroke is not None:
            self.history.keep(translated(tool_row(self.hand.tool).done))
        elif self._dragged is not None:
            self.history.keep(translated(tool_row(Tool.POINT).done) if self._added else self.tr("move a point"))
        self._stroke = self._dragged = None

    def _check_ground(self) -> None:
        """Let go where something was undone in the middle of a stroke: it has nothing left to stand on."""
        if self.history.before_stroke is not self._before:
            self._stroke = self._dragged = None

    def _end_stroke(self) -> None:
        self.history.drop()
        self._stroke = self._dragged = None

    def _say_if_full(self) -> bool:
        adds = self.hand.tool in (Tool.POINT, Tool.SPRAY)
        full = adds and len(self.history.drawing) >= MOST_POINTS
        if full:
            self.spoken.emit(self.tr("There are {} points, and no room for more.").format(whole(MOST_POINTS)))
        return full

    def _inside(self, places: Array) -> Chosen:
        frame = self.frame
        across = (places[:, 0] >= frame.left()) & (places[:, 0] <= frame.right())
        return np.asarray(across & (places[:, 1] >= frame.top()) & (places[:, 1] <= frame.bottom()))

    def _bounded(self, place: QPointF) -> QPointF:
        frame = self.frame
        return QPointF(
            min(max(place.x(), frame.left()), frame.right()), min(max(place.y(), frame.top()), frame.bottom())
        )

    # ---- the crosshair -------------------------------------------------------------------------------------------

    @property
    def crosshair_place(self) -> QPointF:
        """Where the crosshair is in the widget: it keeps its numbers, whatever is shown of the plane."""
        at = self.crosshair
        if at is None:
            return self.frame.center()
        return self._bounded(QPointF(self.x_pixel(at.x()), self.y_pixel(at.y())))

    def _move_crosshair(self, step: tuple[int, int], fine: bool, carries: bool) -> None:
        start = self.crosshair_place
        point = self.point_at(start) if carries else None
        steps = FINE_STEPS if fine else STEPS
        bit = QPointF(step[0] * self.frame.width() / steps, -step[1] * self.frame.height() / steps)
        place = self._bounded(start + bit)
        drawing = self.history.drawing
        if point is not None:
            to = self.numbers_at(np.array([self._bounded(self.place_of(point) + bit).toTuple()]))[0]
            moved = drawing.moved(point, to.tolist())
            self.history.keep(self.tr("move a point"), moved, point)
            place = self.place_of(point)
        (left, right), (low, high), frame = self.x_range, self.y_range, self.frame
        self.crosshair = QPointF(
            left + (place.x() - frame.left()) / frame.width() * (right - left),
            low + (frame.bottom() - place.y()) / frame.height() * (high - low),
        )
        self.viewport().update()

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
        if drawing.inputs == 1 and drawing.classes:
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
        numbers, drawing = self.numbers_at(np.array([place.toTuple()]))[0].tolist(), self.history.drawing
        style = self.look.numbers
        lines = [(name, written(number, style)) for name, number in zip(self.axis_names, numbers, strict=True)]
        return lines[:1] if drawing.inputs == 1 and drawing.classes else lines

    def paint_above(self, painter: QPainter) -> None:
        if self.hasFocus() and self.crosshair is not None:
            self._paint_crosshair(painter)
        place = self.pointer
        if place is None:
            return
        if self.hand.tool.is_brush:
            self._paint_brush(painter, place)
            return
        point = self._dragged if self._dragged is not None else self.point_at(place)
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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.crosshair = None
        if event.button() == Qt.MouseButton.LeftButton:
            self._press(event.position())
        elif event.button() == Qt.MouseButton.RightButton:
            self.remove_at(event.position())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._drag(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._release()
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # Two quick clicks are two points.
        self.mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._means(event):
            event.accept()
            return True
        return super().event(event)

    def _means(self, event: QKeyEvent) -> bool:
        return event.key() in ARROWS or event.key() in USING or event.key() in REMOVING

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers()
        if (step := ARROWS.get(Qt.Key(event.key()))) is not None:
            shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            self._move_crosshair(step, shift, bool(modifiers & Qt.KeyboardModifier.ControlModifier))
        elif event.key() in USING:
            self._show_crosshair()
            self.use(self.crosshair_place)
        elif event.key() in REMOVING:
            keyed = self.crosshair is not None or self.pointer is None
            self.remove_at(self.crosshair_place if keyed or self.pointer is None else self.pointer)
        else:
            event.ignore()

    def _show_crosshair(self) -> None:
        if self.crosshair is None:
            self._move_crosshair((0, 0), fine=False, carries=False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._show_crosshair()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "_point_layer"):
            self._measure()
            self.arrange()
            self._place()


def _scaled(span: tuple[float, float], factor: float) -> tuple[float, float]:
    middle, half = (span[0] + span[1]) / 2.0, (span[1] - span[0]) / 2.0
    return middle - half * factor, middle + half * factor
