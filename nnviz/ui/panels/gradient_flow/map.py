"""How a measure of every layer has gone over the epochs: a heat map, layers down, time across."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QImage, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from nnviz.engine.types import Array
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import percent, whole, written
from nnviz.ui.names.layers import layer_name
from nnviz.ui.panels.gradient_flow.colours import is_logarithmic, palette_of, scale_of, shades_of
from nnviz.ui.panels.gradient_flow.layer_plot import LayerPlot
from nnviz.ui.panels.gradient_flow.signal_history import Measure, SignalHistory
from nnviz.ui.panels.gradient_flow.words import measure_name, measured, power_ticks
from nnviz.ui.toolkit.lettering import LEFT, RIGHT
from nnviz.ui.toolkit.plots.ticks import Tick, linear_ticks

FEWEST_UPDATES = 10
"""The time axis reaches at least so far, so that the first updates do not push each other about."""


class SignalMap(LayerPlot):
    """A colour for each layer and time, its scale beside it, and a line at the present.

    What is zero or not finite has no place on a logarithmic scale: it is hatched.

    Attributes:
        measure: What is shown.
        history: What is known; of it, what came until ``present`` is shown.
        present: The update on screen.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self.measure = Measure.SIGNAL
        self.history = SignalHistory(0)
        self.present = -1
        self._batches = 1
        self._scale = (0.0, 1.0)
        self._legend: list[Tick] = []
        self._x_ticks: list[Tick] = []
        self._palette = palette_of(self.measure, look)
        self._columns: npt.NDArray[np.int64] = np.zeros(0, dtype=np.int64)
        self._image = QImage()
        self._hatched: list[tuple[int, int, int, bool]] = []
        super().__init__(look, parent)
        self.setAccessibleName(self.tr("Signals over time"))

    def set_run(self, layers: int, batches_per_epoch: int) -> None:
        """Another network, of which nothing is known yet."""
        self.history, self.present, self._batches = SignalHistory(layers), -1, batches_per_epoch
        self.set_layers(layers)
        self._draw()

    def set_measure(self, measure: Measure) -> None:
        """Show another measure."""
        self.measure = measure
        self.restyle()

    def show_history(self, history: SignalHistory, present: int) -> None:
        """Show what is known of the time until now."""
        self.history, self.present = history, present
        self._draw()

    def restyle(self) -> None:
        self._palette = palette_of(self.measure, self.look)
        self._draw()
        super().restyle()

    def shown_values(self) -> Array:
        """The measure in the columns that are shown, shape (columns, layers)."""
        return self.history.values[: self._shown_columns(), self.measure.value]

    def column_at(self, x: float) -> int:
        """The column that is shown at a place in the widget; −1 where there is none."""
        place = math.floor(x - self.frame.left())
        return int(self._columns[place]) if 0 <= place < len(self._columns) else -1

    def stops(self) -> list[float]:
        left = self.frame.left()
        _, first = np.unique(self._columns, return_index=True)
        return sorted(left + float(place) + 0.5 for place in first if self._columns[place] >= 0)

    def readout(self) -> list[tuple[str, str]]:
        layer = self.hovered
        column = self.column_at(self.pointer.x()) if self.pointer is not None else -1
        if layer is None or column < 0:
            return []
        history, style = self.history, self.look.numbers
        first, last, samples = int(history.first[column]), int(history.last[column]), int(history.samples[column])
        value = float(history.values[column, self.measure.value, layer - 1])
        updates = whole(last) if samples == 1 else f"{whole(first)}–{whole(last)}"
        lines = [
            (layer_name(layer, self.layers), ""),
            (self.tr("epoch"), written((last + 1) / self._batches, replace(style, digits=1))),
            (self.tr("iteration"), updates),
            (measure_name(self.measure), measured(self.measure, value, style)),
        ]
        return [*lines, ("", self.tr("mean of {} samples").format(samples))] if samples > 1 else lines

    def has_hatched(self, finite: bool) -> bool:
        """Whether there is something that is zero, or that is not ``finite``."""
        return any(each == finite for *_, each in self._hatched)

    # ---- bringing it up to date ----------------------------------------------------------------------------------

    def _shown_columns(self) -> int:
        return int(np.searchsorted(self.history.first, self.present, side="right"))

    def _draw(self) -> None:
        """Work the picture out anew, one pixel across for one of the frame."""
        history = self.history
        end = max(int(history.last[-1]) if len(history) else 0, self.present) + 1
        self.set_range((0.0, max(end, FEWEST_UPDATES) / self._batches), (0.0, 1.0))
        self._scale = scale_of(self.measure, self.shown_values())
        self._measure_ticks()
        self.arrange()
        self._paint_image()
        self.viewport().update()

    def _paint_image(self) -> None:
        width = max(int(self.frame.width()), 1)
        time = (np.arange(width) + 0.5) / width * self.x_range[1] * self._batches
        # The update at a pixel; a thin column is shown all the same, where it begins.
        self._columns = self.history.column_at(np.floor(time).astype(np.int64))
        shown = self._shown_columns()
        thin = np.floor(self.history.last[:shown] / self._batches / self.x_range[1] * width).astype(np.int64)
        missing = ~np.isin(np.arange(shown), self._columns)
        self._columns[(time >= self.present + 1) | (self._columns >= shown)] = -1
        self._columns[np.clip(thin[missing], 0, width - 1)] = np.flatnonzero(missing)
        known = self._columns >= 0
        values = np.full((self.layers, width), np.nan)
        values[:, known] = self.history.values[self._columns[known], self.measure.value].T
        shades = shades_of(self.measure, values, self._scale)
        pixels = np.where(shades >= 0, self._palette[np.maximum(shades, 0)], 0).astype(np.uint32)
        self._image = QImage(pixels.data, width, self.layers, width * 4, QImage.Format.Format_ARGB32).copy()
        self._hatched = self._runs(values, shades, known)

    def _runs(
        self, values: Array, shades: npt.NDArray[np.int64], known: npt.NDArray[np.bool_]
    ) -> list[tuple[int, int, int, bool]]:
        """Stretches without a shade though something was measured: row, from, to, and whether it is a number."""
        result = []
        odd = (shades < 0) & known
        if self.measure in (Measure.RATIO, Measure.SATURATION):
            # There nan says that there is no such thing.
            odd &= ~np.isnan(values)
        for row in np.flatnonzero(odd.any(axis=1)):
            for is_finite in (True, False):
                here = odd[row] & (np.isfinite(values[row]) == is_finite)
                edges = np.flatnonzero(np.diff(np.concatenate([[False], here, [False]]).astype(np.int8)))
                result += [(int(row), int(start), int(end), is_finite) for start, end in edges.reshape(-1, 2)]
        return result

    def _measure_ticks(self) -> None:
        style, line = self.look.numbers, self.lettering.line("tiny")
        across = int(min(max(self.frame.width() / (3.2 * line), 1), 8))
        self._x_ticks = linear_ticks(*self.x_range, across, style)
        high = int(min(max(self.frame.height() / (2.0 * line), 1), 6))
        if is_logarithmic(self.measure):
            self._legend = power_ticks(*self._scale, high)
        else:
            self._legend = [Tick(share, percent(share, style=style)) for share in (0.0, 0.5, 1.0)]

    def room(self) -> QMarginsF:
        px, line, width = self.look.px, self.lettering.line("tiny"), self.lettering.width
        legend = max(width(text, "tiny") for text in (*(tick.text for tick in self._legend), "10⁻¹⁰"))
        return QMarginsF(0, px(10), legend + px(14 + 12 + 5), line + px(5))

    # ---- painting ------------------------------------------------------------------------------------------------

    def paint_behind(self, painter: QPainter) -> None:
        if not len(self.history):
            return
        frame, look, lettering = self.frame, self.look, self.lettering
        painter.fillRect(frame, look.colour("control_disabled"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(QRectF(frame.left(), frame.top(), int(frame.width()), frame.height()), self._image)
        for row, start, end, is_finite in self._hatched:
            self._paint_hatch(painter, self.row_of(row + 1), start, end, is_finite)
        painter.setPen(QPen(look.colour("card"), max(1, look.px(1.5))))
        for layer in range(2, self.layers + 1):
            y = self.row_of(layer).top()
            painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
        name = self.tr("epoch")
        box = QRectF(frame.left(), frame.bottom() + look.px(3), frame.width(), lettering.line("tiny"))
        lettering.write(painter, box, name, "tiny", look.colour("text_faint"), RIGHT)
        self.paint_x_texts(painter, self._x_ticks, until=box.right() - lettering.width(name, "tiny") - look.px(8))
        self._paint_legend(painter)

    def _paint_hatch(self, painter: QPainter, row: QRectF, start: int, end: int, is_finite: bool) -> None:
        colour = self.look.colour("text_muted" if is_finite else "error")
        pattern = Qt.BrushStyle.BDiagPattern if is_finite else Qt.BrushStyle.DiagCrossPattern
        painter.fillRect(QRectF(row.left() + start, row.top(), end - start, row.height()), QBrush(colour, pattern))

    def _paint_legend(self, painter: QPainter) -> None:
        look, px, frame = self.look, self.look.px, self.frame
        bar = QRectF(frame.right() + px(14), frame.top(), px(12), frame.height())
        column = np.ascontiguousarray(self._palette[::-1])
        image = QImage(column.data, 1, len(column), 4, QImage.Format.Format_ARGB32)
        painter.drawImage(bar, image)
        low, high = self._scale
        line = self.lettering.line("tiny")
        for tick in self._legend:
            y = bar.bottom() - (tick.place - low) / (high - low) * bar.height()
            y = min(max(y, line / 2), self.height() - line / 2)
            box = QRectF(bar.right() + px(5), y - line / 2, px(40), line)
            self.lettering.write(painter, box, tick.text, "tiny", look.colour("text_muted"), LEFT)

    def paint_above(self, painter: QPainter) -> None:
        if not len(self.history):
            return
        self.paint_names(painter)
        self._paint_present(painter)
        self.paint_pointer(painter)

    def _paint_present(self, painter: QPainter) -> None:
        frame, size = self.frame, self.look.px(5)
        x = min(self.x_pixel((self.present + 1) / self._batches), frame.right())
        colour = self.look.colour("best_marker")
        painter.setPen(QPen(colour, 1.6 * self.look.factor))
        painter.drawLine(QPointF(x, frame.top() - size), QPointF(x, frame.bottom()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        top = frame.top() - 1
        painter.drawPolygon(QPolygonF([QPointF(x - size, top - size), QPointF(x + size, top - size), QPointF(x, top)]))
