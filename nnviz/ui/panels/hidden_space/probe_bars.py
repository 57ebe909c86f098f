"""How well a straight line does in each layer, as bars: the network as it is, and as it was before training."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.lettering import LEFT, RIGHT
from nnviz.ui.toolkit.row_list import RowList

ROW = 32
ONE_LINE_ROW = 21
WIDE = 240
"""From this width on, at scale 1, a row is one line: the bars stand between the name and the numbers."""


@dataclass(frozen=True)
class ProbeRow:
    """A layer's bars.

    Attributes:
        trained, untrained: Scores; what is below 0 has no bar, nan has no number either.
        texts: Both in words, trained first.
        tip: All that is known of them.
    """

    layer: int
    name: str
    trained: float
    untrained: float
    texts: tuple[str, str]
    tip: str


class ProbeBars(RowList):
    """For each layer its name, two numbers, and under them a full bar (trained) and a hollow one (untrained).

    What is picked is a layer.
    """

    tallest_row = 46

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.rows: list[ProbeRow] = []
        self.selected = 0
        self.guess = math.nan

    def show_rows(self, rows: list[ProbeRow], selected: int, guess: float) -> None:
        """Show these layers, one of them selected, with a mark at what guessing would score (nan for none)."""
        if len(rows) != len(self.rows):
            self.rows = rows
            self._restyle()
        if rows != self.rows or selected != self.selected or repr(guess) != repr(self.guess):
            self.rows, self.selected, self.guess = rows, selected, guess
            words = self.tr("{}: {} trained, {} untrained")
            self.setAccessibleName("; ".join(words.format(row.name, *row.texts) for row in rows))
            self.update()

    def height_of(self, rows: int) -> int:
        """How high it is at the least with so many layers."""
        return math.ceil(self._head) + rows * self._look.px(ONE_LINE_ROW if self.in_one_line else ROW)

    @property
    def in_one_line(self) -> bool:
        """Whether there is room for the bars beside the words."""
        return self.width() >= self._look.px(WIDE)

    @property
    def _head(self) -> float:
        return self._lettering.line("tiny") + self._look.px(3)

    @property
    def _keys(self) -> list[int]:
        return [row.layer for row in self.rows]

    @property
    def _selected_key(self) -> int:
        return self.selected

    def _tip(self, place: int) -> str:
        return self.rows[place].tip

    def _restyle(self) -> None:
        self.setMinimumHeight(self.height_of(len(self.rows)))
        self.updateGeometry()
        self.update()

    # ---- painting ------------------------------------------------------------------------------------------------

    def _paint_legend(self, painter: QPainter) -> None:
        """What the bars are, and the mark, as far as there is room."""
        look, px, lettering = self._look, self._look.px, self._lettering
        x, line, side = float(px(7)), lettering.line("tiny"), px(9)
        guess = self.tr("majority guess") if math.isfinite(self.guess) else ""
        for sign, text in (("full", self.tr("trained")), ("hollow", self.tr("untrained")), ("mark", guess)):
            width = lettering.width(text, "tiny")
            if not text or x + side + px(5) + width > self.width():
                continue
            box = QRectF(x, (line - side) / 2, side, side)
            if sign == "mark":
                painter.setPen(self._guess_pen())
                painter.drawLine(QPointF(box.center().x(), 1.0), QPointF(box.center().x(), line - 1.0))
            else:
                self._paint_bar(painter, box, filled=sign == "full")
            words = QRectF(box.right() + px(5), 0.0, width, line)
            lettering.write(painter, words, text, "tiny", look.colour("text_muted"), LEFT)
            x = words.right() + px(8)

    def _guess_pen(self) -> QPen:
        pen = QPen(self._look.colour("text"), max(1.0, 1.3 * self._look.factor))
        pen.setDashPattern([2.0, 2.0])
        return pen

    def _paint_bar(self, painter: QPainter, box: QRectF, filled: bool) -> None:
        rounding, width = min(box.height() / 2, self._look.px(3)), max(1.0, 1.2 * self._look.factor)
        if filled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("accent"))
        else:
            painter.setPen(QPen(self._look.colour("text_muted"), width))
            painter.setBrush(self._look.colour("card"))
            box = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(box, rounding, rounding)

    def _paint_row(self, painter: QPainter, place: int, row: ProbeRow) -> None:
        look, px, box = self._look, self._look.px, self.box_of(place)
        chosen = self._paint_ground(painter, place, inset=4)
        lettering, line = self._lettering, self._lettering.line("tiny")
        thick, thin, gap = px(6), px(5), px(2)
        high = line if self.in_one_line else line + px(1) + thick + gap + thin
        top = box.top() + (box.height() - high) / 2
        words = QRectF(px(7), top, box.width() - px(13), line)
        colour = look.colour("accent" if chosen else "text")
        name = max(lettering.width(each.name, "tiny_bold") for each in self.rows)
        number = max(lettering.width(each.texts[0], "mono_small_bold") for each in self.rows)
        column = max(lettering.width(each.texts[1], "mono_small") for each in self.rows) + px(8)
        before = words
        # Where type is large there is room for one number, or for none: the bars show both.
        if name + px(8) + number + column <= words.width():
            before = words.adjusted(0, 0, -column, 0)
            lettering.write(painter, words, row.texts[1], "mono_small", look.colour("text_muted"), RIGHT)
        if name + px(8) + number <= before.width():
            lettering.write(painter, before, row.texts[0], "mono_small_bold", look.colour("text"), RIGHT)
        lettering.write_fitting(painter, words, (row.name,), "tiny_bold" if chosen else "tiny", colour)
        left, width, y = words.left(), words.width(), words.bottom() + px(1)
        if self.in_one_line:
            left += name + px(10)
            width, y = before.right() - number - px(10) - left, top + (line - thick - gap - thin) / 2
        first = y
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("groove"))
        painter.drawRoundedRect(QRectF(left, y, width, thick), thick / 2, thick / 2)
        if row.trained > 0.0:
            self._paint_bar(painter, QRectF(left, y, max(thick, width * min(row.trained, 1.0)), thick), filled=True)
        y += thick + gap
        if row.untrained > 0.0:
            self._paint_bar(painter, QRectF(left, y, max(thin, width * min(row.untrained, 1.0)), thin), filled=False)
        if math.isfinite(self.guess):
            x = left + width * self.guess
            painter.setPen(self._guess_pen())
            painter.drawLine(QPointF(x, first - 1), QPointF(x, y + thin + 1))

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(190), self.height_of(len(self.rows)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(self.height_of(len(self.rows)))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.rows:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_legend(painter)
            for place, row in enumerate(self.rows):
                self._paint_row(painter, place, row)
