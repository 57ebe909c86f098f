"""Loss or score over the epochs: two curves with their names, the gap, the best epoch, and what the pointer reads."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from nnviz.engine.training.timeline.history import History
from nnviz.engine.types import Array
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import whole
from nnviz.ui.panels.loss.gap import GapBand
from nnviz.ui.panels.loss.measure import Measure
from nnviz.ui.session.history_rows import HistoryRows
from nnviz.ui.toolkit.lettering import LEFT, RIGHT
from nnviz.ui.toolkit.plots.free_place import densely, free_place
from nnviz.ui.toolkit.plots.outline import outline
from nnviz.ui.toolkit.plots.plot import Plot
from nnviz.ui.toolkit.plots.ticks import Tick, linear_ticks, log_ticks

FEWEST_EPOCHS = 10
"""The epoch axis reaches at least so far, so that the first epochs do not push each other about."""

PIXELS_PER_POINT = 1.5
FEW_POINTS = 120


@dataclass(frozen=True)
class Reading:
    """What the curves say at one epoch: losses or scores; ``validation`` is nan where there is none."""

    epoch: int
    training: float
    validation: float


class LossPlot(Plot):
    """Training and validation loss or score, the gap between them, and the region after the best epoch shaded."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.log = False
        self.measure = Measure.LOSS
        self.best: Reading | None = None
        self._rows = HistoryRows()
        self._x_ticks: list[Tick] = []
        self._y_ticks: list[Tick] = []
        self._ends: list[tuple[str, str, float, float]] = []
        self._drawn: list[Array] = []
        self._taken: list[QRectF] = []
        self.gap = GapBand(look)
        # Validation last: where the curves lie on each other, it is the thinner one and stays visible on top.
        self._curves = {"training": self.curve(), "validation": self.curve()}
        self.restyle()

    def restyle(self) -> None:
        for role, width in (("training", 2.6), ("validation", 1.8)):
            pen = QPen(self.look.colour(role), width * self.look.factor)
            pen.setCosmetic(True)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            self._curves[role].setPen(pen)
        self._measure_ticks()
        super().restyle()

    def show_rows(self, rows: HistoryRows, history: History | None) -> None:
        """Draw the run up to now."""
        self._rows = rows
        best = history.best_epoch if history is not None else None
        self.best = self.reading_at(best) if best is not None and len(rows) else None
        self._draw()

    def set_log(self, log: bool) -> None:
        """Whether the axis is logarithmic; that of an accuracy never is."""
        self.log = log
        self._draw()

    def set_measure(self, measure: Measure) -> None:
        """What the curves are of."""
        if measure is not self.measure:
            self.measure = measure
            if self.best is not None:
                self.best = self.reading_at(self.best.epoch)
            self._draw()

    def reading_at(self, epoch: float) -> Reading | None:
        """What the curves say at the epoch nearest to this one; ``None`` while there are none."""
        if not len(self._rows):
            return None
        place = self._rows.place_of(epoch)
        training, validation = (float(self._rows.column(column)[place]) for column in self.measure.columns)
        return Reading(int(self._rows.column("epoch")[place]), training, validation)

    def points_drawn(self) -> int:
        """How many points the longer of the two curves is drawn with."""
        return max(len(curve.getData()[0]) for curve in self._curves.values())

    @property
    def hovered(self) -> Reading | None:
        """What is under the pointer; ``None`` outside of the frame."""
        if self.pointer is None or not self.frame.adjusted(-4, -4, 4, 4).contains(self.pointer):
            return None
        low, high = self.x_range
        return self.reading_at(low + (self.pointer.x() - self.frame.left()) / self.frame.width() * (high - low))

    def readout(self) -> list[tuple[str, str]]:
        """What is written beside the pointer: names and numbers."""
        reading, style = self.hovered, self.look.numbers
        if reading is None:
            return []
        lines = [
            (self.tr("epoch"), whole(reading.epoch)),
            (self.tr("training"), self.measure.text(reading.training, style)),
        ]
        if not math.isnan(reading.validation):
            lines.append((self.tr("validation"), self.measure.text(reading.validation, style)))
        return lines

    # ---- bringing it up to date ----------------------------------------------------------------------------------

    @property
    def _logs(self) -> bool:
        return self.log and self.measure is not Measure.ACCURACY

    def _scaled(self, values: Array) -> Array:
        """Losses or scores as the axis has them: nan where they cannot be drawn."""
        if not self._logs:
            return values
        with np.errstate(all="ignore"):
            return np.where(values > 0.0, np.log10(values), np.nan)

    def _draw(self) -> None:
        rows = self._rows
        epochs = rows.column("epoch")
        bins = max(int(self.frame.width() / PIXELS_PER_POINT), 20)
        drawn: dict[str, tuple[Array, Array]] = {}
        self._ends = []
        names = (self.tr("training"), self.tr("validation"))
        for role, column, name in zip(self._curves, self.measure.columns, names, strict=True):
            x, y = outline(epochs, rows.column(column), bins)
            y = self._scaled(y)
            if self._logs:
                seen = np.isfinite(y)
                x, y = x[seen], y[seen]
            drawn[role] = x, y
            if len(x):
                self._ends.append((role, name, float(x[-1]), float(y[-1])))
        last = float(epochs[-1]) if len(rows) else 0.0
        now = self.reading_at(last) or Reading(0, math.nan, math.nan)
        self.gap.show(self.measure, now.training, now.validation)
        self._set_ranges(max(last, FEWEST_EPOCHS), [y for _, y in drawn.values() if len(y)])
        for role, (x, y) in drawn.items():
            # A few long strokes join better as one path; many short ones are quicker one by one.
            self._curves[role].setSegmentedLineMode("off" if len(x) < FEW_POINTS else "on")
            self.draw(self._curves[role], x, y)
        pixels = [self.pixels(x, y) for x, y in drawn.values() if len(x)]
        self.gap.stretch(pixels)
        self._drawn = [densely(*points.T) for points in pixels]
        self.viewport().update()

    def _set_ranges(self, last: float, curves: list[Array]) -> None:
        low = min((float(y.min()) for y in curves), default=0.0)
        high = max((float(y.max()) for y in curves), default=1.0)
        if self.measure is Measure.ACCURACY:
            # Chance is seldom 0: the axis reaches down to where the curves begin, and a little above all.
            room = max(0.08 * (1.0 - low), 0.01)
            low, high = max(low - room, 0.0), 1.0 + 0.5 * room
        elif self._logs:
            if not curves:
                low, high = -3.0, 0.0
            room = max(0.05 * (high - low), 0.05)
            low, high = low - room, high + room
        else:
            low, high = min(0.0, low), high * 1.04 if high > 0.0 else 1.0
        self.set_range((0.0, last), (low, high))
        self._measure_ticks()
        self.arrange()

    def _measure_ticks(self) -> None:
        """Which marks the axes have; the room for their texts follows from them."""
        style, line = self.look.numbers, self.lettering.line("tiny")
        low, high = self.y_range
        most = int(min(max(self.frame.height() / (1.7 * line), 1), 6))
        self._y_ticks = log_ticks(low, high, most, style) if self._logs else self.measure.ticks(low, high, most, style)
        left, right = self.x_range
        across = int(min(max(self.frame.width() / (3.2 * line), 1), 8))
        self._x_ticks = linear_ticks(left, right, across, style, whole=True)

    def margins(self) -> QMarginsF:
        px, lettering = self.look.px, self.lettering
        left = max(lettering.width(text, "tiny") for text in (*(tick.text for tick in self._y_ticks), "0.00"))
        names = (self.tr("training"), self.tr("validation"))
        right = max(*(lettering.width(name, "small_strong") for name in names), self.gap.width(lettering))
        line = lettering.line("tiny")
        return QMarginsF(line + math.ceil(left) + px(7), px(5), math.ceil(right) + px(10), line + px(4))

    # ---- painting ------------------------------------------------------------------------------------------------

    def paint_behind(self, painter: QPainter) -> None:
        if not len(self._rows):
            return
        if self.best is not None:
            x, right = self.x_pixel(self.best.epoch), self.x_pixel(self._ends[-1][2]) if self._ends else 0.0
            if right > x:
                area = QRectF(x, self.frame.top(), right - x, self.frame.height())
                painter.fillRect(area, self.look.colour("flat_region"))
        self.gap.paint_band(painter)
        self.paint_grid(painter, self._y_ticks)
        self.paint_y_texts(painter, self._y_ticks)
        self._paint_axis_names(painter)

    def _paint_axis_names(self, painter: QPainter) -> None:
        lettering, colour, name = self.lettering, self.look.colour("text_faint"), self.tr("epoch")
        line = lettering.line("tiny")
        box = QRectF(self.frame.left(), self.frame.bottom() + self.look.px(3), self.frame.width(), line)
        lettering.write(painter, box, name, "tiny", colour, RIGHT)
        self.paint_x_texts(painter, self._x_ticks, until=box.right() - lettering.width(name, "tiny") - self.look.px(8))
        painter.save()
        painter.translate(0.0, self.frame.center().y())
        painter.rotate(-90.0)
        box = QRectF(-self.height() / 2, 0.0, self.height(), line)
        word = self.measure.word
        lettering.write(painter, box, self.tr("{} (log)").format(word) if self._logs else word, "tiny", colour)
        painter.restore()

    def paint_above(self, painter: QPainter) -> None:
        if not len(self._rows):
            painter.setFont(self.lettering.font("small"))
            painter.setPen(self.look.colour("text_muted"))
            text = self.tr("Here the loss will appear, epoch by epoch: on the training part and on held-out data.")
            painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)
            return
        self._taken = self._paint_ends(painter)
        self._paint_best(painter)
        self._paint_pointer(painter)

    def _paint_ends(self, painter: QPainter) -> list[QRectF]:
        """Each curve's name at its right end, moved apart where they would touch; where they are."""
        px, height = self.look.px, self.lettering.line("small_strong") * 0.95
        ends = sorted(((self.y_pixel(y), self.x_pixel(x), role, name) for role, name, x, y in self._ends))
        centres = [min(max(y, height / 2), self.height() - height / 2) for y, *_ in ends]
        if len(centres) == 2 and centres[1] - centres[0] < height:
            middle = min(max((centres[0] + centres[1]) / 2, height), self.height() - height)
            centres = [middle - height / 2, middle + height / 2]
        boxes = []
        for centre, (y, x, role, name) in zip(centres, ends, strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.look.colour(role))
            painter.drawEllipse(QPointF(x, y), px(2.5), px(2.5))
            left = x + px(7)
            box = QRectF(left, centre - height / 2, self.width() - left, height)
            self.lettering.write(painter, box, name, "small_strong", self.look.colour(role), LEFT)
            boxes.append(box)
        if len(boxes) == 2:
            dots = [QPointF(x, y) for y, x, *_ in ends]
            boxes += self.gap.paint_words(painter, self.lettering, dots, boxes, self.height())
        return boxes

    def _paint_best(self, painter: QPainter) -> None:
        if self.best is None:
            return
        px, frame = self.look.px, self.frame
        x = self.x_pixel(self.best.epoch)
        painter.setPen(QPen(self.look.colour("best_marker"), 1.4 * self.look.factor, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
        loss = float(self._scaled(np.array([self.best.validation]))[0])
        if math.isfinite(loss):
            painter.setPen(QPen(self.look.colour("card"), 1.5 * self.look.factor))
            painter.setBrush(self.look.colour("best_marker"))
            painter.drawEllipse(QPointF(x, self.y_pixel(loss)), px(4.5), px(4.5))
        self._paint_best_words(painter, x)

    def _paint_best_words(self, painter: QPainter, x: float) -> None:
        """What the marker and the shade mean, where no curve is in the way; short or not at all elsewhere."""
        lettering, gap, strong = self.lettering, self.look.px(6), "small_strong"
        for words in (self.tr("best on held-out data"), self.tr("best")):
            width = lettering.width(words + " ▸", strong)
            before = self._free(x - gap - width, width, lettering.line(strong))
            place = before or self._free(x + gap, width, lettering.line(strong))
            if place is not None:
                text = words + " ▸" if place is before else "◂ " + words
                lettering.write(painter, place, text, strong, self.look.colour("best_marker"))
                self._taken.append(place)
                break
        end = self.x_pixel(self._ends[-1][2]) if self._ends else x
        phrase = self.tr("more fitting stopped helping")
        width, height = lettering.width(phrase, "small"), lettering.line("small")
        for wide, high in ((width + 2, height), (0.62 * width, 2 * height)):
            place = self._free((x + end - wide) / 2, wide, high) if end - x >= wide + 2 * gap else None
            if place is not None:
                painter.setFont(lettering.font("small"))
                painter.setPen(self.look.colour("text_muted"))
                flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextDontClip
                painter.drawText(place, flags, phrase)
                break

    def _free(self, left: float, width: float, height: float) -> QRectF | None:
        return free_place(self.frame, left, (width, height), self._drawn, self._taken, self.look.px(3))

    def _paint_pointer(self, painter: QPainter) -> None:
        reading = self.hovered
        if reading is None or self.pointer is None:
            return
        x = self.x_pixel(reading.epoch)
        painter.setPen(QPen(self.look.colour("axis"), max(1, self.look.px(1))))
        painter.drawLine(QPointF(x, self.frame.top()), QPointF(x, self.frame.bottom()))
        for role, loss in (("training", reading.training), ("validation", reading.validation)):
            y = float(self._scaled(np.array([loss]))[0])
            if math.isfinite(y):
                painter.setPen(QPen(self.look.colour(role), 2 * self.look.factor))
                painter.setBrush(self.look.colour("card"))
                painter.drawEllipse(QPointF(x, self.y_pixel(y)), self.look.px(4), self.look.px(4))
        self.paint_readout(painter, QPointF(x, self.pointer.y()), self.readout())

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "_curves"):
            self._draw()
