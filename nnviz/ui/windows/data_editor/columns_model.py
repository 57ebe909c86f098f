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
NAME, PREDICT, HOLDS = 0, 1, 2


class ColumnsModel(QAbstractTableModel):
    """A row for each column: a tick and its name, a tick where it is predicted, and what it holds.

    Signals:
        toggled(): The user ticked a column, or took a tick away.
    """

    toggled = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._columns: tuple[ColumnLook, ...] = ()
        self._ticked: set[str] = set()
        self._targets: tuple[str, ...] = ()

    @property
    def features(self) -> tuple[str, ...]:
        """The columns that are ticked, in the table's order, without those to predict."""
        ticked = self._ticked.difference(self._targets)
        return tuple(column.name for column in self._columns if column.name in ticked)

    @property
    def targets(self) -> tuple[str, ...]:
        """The columns to predict, in the table's order."""
        return tuple(column.name for column in self._columns if column.name in self._targets)

    def show_columns(self, columns: tuple[ColumnLook, ...], ticked: tuple[str, ...], targets: tuple[str, ...]) -> None:
        """Show the columns of another table."""
        self.beginResetModel()
        self._columns, self._ticked, self._targets = columns, set(ticked), targets
        self.endResetModel()

    def set_targets(self, targets: tuple[str, ...]) -> None:
        """Predict other columns: they are no inputs, and those before may be inputs again."""
        before, self._targets = self._targets, targets
        able = {column.name for column in self._columns if not why_left_out(column)}
        self._ticked |= able.intersection(before).difference(targets)
        self._tell()

    def tick_all(self, ticked: bool) -> None:
        """Tick every column that can be an input, or none."""
        self._ticked = {column.name for column in self._columns if not column.refusal} if ticked else set()
        self._tell()
        self.toggled.emit()

    def _tell(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, HOLDS))

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._columns)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else 3

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        is_target = self._columns[index.row()].name in self._targets
        ticks = index.column() == PREDICT or (index.column() == NAME and not is_target)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if ticks else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column = self._columns[index.row()]
        is_target = column.name in self._targets
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return (column.name, translate("TablePreview", "predict"), self._holds(column, is_target))[
                    index.column()
                ]
            case Qt.ItemDataRole.ToolTipRole:
                holds = holds_text(column, self._look.numbers)
                return plain_tip("\n".join(filter(None, (column.name, holds, why_left_out(column)))))
            case Qt.ItemDataRole.CheckStateRole if index.column() == NAME and not is_target:
                return Qt.CheckState.Checked if column.name in self._ticked else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.CheckStateRole if index.column() == PREDICT:
                return Qt.CheckState.Checked if is_target else Qt.CheckState.Unchecked
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
        if role != Qt.ItemDataRole.CheckStateRole or index.column() == HOLDS:
            return False
        name = self._columns[index.row()].name
        checked = Qt.CheckState(value) is Qt.CheckState.Checked
        if index.column() == PREDICT:
            others = tuple(target for target in self._targets if target != name)
            self.set_targets((*others, name) if checked else others)
        elif checked:
            self._ticked.add(name)
        else:
            self._ticked.discard(name)
        self._tell()
        self.toggled.emit()
        return True
