"""Where inputs are the pixels of a picture: the weights of each unit of the first layer as a picture."""

from __future__ import annotations

from math import isqrt

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from nnviz.engine.training.record.phases import Work
from nnviz.engine.types import Array
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import written
from nnviz.ui.names.symbols import Names
from nnviz.ui.panels.units.grid import UnitCell, UnitGrid
from nnviz.ui.panels.units.maps import picked_unit
from nnviz.ui.session.moment import Moment, Selection
from nnviz.ui.toolkit.brief import wordings
from nnviz.ui.toolkit.tints import COLOURS, colour_table


class UnitWeights(UnitGrid):
    """A picture for each unit of the first layer; the strongest colour is the largest weight of the layer."""

    smallest_side = 38
    rounding = 1

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.weights: Array = np.zeros((0, 0))
        self._names: Names | None = None

    def show_weights(self, moment: Moment) -> None:
        """Show the weights as they are in the moment's phase."""
        record = moment.record
        layer = record.layers[0]
        self.weights = layer.W_after if moment.training or moment.work is Work.UPDATE else layer.W
        cells, self._names = [], Names(record.architecture)
        style, picked = self.look.numbers, picked_unit(moment.selection)
        for unit, weights in enumerate(self.weights):
            size = float(np.abs(weights).max(initial=0.0))
            notes = tuple(f"±{text}" for text in wordings(size, (2, 1), style))
            cells.append(UnitCell(Selection(1, unit), self._names.unit(1, unit), notes))
        self.show_cells(cells, pictures_of(self.weights, self.largest, colour_table(self.look.theme)), picked)

    @property
    def largest(self) -> float:
        """What the strongest colour stands for."""
        size = float(np.abs(self.weights).max(initial=0.0))
        return size if np.isfinite(size) and size > 0.0 else 1.0

    def readout(self) -> list[tuple[str, str]]:
        """The pixel under the pointer, and its weight."""
        at = self.shares_at(self.pointer) if self.pointer is not None else None
        if at is None or at[0] >= len(self.weights) or self._names is None:
            return []
        unit, share_x, share_y = at
        side = isqrt(self.weights.shape[1])
        row, column = min(int(share_y * side), side - 1), min(int(share_x * side), side - 1)
        pixel = row * side + column
        weight = written(float(self.weights[unit, pixel]), self.look.numbers, plus=True)
        return [
            (self.tr("row, column"), f"{row + 1}, {column + 1}"),
            (self._names.parameter(1, unit, pixel), weight),
        ]

    def paint_picture(self, painter: QPainter, place: int, box: QRectF) -> None:
        painter.drawImage(box, self.images[place])


def pictures_of(weights: Array, largest: float, table: np.ndarray[tuple[int], np.dtype[np.uint32]]) -> list[QImage]:
    """Weights of shape (units, side²) as pictures, their colours from −largest to largest."""
    side = isqrt(weights.shape[1])
    shares = np.clip(np.nan_to_num(weights / largest), -1.0, 1.0)
    pixels = np.ascontiguousarray(table[np.rint((shares + 1.0) / 2.0 * (COLOURS - 1)).astype(np.uint8)])
    # A copy: the picture would otherwise live in memory that NumPy gives back.
    return [QImage(each.data, side, side, side * 4, QImage.Format.Format_RGB32).copy() for each in pixels]
