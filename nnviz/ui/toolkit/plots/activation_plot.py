"""An activation's curve and its slope, with the regions where it is flat."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from nnviz.engine.analysis.diagnostics import FLAT_BELOW, flat_regions
from nnviz.engine.functions.activations import Activation
from nnviz.engine.types import Array
from nnviz.ui.look.look import Look
from nnviz.ui.session.unit_health import reach_for
from nnviz.ui.toolkit.lettering import LEFT
from nnviz.ui.toolkit.plots.plot import Plot
from nnviz.ui.toolkit.plots.ticks import Tick, linear_ticks

CURVE_POINTS = 321

DASH, GAP = 6.0, 4.0
"""Of the dashed curve, in pixels at scale 1, measured along it."""


class ActivationPlot(Plot):
    """The curve ``g(z)``, its slope dashed, and its flat regions shaded.

    Subclasses put points on it: they call ``draw_around`` with the z that must be in view, and extend ``paint_above``.

    Attributes:
        flat: Where the curve is flat, as far as it is in view, from and to.
        type_role: The type style of the words at the axes.
    """

    def __init__(self, look: Look, type_role: str = "tiny", parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.flat: list[tuple[float, float]] = []
        self.type_role = type_role
        self._activation: Activation | None = None
        self._flat_below = FLAT_BELOW
        self._reach = 0.0
        self._x_ticks: list[Tick] = []
        self._y_ticks: list[Tick] = []
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

    def resized(self) -> None:
        super().resized()
        self._measure()
        self.arrange()
        if self._activation is not None and self._reach:
            self._draw_curves(self._activation, self._reach)
        self.place_points()

    def show_curve(self, activation: Activation, flat_below: float) -> None:
        """Draw another activation."""
        self._activation, self._flat_below, self._reach = activation, flat_below, 0.0
        self.draw_around(np.zeros(0))

    def clear(self) -> None:
        """Show nothing."""
        self._activation = None
        self.viewport().update()

    def draw_around(self, z: Array, again: bool = False) -> None:
        """Draw the curve as far as these z need it, unless it is there already and not wanted ``again``."""
        activation = self._activation
        if activation is None:
            return
        reach = reach_for(z, activation, self._reach)
        if reach != self._reach or again:
            self._reach = reach
            self.flat = flat_regions(activation, -reach, reach, self._flat_below) if activation.slope_maximum else []
            self._set_range(activation, reach)
            self._draw_curves(activation, reach)
        self.place_points()
        self.viewport().update()

    def place_points(self) -> None:
        """Find the places of what stands on the curve, after it has moved."""

    # ---- bringing it up to date ----------------------------------------------------------------------------------

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
        style, line = self.look.numbers, self.lettering.line(self.type_role)
        self._y_ticks = linear_ticks(low, high, int(min(max(self.frame.height() / (2.5 * line), 1), 4)), style)
        self._x_ticks = linear_ticks(*self.x_range, int(min(max(self.frame.width() / (3.0 * line), 1), 8)), style)

    def margins(self) -> QMarginsF:
        px, lettering, role = self.look.px, self.lettering, self.type_role
        left = max(lettering.width(text, role) for text in (*(tick.text for tick in self._y_ticks), "−1"))
        right = lettering.width("g′", role)
        return QMarginsF(math.ceil(left) + px(7), px(4), math.ceil(right) + px(7), lettering.line(role) + px(4))

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

    def paint_above(self, painter: QPainter) -> None:
        if self._activation is not None:
            self._paint_curve_names(painter, self._activation)

    def _paint_x_axis(self, painter: QPainter) -> None:
        """Under the frame: which regions are flat, the axis's name, and numbers where there is room left."""
        px, lettering, role = self.look.px, self.lettering, self.type_role
        top = self.frame.bottom() + px(3)
        taken = self._paint_flat_words(painter, top)
        for text, centre, colour in (
            ("z", self.frame.center().x(), "text"),
            *((tick.text, self.x_pixel(tick.place), "text_muted") for tick in self._x_ticks if tick.place),
        ):
            width = lettering.width(text, role) + 2
            box = QRectF(centre - width / 2, top, width, lettering.line(role))
            if box.right() <= self.width() and not any(box.adjusted(-px(5), 0, px(5), 0).intersects(t) for t in taken):
                lettering.write(painter, box, text, role, self.look.colour(colour))
                taken.append(box)

    def _paint_flat_words(self, painter: QPainter, top: float) -> list[QRectF]:
        lettering, frame, font = self.lettering, self.frame, f"{self.type_role}_bold"
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

    def _paint_curve_names(self, painter: QPainter, activation: Activation) -> None:
        """``g`` and ``g′`` at the right ends of the two curves."""
        height = self.lettering.line(self.type_role)
        z = np.array([self._reach])
        ends = [("g", "text", float(activation.of(z)[0])), ("g′", "text_faint", float(activation.slope_at(z)[0]))]
        left = self.frame.right() + self.look.px(4)
        for name, colour, y in ends:
            centre = min(max(self.y_pixel(y), height / 2), self.frame.bottom() - height / 2)
            box = QRectF(left, centre - height / 2, self.width() - left, height)
            self.lettering.write(painter, box, name, self.type_role, self.look.colour(colour), LEFT)
