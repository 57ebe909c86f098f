"""Curves over one input, each with its name at its end; the pointer reads all of them off at once."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from nnviz.engine.types import Array
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import written
from nnviz.ui.session.moment import Selection
from nnviz.ui.toolkit.lettering import LEFT, RIGHT
from nnviz.ui.toolkit.plots.layer import Layer
from nnviz.ui.toolkit.plots.plot import Plot, polygon
from nnviz.ui.toolkit.plots.ticks import Tick, linear_ticks, nice_step

NEAR = 12
FADED = 0.6
LEADER = 12
"""How far a curve's name stands from its end, in pixels at scale 1: a line leads from the one to the other."""
FEWEST_TICKS = 2


@dataclass(frozen=True, eq=False)
class Curve:
    """One line.

    Attributes:
        y: Its heights, shape (points,).
        name: What is written at its end.
        colour: Its own.
        place: The unit that it is of; ``None`` for one that cannot be selected.
        bold: Whether it is the one that matters.
        dashed: Whether it is a constant beside the others.
    """

    y: Array
    name: str
    colour: QColor
    place: Selection | None = None
    bold: bool = False
    dashed: bool = False


class CurvesPlot(Plot):
    """Curves that share an input; a click picks the nearest.

    Signals:
        picked(Selection): The user clicked near a unit's curve.
    """

    picked = Signal(object)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.x: Array = np.zeros(0)
        self.curves: tuple[Curve, ...] = ()
        self.selected: Selection | None = None
        self.points: Array = np.zeros((0, 2))
        self.kinks: Array = np.zeros(0)
        self.axes = ("", "")
        self._point_layer = Layer()
        self._points_at: tuple[float, ...] = ()
        self._x_ticks: list[Tick] = []
        self._y_ticks: list[Tick] = []
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)

    # ---- what it is told -----------------------------------------------------------------------------------------

    def set_points(self, points: Array, names: tuple[str, str]) -> None:
        """The data under the curves, shape (points, 2), and what the two axes are."""
        self.points, self.axes = points, names
        self.show_curves(np.zeros(0), (), None)

    def show_curves(
        self, x: Array, curves: Sequence[Curve], selected: Selection | None, kinks: Array | None = None
    ) -> None:
        """Show these curves, those that matter last; ``kinks`` are marked on the last one."""
        self.x, self.curves, self.selected = x, tuple(curves), selected
        self.kinks = np.zeros(0) if kinks is None else kinks
        if len(x):
            self.set_range((float(x[0]), float(x[-1])), self._heights())
            self.arrange()
        self.viewport().update()

    def curve_at(self, point: QPointF) -> Curve | None:
        """The curve of a unit that is nearest above or below a point; ``None`` where none is near."""
        row = self._row(point)
        ours = [curve for curve in self.curves if curve.place is not None]
        if row is None or not ours:
            return None
        far = [abs(self.y_pixel(float(curve.y[row])) - point.y()) for curve in ours]
        far = [each if math.isfinite(each) else math.inf for each in far]
        nearest = int(np.argmin(far))
        return ours[nearest] if far[nearest] <= self.look.px(NEAR) else None

    def readout(self) -> list[tuple[str, str]]:
        """The input at the pointer, and what each curve is there."""
        row = self._row(self.pointer) if self.pointer is not None else None
        if row is None:
            return []
        style, said = self.look.numbers, self.curves
        if (len(said) + 2) * self.lettering.line("mono_small") > self.height():
            # Where there is no room for all: the selected one, and those that are not one among many.
            said = tuple(each for each in said if each.place == self.selected or each.bold or each.dashed)
        lines = [(self.axes[0], written(float(self.x[row]), style))]
        return lines + [(curve.name, written(float(curve.y[row]), style, plus=True)) for curve in said]

    def _row(self, point: QPointF) -> int | None:
        """The point of the curves that is nearest to a place; ``None`` outside of the frame."""
        if not len(self.x) or not self.frame.contains(point):
            return None
        share = (point.x() - self.frame.left()) / self.frame.width()
        return round(share * (len(self.x) - 1))

    # ---- room ----------------------------------------------------------------------------------------------------

    def _heights(self) -> tuple[float, float]:
        """A range of round numbers around all that is shown: it stays the same while the curves move a little."""
        low, high = _span([curve.y for curve in self.curves] + [self.points[:, 1]])
        if len(self.points):
            # Large terms may cancel: what they add up to keeps a third of the height.
            least, most = _span([curve.y for curve in self.curves if curve.bold] + [self.points[:, 1]])
            low, high = max(low, least - (most - least)), min(high, most + (most - least))
        if not (high - low > 1e-9 * max(abs(low), abs(high))) or not math.isfinite(high - low):
            return (low - 1.0, high + 1.0) if abs(low) < 1e9 else (-1.0, 1.0)
        step = nice_step(high - low, 8)
        room = 0.02 * (high - low)
        return math.floor((low - room) / step) * step, math.ceil((high + room) / step) * step

    def _measure(self) -> None:
        style, line, frame = self.look.numbers, self.lettering.line("tiny"), self.frame
        self._y_ticks = linear_ticks(*self.y_range, int(min(max(frame.height() / (2.2 * line), 2), 5)), style)
        most = int(min(max(frame.width() / (4 * line), 3), 6))
        self._x_ticks = linear_ticks(*self.x_range, most, style)
        while len(self._x_ticks) < FEWEST_TICKS and 0 < most < 10:
            # A single mark says nothing of the scale.
            most += 1
            self._x_ticks = linear_ticks(*self.x_range, most, style)

    def margins(self) -> QMarginsF:
        px, lettering = self.look.px, self.lettering
        widest = max((lettering.width(tick.text, "tiny") for tick in self._y_ticks), default=0.0)
        left = max(widest, lettering.width(self.axes[1], "tiny_bold")) + px(8)
        names = max((lettering.width(curve.name, "tiny_bold") for curve in self.curves), default=0.0)
        return QMarginsF(math.ceil(left), px(5), math.ceil(names) + px(LEADER + 3), lettering.line("tiny") + px(6))

    def arrange(self) -> None:
        super().arrange()
        if len(self.x):
            # How many marks there is room for depends on the frame, and the frame on how wide their numbers are.
            self._measure()
            super().arrange()

    def restyle(self) -> None:
        self._point_layer.forget()
        super().restyle()

    # ---- drawing -------------------------------------------------------------------------------------------------

    def _is_selected(self, curve: Curve) -> bool:
        return curve.place is not None and curve.place == self.selected

    def _colour(self, curve: Curve) -> QColor:
        colour = QColor(curve.colour)
        ours = [each.place for each in self.curves if each.place is not None and not each.bold]
        if self.selected in ours and not curve.bold and not self._is_selected(curve):
            colour.setAlphaF(FADED)
        return colour

    def _pen(self, curve: Curve) -> QPen:
        width = 3.2 if curve.bold else 2.6 if self._is_selected(curve) else 1.0
        pen = QPen(self._colour(curve), width * self.look.factor)
        if curve.dashed:
            pen.setDashPattern([4.0, 3.0])
        return pen

    def paint_behind(self, painter: QPainter) -> None:
        if not len(self.x):
            return
        self.paint_grid(painter, self._y_ticks)
        low, high = self.y_range
        if low < 0.0 < high:
            painter.setPen(QPen(self.look.colour("axis"), max(1, self.look.px(1))))
            y = round(self.y_pixel(0.0)) + 0.5
            painter.drawLine(QPointF(self.frame.left(), y), QPointF(self.frame.right(), y))
        self._paint_words(painter)
        if len(self.points):
            key = (*self.x_range, *self.y_range)
            if key != self._points_at:
                self._points_at = key
                self._point_layer.forget()
            self._point_layer.put(painter, QRectF(self.rect()), self._paint_points, self.points)

    def _paint_words(self, painter: QPainter) -> None:
        lettering, frame, px, text = self.lettering, self.frame, self.look.px, self.look.colour("text")
        line, (across, up) = lettering.line("tiny"), self.axes
        width = lettering.width(across, "tiny_bold")
        box = QRectF(self.width() - width - px(2), frame.bottom() + px(3), width, line)
        self.paint_x_texts(painter, self._x_ticks, box.left() - px(6))
        lettering.write(painter, box, across, "tiny_bold", text, LEFT)
        box = QRectF(0.0, frame.top() - px(2), frame.left() - px(6), line)
        lettering.write(painter, box, up, "tiny_bold", text, RIGHT)
        self.paint_y_texts(
            painter, [tick for tick in self._y_ticks if self.y_pixel(tick.place) - line / 2 > box.bottom()]
        )

    def _paint_points(self, painter: QPainter, size: QSizeF) -> None:
        radius = 2.2 * self.look.factor
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.colour("axis", 0.7))
        for x, y in self.pixels(self.points[:, 0], self.points[:, 1]).tolist():
            painter.drawEllipse(QPointF(x, y), radius, radius)

    def paint_above(self, painter: QPainter) -> None:
        if not len(self.x):
            return
        self._paint_curves(painter)
        self._paint_kinks(painter)
        self._paint_names(painter)
        self.paint_focus(painter)
        lines = self.readout()
        if lines and self.pointer is not None:
            painter.setPen(QPen(self.look.colour("axis"), max(1.0, self.look.factor)))
            x = self.pointer.x()
            painter.drawLine(QPointF(x, self.frame.top()), QPointF(x, self.frame.bottom()))
            self.paint_readout(painter, self.pointer, lines)

    def _paint_curves(self, painter: QPainter) -> None:
        """The curves inside of the frame: the thin ones first, then the selected one, then those that matter."""
        painter.save()
        painter.setClipRect(self.frame)
        reach = 4.0 * self.height()
        for curve in sorted(self.curves, key=lambda each: (each.bold, self._is_selected(each))):
            places = self.pixels(self.x, curve.y)
            # Far outside of the frame a curve may be anywhere: Qt draws no numbers that are too large.
            places[:, 1] = np.clip(places[:, 1], -reach, reach)
            painter.setPen(self._pen(curve))
            painter.drawPolyline(polygon(places[np.isfinite(places[:, 1])]))
        painter.restore()

    def _paint_kinks(self, painter: QPainter) -> None:
        """A small ring on the last curve wherever it changes its slope."""
        if not len(self.kinks) or not self.curves:
            return
        heights = np.interp(self.kinks, self.x, np.nan_to_num(self.curves[-1].y))
        painter.setPen(QPen(self.look.colour("text"), 1.4 * self.look.factor))
        painter.setBrush(self.look.colour("card"))
        radius = 3.0 * self.look.factor
        for x, y in self.pixels(self.kinks, heights).tolist():
            if self.frame.top() <= y <= self.frame.bottom():
                painter.drawEllipse(QPointF(x, y), radius, radius)

    def _paint_names(self, painter: QPainter) -> None:
        """Each curve's name at its right end, as far as there is room for them under each other."""
        line = self.lettering.line("tiny")
        ends = [curve for curve in self.curves if math.isfinite(curve.y[-1])]
        most = max(int(self.frame.height() / line), 1)
        # What matters keeps its name where there are too many of them.
        kept = sorted(ends, key=lambda curve: (not curve.bold, not self._is_selected(curve)))[:most]
        kept.sort(key=lambda curve: -float(curve.y[-1]))
        wanted = [self.y_pixel(float(curve.y[-1])) for curve in kept]
        frame, left = self.frame, self.frame.right() + self.look.px(LEADER)
        places = apart(wanted, line, frame.top() + line / 3, frame.bottom() - line / 3)
        for curve, end, y in zip(kept, wanted, places, strict=True):
            box = QRectF(left, y - line / 2, self.width() - left, line)
            strong = curve.bold or self._is_selected(curve)
            colour = self.look.colour("text" if strong or self.selected is None else "text_muted")
            self.lettering.write(painter, box, curve.name, "tiny_bold" if strong else "tiny", colour, LEFT)
            painter.setPen(QPen(curve.colour, 1.2 * self.look.factor))
            start = QPointF(frame.right() + self.look.px(1), min(max(end, frame.top()), frame.bottom()))
            painter.drawLine(start, QPointF(left - self.look.px(3), y))

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        curve = self.curve_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and curve is not None:
            self.picked.emit(curve.place)
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.show_hand(self.curve_at(event.position()) is not None)


def _span(heights: Sequence[Array]) -> tuple[float, float]:
    """The lowest and the highest of some numbers, of those that are numbers."""
    values = np.concatenate(heights)
    values = values[np.isfinite(values)]
    return (float(values.min()), float(values.max())) if len(values) else (-1.0, 1.0)


def apart(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Places as near to the wanted ones (rising) as may be, each a gap after the one before, within bounds."""
    places: list[float] = []
    for place in wanted:
        places.append(max(place, places[-1] + gap if places else low))
    above = high
    for number in range(len(places) - 1, -1, -1):
        places[number] = min(places[number], above)
        above = places[number] - gap
    return places
