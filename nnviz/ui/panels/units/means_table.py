"""What each unit of a layer answers on average to each class: a row for each unit, a bar in each cell."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from nnviz.engine.types import Array
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import written
from nnviz.ui.session.moment import Selection
from nnviz.ui.toolkit.brief import brief
from nnviz.ui.toolkit.focus_ring import paint_focus
from nnviz.ui.toolkit.lettering import CENTRE, LEFT, RIGHT
from nnviz.ui.toolkit.read_by_pointer import ReadByPointer

ROW = 22
TALLEST_ROW = 40
GAP = 6


class MeansTable(ReadByPointer):
    """Bars to the right of each cell's middle for positive means, to the left for negative ones.

    Signals:
        picked(Selection): The user clicked on a unit's row.
    """

    picked = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.means: Array = np.zeros((0, 0))
        self.units: tuple[str, ...] = ()
        self.groups: tuple[tuple[str, QColor], ...] = ()
        self.layer = 1
        self.selected: int | None = None
        self.setProperty("surface", "plain")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self._restyle)

    def show_means(
        self,
        means: Array,
        layer: int,
        units: Sequence[str],
        groups: Sequence[tuple[str, QColor]],
        selected: int | None,
    ) -> None:
        """Show the means of a layer's units, shape (units, groups), with the names of both; a group has a colour."""
        new = len(means) != len(self.means)
        self.means, self.layer, self.units, self.groups = means, layer, tuple(units), tuple(groups)
        self.selected = selected
        if new:
            self._restyle()
        self.update()

    def readout(self) -> list[tuple[str, str]]:
        """The mean under the pointer."""
        if self.pointer is None:
            return []
        for unit, row in enumerate(self._cells()):
            for group, cell in enumerate(row):
                if cell.contains(self.pointer):
                    name = f"{self.units[unit]} · {self.groups[group][0]}"
                    return [(name, written(float(self.means[unit, group]), self.look.numbers))]
        return []

    # ---- room ----------------------------------------------------------------------------------------------------

    @property
    def _head(self) -> float:
        return self.lettering.line("tiny") + self.look.px(4)

    @property
    def _row(self) -> float:
        return min((self.height() - self._head) / max(len(self.means), 1), self.look.px(TALLEST_ROW))

    @property
    def _names(self) -> float:
        return max((self.lettering.width(name, "tiny_bold") for name in self.units), default=0.0) + self.look.px(12)

    def _cells(self) -> list[list[QRectF]]:
        """Where the means of each unit are."""
        left, top, high = self._names, self._head, self._row
        width = (self.width() - left) / max(len(self.groups), 1)
        return [
            [QRectF(left + group * width, top + unit * high, width, high) for group in range(len(self.groups))]
            for unit in range(len(self.means))
        ]

    def _restyle(self) -> None:
        self.setMinimumHeight(round(self._head) + len(self.means) * self.look.px(ROW))
        self.update()

    # ---- painting ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if not len(self.means):
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            cells = self._cells()
            for cell, (name, colour) in zip(cells[0], self.groups, strict=True):
                self._paint_head(painter, cell, name, colour)
            sizes = np.abs(self.means[np.isfinite(self.means)])
            largest = float(sizes.max(initial=0.0)) or 1.0
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            for unit, row in enumerate(cells):
                self._paint_row(painter, unit, row, largest)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.hasFocus():
                paint_focus(painter, self.look, QRectF(self.rect()).adjusted(1, 1, -1, -1))
            self.paint_readout(painter)

    def _paint_head(self, painter: QPainter, below: QRectF, name: str, colour: QColor) -> None:
        look, px = self.look, self.look.px
        box = QRectF(below.left(), 0.0, below.width(), self._head - px(4))
        # Where there is hardly room for a name, it goes without its colour.
        swatch = px(12) if box.width() >= px(34) else 0
        text, font = self.lettering.fitted("tiny_bold", max(box.width() - swatch - px(2), 1), name)
        width = QFontMetricsF(font).horizontalAdvance(text)
        start = box.center().x() - (width + swatch) / 2
        if swatch:
            painter.fillRect(QRectF(start, box.center().y() - px(4), px(8), px(8)), colour)
        place = QRectF(start + swatch, box.top(), max(box.width() - swatch - px(2), 1), box.height())
        self.lettering.write_fitting(painter, place, (name,), "tiny_bold", look.colour("text"))

    def _paint_row(self, painter: QPainter, unit: int, cells: list[QRectF], largest: float) -> None:
        look, px, chosen = self.look, self.look.px, unit == self.selected
        row = cells[0]
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent_soft"))
            painter.drawRect(QRectF(0, row.top() + 1, self.width(), row.height() - 2))
        name = QRectF(px(5), row.top(), row.left(), row.height())
        colour = look.colour("accent" if chosen else "text")
        self.lettering.write(painter, name, self.units[unit], "tiny_bold", colour, LEFT)
        number = self.lettering.width("+0.00", "tiny")
        for cell, mean in zip(cells, self.means[unit].tolist(), strict=True):
            self._paint_cell(painter, cell, mean, largest, number)

    def _paint_cell(self, painter: QPainter, cell: QRectF, mean: float, largest: float, number: float) -> None:
        look, px, gap = self.look, self.look.px, self.look.px(GAP)
        room = cell.width() - number - 3 * gap
        has_number, half = room >= px(24), px(5)
        bar = QRectF(cell.left() + gap / 2, cell.center().y() - half, room, 2 * half)
        if not has_number:
            bar.setWidth(cell.width() - gap)
        painter.fillRect(bar, look.colour("groove"))
        if np.isfinite(mean):
            length, middle = mean / largest * bar.width() / 2, bar.center().x()
            filled = QRectF(min(middle, middle + length), bar.top(), abs(length), 2 * half)
            painter.fillRect(filled, look.colour("positive" if mean >= 0 else "negative"))
            painter.fillRect(QRectF(middle - 0.5, bar.top() - 2, px(1), 2 * half + 4), look.colour("axis"))
        elif not has_number:
            self.lettering.write(painter, cell, written(mean, look.numbers), "tiny", look.colour("text"), CENTRE)
        if has_number:
            place = QRectF(bar.right(), cell.top(), cell.right() - gap - bar.right(), cell.height())
            text = brief(mean, 2, look.numbers, plus=True)
            self.lettering.write(painter, place, text, "tiny", look.colour("text"), RIGHT)

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(300), self.look.px(180))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(80), self.look.px(60))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        unit = int((event.position().y() - self._head) // max(self._row, 1.0))
        if event.button() == Qt.MouseButton.LeftButton and 0 <= unit < len(self.means):
            self.picked.emit(Selection(self.layer, unit))
            event.accept()
        else:
            event.ignore()
