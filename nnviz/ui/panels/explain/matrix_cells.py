"""How a cell of the table is painted: its tint, its number, and a frame around what is selected."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.lettering import RIGHT, Lettering

FONT = "mono_body"
CUT = "…"


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
        seen = _seen(option.rect, option.widget)
        if seen.width() >= option.rect.width():
            inside = box.adjusted(0, 0, -look.px(7), 0)
            self._lettering.write(painter, inside, index.data(), FONT, look.colour("text"), RIGHT)
        elif seen.width() > self._lettering.width(CUT, FONT):
            # Half a number would be another number.
            self._lettering.write(painter, QRectF(seen), CUT, FONT, look.colour("text_muted"))
        if option.state & QStyle.StateFlag.State_Selected:
            width = max(2, look.px(2))
            painter.setPen(QPen(look.colour("accent"), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset = width / 2
            painter.drawRect(box.adjusted(inset, inset, -inset - 1, -inset - 1))


def _seen(cell: QRect, table: QObject | None) -> QRect:
    """The part of a cell between the left and the right end of its table."""
    if not isinstance(table, QAbstractItemView):
        return cell
    left, right = max(cell.left(), 0), min(cell.right(), table.viewport().width() - 1)
    return QRect(left, cell.top(), max(right - left + 1, 0), cell.height())
