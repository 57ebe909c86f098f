"""The columns of a table as a list: which of them are inputs, and what each holds."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from nnviz.engine.data.tables.preview import ColumnLook
from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import plain_tip
from nnviz.ui.names.translation import translate
from nnviz.ui.windows.data_editor.table_words import holds_text, why_left_out

Index = QModelIndex | QPersistentModelIndex
NAME, HOLDS = 0, 1


class ColumnsModel(QAbstractTableModel):
    """A row for each column: a tick and its name, and what it holds.

    Signals:
        toggled(): The user ticked a column, or took a tick away.
    """

    toggled = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._columns: tuple[ColumnLook, ...] = ()
        self._ticked: set[str] = set()
        self.target = ""

    @property
    def features(self) -> tuple[str, ...]:
        """The columns that are ticked, in the table's order, without the one to predict."""
        return tuple(name for name in (each.name for each in self._columns) if name in self._ticked - {self.target})

    def show_columns(self, columns: tuple[ColumnLook, ...], ticked: tuple[str, ...], target: str) -> None:
        """Show the columns of another table."""
        self.beginResetModel()
        self._columns, self._ticked, self.target = columns, set(ticked), target
        self.endResetModel()

    def set_target(self, target: str) -> None:
        """Predict another column: it is no input, and the one before may be one again."""
        before, self.target = self.target, target
        look = next((column for column in self._columns if column.name == before), None)
        if look is not None and not why_left_out(look):
            self._ticked.add(before)
        self._tell()

    def tick_all(self, ticked: bool) -> None:
        """Tick every column that can be an input, or none."""
        self._ticked = {column.name for column in self._columns if not column.refusal} if ticked else set()
        self._tell()
        self.toggled.emit()

    def _tell(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 1))

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._columns)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else 2

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        is_target = self._columns[index.row()].name == self.target
        return flags if index.column() == HOLDS or is_target else flags | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column = self._columns[index.row()]
        is_target = column.name == self.target
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.name if index.column() == NAME else self._holds(column, is_target)
            case Qt.ItemDataRole.ToolTipRole:
                holds = holds_text(column, self._look.numbers)
                return plain_tip("\n".join(filter(None, (column.name, holds, why_left_out(column)))))
            case Qt.ItemDataRole.CheckStateRole if index.column() == NAME and not is_target:
                return Qt.CheckState.Checked if column.name in self._ticked else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.FontRole:
                return self._look.font("small_strong" if is_target else "small")
            case Qt.ItemDataRole.ForegroundRole:
                if index.column() == NAME:
                    return self._look.colour("text")
                return self._look.colour("warning" if why_left_out(column) and not is_target else "text_muted")
        return None

    def _holds(self, column: ColumnLook, is_target: bool) -> str:
        if is_target:
            return " · ".join((translate("TablePreview", "to predict"), holds_text(column, self._look.numbers)))
        return why_left_out(column) or holds_text(column, self._look.numbers)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != NAME:
            return False
        name = self._columns[index.row()].name
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._ticked.add(name)
        else:
            self._ticked.discard(name)
        self._tell()
        self.toggled.emit()
        return True
