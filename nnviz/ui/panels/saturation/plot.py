"""An activation's curve and its slope, with the units of a layer standing on it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from nnviz.engine.functions.activations import Activation
from nnviz.engine.types import Array, Indices
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import written
from nnviz.ui.toolkit.plots.activation_plot import ActivationPlot
from nnviz.ui.toolkit.plots.outline import LARGEST
from nnviz.ui.toolkit.plots.plot import polygon

MOST_POINTS = 512
"""Of large batches, as many examples are drawn as make about so many points."""

CROWD = 20
"""From so many points on, those of the selected unit are drawn smaller."""

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


class SaturationPlot(ActivationPlot):
    """The curve ``g(z)``, its slope dashed, flat regions shaded, and a point for each unit and example.

    Signals:
        unit_picked(int): The user clicked on a point of that unit.
    """

    unit_picked = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self.points: UnitPoints | None = None
        self.selected: int | None = None
        self._names: list[str] = []
        self._places: Array = np.zeros((0, 2))
        super().__init__(look, parent=parent)

    def show_curve(self, activation: Activation, flat_below: float) -> None:
        """Draw another activation, without units yet."""
        self.points, self.selected = None, None
        super().show_curve(activation, flat_below)

    def show_units(self, points: UnitPoints, names: list[str], selected: int | None, flat_below: float) -> None:
        """Put units on the curve; ``names`` are those of all units of the layer."""
        self.points, self._names, self.selected = points, names, selected
        changed, self._flat_below = flat_below != self._flat_below, flat_below
        self.draw_around(points.z, again=changed)

    def clear(self) -> None:
        """Show nothing."""
        self.points = None
        super().clear()

    def place_points(self) -> None:
        """Find the places of the units, after the curve has moved."""
        if self.points is not None:
            self._places = self.pixels(self.points.z, self.points.a)

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

    def _point_at(self, place: QPointF) -> int | None:
        if self.points is None or not len(self._places):
            return None
        distance = np.hypot(self._places[:, 0] - place.x(), self._places[:, 1] - place.y())
        # Of points on top of each other the selected unit's come first, as they are drawn.
        distance = distance - np.where(self.points.unit == (-1 if self.selected is None else self.selected), 0.5, 0.0)
        nearest = int(distance.argmin())
        return nearest if distance[nearest] <= self.look.px(NEAR) else None

    # ---- painting ------------------------------------------------------------------------------------------------

    def paint_above(self, painter: QPainter) -> None:
        super().paint_above(painter)
        if self._activation is None or self.points is None:
            return
        chosen = self.points.unit == (-1 if self.selected is None else self.selected)
        self._paint_points(painter, chosen)
        readout = self.readout()
        if readout and self.pointer is not None:
            point = self._point_at(self.pointer)
            assert point is not None
            self.paint_readout(painter, QPointF(*self._places[point]), readout)

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
