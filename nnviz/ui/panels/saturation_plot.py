"""An activation's curve and its slope, with the units of a layer standing on it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from nnviz.engine.analysis.diagnostics import FLAT_BELOW, flat_regions
from nnviz.engine.functions.activations import Activation
from nnviz.engine.types import Array, Indices
from nnviz.ui.look import Look
from nnviz.ui.numbers import written
from nnviz.ui.panels.lettering import LEFT
from nnviz.ui.panels.outline import LARGEST
from nnviz.ui.panels.plot import Plot, polygon
from nnviz.ui.panels.ticks import Tick, linear_ticks
from nnviz.ui.panels.unit_health import reach_for

CURVE_POINTS = 321
MOST_POINTS = 512
"""Of large batches, as many examples are drawn as make about so many points."""

CROWD = 20
"""From so many points on, those of the selected unit are drawn smaller."""

DASH, GAP = 6.0, 4.0
"""Of the dashed curve, in pixels at scale 1, measured along it."""

NEAR = 12
"""How far (at scale 1) a click may be from a point."""


@dataclass(frozen=True, eq=False)
class UnitPoints:
    """Where a layer's units stand: for each point its unit, its example (a place in the batch), z, g(z) and g′(z)."""

    unit: Indices
    example: Indices
    z: Array
    a: Array
    slope: Array

    @classmethod
    def of(cls, z: Array, a: Array, slope: Array, units: list[int]) -> UnitPoints:
        """The points of some units, from arrays of shape (batch, units); what cannot be drawn is left out."""
        count = min(len(z), MOST_POINTS // max(len(units), 1))
        examples = np.linspace(0, len(z) - 1, count).round().astype(int)
        rows, columns = np.meshgrid(examples, units, indexing="ij")
        rows, columns = rows.ravel(), columns.ravel()
        z, a, slope = z[rows, columns], a[rows, columns], slope[rows, columns]
        seen = (np.abs(z) <= LARGEST) & (np.abs(a) <= LARGEST)
        return cls(columns[seen], rows[seen], z[seen], a[seen], slope[seen])


class SaturationPlot(Plot):
    """The curve ``g(z)``, its slope dashed, flat regions shaded, and a point for each unit and example.

    Signals:
        unit_picked(int): The user clicked on a point of that unit.
    """

    unit_picked = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.points: UnitPoints | None = None
        self.flat: list[tuple[float, float]] = []
        self.selected: int | None = None
        self._activation: Activation | None = None
        self._flat_below = FLAT_BELOW
        self._reach = 0.0
        self._names: list[str] = []
        self._x_ticks: list[Tick] = []
        self._y_ticks: list[Tick] = []
        self._places: Array = np.zeros((0, 2))
        self._slope_curve, self._value_curve = self.curve(), self.curve()
        self.restyle()

    def restyle(self) -> None:
        for curve, role, width in ((self._value_curve, "text", 2.2), (self._slope_curve, "text_faint", 1.8)):
            pen = QPen(self.look.colour(role), width * self.look.factor)
            pen.setCosmetic(True)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            curve.setPen(pen)
        self._measure()
        super().restyle()

    def show_curve(self, activation: Activation, flat_below: float) -> None:
        """Draw another activation, without units yet."""
        self._activation, self._flat_below = activation, flat_below
        self.points, self.selected, self._reach = None, None, 0.0
        self._draw(np.zeros(0))

    def show_units(self, points: UnitPoints, names: list[str], selected: int | None, flat_below: float) -> None:
        """Put units on the curve; ``names`` are those of all units of the layer."""
        self.points, self._names, self.selected = points, names, selected
        changed, self._flat_below = flat_below != self._flat_below, flat_below
        self._draw(points.z, again=changed)

    def clear(self) -> None:
        """Show nothing."""
        self.points = self._activation = None
        self.viewport().update()

    def unit_at(self, place: QPointF) -> int | None:
        """The unit whose point is at a place in the widget, the selected one where several are; ``None`` if none is."""
        point = self._point_at(place)
        return None if point is None or self.points is None else int(self.points.unit[point])

    def readout(self) -> list[tuple[str, str]]:
        """What is written beside the pointer: names and numbers."""
        point = self._point_at(self.pointer) if self.pointer is not None else None
        if point is None or self.points is None:
            return []
        style, points = self.look.numbers, self.points
        return [
            (self._names[points.unit[point]], self.tr("example {}").format(points.example[point] + 1)),
            ("z", written(float(points.z[point]), style, plus=True)),
            ("g(z)", written(float(points.a[point]), style, plus=True)),
            ("g′(z)", written(float(points.slope[point]), style)),
        ]

    # ---- bringing it up to date ----------------------------------------------------------------------------------

    def _draw(self, z: Array, again: bool = False) -> None:
        activation = self._activation
        if activation is None:
            return
        reach = reach_for(z, activation, self._reach)
        if reach != self._reach or again:
            self._reach = reach
            self.flat = flat_regions(activation, -reach, reach, self._flat_below) if activation.slope_maximum else []
            self._set_range(activation, reach)
            self._draw_curves(activation, reach)
        if self.points is not None:
            self._places = self.pixels(self.points.z, self.points.a)
        self.viewport().update()

    def _set_range(self, activation: Activation, reach: float) -> None:
        z = np.linspace(-reach, reach, CURVE_POINTS)
        value, slope = activation.of(z), activation.slope_at(z)
        low, high = (
            limit if math.isfinite(limit) else reached
            for limit, reached in zip(activation.limits, (value.min(), value.max()), strict=True)
        )
        low, high = min(low, float(slope.min())), max(high, float(slope.max()))
        room = 0.07 * (high - low)
        self.set_range((-reach, reach), (low - room, high + room))
        self._measure()
        self.arrange()

    def _draw_curves(self, activation: Activation, reach: float) -> None:
        z = np.linspace(-reach, reach, CURVE_POINTS)
        slope = activation.slope_at(z)
        steps = np.hypot(*np.diff(self.pixels(z, slope), axis=0).T)
        along = np.concatenate(([0.0], np.cumsum(steps))) / self.look.factor
        self.draw(self._value_curve, z, activation.of(z))
        self.draw(self._slope_curve, z, slope, connect=along % (DASH + GAP) < DASH)

    def _measure(self) -> None:
        low, high = self.y_range
        style, line = self.look.numbers, self.lettering.line("tiny")
        self._y_ticks = linear_ticks(low, high, int(min(max(self.frame.height() / (2.5 * line), 1), 4)), style)
        self._x_ticks = linear_ticks(*self.x_range, int(min(max(self.frame.width() / (3.0 * line), 1), 8)), style)

    def margins(self) -> QMarginsF:
        px, lettering = self.look.px, self.lettering
        left = max(lettering.width(text, "tiny") for text in (*(tick.text for tick in self._y_ticks), "−1"))
        right = lettering.width("g′", "tiny")
        return QMarginsF(math.ceil(left) + px(7), px(4), math.ceil(right) + px(7), lettering.line("tiny") + px(4))

    def _point_at(self, place: QPointF) -> int | None:
        if self.points is None or not len(self._places):
            return None
        distance = np.hypot(self._places[:, 0] - place.x(), self._places[:, 1] - place.y())
        # Of points on top of each other the selected unit's come first, as they are drawn.
        distance = distance - np.where(self.points.unit == (-1 if self.selected is None else self.selected), 0.5, 0.0)
        nearest = int(distance.argmin())
        return nearest if distance[nearest] <= self.look.px(NEAR) else None

    # ---- painting ------------------------------------------------------------------------------------------------

    def paint_behind(self, painter: QPainter) -> None:
        if self._activation is None:
            return
        for start, end in self.flat:
            left, right = self.x_pixel(start), self.x_pixel(end)
            area = QRectF(left, self.frame.top(), right - left, self.frame.height())
            painter.fillRect(area, self.look.colour("flat_region"))
        self.paint_grid(painter, self._y_ticks)
        self.paint_y_texts(painter, self._y_ticks)
        self._paint_x_axis(painter)

    def _paint_x_axis(self, painter: QPainter) -> None:
        """Under the frame: which regions are flat, the axis's name, and numbers where there is room left."""
        px, lettering = self.look.px, self.lettering
        top = self.frame.bottom() + px(3)
        taken = self._paint_flat_words(painter, top)
        for text, centre, role in (
            ("z", self.frame.center().x(), "text"),
            *((tick.text, self.x_pixel(tick.place), "text_muted") for tick in self._x_ticks if tick.place),
        ):
            width = lettering.width(text, "tiny") + 2
            box = QRectF(centre - width / 2, top, width, lettering.line("tiny"))
            if box.right() <= self.width() and not any(box.adjusted(-px(5), 0, px(5), 0).intersects(t) for t in taken):
                lettering.write(painter, box, text, "tiny", self.look.colour(role))
                taken.append(box)

    def _paint_flat_words(self, painter: QPainter, top: float) -> list[QRectF]:
        lettering, frame, font = self.lettering, self.frame, "tiny_bold"
        words = self.tr("flat: g′ ≈ 0")
        if 2 * lettering.width(words, font) + self.look.px(24) > frame.width():
            words = "g′ ≈ 0"
        width = lettering.width(words, font) + 2
        boxes: list[QRectF] = []
        for start, end in self.flat:
            centre = (self.x_pixel(start) + self.x_pixel(end)) / 2
            left = min(max(centre - width / 2, frame.left()), frame.right() - width)
            box = QRectF(left, top, width, lettering.line(font))
            if not any(box.intersects(other) for other in boxes):
                lettering.write(painter, box, words, font, self.look.colour("negative"))
                boxes.append(box)
        return boxes

    def paint_above(self, painter: QPainter) -> None:
        activation = self._activation
        if activation is None:
            return
        self._paint_curve_names(painter, activation)
        if self.points is None:
            return
        chosen = self.points.unit == (-1 if self.selected is None else self.selected)
        self._paint_points(painter, chosen)
        readout = self.readout()
        if readout and self.pointer is not None:
            point = self._point_at(self.pointer)
            assert point is not None
            self.paint_readout(painter, QPointF(*self._places[point]), readout)

    def _paint_curve_names(self, painter: QPainter, activation: Activation) -> None:
        """``g`` and ``g′`` at the right ends of the two curves."""
        height = self.lettering.line("tiny")
        z = np.array([self._reach])
        ends = [("g", "text", float(activation.of(z)[0])), ("g′", "text_faint", float(activation.slope_at(z)[0]))]
        left = self.frame.right() + self.look.px(4)
        for name, role, y in ends:
            centre = min(max(self.y_pixel(y), height / 2), self.frame.bottom() - height / 2)
            box = QRectF(left, centre - height / 2, self.width() - left, height)
            self.lettering.write(painter, box, name, "tiny", self.look.colour(role), LEFT)

    def _paint_points(self, painter: QPainter, chosen: npt.NDArray[np.bool_]) -> None:
        """Dots, and rings for the selected unit on top of them."""
        factor = self.look.factor
        any_chosen = bool(chosen.any())
        pen = QPen(self.look.colour("forward", 0.4 if any_chosen else 0.6), 6.0 * factor)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPoints(polygon(self._places[~chosen]))
        if any_chosen:
            # A ring is a large dot with a smaller one on it: a few calls for all of them.
            size = 1.0 if chosen.sum() <= CROWD else 0.75
            for role, width in (("text", 11.0), ("card", 8.0), ("forward", 5.0)):
                pen.setColor(self.look.colour(role))
                pen.setWidthF(width * size * factor)
                painter.setPen(pen)
                painter.drawPoints(polygon(self._places[chosen]))

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        unit = self.unit_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and unit is not None:
            self.unit_picked.emit(unit)
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self.unit_at(event.position()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "_places"):
            self._measure()
            self.arrange()
            if self._activation is not None and self._reach:
                self._draw_curves(self._activation, self._reach)
            if self.points is not None:
                self._places = self.pixels(self.points.z, self.points.a)
