"""The loss as a curve over one weight, the tangent where the weight is, and a handle to drag along the curve."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QLineF, QMarginsF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from nnviz.engine.analysis.nudge import Nudge
from nnviz.engine.types import Array
from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.lettering import RIGHT
from nnviz.ui.toolkit.plots.free_place import densely
from nnviz.ui.toolkit.plots.handle_plot import HANDLE, SMALL_STEPS, HandlePlot
from nnviz.ui.toolkit.plots.ticks import Tick, linear_ticks

FLAT = 1e-9
LEAST_MARKS = 2
ROOM = 0.1
"""Above and below the curve, as a share of its height."""


class NudgePlot(HandlePlot):
    """L over a weight. The handle is dragged with the mouse, or with Left and Right (Shift: further).

    Its methods are small: where the handle is, the steps of one painting, and what ``HandlePlot`` asks.

    Signals:
        dragged(float): The value that the handle stands at, all along a drag.
    """

    dragged = Signal(float)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.nudge: Nudge | None = None
        self.handle: tuple[float, float] | None = None
        self.measured: tuple[float, float] | None = None
        self._symbol = ""
        self._x_ticks: list[Tick] = []
        self._y_ticks: list[Tick] = []
        self._drawn: Array = np.zeros((0, 2))
        self._curve = self.curve()
        self.restyle()

    def restyle(self) -> None:
        self._curve.setPen(self.loss_pen())
        super().restyle()
        self._settle()

    def resized(self) -> None:
        super().resized()
        self._settle()
        self._draw()

    def show_nudge(self, nudge: Nudge, symbol: str) -> None:
        """Draw a weight's curve; the handle is where the weight is."""
        self.nudge, self._symbol = nudge, symbol
        self.handle = self.measured = None
        losses = nudge.losses[np.isfinite(nudge.losses)]
        low, high = (float(losses.min()), float(losses.max())) if len(losses) else (0.0, 1.0)
        # What is no more than rounding is drawn as the straight line that it is.
        flat = high - low <= FLAT * abs(high)
        room = max(abs(high), FLAT) / 2 if flat else ROOM * (high - low)
        ends = (float(nudge.values[0]), float(nudge.values[-1])) if self._has_ends else (-1.0, 1.0)
        self.set_range(ends, (low - room, high + room))
        self._settle()
        self._draw()

    def show_handle(self, value: float, loss: float) -> None:
        """Put the handle on another place of the curve."""
        self.handle = value, loss
        self.viewport().update()

    def show_measured(self, value: float, loss: float) -> None:
        """Mark the loss that the network really has with a value."""
        self.measured = value, loss
        self.viewport().update()

    def let_go(self, stay: bool) -> None:
        """The drag is over, whoever ended it; the handle stays where it is, or is back where the weight was."""
        if not stay:
            self.handle = self.measured = None
        self.release()

    @property
    def at(self) -> tuple[float, float] | None:
        """Where the handle is: a value and its loss."""
        if self.nudge is None:
            return None
        return self.handle or (self.nudge.value, self.nudge.loss)

    def tangent_at(self, value: float) -> float:
        """The loss that the gradient alone predicts for a value."""
        assert self.nudge is not None, "there is a curve"
        return self.nudge.loss + self.nudge.gradient * (value - self.nudge.value)

    # ---- bringing it up to date ----------------------------------------------------------------------------------

    def _draw(self) -> None:
        if self.nudge is None:
            return
        seen = np.isfinite(self.nudge.losses) & self._has_ends
        x, y = self.nudge.values[seen], self.nudge.losses[seen]
        self.draw(self._curve, x, y)
        self._drawn = densely(*self.pixels(x, y).T)
        self.viewport().update()

    def _settle(self) -> None:
        """Find the marks of both axes, and give the curve what they leave."""
        line = self.lettering.line("tiny")
        self._y_ticks = self._marks(self.y_range, self.frame.height() / (2.2 * line), 5)
        self.arrange()
        # The last one may be where the weight's name stands.
        (low, high), until = self.x_range, self._x_texts_end() - line
        written_to = low + (until - self.frame.left()) / self.frame.width() * (high - low)
        self._x_ticks = self._marks((low, written_to), self.frame.width() / (3.4 * line), 8)

    def _marks(self, ends: tuple[float, float], room: float, most: int) -> list[Tick]:
        """As many as there is room for, and two at least: one number alone is no scale."""
        ticks: list[Tick] = []
        for count in range(int(min(max(room, 1), most)), most + 1):
            ticks = linear_ticks(*ends, count, self.look.numbers)
            if len(ticks) >= LEAST_MARKS:
                break
        return ticks

    def _x_texts_end(self) -> float:
        """Where the weight's name begins, at the right end of its axis."""
        return self.width() - self.look.px(9) - self.lettering.width(self._symbol, "small_strong")

    def margins(self) -> QMarginsF:
        px, lettering = self.look.px, self.lettering
        left = max(lettering.width(text, "tiny") for text in (*(tick.text for tick in self._y_ticks), "0.00"))
        return QMarginsF(
            math.ceil(left) + px(8), lettering.line("small") + px(2), px(10), lettering.line("tiny") + px(4)
        )

    # ---- painting ------------------------------------------------------------------------------------------------

    def paint_behind(self, painter: QPainter) -> None:
        if self.nudge is None:
            return
        look, lettering = self.look, self.lettering
        self.paint_grid(painter, self._y_ticks)
        self.paint_y_texts(painter, self._y_ticks)
        box = QRectF(0.0, self.frame.bottom() + look.px(3), self.width() - look.px(1), lettering.line("tiny"))
        lettering.write(painter, box, self._symbol, "small_strong", look.colour("text"), RIGHT)
        self.paint_x_texts(painter, self._x_ticks, self._x_texts_end())
        top = QRectF(0.0, 0.0, self.frame.left() - look.px(6), lettering.line("small"))
        lettering.write(painter, top, "L", "small_strong", look.colour("loss"), RIGHT)

    def paint_above(self, painter: QPainter) -> None:
        if self.nudge is None or self.at is None or not self._has_ends:
            return
        painter.save()
        painter.setClipRect(self.frame.adjusted(0, -self.look.px(2), 0, self.look.px(2)))
        self._paint_tangent(painter, self.nudge)
        painter.restore()
        self._paint_tangent_word(painter)
        self._paint_points(painter, self.nudge, *self.at)

    def _paint_tangent(self, painter: QPainter, nudge: Nudge) -> None:
        left, right = self.x_range
        low, high = self.tangent_at(left), self.tangent_at(right)
        if not (math.isfinite(low) and math.isfinite(high)):
            return
        painter.setPen(QPen(self.look.colour("backward"), 1.8 * self.look.factor, Qt.PenStyle.DashLine))
        painter.drawLine(self._place(left, low), self._place(right, high))
        if self.handle is not None and math.isfinite(self.handle[1]):
            value, loss = self.handle
            painter.setPen(QPen(self.look.colour("text_muted"), 1.4 * self.look.factor, Qt.PenStyle.DotLine))
            painter.drawLine(self._place(value, loss), self._place(value, self.tangent_at(value)))

    def _paint_tangent_word(self, painter: QPainter) -> None:
        """``tangent``, at one of its ends, above or below it, where the curve is not in the way."""
        word, role = self.tr("tangent"), "small"
        handle, reach = self._place(*self.at) if self.at is not None else QPointF(), self.look.px(HANDLE + 6)
        width, height = self.lettering.width(word, role) + 2, self.lettering.line(role)
        for left in (self.frame.right() - width, self.frame.left() + self.look.px(4)):
            low, high = self.x_range
            ends = [low + (x - self.frame.left()) / self.frame.width() * (high - low) for x in (left, left + width)]
            heights = [self.y_pixel(self.tangent_at(end)) for end in ends]
            for top in (min(heights) - height, max(heights)):
                box = QRectF(left, top, width, height)
                points = self._drawn[(self._drawn[:, 0] > box.left()) & (self._drawn[:, 0] < box.right()), 1]
                free = not ((points > box.top()) & (points < box.bottom())).any() and not box.marginsAdded(
                    QMarginsF(reach, reach, reach, reach)
                ).contains(handle)
                if free and box.top() >= self.frame.top() and box.bottom() <= self.frame.bottom():
                    self.lettering.write(painter, box, word, role, self.look.colour("backward"))
                    return

    def _paint_points(self, painter: QPainter, nudge: Nudge, value: float, loss: float) -> None:
        look, px = self.look, self.look.px
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.handle is not None and math.isfinite(nudge.loss):
            painter.setPen(QPen(look.colour("text"), 1.6 * look.factor))
            painter.drawEllipse(self._place(nudge.value, nudge.loss), px(5), px(5))
        if self.measured is not None and math.isfinite(self.measured[1]):
            painter.setPen(QPen(look.colour("loss"), 2.0 * look.factor))
            painter.drawEllipse(self._place(*self.measured), px(HANDLE + 4), px(HANDLE + 4))
        if not math.isfinite(loss):
            return
        place = self._place(value, loss)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("focus"), 2.0 * look.factor))
            painter.drawEllipse(place, px(HANDLE + 4), px(HANDLE + 4))
        painter.setPen(QPen(look.colour("card"), 1.5 * look.factor))
        painter.setBrush(look.colour("accent"))
        painter.drawEllipse(place, px(HANDLE), px(HANDLE))
        self._paint_arrows(painter, place)

    def _paint_arrows(self, painter: QPainter, place: QPointF) -> None:
        """‹ › in the handle: it goes to the left and to the right."""
        painter.setPen(QPen(self.look.colour("accent_text"), 1.6 * self.look.factor))
        reach, tip = 0.5 * self.look.px(HANDLE), 0.28 * self.look.px(HANDLE)
        for side in (-1, 1):
            point = QPointF(place.x() + side * reach, place.y())
            for up in (-1, 1):
                painter.drawLine(QLineF(point, QPointF(point.x() - side * tip, point.y() + up * tip)))

    def _place(self, value: float, loss: float) -> QPointF:
        return QPointF(self.x_pixel(value), self.y_pixel(loss))

    # ---- dragging ------------------------------------------------------------------------------------------------

    @property
    def handle_pixel(self) -> QPointF | None:
        at = self.at
        return self._place(*at) if at is not None and math.isfinite(at[1]) and self._has_ends else None

    def drag_to_pixel(self, pixel: QPointF) -> None:
        low, high = self.x_range
        self._drag_to(low + (pixel.x() - self.frame.left()) / self.frame.width() * (high - low))

    def push(self, across: int, up: int) -> None:
        low, high = self.x_range
        assert self.at is not None, "it is held"
        self._drag_to(self.at[0] + across * (high - low) / SMALL_STEPS)

    def _drag_to(self, value: float) -> None:
        low, high = self.x_range
        if self.dragging:
            self.dragged.emit(min(max(value, low), high))

    @property
    def _has_ends(self) -> bool:
        """Whether the weight is a number, so that there is a curve."""
        return self.nudge is not None and bool(np.isfinite(self.nudge.values).all())
