"""What each unit of a layer answers on average to each class: a row for each unit, a bar in each cell."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.engine.types import Array
from nnviz.ui.look import Look
from nnviz.ui.moment import Selection
from nnviz.ui.numbers import written
from nnviz.ui.panels.brief import brief
from nnviz.ui.panels.lettering import CENTRE, LEFT, RIGHT, Lettering
from nnviz.ui.panels.readout import paint_readout

ROW = 22
TALLEST_ROW = 40
GAP = 6


class MeansTable(QWidget):
    """Bars to the right of each cell's middle for positive means, to the left for negative ones.

    Signals:
        picked(Selection): The user clicked on a unit's row.
    """

    picked = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.lettering = Lettering(look)
        self.means: Array = np.zeros((0, 0))
        self.units: tuple[str, ...] = ()
        self.groups: tuple[tuple[str, QColor], ...] = ()
        self.layer = 1
        self.selected: int | None = None
        self._pointer: QPointF | None = None
        self.setProperty("surface", "plain")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
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
        if self._pointer is None:
            return []
        for unit in range(len(self.means)):
            for group, (name, _) in enumerate(self.groups):
                if self._cell(unit, group).contains(self._pointer):
                    return [
                        (f"{self.units[unit]} · {name}", written(float(self.means[unit, group]), self.look.numbers))
                    ]
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

    def _cell(self, unit: int, group: int) -> QRectF:
        width = (self.width() - self._names) / max(len(self.groups), 1)
        return QRectF(self._names + group * width, self._head + unit * self._row, width, self._row)

    def _restyle(self) -> None:
        self.setMinimumHeight(round(self._head) + len(self.means) * self.look.px(ROW))
        self.update()

    # ---- painting ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if not len(self.means):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for group, (name, colour) in enumerate(self.groups):
            self._paint_head(painter, self._cell(0, group), name, colour)
        sizes = np.abs(self.means[np.isfinite(self.means)])
        largest = float(sizes.max(initial=0.0)) or 1.0
        for unit in range(len(self.means)):
            self._paint_row(painter, unit, largest)
        if self.hasFocus():
            painter.setPen(QPen(self.look.colour("focus"), 2 * self.look.factor))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), self.look.px(6), self.look.px(6))
        lines = self.readout()
        if lines and self._pointer is not None:
            paint_readout(painter, self.look, self.lettering, QRectF(self.rect()), self._pointer, lines)

    def _paint_head(self, painter: QPainter, below: QRectF, name: str, colour: QColor) -> None:
        look, px = self.look, self.look.px
        box = QRectF(below.left(), 0.0, below.width(), self._head - px(4))
        width = min(self.lettering.width(name, "tiny_bold"), box.width() - px(14))
        start = box.center().x() - (width + px(12)) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(start, box.center().y() - px(4), px(8), px(8)), px(2), px(2))
        text = self.lettering.metrics("tiny_bold").elidedText(name, Qt.TextElideMode.ElideRight, max(width, 1) + 1)
        place = QRectF(start + px(12), box.top(), width, box.height())
        self.lettering.write(painter, place, text, "tiny_bold", look.colour("text"), LEFT)

    def _paint_row(self, painter: QPainter, unit: int, largest: float) -> None:
        look, px, chosen = self.look, self.look.px, unit == self.selected
        row = self._cell(unit, 0)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent_soft"))
            painter.drawRoundedRect(QRectF(0, row.top() + 1, self.width(), row.height() - 2), px(5), px(5))
        name = QRectF(px(5), row.top(), self._names, row.height())
        colour = look.colour("accent" if chosen else "text")
        self.lettering.write(painter, name, self.units[unit], "tiny_bold", colour, LEFT)
        for group in range(len(self.groups)):
            self._paint_cell(painter, self._cell(unit, group), float(self.means[unit, group]), largest)

    def _paint_cell(self, painter: QPainter, cell: QRectF, mean: float, largest: float) -> None:
        look, px, gap = self.look, self.look.px, self.look.px(GAP)
        text = brief(mean, 2, look.numbers, plus=True)
        number = self.lettering.width("+0.00", "tiny")
        room = cell.width() - number - 3 * gap
        has_number = room >= px(24)
        bar = QRectF(
            cell.left() + gap / 2, cell.center().y() - px(5), room if has_number else cell.width() - gap, px(10)
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("groove"))
        painter.drawRoundedRect(bar, px(3), px(3))
        if np.isfinite(mean):
            length = mean / largest * bar.width() / 2
            middle = bar.center().x()
            painter.setBrush(look.colour("positive" if mean >= 0 else "negative"))
            painter.drawRect(QRectF(middle, bar.top(), length, bar.height()).normalized())
            painter.setPen(QPen(look.colour("text_muted"), max(1.0, look.factor)))
            painter.drawLine(QPointF(middle, bar.top() - px(2)), QPointF(middle, bar.bottom() + px(2)))
        if has_number:
            place = QRectF(bar.right(), cell.top(), cell.right() - gap - bar.right(), cell.height())
            self.lettering.write(painter, place, text, "tiny", look.colour("text"), RIGHT)
        elif not np.isfinite(mean):
            self.lettering.write(painter, cell, text, "tiny", look.colour("text"), CENTRE)

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

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._pointer = None
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
