"""Weights as pictures, or means as bars, beside the examples that excite the chosen unit most."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from nnviz.engine.analysis.unit_answers import Exciting
from nnviz.engine.types import Array
from nnviz.ui.look.look import Look
from nnviz.ui.panels.units.exciting_strip import ExcitingStrip
from nnviz.ui.panels.units.means_table import MeansTable
from nnviz.ui.panels.units.weights import UnitWeights
from nnviz.ui.session.moment import Moment
from nnviz.ui.toolkit.scrolling import scrolling
from nnviz.worker.messages import RunInfo

WIDE = 1.15
STRIP = 0.4
GAP = 16


class UnitPictures(QWidget):
    """One of the two at the left, or above; the strip at the right, or below.

    Signals:
        picked(Selection): The user picked a unit.
    """

    picked = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.weights = UnitWeights(look)
        self.means = MeansTable(look)
        self.strip = ExcitingStrip(look, self)
        self._stack = QStackedWidget(self)
        self._areas = {self.weights: scrolling(self.weights), self.means: scrolling(self.means)}
        for area in self._areas.values():
            self._stack.addWidget(area)
        self.weights.picked.connect(self.picked)
        self.means.picked.connect(self.picked)
        self._has_strip = False
        look.changed.connect(self._arrange)

    def set_run(self, run: RunInfo) -> None:
        """Other examples."""
        self.strip.set_run(run)

    def show_weights(self, moment: Moment) -> None:
        """Show the weights of the first layer."""
        self.weights.show_weights(moment)
        self._stack.setCurrentWidget(self._areas[self.weights])

    def show_means(
        self,
        means: Array,
        layer: int,
        units: Sequence[str],
        groups: Sequence[tuple[str, QColor]],
        selected: int | None,
    ) -> None:
        """Show the means of a layer, shape (units, groups)."""
        self.means.show_means(means, layer, units, groups, selected)
        self._stack.setCurrentWidget(self._areas[self.means])

    def show_exciting(self, found: Exciting | None, name: str, has_pixels: bool) -> None:
        """Show what excites the chosen unit; nothing where examples are no pictures."""
        self.strip.show_found(found, name)
        if has_pixels != self._has_strip:
            self._has_strip = has_pixels
            self._arrange()

    def _arrange(self) -> None:
        width, height, gap = self.width(), self.height(), self.look.px(GAP)
        self.strip.setVisible(self._has_strip)
        if not self._has_strip:
            self._stack.setGeometry(0, 0, width, height)
        elif width >= WIDE * height:
            wide = round(STRIP * (width - gap))
            self._stack.setGeometry(0, 0, width - gap - wide, height)
            self.strip.setGeometry(width - wide, 0, wide, height)
        else:
            high = round(STRIP * (height - gap))
            self._stack.setGeometry(0, 0, width, height - gap - high)
            self.strip.setGeometry(0, height - high, width, high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
