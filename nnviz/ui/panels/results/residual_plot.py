"""The residuals: how many examples are predicted too low, and how many too high, by how much."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from nnviz.engine.types import Array, Indices
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import short, whole
from nnviz.ui.toolkit.lettering import LEFT, RIGHT
from nnviz.ui.toolkit.plots.plot import Plot
from nnviz.ui.toolkit.plots.ticks import Tick, linear_ticks, nice_step

MOST_BARS = 20
LARGEST = 1e300
ROOM = 1.2
"""How much higher than the highest bar the axis reaches: for the words above them."""


def histogram(residuals: Array, most: int = MOST_BARS) -> tuple[Array, Indices]:
    """Edges and counts of bars of one round width, one of whose edges is 0: no bar has residuals of both signs."""
    with np.errstate(all="ignore"):
        values = residuals[np.abs(residuals) < LARGEST]
    if not len(values):
        return np.array([-1.0, 0.0, 1.0]), np.zeros(2, dtype=np.int64)
    low, high = min(float(values.min()), 0.0), max(float(values.max()), 0.0)
    step = nice_step(high - low, most - 2) if high > low else 1.0
    first, last = min(math.floor(low / step), -1), max(math.ceil(high / step), 1)
    edges = np.arange(first, last + 1) * step
    # The last edge belongs to its bar, so rounding leaves nothing out.
    places = np.clip(np.searchsorted(edges, values, side="right") - 1, 0, len(edges) - 2)
    counts: Indices = np.bincount(places, minlength=len(edges) - 1).astype(np.int64)
    return edges.astype(np.float64), counts


class ResidualPlot(Plot):
    """A histogram of target − prediction: at the right of 0 what is predicted too low, at the left what is too high.

    Attributes:
        edges: Where the bars begin and end, in the target's own unit, shape (bars + 1,).
        counts: How many examples each has, shape (bars,).
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.edges, self.counts = histogram(np.zeros(0))
        self.name = "y − ŷ"
        self._x_ticks: list[Tick] = []
        self._y_ticks: list[Tick] = []
        self.setAccessibleName(self.tr("Residuals"))

    def show_residuals(self, residuals: Array, name: str) -> None:
        """Show residuals, shape (examples,), and what they are."""
        self.edges, self.counts = histogram(residuals)
        self.name = name
        self.set_range((float(self.edges[0]), float(self.edges[-1])), (0.0, ROOM * max(int(self.counts.max()), 1)))
        self.restyle()

    @property
    def hovered(self) -> int | None:
        """The bar at the pointer."""
        if self.pointer is None or not self.frame.contains(self.pointer):
            return None
        share = (self.pointer.x() - self.frame.left()) / self.frame.width()
        return min(int(share * len(self.counts)), len(self.counts) - 1)

    def readout(self) -> list[tuple[str, str]]:
        """What is written beside the pointer."""
        bar, style = self.hovered, self.look.numbers
        if bar is None:
            return []
        low, high = (short(float(edge), style, plus=True) for edge in self.edges[bar : bar + 2])
        return [
            (self.name, self.tr("{} to {}").format(low, high)),
            (self.tr("examples"), whole(int(self.counts[bar]))),
        ]

    # ---- room ----------------------------------------------------------------------------------------------------

    def restyle(self) -> None:
        line, style = self.lettering.line("tiny"), self.look.numbers
        across, up = self.frame.width() / (3.6 * line), self.frame.height() / (2.0 * line)
        self._x_ticks = linear_ticks(*self.x_range, int(min(max(across, 1), 6)), style)
        self._y_ticks = linear_ticks(*self.y_range, int(min(max(up, 1), 4)), style, whole=True)
        super().restyle()

    def resized(self) -> None:
        super().resized()
        self.restyle()

    def margins(self) -> QMarginsF:
        px, lettering, line = self.look.px, self.lettering, self.lettering.line("tiny")
        left = max((lettering.width(tick.text, "tiny") for tick in self._y_ticks), default=0.0)
        return QMarginsF(math.ceil(left) + px(8), line + px(3), px(6), line + px(5))

    # ---- painting ------------------------------------------------------------------------------------------------

    def paint_behind(self, painter: QPainter) -> None:
        look, lettering, frame = self.look, self.lettering, self.frame
        self.paint_grid(painter, self._y_ticks)
        self._paint_bars(painter)
        self.paint_y_texts(painter, self._y_ticks)
        line, text = lettering.line("tiny"), look.colour("text")
        width = lettering.width(self.name, "tiny")
        box = QRectF(frame.right() - width, frame.bottom() + look.px(3), width, line)
        lettering.write(painter, box, self.name, "tiny", text, RIGHT)
        self.paint_x_texts(painter, self._x_ticks, box.left() - look.px(6))
        box = QRectF(0.0, frame.top() - line - look.px(2), frame.right(), line)
        lettering.write(painter, box, self.tr("examples"), "tiny", text, LEFT)
        zero = round(self.x_pixel(0.0)) + 0.5
        painter.setPen(QPen(look.colour("axis"), 1.6 * look.factor, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(zero, frame.top()), QPointF(zero, frame.bottom()))
        self._paint_sides(painter, zero)

    def _paint_bars(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        bottom, gap = self.frame.bottom(), 0.75 * self.look.factor
        for bar, count in enumerate(self.counts.tolist()):
            if count:
                left, right = self.x_pixel(float(self.edges[bar])), self.x_pixel(float(self.edges[bar + 1]))
                top = self.y_pixel(count)
                strong = bar == self.hovered
                role = "negative" if self.edges[bar + 1] <= 0.0 else "positive"
                painter.setBrush(self.look.colour(role, 1.0 if strong else 0.75))
                painter.drawRect(QRectF(left + gap, top, max(right - left - 2 * gap, 1.0), bottom - top))

    def _paint_sides(self, painter: QPainter, zero: float) -> None:
        """What either side of 0 means, where there is room for the words above the bars."""
        lettering, look, frame = self.lettering, self.look, self.frame
        line, gap = lettering.line("tiny"), look.px(5)
        if frame.height() * (1.0 - 1.0 / ROOM) < line:
            return
        for text, role, left, right, align in (
            (self.tr("◂ ŷ too high"), "negative", 0.0, zero - gap, RIGHT),
            (self.tr("ŷ too low ▸"), "positive", zero + gap, float(self.width()), LEFT),
        ):
            if lettering.width(text, "tiny") <= right - left:
                box = QRectF(left, frame.top() + look.px(1), right - left, line)
                lettering.write(painter, box, text, "tiny", look.colour(role), align)

    def paint_above(self, painter: QPainter) -> None:
        if self.hovered is not None and self.pointer is not None:
            self.paint_readout(painter, self.pointer, self.readout())
