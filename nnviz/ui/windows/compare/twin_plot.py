"""The curves of two runs on one scale: the left one solid, the right one dashed, each named at its end."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from nnviz.engine.types import Array
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import NumberStyle, percent, whole, written
from nnviz.ui.session.difference_words import plain_names
from nnviz.ui.session.history_rows import HistoryRows
from nnviz.ui.toolkit.lettering import LEFT, RIGHT
from nnviz.ui.toolkit.plots.free_place import densely
from nnviz.ui.toolkit.plots.name_places import Named, name_places
from nnviz.ui.toolkit.plots.outline import outline
from nnviz.ui.toolkit.plots.plot import Plot
from nnviz.ui.toolkit.plots.ticks import Tick, linear_ticks, log_ticks

FEWEST_EPOCHS = 10
PIXELS_PER_POINT = 1.5
GAP_PIXELS = 7
"""Between the end of a curve and its name."""
DASH = [5.0, 3.0]
"""Of the right side's curves, in widths of their stroke."""
PARTS = (("training", "train", 2.6), ("validation", "validation", 1.8))
"""The role of each curve, how its columns begin, and how wide it is."""
WIDEST_NAMES = 0.34
"""As a share of the plot; longer names are shortened."""


@dataclass(frozen=True)
class End:
    """The end of a curve: whose it is, where, and in which colour."""

    side: int
    role: str
    x: float
    y: float


class TwinPlot(Plot):
    """Loss or score of both runs, on their training and on their validation part."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.log = False
        self.measure = "loss"
        self.score = "accuracy"
        self.names = ("", "")
        self.ends: list[End] = []
        self.name_boxes: list[QRectF] = []
        self._rows = (HistoryRows(), HistoryRows())
        self._x_ticks: list[Tick] = []
        self._y_ticks: list[Tick] = []
        self._curves = {(side, role): self.curve() for side in (1, 0) for role, _, _ in PARTS}
        self.setAccessibleName(self.tr("Curves of both sides"))
        self.restyle()

    def restyle(self) -> None:
        for (side, role), curve in self._curves.items():
            width = next(width for each, _, width in PARTS if each == role)
            pen = QPen(self.look.colour(role), width * self.look.factor)
            pen.setCosmetic(True)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if side:
                pen.setDashPattern(DASH)
            curve.setPen(pen)
        super().restyle()
        self._draw()

    # ---- what it is told -----------------------------------------------------------------------------------------

    def show_rows(self, left: HistoryRows, right: HistoryRows, names: tuple[str, str], score: str) -> None:
        """Draw both runs up to now; ``names`` are those of the sides, ``score`` is what they are scored by."""
        self._rows, self.names, self.score = (left, right), names, score
        self._draw()

    def set_log(self, log: bool) -> None:
        """Whether the loss axis is logarithmic."""
        self.log = log
        self._draw()

    def set_measure(self, measure: str) -> None:
        """Draw the ``loss`` or the ``score``."""
        self.measure = measure
        self._draw()

    # ---- what can be read from it --------------------------------------------------------------------------------

    @property
    def _is_log(self) -> bool:
        return self.log and self.measure == "loss"

    @property
    def measure_name(self) -> str:
        """What the upright axis is."""
        if self.measure == "loss":
            return self.tr("loss (log)") if self.log else self.tr("loss")
        return self.tr("accuracy") if self.score == "accuracy" else self.tr("RMSE")

    def value_text(self, value: float, style: NumberStyle) -> str:
        """A value of the upright axis."""
        if self.measure == "score" and self.score == "accuracy":
            return percent(value, 1, style)
        return written(value, style)

    def end_names(self, end: End) -> tuple[str, ...]:
        """What can stand at the end of a curve, the longest first."""
        whole_word = self.tr("training") if end.role == "training" else self.tr("validation")
        word = self.tr("train") if end.role == "training" else self.tr("val.")
        side, plain = self.names[end.side], plain_names()[end.side]
        return f"{side} · {whole_word}", f"{side} · {word}", f"{plain} · {word}"

    def readout(self) -> list[tuple[str, str]]:
        """What is written beside the pointer: the epoch, and each curve's value there."""
        epoch = self.hovered
        if epoch is None:
            return []
        lines = [(self.tr("epoch"), whole(epoch))]
        for end in self.ends:
            rows = self._rows[end.side]
            place = rows.place_of(epoch)
            value = float(rows.column(self._column(end.role))[place])
            # A run that has stopped says nothing of later epochs.
            if int(rows.column("epoch")[place]) == epoch or place < len(rows) - 1:
                lines.append((self.end_names(end)[0], self.value_text(value, self.look.numbers)))
        return lines

    @property
    def hovered(self) -> int | None:
        """The epoch under the pointer that a side has a value for; ``None`` outside of the frame."""
        if self.pointer is None or not self.ends or not self.frame.adjusted(-4, -4, 4, 4).contains(self.pointer):
            return None
        low, high = self.x_range
        at = low + (self.pointer.x() - self.frame.left()) / self.frame.width() * (high - low)
        known = (rows.column("epoch")[rows.place_of(at)] for rows in self._rows if len(rows))
        return int(min(known, key=lambda epoch: abs(epoch - at)))

    def _column(self, role: str) -> str:
        beginning = next(beginning for each, beginning, _ in PARTS if each == role)
        return f"{beginning}_{self.measure}"

    # ---- bringing it up to date ----------------------------------------------------------------------------------

    def _draw(self) -> None:
        bins = max(int(self.frame.width() / PIXELS_PER_POINT), 20)
        drawn: dict[tuple[int, str], tuple[Array, Array]] = {}
        self.ends = []
        for side, rows in enumerate(self._rows):
            for role, _, _ in PARTS:
                x, y = self._points(rows, role, bins)
                drawn[side, role] = x, y
                if len(x):
                    self.ends.append(End(side, role, float(x[-1]), float(y[-1])))
        self._set_ranges([points for points in drawn.values() if len(points[0])])
        for key, (x, y) in drawn.items():
            # Dashes that begin anew in every stretch would be none.
            self._curves[key].setSegmentedLineMode("on" if key[0] == 0 and len(x) > 120 else "off")
            self.draw(self._curves[key], x, y)
        self._place_names([densely(*self.pixels(x, y).T) for x, y in drawn.values()])
        self.viewport().update()

    def _place_names(self, curves: list[Array]) -> None:
        height = self.lettering.line("small_strong") * 0.95
        named = [
            Named(QPointF(self.x_pixel(end.x), self.y_pixel(end.y)), self._width(name))
            for end, name in zip(self.ends, self._shown_names(), strict=True)
        ]
        low = self.frame.bottom() + height / 2
        self.name_boxes = name_places(named, self.frame, height, self.look.px(GAP_PIXELS), curves, low)

    def _points(self, rows: HistoryRows, role: str, bins: int) -> tuple[Array, Array]:
        x, y = outline(rows.column("epoch"), rows.column(self._column(role)), bins)
        if self._is_log:
            with np.errstate(all="ignore"):
                y = np.where(y > 0.0, np.log10(y), np.nan)
            seen = np.isfinite(y)
            x, y = x[seen], y[seen]
        return x, y

    def _set_ranges(self, curves: list[tuple[Array, Array]]) -> None:
        last = max((float(x[-1]) for x, _ in curves), default=0.0)
        low = min((float(y.min()) for _, y in curves), default=0.0)
        high = max((float(y.max()) for _, y in curves), default=1.0)
        if self._is_log:
            if not curves:
                low, high = -3.0, 0.0
            room = max(0.05 * (high - low), 0.05)
            low, high = low - room, high + room
        elif self.measure == "score" and self.score == "accuracy":
            low, high = min(low, 0.5), 1.02
        else:
            low, high = min(0.0, low), high * 1.04 if high > 0.0 else 1.0
        self.set_range((0.0, max(last, FEWEST_EPOCHS)), (low, high))
        self._measure_ticks()
        self.arrange()

    def _measure_ticks(self) -> None:
        style, line = self.look.numbers, self.lettering.line("tiny")
        low, high = self.y_range
        most = int(min(max(self.frame.height() / (1.9 * line), 1), 6))
        if self._is_log:
            self._y_ticks = log_ticks(low, high, most, style)
        else:
            self._y_ticks = linear_ticks(low, high, most, style)
        if self.measure == "score" and self.score == "accuracy":
            self._y_ticks = [Tick(tick.place, percent(tick.place, 0, style)) for tick in self._y_ticks]
        across = int(min(max(self.frame.width() / (3.2 * line), 1), 8))
        self._x_ticks = linear_ticks(*self.x_range, across, style, whole=True)

    def _shown_names(self) -> list[str]:
        """The name of each curve, all in the longest wording that leaves the curves most of the room."""
        wordings = list(zip(*(self.end_names(end) for end in self.ends), strict=True))
        room = WIDEST_NAMES * self.width()
        fitting = (texts for texts in wordings if max(self._width(text) for text in texts) <= room)
        return list(next(fitting, wordings[-1] if wordings else ()))

    def _width(self, name: str) -> float:
        return self.lettering.width(name, "small_strong")

    def margins(self) -> QMarginsF:
        px, lettering = self.look.px, self.lettering
        left = max(lettering.width(text, "tiny") for text in (*(tick.text for tick in self._y_ticks), "0.00"))
        right = max((self._width(name) for name in self._shown_names()), default=0.0)
        line = lettering.line("tiny")
        return QMarginsF(line + math.ceil(left) + px(7), px(5), math.ceil(right) + px(10), line + px(4))

    # ---- painting ------------------------------------------------------------------------------------------------

    def paint_behind(self, painter: QPainter) -> None:
        if not self.ends:
            return
        self.paint_grid(painter, self._y_ticks)
        self.paint_y_texts(painter, self._y_ticks)
        lettering, colour, name = self.lettering, self.look.colour("text_faint"), self.tr("epoch")
        line = lettering.line("tiny")
        box = QRectF(self.frame.left(), self.frame.bottom() + self.look.px(3), self.frame.width(), line)
        lettering.write(painter, box, name, "tiny", colour, RIGHT)
        self.paint_x_texts(painter, self._x_ticks, until=box.right() - lettering.width(name, "tiny") - self.look.px(8))
        painter.save()
        painter.translate(0.0, self.frame.center().y())
        painter.rotate(-90.0)
        lettering.write(
            painter, QRectF(-self.height() / 2, 0.0, self.height(), line), self.measure_name, "tiny", colour
        )
        painter.restore()

    def paint_above(self, painter: QPainter) -> None:
        if not self.ends:
            painter.setFont(self.lettering.font("small"))
            painter.setPen(self.look.colour("text_muted"))
            text = self.tr("Here both losses will appear, epoch by epoch: the left one solid, the right one dashed.")
            painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)
            return
        self._paint_ends(painter)
        self._paint_pointer(painter)

    def _paint_ends(self, painter: QPainter) -> None:
        """Each curve's name, and a mark at its end; a name that could not stand at the same height is tied to it."""
        px, factor = self.look.px, self.look.factor
        for end, name, box in zip(self.ends, self._shown_names(), self.name_boxes, strict=True):
            colour, place = self.look.colour(end.role), QPointF(self.x_pixel(end.x), self.y_pixel(end.y))
            # Names in the column beside the frame have no tie: it would lead through other curves.
            if box.left() <= place.x() + px(GAP_PIXELS) + 1.0 and not box.top() <= place.y() <= box.bottom():
                painter.setPen(QPen(colour, factor))
                painter.drawLine(place, QPointF(box.left(), box.center().y()))
            painter.setPen(QPen(colour, 1.6 * factor))
            # A disc ends a solid line, a ring a dashed one.
            painter.setBrush(colour if end.side == 0 else self.look.colour("card"))
            painter.drawEllipse(place, px(2.5), px(2.5))
            self.lettering.write(painter, box, name, "small_strong", colour, LEFT)

    def _paint_pointer(self, painter: QPainter) -> None:
        epoch = self.hovered
        if epoch is None or self.pointer is None:
            return
        x = self.x_pixel(epoch)
        painter.setPen(QPen(self.look.colour("axis"), max(1, self.look.px(1))))
        painter.drawLine(QPointF(x, self.frame.top()), QPointF(x, self.frame.bottom()))
        self.paint_readout(painter, QPointF(x, self.pointer.y()), self.readout())

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "_curves"):
            self._draw()
