"""What is at the pointer and at the crosshair of the drawing board: the brush, the next point, what a point says."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from nnviz.ui.examples.marks import paint_ring
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import written
from nnviz.ui.windows.data_editor.board_plane import BoardPlane
from nnviz.ui.windows.data_editor.history import History
from nnviz.ui.windows.data_editor.point_marks import RADIUS, reach_of, rim_of
from nnviz.ui.windows.data_editor.tools import Hand, Tool


class BoardView(BoardPlane):
    """The plane, and over it what is in the user's hand.

    Attributes:
        crosshair: The numbers at which the keyboard works; ``None`` while the mouse does.
        dragged: The point that is being moved.
    """

    def __init__(self, look: Look, history: History, hand: Hand, parent: QWidget | None = None) -> None:
        super().__init__(look, history, parent)
        self.hand = hand
        self.crosshair: QPointF | None = None
        self.dragged: int | None = None

    def take_hand(self) -> None:
        """Something else is in the user's hand."""
        self.viewport().update()

    @property
    def target(self) -> float:
        """The chosen class or number."""
        return float(self.hand.label) if self.history.drawing.classes else self.hand.value

    @property
    def crosshair_place(self) -> QPointF:
        """Where the crosshair is in the widget: it keeps its numbers, whatever is shown of the plane."""
        at = self.crosshair
        if at is None:
            return self.frame.center()
        return self.bounded(QPointF(self.x_pixel(at.x()), self.y_pixel(at.y())))

    # ---- painting ------------------------------------------------------------------------------------------------

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
            shape, colour = self.marks.kind_of_number(target, max(abs(target), reach_of(drawing)))
        if drawing.inputs == 1 and not drawing.classes:
            shape, colour = 0, self.look.colour("training").rgb()
        painter.save()
        painter.translate(place)
        self.marks.paint(painter, shape, QColor.fromRgb(colour), RADIUS * self.look.factor, rim=rim_of(drawing))
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
            self.paint_readout(painter, place, self.place_lines(place))
