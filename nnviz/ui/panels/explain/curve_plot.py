"""A unit on its activation's curve: where it stands, how steep the curve is there, and where it stands otherwise."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from nnviz.engine.functions.activations import Activation
from nnviz.engine.types import Array
from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.plots.activation_plot import ActivationPlot
from nnviz.ui.toolkit.plots.outline import LARGEST
from nnviz.ui.toolkit.plots.plot import polygon

MOST_OTHERS = 512
TANGENT = 150
"""How long the tangent is, in pixels at scale 1."""


class CurvePlot(ActivationPlot):
    """The curve with a point, its tangent and lines to both axes, and other points faintly.

    Attributes:
        z: Where the unit stands; ``None`` where that is no single place.
        others: Where it stands for other examples, shape (examples,).
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self.z: float | None = None
        self.others: Array = np.zeros(0)
        self._places: Array = np.zeros((0, 2))
        super().__init__(look, type_role="small", parent=parent)

    def show_unit(self, activation: Activation, flat_below: float, z: float | None, others: Array) -> None:
        """Put a unit on the curve of its activation."""
        if activation is not self._activation or flat_below != self._flat_below:
            self.show_curve(activation, flat_below)
        few = others[:: max(1, -(-len(others) // MOST_OTHERS))]
        self.others = few[np.abs(few) <= LARGEST]
        self.z = z if z is not None and abs(z) <= LARGEST else None
        self.draw_around(self.others if self.z is None else np.append(self.others, self.z))

    def place_points(self) -> None:
        """Find where the other examples are, after the curve has moved."""
        if self._activation is not None:
            self._places = self.pixels(self.others, self._activation.of(self.others))

    def point(self) -> QPointF | None:
        """Where the unit stands, in the widget."""
        return None if self.z is None else self._at(self.z, self._value())

    def tangent(self) -> QLineF | None:
        """The tangent in that point, in the widget."""
        point = self.point()
        if point is None or self.z is None:
            return None
        towards = self._at(self.z + 1.0, self._value() + self._slope())
        line = QLineF(point, towards)
        line.setLength(self.look.px(TANGENT) / 2)
        return QLineF(point - (line.p2() - point), line.p2())

    def _value(self) -> float:
        assert self._activation is not None
        return float(self._activation.of(np.array([self.z]))[0])

    def _slope(self) -> float:
        assert self._activation is not None
        return float(self._activation.slope_at(np.array([self.z]))[0])

    def _at(self, x: float, y: float) -> QPointF:
        return QPointF(self.x_pixel(x), self.y_pixel(y))

    # ---- painting ------------------------------------------------------------------------------------------------

    def paint_above(self, painter: QPainter) -> None:
        if self._activation is None:
            return
        super().paint_above(painter)
        self._paint_others(painter)
        point, tangent = self.point(), self.tangent()
        if point is not None and tangent is not None:
            self._paint_drop_lines(painter, point)
            self._paint_tangent(painter, tangent)
            self._paint_point(painter, point)

    def _paint_others(self, painter: QPainter) -> None:
        pen = QPen(self.look.colour("forward", 0.35), 6.0 * self.look.factor)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPoints(polygon(self._places))

    def _paint_drop_lines(self, painter: QPainter, point: QPointF) -> None:
        """Down to z, across to g(z); and the point of the slope's own curve."""
        pen = QPen(self.look.colour("forward"), 1.3 * self.look.factor, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(point, QPointF(point.x(), self.frame.bottom()))
        painter.drawLine(point, QPointF(self.frame.left(), point.y()))
        assert self.z is not None
        painter.setPen(QPen(self.look.colour("backward"), 2.0 * self.look.factor))
        painter.setBrush(self.look.colour("card"))
        radius = self.look.px(4)
        painter.drawEllipse(self._at(self.z, self._slope()), radius, radius)

    def _paint_tangent(self, painter: QPainter, tangent: QLineF) -> None:
        painter.save()
        painter.setClipRect(self.frame)
        pen = QPen(self.look.colour("backward"), 2.6 * self.look.factor)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(tangent)
        painter.restore()

    def _paint_point(self, painter: QPainter, point: QPointF) -> None:
        radius = self.look.px(6)
        painter.setPen(QPen(self.look.colour("card"), 2.0 * self.look.factor))
        painter.setBrush(self.look.colour("forward"))
        painter.drawEllipse(point, radius, radius)
