"""How well a straight line does in each layer, as bars: the network as it is, and as it was before training."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnviz.ui.look import Look
from nnviz.ui.panels.lettering import LEFT, RIGHT, Lettering

ROW = 32
TALLEST_ROW = 46
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


class ProbeBars(QWidget):
    """For each layer its name, two numbers, and under them a full bar (trained) and a hollow one (untrained).

    Signals:
        layer_picked(int): The user clicked on that layer's row.
    """

    layer_picked = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lettering = Lettering(look)
        self.rows: list[ProbeRow] = []
        self.selected = 0
        self.guess = math.nan
        self._hovered = -1
        self.setProperty("surface", "plain")
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self._restyle)

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

    def box_of(self, place: int) -> QRectF:
        """Where a row is."""
        height = min((self.height() - self._head) / max(len(self.rows), 1), self._look.px(TALLEST_ROW))
        return QRectF(0.0, self._head + place * height, self.width(), height)

    def selected_box(self) -> QRectF | None:
        """Where the selected row is; ``None`` if there is none."""
        places = [place for place, row in enumerate(self.rows) if row.layer == self.selected]
        return self.box_of(places[0]) if places else None

    def _place_at(self, y: float) -> int:
        """The place of the row at a height; -1 if there is none."""
        place = math.floor((y - self._head) / self.box_of(0).height())
        return place if 0 <= place < len(self.rows) else -1

    def _restyle(self) -> None:
        self.setMinimumHeight(self.height_of(len(self.rows)))
        self.updateGeometry()
        self.update()

    # ---- painting ------------------------------------------------------------------------------------------------

    def _paint_legend(self, painter: QPainter) -> None:
        """What the bars are, and the mark, as far as there is room."""
        look, px, lettering = self._look, self._look.px, self._lettering
        x, line, side = float(px(7)), lettering.line("tiny"), px(9)
        guess = self.tr("guess") if math.isfinite(self.guess) else ""
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
        chosen = row.layer == self.selected
        if chosen or place == self._hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent_soft" if chosen else "control_hover"))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), px(5), px(5))
        if chosen:
            painter.setBrush(look.colour("accent"))
            painter.drawRoundedRect(QRectF(0, box.top() + px(4), px(3), box.height() - 2 * px(4)), 1.5, 1.5)
        lettering, line = self._lettering, self._lettering.line("tiny")
        thick, thin, gap = px(6), px(5), px(2)
        high = line if self.in_one_line else line + px(1) + thick + gap + thin
        top = box.top() + (box.height() - high) / 2
        words = QRectF(px(7), top, box.width() - px(13), line)
        colour = look.colour("accent" if chosen else "text")
        lettering.write(painter, words, row.name, "tiny_bold" if chosen else "tiny", colour, LEFT)
        lettering.write(painter, words, row.texts[1], "mono_small", look.colour("text_muted"), RIGHT)
        column = max(lettering.width(each.texts[1], "mono_small") for each in self.rows)
        before = words.adjusted(0, 0, -column - px(8), 0)
        lettering.write(painter, before, row.texts[0], "mono_small_bold", look.colour("text"), RIGHT)
        left, width, y = words.left(), words.width(), words.bottom() + px(1)
        if self.in_one_line:
            left += max(lettering.width(each.name, "tiny_bold") for each in self.rows) + px(10)
            number = max(lettering.width(each.texts[0], "mono_small_bold") for each in self.rows)
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
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_legend(painter)
        for place, row in enumerate(self.rows):
            self._paint_row(painter, place, row)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and place >= 0:
            self.layer_picked.emit(self.rows[place].layer)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().y())
        if place != self._hovered:
            self._hovered = place
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._place_at(event.pos().y())
            QToolTip.showText(event.globalPos(), self.rows[place].tip if place >= 0 else "", self)
            return True
        return super().event(event)
