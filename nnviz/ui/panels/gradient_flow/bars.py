"""The present error signal, gradient and update of every layer, as bars on a logarithmic scale and as numbers."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from nnviz.engine.analysis.gradient_flow import Pace, pace_of
from nnviz.ui.look.look import Look
from nnviz.ui.names.layers import layer_name
from nnviz.ui.panels.gradient_flow.layer_plot import LayerPlot
from nnviz.ui.panels.gradient_flow.signal_history import Measure
from nnviz.ui.panels.gradient_flow.words import (
    PACE_ROLES,
    PACE_SIGNS,
    measure_name,
    measured,
    pace_word,
    power_ticks,
    rounded,
)
from nnviz.ui.toolkit.lettering import LEFT, RIGHT
from nnviz.ui.toolkit.plots.ticks import Tick
from nnviz.worker.queries.signal_health import SignalHealth

WIDTH_FOR_WORDS = 400
"""Under this width (at scale 1) a sign says in place of a word whether an update is as large as it should be."""

FEWEST_DECADES = 2.0
LOOSE = 2.5
"""The axis stays as it is until an end of it is so many decades off: bars do not jump with every batch."""

MEASURES = (Measure.SIGNAL, Measure.GRADIENT)


class SignalBars(LayerPlot):
    """Two bars for each layer, mean |δ| filled and ‖∇W‖ outlined, and its update ratio with a word on it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self.health: SignalHealth | None = None
        self._ticks: list[Tick] = []
        super().__init__(look, parent)
        self.setAccessibleName(self.tr("Signals now"))

    def set_layers(self, layers: int) -> None:
        self.health = None
        self.set_range((-3.0, 0.0), (0.0, 1.0))
        super().set_layers(layers)

    def show_health(self, health: SignalHealth) -> None:
        """Show what was measured."""
        self.health = health
        self._choose_range(health)
        self._measure_ticks()
        self.setAccessibleDescription("; ".join(self.words_of(layer) for layer in range(1, self.layers + 1)))
        self.viewport().update()

    def restyle(self) -> None:
        self._measure_ticks()
        super().restyle()

    def value_of(self, measure: Measure, layer: int) -> float:
        """What was measured of a layer."""
        assert self.health is not None
        return float(measure.of(self.health)[layer - 1])

    def words_of(self, layer: int) -> str:
        """All that a row says, in a line."""
        numbers = ", ".join(f"{name} {value}" for name, value in self._readings(layer))
        return f"{layer_name(layer, self.layers)}: {numbers}, {pace_word(self._pace(layer))}"

    def bar_of(self, measure: Measure, layer: int) -> QRectF:
        """Where a bar is; it has no width where there is no number that a logarithmic scale has a place for."""
        row = self.row_of(layer)
        thick = min(row.height() * 0.38, self.look.px(18))
        gap = min(row.height() * 0.06, self.look.px(3))
        middle = row.center().y()
        top = middle - gap / 2 - thick if measure is Measure.SIGNAL else middle + gap / 2
        value = self.value_of(measure, layer)
        width = self.x_pixel(math.log10(value)) - row.left() if _is_drawable(value) else 0.0
        return QRectF(row.left(), top, max(width, 0.0), thick)

    def readout(self) -> list[tuple[str, str]]:
        layer = self.hovered
        if layer is None or self.health is None:
            return []
        return [(layer_name(layer, self.layers), ""), *self._readings(layer), ("", pace_word(self._pace(layer)))]

    def _readings(self, layer: int) -> list[tuple[str, str]]:
        style = self.look.numbers
        measures = (*MEASURES, Measure.RATIO)
        return [(measure_name(each), measured(each, self.value_of(each, layer), style)) for each in measures]

    def _pace(self, layer: int) -> Pace:
        return pace_of(self.value_of(Measure.RATIO, layer))

    # ---- bringing it up to date ----------------------------------------------------------------------------------

    def _choose_range(self, health: SignalHealth) -> None:
        values = np.concatenate([measure.of(health) for measure in MEASURES])
        logs = np.log10(values[np.isfinite(values) & (values > 0.0)])
        if not len(logs):
            return
        # The least bar can be seen, and told from none.
        least, most = float(logs.min()) - 0.15, float(logs.max())
        low, high = self.x_range
        if not low <= least <= low + LOOSE:
            low = float(math.floor(least))
        if not high - LOOSE <= most <= high:
            high = float(math.ceil(most))
        self.set_range((low, max(high, low + FEWEST_DECADES)), self.y_range)

    def _measure_ticks(self) -> None:
        most = int(min(max(self.frame.width() / (3.4 * self.lettering.line("tiny")), 1), 10))
        self._ticks = power_ticks(*self.x_range, most)

    def _has_words(self) -> bool:
        return self.width() >= self.look.px(WIDTH_FOR_WORDS)

    def _ratio_widths(self) -> tuple[float, float]:
        """The widest ratio, and the widest word on it."""
        width = self.lettering.width
        word = max(width(pace_word(pace), "tiny") for pace in PACE_SIGNS) if self._has_words() else width("▾", "tiny")
        return width("9.9×10⁻¹⁰", "mono_small"), word

    def room(self) -> QMarginsF:
        number, word = self._ratio_widths()
        line, px = self.lettering.line("tiny"), self.look.px
        return QMarginsF(0, line + px(4), number + word + px(20), line + px(5))

    # ---- painting ------------------------------------------------------------------------------------------------

    def paint_behind(self, painter: QPainter) -> None:
        if self.health is None:
            return
        frame = self.frame
        painter.setPen(QPen(self.look.colour("grid"), max(1, self.look.px(1))))
        for tick in self._ticks:
            x = round(self.x_pixel(tick.place)) + 0.5
            painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
        self.paint_x_texts(painter, self._ticks, until=frame.right() + self.look.px(24))

    def paint_above(self, painter: QPainter) -> None:
        if self.health is None:
            return
        self.paint_names(painter)
        self._paint_heading(painter)
        for layer in range(1, self.layers + 1):
            self._paint_row(painter, layer)
        self.paint_pointer(painter)

    def _paint_heading(self, painter: QPainter) -> None:
        """What the two kinds of bars are, and the numbers."""
        lettering, px, line = self.lettering, self.look.px, self.lettering.line("tiny")
        left, colour = self.frame.left(), self.look.colour("text_muted")
        side, top = 0.6 * line, px(2)
        for measure in MEASURES:
            self._paint_bar(painter, measure, QRectF(left, top + (line - side) / 2, 1.4 * side, side))
            name = measure_name(measure)
            left += 1.4 * side + px(5)
            room = QRectF(left, top, max(self.width() - left, 0.0), line)
            lettering.write_fitting(painter, room, (name,), "tiny", colour)
            left += lettering.width(name, "tiny") + px(14)
        right = self.width() - px(6)
        for name in (measure_name(Measure.RATIO), self.tr("ratio")):
            if right - lettering.width(name, "tiny") >= left:
                lettering.write(painter, QRectF(left, top, right - left, line), name, "tiny", colour, RIGHT)
                break

    def _paint_row(self, painter: QPainter, layer: int) -> None:
        notes = []
        for measure in MEASURES:
            value, bar = self.value_of(measure, layer), self.bar_of(measure, layer)
            if _is_drawable(value):
                self._paint_bar(painter, measure, bar)
                self._paint_value(painter, measure, value, bar)
            else:
                notes.append((measure, value))
        self._paint_notes(painter, layer, notes)
        self._paint_ratio(painter, layer)

    def _paint_bar(self, painter: QPainter, measure: Measure, bar: QRectF) -> None:
        look, filled = self.look, measure is Measure.SIGNAL
        rounding = min(bar.height() / 3, look.px(3))
        painter.setPen(Qt.PenStyle.NoPen if filled else QPen(look.colour("backward"), 1.2 * look.factor))
        painter.setBrush(look.colour("backward" if filled else "backward_faint"))
        painter.drawRoundedRect(bar if filled else bar.adjusted(0.6, 0.6, -0.6, -0.6), rounding, rounding)

    def _has_room_for_texts(self, bar: QRectF) -> bool:
        """Whether each bar can have a text of its own."""
        return bar.height() >= 0.72 * self.lettering.line("tiny")

    def _paint_value(self, painter: QPainter, measure: Measure, value: float, bar: QRectF) -> None:
        """The number at a bar's end, where rows are high enough."""
        lettering, gap = self.lettering, self.look.px(5)
        if not self._has_room_for_texts(bar):
            return
        text = rounded(value, self.look.numbers)
        width = lettering.width(text, "tiny")
        if bar.right() + gap + width <= self.frame.right():
            box, align, role = QRectF(bar.right() + gap, bar.top(), width, bar.height()), LEFT, "text"
        elif bar.width() >= width + 2 * gap:
            box, align = bar.adjusted(gap, 0, -gap, 0), RIGHT
            role = "backward_on" if measure is Measure.SIGNAL else "text"
        else:
            return
        lettering.write(painter, box, text, "tiny", self.look.colour(role), align)

    def _paint_notes(self, painter: QPainter, layer: int, notes: list[tuple[Measure, float]]) -> None:
        """What has no bar, because it is zero or not finite, in words: in its place, or after the bar there is."""
        look, lettering, row = self.look, self.lettering, self.row_of(layer)
        left = row.left() + look.px(6)
        texts = [f"{measure_name(measure)} = {rounded(value, look.numbers)}" for measure, value in notes]
        boxes = [self.bar_of(measure, layer) for measure, _ in notes]
        if notes and not self._has_room_for_texts(boxes[0]):
            left = max(self.bar_of(measure, layer).right() for measure in MEASURES) + look.px(6)
            texts, boxes = ["  ".join(texts)], [row]
        role = "warning" if all(value == 0.0 for _, value in notes) else "error"
        for text, box in zip(texts, boxes, strict=True):
            width, line = lettering.width(text, "tiny_bold"), lettering.line("tiny")
            place = QRectF(max(min(left, row.right() - width), row.left()), box.center().y() - line / 2, width, line)
            painter.fillRect(place, look.colour("card"))
            lettering.write(painter, place, text, "tiny_bold", look.colour(role), LEFT)

    def _paint_ratio(self, painter: QPainter, layer: int) -> None:
        look, lettering, px, row = self.look, self.lettering, self.look.px, self.row_of(layer)
        number_width, word_width = self._ratio_widths()
        pace = self._pace(layer)
        number = rounded(self.value_of(Measure.RATIO, layer), look.numbers)
        word = pace_word(pace) if self._has_words() else PACE_SIGNS[pace]
        right = self.width() - px(6)
        text_box = QRectF(right - word_width, row.top(), word_width, row.height())
        colour = look.colour(PACE_ROLES.get(pace, "text_muted"))
        lettering.write(painter, text_box, word, "tiny", colour, LEFT)
        box = QRectF(text_box.left() - px(8) - number_width, row.top(), number_width, row.height())
        text = "" if math.isnan(self.value_of(Measure.RATIO, layer)) else number
        lettering.write(painter, box, text, "mono_small", look.colour("text"), RIGHT)


def _is_drawable(value: float) -> bool:
    return math.isfinite(value) and value > 0.0
