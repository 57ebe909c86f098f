"""The confusion matrix: how many of each class were taken for which, with each class's recall and precision."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from nnviz.engine.training.run.evaluation import ClassScores
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import percent, whole
from nnviz.ui.panels.results.confusion_cells import ConfusionCells, share_text, shares_of
from nnviz.ui.toolkit.claimed_keys import claims_key, meaning
from nnviz.ui.toolkit.lettering import CENTRE, LEFT, RIGHT
from nnviz.ui.toolkit.plots.layer import Layer
from nnviz.ui.toolkit.plots.plot import Plot

WIDEST_NAME = 0.26
"""Of the width, for the names of the classes."""
ROW_SHARE = 0.75
"""Of a line's height: rows that are lower have nothing written beside them."""
ROOM_WITH_MARGINS = 45
"""So much width for each class (at scale 1) lets recall and precision stand beside the cells; else one reads them."""
STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class ConfusionMatrix(Plot):
    """Rows are the true classes, columns what they were taken for; the diagonal, which is right, has a frame.

    A cell is the darker, the larger its share of its row. Pointer and arrow keys read it. Most of its methods are steps
    of one painting, or what Qt and ``Plot`` call.

    Attributes:
        scores: What is shown.
        cell: The cell that the keyboard is on, as (row, column).
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.scores: ClassScores | None = None
        self.cell = (0, 0)
        self._names: tuple[str, ...] = ()
        self._cells = ConfusionCells(look, self.lettering)
        self._cells_layer = Layer()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Confusion matrix"))

    # ---- what it is told -----------------------------------------------------------------------------------------

    def set_names(self, names: tuple[str, ...]) -> None:
        """The classes of another run; nothing is known of them yet."""
        self._names, self.scores, self.cell = names, None, (0, 0)
        self.restyle()

    def show_scores(self, scores: ClassScores) -> None:
        """Show how they are told apart."""
        self.scores = scores
        if self.hasFocus():
            self._tell()
        self.viewport().update()

    # ---- what it says --------------------------------------------------------------------------------------------

    @property
    def classes(self) -> int:
        """How many classes there are."""
        return len(self._names)

    @property
    def read_cell(self) -> tuple[int, int] | None:
        """The cell that is read: under the pointer, or else the keyboard's."""
        if self.pointer is not None and self.frame.contains(self.pointer) and self.classes:
            row = int((self.pointer.y() - self.frame.top()) / self._cell_height)
            column = int((self.pointer.x() - self.frame.left()) / self._cell_width)
            return min(row, self.classes - 1), min(column, self.classes - 1)
        return self.cell if self.hasFocus() and self.classes else None

    def readout(self) -> list[tuple[str, str]]:
        """What is written beside the cell that is read."""
        cell, scores, style = self.read_cell, self.scores, self.look.numbers
        if cell is None or scores is None:
            return []
        row, column = cell
        total = int(scores.confusion[row].sum())
        lines = [
            (self.tr("true"), self._names[row]),
            (self.tr("predicted"), self._names[column]),
            (self.tr("examples"), self.tr("{} of {}").format(whole(int(scores.confusion[row, column])), whole(total))),
        ]
        word = self.tr("recall") if row == column else self.tr("of this class")
        lines.append((word, share_text(float(shares_of(scores)[row, column]), style, 1)))
        if row == column:
            lines.append((self.tr("precision"), share_text(float(scores.precision[row]), style, 1)))
        return lines

    def restyle(self) -> None:
        self._cells_layer.forget()
        super().restyle()

    # ---- room ----------------------------------------------------------------------------------------------------

    @property
    def _cell_width(self) -> float:
        return self.frame.width() / max(self.classes, 1)

    @property
    def _names_rows(self) -> bool:
        """Whether rows are so high that what stands beside them is not over one another."""
        return self._cell_height >= self.lettering.line("tiny") * ROW_SHARE

    @property
    def _cell_height(self) -> float:
        return self.frame.height() / max(self.classes, 1)

    def box(self, row: int, column: int) -> QRectF:
        """Where a cell is."""
        width, height = self._cell_width, self._cell_height
        return QRectF(self.frame.left() + column * width, self.frame.top() + row * height, width, height)

    def margins(self) -> QMarginsF:
        px, lettering = self.look.px, self.lettering
        names = max((lettering.width(name, "small") for name in self._names), default=0.0) + self._swatch
        words = [self._corner, self.tr("precision")] if self._has_margins else [self._corner]
        left = max(min(names, WIDEST_NAME * self.width()), *(lettering.width(word, "tiny") for word in words), 0.0)
        line = lettering.line("tiny")
        top = (2 if self._has_title else 1) * line + px(2)
        if not self._has_margins:
            return QMarginsF(math.ceil(left) + px(8), top, 0.0, px(2))
        right = max(lettering.width(self.tr("recall"), "tiny"), lettering.width(percent(1.0), "small"))
        return QMarginsF(math.ceil(left) + px(8), top, math.ceil(right) + px(8), line + px(5))

    @property
    def _has_margins(self) -> bool:
        """Whether there is room for recall and precision beside the cells."""
        return self.width() >= self.classes * self.look.px(ROOM_WITH_MARGINS)

    @property
    def _has_title(self) -> bool:
        """Whether the rows are high enough to spare a line for what the columns are."""
        line = self.lettering.line("tiny")
        return self.height() - 3.5 * line >= 1.1 * line * self.classes

    @property
    def _corner(self) -> str:
        return self.tr("true ↓") if self._has_title else self.tr("true ↓ pred. →")

    @property
    def _swatch(self) -> float:
        return 15.0 * self.look.factor

    # ---- painting ------------------------------------------------------------------------------------------------

    def paint_behind(self, painter: QPainter) -> None:
        if self.scores is None:
            return
        self._cells_layer.put(painter, self.frame, self._paint_cells, self.scores)
        self._paint_names(painter)
        if self._has_margins:
            self._paint_margins(painter, self.scores)

    def _paint_cells(self, painter: QPainter, size: QSizeF) -> None:
        assert self.scores is not None
        self._cells.paint(painter, QRectF(QPointF(), size), self.scores)

    def _paint_names(self, painter: QPainter) -> None:
        """Of the classes, at the rows and over the columns, and what rows and columns are."""
        lettering, frame, look = self.lettering, self.frame, self.look
        faint, line = look.colour("text_muted"), lettering.line("tiny")
        if self._has_title:
            above = QRectF(frame.left(), frame.top() - 2 * line - look.px(2), frame.width(), line)
            lettering.write(painter, above, self.tr("predicted →"), "tiny", faint, CENTRE)
        names = QRectF(0.0, frame.top() - line - look.px(2), frame.left() - look.px(8), line)
        lettering.write(painter, names, self._corner, "tiny", faint, LEFT)
        for label, name in enumerate(self._names):
            row, column = self.box(label, 0), self.box(0, label)
            if self._names_rows:
                self._paint_swatch(painter, QPointF(4.5 * look.factor, row.center().y()), label)
            box = QRectF(self._swatch, row.top(), frame.left() - self._swatch - look.px(6), row.height())
            role = "small" if row.height() >= lettering.line("tiny") else "tiny"
            if self._names_rows:
                lettering.write_fitting(painter, box, (name,), role, look.colour("text"))
            room = column.width() - look.px(2)
            shown, font = lettering.fitted("tiny", room, name)
            width, over = QFontMetricsF(font).horizontalAdvance(shown), frame.top() - line - look.px(2)
            roomy = width + 1.3 * self._swatch <= column.width()
            start = column.center().x() - width / 2 + (0.5 * self._swatch if roomy else 0.0)
            lettering.write_fitting(painter, QRectF(start, over, room, line), (name,), "tiny", look.colour("text"))
            if roomy:
                self._paint_swatch(painter, QPointF(start - 0.6 * self._swatch, over + line / 2), label)

    def _paint_swatch(self, painter: QPainter, centre: QPointF, label: int) -> None:
        factor = self.look.factor
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.theme.class_colour(label))
        painter.drawRoundedRect(
            QRectF(centre.x() - 4.5 * factor, centre.y() - 4 * factor, 9 * factor, 8 * factor),
            2.5 * factor,
            2.5 * factor,
        )

    def _paint_margins(self, painter: QPainter, scores: ClassScores) -> None:
        """Each row's recall at its right, each column's precision under it."""
        lettering, frame, look = self.lettering, self.frame, self.look
        line, px, faint = lettering.line("tiny"), look.px, look.colour("text_muted")
        side = QRectF(frame.right() + px(6), frame.top() - line - px(2), self.width() - frame.right() - px(6), line)
        lettering.write(painter, side, self.tr("recall"), "tiny", faint, RIGHT)
        under = QRectF(0.0, frame.bottom() + px(4), frame.left() - px(8), line)
        lettering.write(painter, under, self.tr("precision"), "tiny", faint, LEFT)
        role = "small" if self._cell_height >= line else "tiny"
        signed = lettering.width(percent(1.0), "tiny") <= self._cell_width
        for label in range(self.classes):
            row, column, colour = self.box(label, 0), self.box(0, label), look.colour("text")
            text = share_text(float(scores.recall[label]), look.numbers)
            box = QRectF(side.left(), row.top(), side.width(), row.height())
            if self._names_rows:
                lettering.write(painter, box, text, role, colour, RIGHT)
            text = share_text(float(scores.precision[label]), look.numbers)
            box = QRectF(column.left(), under.top(), column.width(), line)
            lettering.write(painter, box, text if signed else text.removesuffix("\u00a0%"), "tiny", colour, CENTRE)

    def paint_above(self, painter: QPainter) -> None:
        cell = self.read_cell
        if cell is None or self.scores is None:
            return
        box = self.box(*cell)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.look.colour("focus"), 2.2 * self.look.factor))
        painter.drawRoundedRect(box, 5.0 * self.look.factor, 5.0 * self.look.factor)
        self.paint_readout(painter, QPointF(box.right() - self.look.px(8), box.center().y()), self.readout())

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def _tell(self) -> None:
        """Say the cell to those who do not see it."""
        self.setAccessibleDescription(", ".join(f"{name} {value}" for name, value in self.readout()))

    def event(self, event: QEvent) -> bool:
        claimed = claims_key(event, lambda key: self.hasFocus() and meaning(key, STEPS) is not None)
        return claimed or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = meaning(event, STEPS)
        if step is None or not self.classes:
            event.ignore()
            return
        down, across = step
        self.pointer = None
        self.cell = (self.cell[0] + down) % self.classes, (self.cell[1] + across) % self.classes
        self._tell()
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell()
