"""The table of a layer: cells are selected with the diagram's edges and units, and copied into a spreadsheet."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import written
from nnviz.ui.panels.explain.matrix_cells import MatrixCells, MatrixHeader
from nnviz.ui.panels.explain.matrix_model import MatrixModel
from nnviz.ui.session.moment import Selection
from nnviz.ui.toolkit.claimed_keys import PLAIN, claims_key

ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
USUAL = -8.8
"""What every column has room for, so that few of them ever change their width."""

# The delegate paints selected cells, and no frame is around the table.
STYLE = """
QTableView, QHeaderView { background: transparent; border: none; selection-background-color: transparent; }
QAbstractScrollArea::corner, QTableCornerButton::section { background: transparent; border: none; }
"""


class MatrixTable(QTableView):
    """Shows a ``MatrixModel``, all of its columns or some. One ``beside`` another has the same cells selected.

    The arrows move through time, here too, unless the keyboard was brought here by Tab.

    Signals:
        picked(Selection): The user went to the cell of this edge, bias or unit.
    """

    picked = Signal(object)

    def __init__(
        self, look: Look, model: MatrixModel, beside: QTableView | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model
        self._has_arrows = False
        self._widths: dict[int, int] = {}
        self.cells = MatrixCells(look, self)
        self.setHorizontalHeader(MatrixHeader(look, Qt.Orientation.Horizontal))
        self.setVerticalHeader(MatrixHeader(look, Qt.Orientation.Vertical))
        self.setModel(model)
        if beside is not None:
            self.setSelectionModel(beside.selectionModel())
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
        self.reveal()

    def reveal(self) -> None:
        """Bring what is selected into view, if this table has it."""
        index = self.currentIndex()
        if index.isValid() and not self.isColumnHidden(index.column()):
            self.scrollTo(index)
        self.viewport().update()

    def show_columns(self, columns: Collection[int]) -> None:
        """Have these columns only."""
        for column in range(self._model.columnCount()):
            if self.isColumnHidden(column) == (column in columns):
                self.setColumnHidden(column, column not in columns)
        self._headers()[0].measure()

    def width_of(self, columns: Iterable[int]) -> int:
        """What these columns take, with the names of the rows."""
        return self.verticalHeader().width() + sum(map(self._width_of, columns))

    def whole_height(self, columns: Collection[int], width: int) -> int:
        """What all rows take, with the names of these columns, and a scroll bar where a width has no room for them."""
        bar = self.horizontalScrollBar().sizeHint().height() if self.width_of(columns) > width else 0
        return self._headers()[0].height_of(columns) + self._model.rowCount() * self.cells.height() + bar

    def selected_text(self) -> str:
        """The selected cells, or the whole table if none are, as a spreadsheet takes it."""
        indexes = self.selectionModel().selectedIndexes()
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
        lines = [["", *(model.full_header(column) for column in across)]]
        inputs = [model.exact_input(column) for column in across]
        if any(inputs):
            lines.append([self.tr("input"), *inputs])
        lines.extend([model.unit_names[row], *(model.exact(row, column) for column in across)] for row in sorted(rows))
        return "".join("\t".join(line) + "\n" for line in lines)

    def measure(self) -> None:
        """Give columns and rows their size in this look."""
        look, across, down = self._look, self.horizontalHeader(), self.verticalHeader()
        across.setMinimumSectionSize(look.px(20))
        usual = self._usual()
        across.setDefaultSectionSize(usual)
        self._widths = {}
        for column in range(self._model.columnCount()):
            self._resize(column, self._wanted(column, usual))
        down.setMinimumSectionSize(look.px(10))
        down.setDefaultSectionSize(self.cells.height())
        for header in self._headers():
            header.measure()

    def _widen(self) -> None:
        """Columns become wider for longer numbers, and not narrower again, so that they do not jump."""
        usual = self._usual()
        for column in range(self._model.columnCount()):
            wanted = self._wanted(column, usual)
            if wanted > self._width_of(column):
                self._resize(column, wanted)

    def _headers(self) -> tuple[MatrixHeader, MatrixHeader]:
        across, down = self.horizontalHeader(), self.verticalHeader()
        assert isinstance(across, MatrixHeader) and isinstance(down, MatrixHeader), "they were set"
        return across, down

    def _usual(self) -> int:
        return self.cells.width_of(written(USUAL, self._look.numbers))

    def _wanted(self, column: int, usual: int) -> int:
        numbers = self.cells.width_of(self._model.longest_text(column))
        return max(usual, numbers, self._headers()[0].width_of(column))

    def _width_of(self, column: int) -> int:
        """A column's width, also of one that is hidden."""
        return self._widths.get(column, 0)

    def _resize(self, column: int, width: int) -> None:
        self._widths[column] = width
        self.horizontalHeader().resizeSection(column, width)

    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self.picked.emit(self._model.selection_at(current.row(), current.column()))

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._has_arrows = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)

    def event(self, event: QEvent) -> bool:
        return claims_key(event, self._means) or super().event(event)

    def _means(self, event: QKeyEvent) -> bool:
        arrow = self._has_arrows and event.modifiers() in PLAIN and event.key() in ARROWS
        return arrow or event.matches(QKeySequence.StandardKey.Copy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            event.accept()
        else:
            super().keyPressEvent(event)
