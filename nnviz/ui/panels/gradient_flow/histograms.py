"""How the weights and the answers of every layer are spread: two small histograms in a row."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from nnviz.engine.analysis.layer_histograms import Histograms
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import percent, whole, written
from nnviz.ui.names.layers import layer_name
from nnviz.ui.panels.gradient_flow.layer_plot import LayerPlot
from nnviz.ui.toolkit.lettering import LEFT
from nnviz.ui.toolkit.plots.plot import polygon
from nnviz.ui.toolkit.plots.ticks import Tick, linear_ticks
from nnviz.worker.queries.signal_health import SpreadOfLayers

ROLES = ("update", "forward")


class LayerHistograms(LayerPlot):
    """Weights at the left, activations at the right: one range for each kind, and for each histogram its own height."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self.spread: SpreadOfLayers | None = None
        super().__init__(look, parent)
        self.setAccessibleName(self.tr("Histograms of weights and activations"))

    def set_layers(self, layers: int) -> None:
        self.spread = None
        super().set_layers(layers)

    def show_spread(self, spread: SpreadOfLayers) -> None:
        """Show what was counted."""
        self.spread = spread
        self.viewport().update()

    @property
    def kinds(self) -> tuple[Histograms, Histograms] | None:
        """What is shown, from left to right."""
        return None if self.spread is None else (self.spread.weights, self.spread.activations)

    def box_of(self, kind: int, layer: int) -> QRectF:
        """Where a histogram is: kind 0 is weights, 1 activations."""
        row, gap = self.row_of(layer), self.look.px(28)
        width = (row.width() - gap) / 2
        inset = min(row.height() * 0.12, self.look.px(4))
        return QRectF(row.left() + kind * (width + gap), row.top() + inset, width, row.height() - inset)

    def stops(self) -> list[float]:
        places = []
        for kind, shown in enumerate(self.kinds or ()):
            box, bins = self.box_of(kind, 1), shown.counts.shape[1]
            places += [box.left() + (place + 0.5) / bins * box.width() for place in range(bins)]
        return places

    def bin_at(self, x: float) -> tuple[int, int] | None:
        """The kind and the bin at a place in the widget."""
        for kind, shown in enumerate(self.kinds or ()):
            box, bins = self.box_of(kind, 1), shown.counts.shape[1]
            if box.left() <= x <= box.right():
                return kind, min(int((x - box.left()) / box.width() * bins), bins - 1)
        return None

    def readout(self) -> list[tuple[str, str]]:
        layer = self.hovered
        place = self.bin_at(self.pointer.x()) if self.pointer is not None else None
        if layer is None or place is None or self.kinds is None:
            return []
        kind, here = place
        shown, style = self.kinds[kind], self.look.numbers
        low, high = shown.edges()[here : here + 2]
        counts = shown.counts[layer - 1]
        total = int(counts.sum() + shown.not_finite[layer - 1])
        lines = [
            (layer_name(layer, self.layers), self.names()[kind]),
            (self.tr("from"), written(float(low), style)),
            (self.tr("to"), written(float(high), style)),
            (self.tr("share"), percent(counts[here] / total, 1, style)),
            (self.tr("mean"), written(float(shown.means[layer - 1]), style)),
            (self.tr("spread σ"), written(float(shown.spreads[layer - 1]), style)),
        ]
        lost = int(shown.not_finite[layer - 1])
        return [*lines, (self.tr("not finite"), whole(lost))] if lost else lines

    def names(self) -> tuple[str, str]:
        """What the two kinds are called."""
        return self.tr("weights"), self.tr("activations")

    def room(self) -> QMarginsF:
        line, px = self.lettering.line("tiny"), self.look.px
        return QMarginsF(0, line + px(3), px(10), line + px(5))

    # ---- painting ------------------------------------------------------------------------------------------------

    def paint_behind(self, painter: QPainter) -> None:
        kinds = self.kinds
        if kinds is None:
            return
        for kind, shown in enumerate(kinds):
            self._paint_axis(painter, kind, shown)
            for layer in range(1, self.layers + 1):
                self._paint_histogram(painter, kind, shown, layer)

    def _paint_axis(self, painter: QPainter, kind: int, shown: Histograms) -> None:
        look, lettering, px = self.look, self.lettering, self.look.px
        box, line = self.box_of(kind, 1), lettering.line("tiny")
        head = QRectF(box.left(), 0.0, box.width(), line)
        lettering.write(painter, head, self.names()[kind], "tiny_bold", look.colour(ROLES[kind]), LEFT)
        ticks = self._ticks(shown, box.width())
        edge = 0.0 if kind == 0 else box.left() - px(14)
        for tick in ticks:
            x = box.left() + (tick.place - shown.low) / (shown.high - shown.low) * box.width()
            painter.setPen(QPen(look.colour("axis" if tick.place == 0.0 else "grid"), max(1, px(1))))
            painter.drawLine(QPointF(round(x) + 0.5, self.frame.top()), QPointF(round(x) + 0.5, self.frame.bottom()))
            width = lettering.width(tick.text, "tiny")
            left = min(max(x - width / 2, edge), self.width() - width)
            text_box = QRectF(left, self.frame.bottom() + px(3), width, line)
            lettering.write(painter, text_box, tick.text, "tiny", look.colour("text_muted"), LEFT)

    def _ticks(self, shown: Histograms, room: float) -> list[Tick]:
        """As many marks as there is room for their texts."""
        for most in range(6, 0, -1):
            ticks = linear_ticks(shown.low, shown.high, most, self.look.numbers)
            widest = max((self.lettering.width(tick.text, "tiny") for tick in ticks), default=0.0)
            if len(ticks) * (widest + self.look.px(14)) <= room + widest:
                return ticks
        return []

    def _paint_histogram(self, painter: QPainter, kind: int, shown: Histograms, layer: int) -> None:
        box, counts, look = self.box_of(kind, layer), shown.counts[layer - 1], self.look
        painter.setPen(QPen(look.colour("axis"), max(1, look.px(1))))
        painter.drawLine(QPointF(box.left(), box.bottom()), QPointF(box.right(), box.bottom()))
        largest = int(counts.max())
        if not largest:
            text = self.tr("no finite number")
            self.lettering.write(painter, box, text, "tiny_bold", look.colour("error"))
            return
        heights = counts / largest * (box.height() - look.px(1))
        # A bin with a single number in it can be seen.
        heights = np.where(counts > 0, np.maximum(heights, 1.5 * look.factor), 0.0)
        x = np.repeat(box.left() + np.linspace(0.0, box.width(), len(counts) + 1), 2)
        y = box.bottom() - np.concatenate([[0.0], np.repeat(heights, 2), [0.0]])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(ROLES[kind], 0.85))
        painter.drawPolygon(polygon(np.column_stack((x, y))))

    def paint_above(self, painter: QPainter) -> None:
        if self.spread is None:
            return
        self.paint_names(painter)
        self.paint_pointer(painter)
