"""Loss or score over the epochs: two curves with their names, the gap, the best epoch, and what the pointer reads."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from nnviz.engine.training.timeline.history import History
from nnviz.engine.types import Array
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import whole
from nnviz.ui.panels.loss.gap import GapBand, word_ground
from nnviz.ui.session.history_rows import HistoryRows
from nnviz.ui.toolkit.lettering import LEFT
from nnviz.ui.toolkit.plots.epoch_plot import WIDTHS, EpochPlot
from nnviz.ui.toolkit.plots.free_place import densely, free_place
from nnviz.ui.toolkit.plots.measure import Measure


@dataclass(frozen=True)
class Reading:
    """What the curves say at one epoch: losses or scores; ``validation`` is nan where there is none."""

    epoch: int
    training: float
    validation: float


class LossPlot(EpochPlot):
    """Training and validation loss or score, the gap between them, and the region after the best epoch shaded."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.best: Reading | None = None
        self._measure = Measure.LOSS
        self._rows = HistoryRows()
        self._ends: list[tuple[str, str, float, float]] = []
        self._drawn: list[Array] = []
        self._taken: list[QRectF] = []
        self.gap = GapBand(look)
        self._curves = {role: self.curve() for role in WIDTHS}
        self.restyle()

    def restyle(self) -> None:
        for role, curve in self._curves.items():
            curve.setPen(self.pen(role))
        super().restyle()

    @property
    def measure(self) -> Measure:
        return self._measure

    def show_rows(self, rows: HistoryRows, history: History | None) -> None:
        """Draw the run up to now."""
        self._rows = rows
        best = history.best_epoch if history is not None else None
        if best is not None and len(rows) and best > rows.column("epoch")[-1]:
            # It comes after what is shown: marked is what was the best until then.
            losses = rows.column("validation_loss")
            best = int(rows.column("epoch")[np.nanargmin(losses)]) if np.isfinite(losses).any() else None
        self.best = self.reading_at(best) if best is not None and len(rows) else None
        self.redraw()

    def set_measure(self, measure: Measure) -> None:
        """What the curves are of."""
        if measure is not self.measure:
            self._measure = measure
            if self.best is not None:
                self.best = self.reading_at(self.best.epoch)
            self.redraw()

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
        return None if self.pointed_at is None else self.reading_at(self.pointed_at)

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

    def redraw(self) -> None:
        rows = self._rows
        epochs = rows.column("epoch")
        drawn: dict[str, tuple[Array, Array]] = {}
        self._ends = []
        for role, column, name in zip(self._curves, self.measure.columns, self._names(), strict=True):
            x, y = drawn[role] = self.points(epochs, rows.column(column))
            if len(x):
                self._ends.append((role, name, float(x[-1]), float(y[-1])))
        last = float(epochs[-1]) if len(rows) else 0.0
        now = self.reading_at(last) or Reading(0, math.nan, math.nan)
        self.gap.show(self.measure, now.training, now.validation)
        self.fit_ranges(last, [y for _, y in drawn.values() if len(y)])
        for role, points in drawn.items():
            self.draw_points(self._curves[role], *points)
        pixels = [self.pixels(x, y) for x, y in drawn.values() if len(x)]
        self.gap.stretch(pixels)
        self._drawn = [densely(*points.T) for points in pixels]
        self.viewport().update()

    def accuracy_range(self, low: float) -> tuple[float, float]:
        # Chance is seldom 0: the axis reaches down to where the curves begin, and a little above all.
        room = max(0.08 * (1.0 - low), 0.01)
        return max(low - room, 0.0), 1.0 + 0.5 * room

    def words_width(self) -> float:
        lettering = self.lettering
        return max(*(lettering.width(name, "small_strong") for name in self._names()), self.gap.width(lettering))

    def _names(self) -> tuple[str, str]:
        return self.tr("training"), self.tr("validation")

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
        self.paint_axes(painter)

    def paint_above(self, painter: QPainter) -> None:
        if not len(self._rows):
            text = self.tr("The loss curve appears here during training, on the training part and on held-out data.")
            self.paint_promise(painter, text)
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
            colour, ground = self.look.colour(role), word_ground(self.look)
            self.lettering.write(painter, box, name, "small_strong", colour, LEFT, ground)
            boxes.append(box)
        if len(boxes) == 2:
            dots = [QPointF(x, y) for y, x, *_ in ends]
            boxes += self.gap.paint_words(painter, self.lettering, dots, boxes, self.frame.bottom())
        return boxes

    def _paint_best(self, painter: QPainter) -> None:
        if self.best is None:
            return
        px, frame = self.look.px, self.frame
        x = self.x_pixel(self.best.epoch)
        painter.setPen(QPen(self.look.colour("best_marker"), 1.4 * self.look.factor, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
        loss = float(self.scaled(np.array([self.best.validation]))[0])
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
                colour, ground = self.look.colour("best_marker"), word_ground(self.look)
                lettering.write(painter, place, text, strong, colour, ground=ground)
                self._taken.append(place)
                break
        end = self.x_pixel(self._ends[-1][2]) if self._ends else x
        phrase = self.tr("further training no longer helps")
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
        x = self.paint_epoch_line(painter, reading.epoch)
        for role, loss in (("training", reading.training), ("validation", reading.validation)):
            y = float(self.scaled(np.array([loss]))[0])
            if math.isfinite(y):
                painter.setPen(QPen(self.look.colour(role), 2 * self.look.factor))
                painter.setBrush(self.look.colour("card"))
                painter.drawEllipse(QPointF(x, self.y_pixel(y)), self.look.px(4), self.look.px(4))
        self.paint_readout(painter, QPointF(x, self.pointer.y()), self.readout())
