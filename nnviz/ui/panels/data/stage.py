"""How a data plot, the example that is shown and the legend share a panel: side by side, or one above the other."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from nnviz.ui.examples.images import ImageGrid
from nnviz.ui.examples.legend import DataLegend
from nnviz.ui.examples.points import View
from nnviz.ui.look.look import Look
from nnviz.ui.panels.data.plot import DataPlot
from nnviz.ui.panels.data.table import ExampleTable

WIDE = 1.25
"""From this ratio of width to height on, words stand beside the plot."""
SIDE = 172
SIDE_OF_NAMES = 216
NARROWEST_SIDE = 120
GAP = 18
FEWEST_ROWS = 2
PRESENTED_ROWS = 1
"""So many rows of the legend at most, while presenting: the picture is what there is to see."""
ROWS_FIRST = 4
"""So many rows of the example, its inputs on the axes, its target and its prediction, come before the legend."""


class DataStage(QWidget):
    """Holds the parts of the panel and gives each its place.

    Signals:
        arranged(): Each has its place.
    """

    arranged = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.view: View | None = None
        self.plot = DataPlot(look, self)
        self.images = ImageGrid(look, self)
        self.table = ExampleTable(look, self)
        self.legend = DataLegend(look, self)
        self.table.head_changed.connect(self.arrange)
        look.changed.connect(self.arrange)

    @property
    def main(self) -> DataPlot | ImageGrid:
        """What shows the examples."""
        return self.images if self.view is View.IMAGES else self.plot

    @property
    def beside(self) -> bool:
        """Whether there is room beside the plot."""
        return self.width() >= WIDE * self.height() and self.width() >= self.look.px(300)

    def show_view(self, view: View) -> None:
        """Show points, or pictures."""
        self.view = view
        self.plot.setVisible(view is not View.IMAGES)
        self.images.setVisible(view is View.IMAGES)
        self.arrange()

    def arrange(self) -> None:
        """Give everything its place."""
        if self.view is not None and not self.size().isEmpty():
            if self.look.presenting:
                self._picture_alone(self.width(), self.height())
            elif self.beside:
                self._side_by_side(self.width(), self.height())
            else:
                self._one_above_the_other(self.width(), self.height())
            self.arranged.emit()

    def _side_by_side(self, width: int, height: int) -> None:
        px = self.look.px
        # Inputs with names of their own need more room beside their two numbers.
        most, share = (SIDE_OF_NAMES, 0.47) if self.view is View.PAIR else (SIDE, 0.36)
        left = width - max(min(px(most), round(share * width)), px(NARROWEST_SIDE)) - px(GAP)
        if self.view is View.PLANE:
            left = min(left, round(self.plot.width_for(height)))
        self.main.setGeometry(0, 0, left, height)
        start = left + px(GAP)
        # How high the table's head is depends on how wide it is.
        self.table.resize(width - start, self.table.height())
        rows = ROWS_FIRST - 1 if self.view is View.CURVE else ROWS_FIRST
        room = height - math.ceil(self.table.height_for_rows(rows))
        high = self.legend.height_within(width - start, max(room, 0))
        self._place(self.legend, QRect(start, height - high, width - start, high))
        self._place_table(QRect(start, 0, width - start, height - high))

    def _one_above_the_other(self, width: int, height: int) -> None:
        px = self.look.px
        high = self.legend.height_for(width)
        # A small plot says more than a legend with hardly any plot.
        high = high if high < 0.4 * height else 0
        room = height - high - (px(6) if high else 0)
        top = min(room, round(self.plot.height_for(width))) if self.view is View.PLANE else room
        below = room - top - px(8)
        if below < self.table.height_for_rows(FEWEST_ROWS):
            top, below = room, 0
        self.main.setGeometry(0, 0, width, top)
        self._place(self.legend, QRect(0, height - high, width, high))
        self._place_table(QRect(0, top + px(8), width, below))

    def _picture_alone(self, width: int, height: int) -> None:
        """The picture as large as can be in the middle, and what its signs mean under it."""
        gap = self.look.px(6)
        high = self.legend.height_within(width, math.ceil(PRESENTED_ROWS * self.legend.row))
        room = height - high - gap
        top = min(room, round(self.plot.height_for(width))) if self.view is View.PLANE else room
        start = (room - top) // 2
        self.main.setGeometry(0, start, width, top)
        self._place(self.legend, QRect(0, start + top + gap, width, high))
        self.table.hide()

    def _place_table(self, area: QRect) -> None:
        self._place(self.table, area, self.table.height_for_rows(FEWEST_ROWS))

    @staticmethod
    def _place(widget: QWidget, area: QRect, least: float = 1.0) -> None:
        widget.setVisible(area.height() >= least)
        widget.setGeometry(area)

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(120), self.look.px(90))

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(480), self.look.px(260))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.arrange()
