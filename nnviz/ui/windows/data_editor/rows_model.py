"""The first rows of a table as they will be read: what is left out is faint, what is dropped is struck out."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from nnviz.engine.data.tables.preview import ColumnLook, Effect, TablePreview
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import whole
from nnviz.ui.look.plain import plain_tip
from nnviz.ui.names.translation import translate
from nnviz.ui.windows.data_editor.table_words import kind_text

Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractTableModel):
    """Cells as texts. Over each column its name, its kind and its use; beside each row its number in the file."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._preview: TablePreview | None = None
        self._targets: tuple[str, ...] = ()
        self._features: frozenset[str] = frozenset()
        self._dropped: frozenset[int] = frozenset()

    def show_preview(self, preview: TablePreview) -> None:
        """Show the rows of another table."""
        self.beginResetModel()
        self._preview = preview
        self._targets, self._features = preview.suggested.targets, frozenset(preview.suggested.features or ())
        self._dropped = frozenset()
        self.endResetModel()

    def show_effect(self, effect: Effect) -> None:
        """Show what becomes of the rows and columns."""
        self._targets, self._features = effect.choice.targets, frozenset(effect.choice.features or ())
        self._dropped = frozenset(effect.dropped)
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
        for orientation, last in (
            (Qt.Orientation.Horizontal, self.columnCount() - 1),
            (Qt.Orientation.Vertical, self.rowCount() - 1),
        ):
            self.headerDataChanged.emit(orientation, 0, last)

    def longest_text(self, column: int) -> str:
        """The longest text in a column."""
        return max((self._text(row, column) for row in range(self.rowCount())), key=len, default="")

    def _text(self, row: int, column: int) -> str:
        assert self._preview is not None
        first = self._preview.first_rows[row]
        return translate("TablePreview", "missing") if first.missing[column] else first.texts[column]

    def _use(self, column: ColumnLook) -> str:
        if column.name in self._targets:
            return translate("TablePreview", "to predict")
        return (
            translate("TablePreview", "input")
            if column.name in self._features
            else translate("TablePreview", "left out")
        )

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() or self._preview is None else len(self._preview.first_rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() or self._preview is None else len(self._preview.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        assert self._preview is not None
        row, column = self._preview.first_rows[index.row()], self._preview.columns[index.column()]
        missing = row.missing[index.column()]
        used = column.name in self._targets or column.name in self._features
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(index.row(), index.column())
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.kind == "numbers" else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.FontRole:
                font = self._look.font("mono_small" if column.kind == "numbers" and not missing else "small")
                font.setStrikeOut(row.number in self._dropped and not missing)
                font.setItalic(missing)
                return font
            case Qt.ItemDataRole.ForegroundRole:
                if missing and used:
                    return self._look.colour("warning")
                return self._look.colour("text" if used and row.number not in self._dropped else "text_faint")
            case Qt.ItemDataRole.ToolTipRole:
                return (
                    translate("TablePreview", "This row is dropped: a value is missing")
                    if row.number in self._dropped
                    else None
                )
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._preview is None:
            return None
        if orientation is Qt.Orientation.Vertical:
            number = self._preview.first_rows[section].number
            if role == Qt.ItemDataRole.DisplayRole:
                return f"{whole(number)} ✕" if number in self._dropped else whole(number)
            # The style sheet has another say in a header's own font.
            return self._look.font("small") if role == Qt.ItemDataRole.FontRole else None
        column = self._preview.columns[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{column.name}\n{kind_text(column)} · {self._use(column)}"
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(column.name)
            case Qt.ItemDataRole.FontRole:
                used = column.name in self._targets or column.name in self._features
                return self._look.font("small_strong" if used else "small")
        return None
