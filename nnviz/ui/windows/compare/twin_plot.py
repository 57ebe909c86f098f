"""The curves of two runs on one scale: the left one solid, the right one dashed, each named at its end."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from nnviz.engine.training.timeline.history import ScoreName
from nnviz.engine.types import Array
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import whole
from nnviz.ui.session.difference_words import plain_names
from nnviz.ui.session.history_rows import HistoryRows
from nnviz.ui.toolkit.lettering import LEFT
from nnviz.ui.toolkit.plots.epoch_plot import WIDTHS, EpochPlot
from nnviz.ui.toolkit.plots.free_place import densely
from nnviz.ui.toolkit.plots.measure import Measure
from nnviz.ui.toolkit.plots.name_places import Named, name_places

GAP_PIXELS = 7
"""Between the end of a curve and its name."""
DASH = [5.0, 3.0]
"""Of the right side's curves, in widths of their stroke."""
WIDEST_NAMES = 0.34
"""As a share of the plot; longer names are shortened."""


@dataclass(frozen=True)
class End:
    """The end of a curve: whose it is, where, and in which colour."""

    side: int
    role: str
    x: float
    y: float


class TwinPlot(EpochPlot):
    """Loss or score of both runs, on their training and on their validation part."""

    lines_per_tick = 1.9

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.names = ("", "")
        self.ends: list[End] = []
        self.name_boxes: list[QRectF] = []
        self._shows_score = False
        self._score = Measure.ACCURACY
        self._rows = (HistoryRows(), HistoryRows())
        self._curves = {(side, role): self.curve() for side in (1, 0) for role in WIDTHS}
        self.setAccessibleName(self.tr("Curves of both sides"))
        self.restyle()

    def restyle(self) -> None:
        for (side, role), curve in self._curves.items():
            pen = self.pen(role)
            if side:
                pen.setDashPattern(DASH)
            curve.setPen(pen)
        super().restyle()

    # ---- what it is told -----------------------------------------------------------------------------------------

    def show_rows(self, left: HistoryRows, right: HistoryRows, names: tuple[str, str], score: ScoreName) -> None:
        """Draw both runs up to now; ``names`` are those of the sides, ``score`` is what they are scored by."""
        self._rows, self.names, self._score = (left, right), names, Measure.of_score(score)
        self.redraw()

    def set_measure(self, measure: str) -> None:
        """Draw the ``loss`` or the ``score``."""
        self._shows_score = measure == "score"
        self.redraw()

    # ---- what can be read from it --------------------------------------------------------------------------------

    @property
    def measure(self) -> Measure:
        return self._score if self._shows_score else Measure.LOSS

    @property
    def is_log(self) -> bool:
        return super().is_log and not self._shows_score

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
                lines.append((self.end_names(end)[0], self.measure.text(value, self.look.numbers)))
        return lines

    @property
    def hovered(self) -> int | None:
        """The epoch under the pointer that a side has a value for; ``None`` outside of the frame."""
        at = self.pointed_at
        if at is None or not self.ends:
            return None
        known = (rows.column("epoch")[rows.place_of(at)] for rows in self._rows if len(rows))
        return int(min(known, key=lambda epoch: abs(epoch - at)))

    def _column(self, role: str) -> str:
        return dict(zip(WIDTHS, self.measure.columns, strict=True))[role]

    # ---- bringing it up to date ----------------------------------------------------------------------------------

    def redraw(self) -> None:
        drawn: dict[tuple[int, str], tuple[Array, Array]] = {}
        self.ends = []
        for side, rows in enumerate(self._rows):
            for role in WIDTHS:
                x, y = drawn[side, role] = self.points(rows.column("epoch"), rows.column(self._column(role)))
                if len(x):
                    self.ends.append(End(side, role, float(x[-1]), float(y[-1])))
        last = max((end.x for end in self.ends), default=0.0)
        self.fit_ranges(last, [y for _, y in drawn.values() if len(y)])
        for key, points in drawn.items():
            self.draw_points(self._curves[key], *points, dashed=key[0] == 1)
        self._place_names([densely(*self.pixels(x, y).T) for x, y in drawn.values()])
        self.viewport().update()

    def accuracy_range(self, low: float) -> tuple[float, float]:
        return min(low, 0.5), 1.02

    def _place_names(self, curves: list[Array]) -> None:
        height = self.lettering.line("small_strong") * 0.95
        named = [
            Named(QPointF(self.x_pixel(end.x), self.y_pixel(end.y)), self._width(name))
            for end, name in zip(self.ends, self._shown_names(), strict=True)
        ]
        low = self.frame.bottom() + height / 2
        self.name_boxes = name_places(named, self.frame, height, self.look.px(GAP_PIXELS), curves, low)

    def _shown_names(self) -> list[str]:
        """The name of each curve, all in the longest wording that leaves the curves most of the room."""
        wordings = list(zip(*(self.end_names(end) for end in self.ends), strict=True))
        room = WIDEST_NAMES * self.width()
        fitting = (texts for texts in wordings if max(self._width(text) for text in texts) <= room)
        return list(next(fitting, wordings[-1] if wordings else ()))

    def _width(self, name: str) -> float:
        return self.lettering.width(name, "small_strong")

    def words_width(self) -> float:
        return max((self._width(name) for name in self._shown_names()), default=0.0)

    # ---- painting ------------------------------------------------------------------------------------------------

    def paint_behind(self, painter: QPainter) -> None:
        if self.ends:
            self.paint_axes(painter)

    def paint_above(self, painter: QPainter) -> None:
        if not self.ends:
            text = self.tr("Both loss curves appear here during training: the left one solid, the right one dashed.")
            self.paint_promise(painter, text)
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
        x = self.paint_epoch_line(painter, epoch)
        self.paint_readout(painter, QPointF(x, self.pointer.y()), self.readout())
