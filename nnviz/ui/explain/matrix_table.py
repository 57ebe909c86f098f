"""The table of a layer: cells are selected with the diagram's edges and units, and copied into a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from nnviz.ui.explain.matrix_cells import MatrixCells
from nnviz.ui.explain.matrix_model import MatrixModel
from nnviz.ui.look import Look
from nnviz.ui.moment import Selection
from nnviz.ui.numbers import written

ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
USUAL = -8.8
"""What every column has room for, so that few of them ever change their width."""

# The delegate paints selected cells, and no frame is around the table. A header's font is its own.
STYLE = """
QTableView, QHeaderView { background: transparent; border: none; selection-background-color: transparent; }
QAbstractScrollArea::corner, QTableCornerButton::section { background: transparent; border: none; }
"""


class MatrixTable(QTableView):
    """Shows a ``MatrixModel``.

    The arrows move through time, here too, unless the keyboard was brought here by Tab.

    Signals:
        picked(Selection): The user went to the cell of this edge, bias or unit.
    """

    picked = Signal(object)

    def __init__(self, look: Look, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model
        self._has_arrows = False
        self.cells = MatrixCells(look, self)
        self.setModel(model)
        self.setItemDelegate(self.cells)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(STYLE)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setAccessibleName(self.tr("The layer's numbers"))
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.selectionModel().currentChanged.connect(self._on_current)
        model.modelReset.connect(self.measure)
        model.dataChanged.connect(self._widen)

    def show_selection(self, selection: Selection | None) -> None:
        """Select the cell of what was selected elsewhere; no signal is sent."""
        current = self.currentIndex()
        if current.isValid() and selection == self._model.selection_at(current.row(), current.column()):
            return
        cell = None if selection is None else self._model.cell_of(selection)
        with QSignalBlocker(self.selectionModel()):
            if cell is None:
                self.selectionModel().clear()
            else:
                index = self._model.index(*cell)
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
                self.scrollTo(index)
        self.viewport().update()

    def selected_text(self) -> str:
        """The selected cells, or the whole table if none are, as a spreadsheet takes it."""
        indexes = self.selectedIndexes()
        if not indexes:
            return self.whole_text()
        return self._text({index.row() for index in indexes}, {index.column() for index in indexes})

    def whole_text(self) -> str:
        """The whole table, as a spreadsheet takes it."""
        return self._text(set(range(self._model.rowCount())), set(range(self._model.columnCount())))

    def copy(self) -> None:
        """Put the selected cells into the clipboard, or the whole table if none are."""
        QGuiApplication.clipboard().setText(self.selected_text())

    def copy_all(self) -> None:
        """Put the whole table into the clipboard."""
        QGuiApplication.clipboard().setText(self.whole_text())

    def _text(self, rows: set[int], columns: set[int]) -> str:
        """Names over the columns, under them the inputs that weights multiply, and a line for each unit."""
        model, across = self._model, sorted(columns)
        lines = [["", *(model.headers[column] for column in across)]]
        inputs = [model.exact_input(column) for column in across]
        if any(inputs):
            lines.append([self.tr("input"), *inputs])
        lines.extend([model.unit_names[row], *(model.exact(row, column) for column in across)] for row in sorted(rows))
        return "".join("\t".join(line) + "\n" for line in lines)

    def measure(self) -> None:
        """Give columns and rows their size in this look."""
        look, across, down = self._look, self.horizontalHeader(), self.verticalHeader()
        for header in (across, down):
            header.setFont(look.font("strong"))
        across.setMinimumSectionSize(look.px(20))
        usual = self.cells.width_of(written(USUAL, look.numbers))
        across.setDefaultSectionSize(usual)
        for column in range(self._model.columnCount()):
            across.resizeSection(column, max(usual, self.cells.width_of(self._model.longest_text(column))))
        down.setMinimumSectionSize(look.px(10))
        down.setDefaultSectionSize(self.cells.height())

    def _widen(self) -> None:
        """Columns become wider for longer numbers, and not narrower again, so that they do not jump."""
        for column in range(self._model.columnCount()):
            wanted = self.cells.width_of(self._model.longest_text(column))
            if wanted > self.columnWidth(column):
                self.setColumnWidth(column, wanted)

    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self.picked.emit(self._model.selection_at(current.row(), current.column()))

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._has_arrows = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            if event.matches(QKeySequence.StandardKey.Copy) or (self._has_arrows and plain and event.key() in ARROWS):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            event.accept()
        else:
            super().keyPressEvent(event)
