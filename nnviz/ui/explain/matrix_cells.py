"""How a cell of the table is painted: its tint, its number, and a frame around what is selected."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from nnviz.ui.look import Look
from nnviz.ui.panels.lettering import RIGHT, Lettering

FONT = "mono_body"


class MatrixCells(QStyledItemDelegate):
    """Paints cells: many times faster than through the style sheet, and the tint stays visible under a selection."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._lettering = Lettering(look)

    def width_of(self, text: str) -> int:
        """What a number needs, with room around it."""
        return round(self._lettering.width(text, FONT)) + 2 * self._look.px(7)

    def height(self) -> int:
        """Of a row."""
        return round(self._lettering.line(FONT)) + self._look.px(6)

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, box = self._look, QRectF(option.rect)
        tint = index.data(Qt.ItemDataRole.BackgroundRole)
        if tint is not None:
            painter.fillRect(box, tint)
        text = index.data()
        self._lettering.write(painter, box.adjusted(0, 0, -look.px(7), 0), text, FONT, look.colour("text"), RIGHT)
        if option.state & QStyle.StateFlag.State_Selected:
            width = max(2, look.px(2))
            painter.setPen(QPen(look.colour("accent"), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset = width / 2
            painter.drawRect(box.adjusted(inset, inset, -inset - 1, -inset - 1))
