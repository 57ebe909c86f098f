"""How the table is painted: cells with their tints and numbers, and the names over columns and before rows."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.lettering import LEFT, RIGHT, Lettering

FONT, NAME = "mono_body", "strong"
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


class MatrixHeader(QHeaderView):
    """A name each; over a column also what is under that name: the input's number, say.

    It paints with the look's own fonts, which a style sheet of the window cannot change behind its back.
    """

    def __init__(self, look: Look, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self._look = look
        self._lettering = Lettering(look)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    def lines(self, section: int) -> list[str]:
        """What is written in a section."""
        text = self.model().headerData(section, self.orientation()) if self.model() is not None else None
        return str(text or "").split("\n")

    def width_of(self, section: int) -> int:
        """What a section needs, with room around it."""
        roles = (NAME, FONT)
        widths = (self._lettering.width(text, role) for text, role in zip(self.lines(section), roles, strict=False))
        return round(max(widths, default=0.0)) + 2 * self._look.px(7)

    def height_of(self, columns: Iterable[int]) -> int:
        """What the names of these columns take."""
        under = self._lettering.line(FONT) if any(len(self.lines(column)) > 1 for column in columns) else 0.0
        return round(self._lettering.line(NAME) + under) + self._look.px(4)

    def measure(self) -> None:
        """Take the size that the texts have in this look."""
        if self.orientation() is Qt.Orientation.Horizontal:
            self.setFixedHeight(self.height_of(each for each in range(self.count()) if not self.isSectionHidden(each)))
        else:
            self.setFixedWidth(max(map(self.width_of, range(self.count())), default=self._look.px(10)))
        self.viewport().update()

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        look, write = self._look, self._lettering.write
        name, *under = self.lines(section)
        box = QRectF(rect).adjusted(look.px(7), 0, -look.px(7), 0)
        if self.orientation() is Qt.Orientation.Vertical:
            write(painter, box, name, NAME, look.colour("text"), LEFT)
            return
        if not self.viewport().rect().contains(rect):
            # Half a number would be another number.
            return
        height = self._lettering.line(NAME)
        write(painter, QRectF(box.left(), box.top(), box.width(), height), name, NAME, look.colour("text"), RIGHT)
        if under:
            below = QRectF(box.left(), box.top() + height, box.width(), self._lettering.line(FONT))
            write(painter, below, under[0], FONT, look.colour("text_muted"), RIGHT)
