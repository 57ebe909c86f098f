"""A layer as a table: a row for each unit, with its weights, its bias, and its numbers for one example."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from nnviz.engine.training.record.phases import Kind
from nnviz.engine.types import Array
from nnviz.ui.diagram.edge_state import relative_strengths, weight_strengths
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import NumberStyle, column_style, written
from nnviz.ui.look.plain import plain_tip
from nnviz.ui.names.symbols import Names
from nnviz.ui.names.units import NO_NAMES, UnitNames
from nnviz.ui.session.moment import Moment, Selection

Flags = npt.NDArray[np.bool_]
Index = QModelIndex | QPersistentModelIndex

UNKNOWN = "–"
"""In place of a number that this moment does not know yet."""

STRONGEST_TINT = 0.45
"""The opacity behind the largest numbers: the text on it stays readable in every theme."""


class Block(Enum):
    """What is shown of weights and biases."""

    WEIGHTS = "W"
    GRADIENT = "∇W"
    AFTER = "W←"


@dataclass(frozen=True)
class Column:
    """What a column holds: a weight's ``source``, or else one number of each unit by its ``name``."""

    name: str
    source: int | None = None


class MatrixModel(QAbstractTableModel):
    """W or what becomes of it, then b, z, a, g′ (not behind a softmax) and δ.

    Attributes:
        layer: 1 is the first hidden layer.
        block: What stands in the columns of weights and bias.
        values: Shape (units, columns).
        known: Which of them are known at this moment.
        strengths: How strongly each cell is tinted, −1 to 1.
    """

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.layer = 1
        self.block = Block.WEIGHTS
        self.columns: tuple[Column, ...] = ()
        self.values: Array = np.zeros((0, 0))
        self.known: Flags = np.zeros((0, 0), dtype=bool)
        self.strengths: Array = np.zeros((0, 0))
        self._styles: dict[tuple[int, NumberStyle], NumberStyle] = {}
        self.headers: tuple[str, ...] = ()
        self.unit_names: tuple[str, ...] = ()
        self._inputs: tuple[Array, Flags] = (np.zeros(0), np.zeros(0, dtype=bool))

    # ---- what it shows -------------------------------------------------------------------------------------------

    def show_layer(self, moment: Moment, layer: int, block: Block, names: UnitNames = NO_NAMES) -> None:
        """Show a layer at a moment. The table is only set up anew where its shape or its layer is another."""
        numbers = moment.shown.layers[layer - 1]
        columns = _columns(numbers.W.shape[1], numbers.slope is not None)
        is_new = (layer, columns, len(numbers.W)) != (self.layer, self.columns, len(self.values))
        with np.errstate(all="ignore"):
            values = _values(moment, layer, block)
            strengths = _strengths(values, numbers.W.shape[1] + 1, block)
        known = _known(moment, layer, block, values.shape)
        inputs = numbers.inputs[moment.row], _known_inputs(moment, layer)
        if is_new:
            self.beginResetModel()
        self.layer, self.block, self.columns = layer, block, columns
        self.values, self.known, self.strengths, self._inputs = values, known, strengths, inputs
        self._styles.clear()
        self._name(moment, names)
        if is_new:
            self.endResetModel()
            return
        self.dataChanged.emit(self.index(0, 0), self.index(len(values) - 1, len(columns) - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)

    def _name(self, moment: Moment, names: UnitNames) -> None:
        architecture, layer = moment.record.architecture, self.layer
        symbols = Names(architecture)
        self.unit_names = tuple(
            names.beside(symbols.unit(layer, unit), layer, unit, architecture.layers)
            for unit in range(len(self.values))
        )
        below = [symbols.unit(layer - 1, source) for source in range(len(self._inputs[0]))]
        bias = {Block.WEIGHTS: "b", Block.GRADIENT: "∇b", Block.AFTER: "b←"}[self.block]
        letter = "ŷ" if layer == architecture.layers else "h"
        own = {"b": bias, "a": letter, "slope": "g′", "delta": "δ"}
        self.headers = (*below, *(own.get(column.name, column.name) for column in self.columns[len(below) :]))

    # ---- cells and selections ------------------------------------------------------------------------------------

    def selection_at(self, row: int, column: int) -> Selection:
        """The edge, bias or unit that a cell is about."""
        cell = self.columns[column]
        return Selection(self.layer, row, cell.source, bias=cell.name == "b")

    def cell_of(self, selection: Selection) -> tuple[int, int] | None:
        """The cell of an edge or a bias, and a unit's activation; ``None`` where this table does not have it."""
        if selection.layer != self.layer or selection.unit >= len(self.values):
            return None
        name = "b" if selection.bias else "a" if selection.source is None else "w"
        for place, column in enumerate(self.columns):
            if column.name == name and column.source == selection.source:
                return selection.unit, place
        return None

    @property
    def parameters(self) -> range:
        """The columns of weights and bias; the unit's own numbers come after them."""
        return range(min(len(self._inputs[0]) + 1, len(self.columns)))

    def full_header(self, column: int) -> str:
        """A column's name where nothing is written under it: ``z (before)`` beside the weights after an update."""
        header = self.headers[column]
        return self.tr("{} (before)").format(header) if self._is_before(column) else header

    def _is_before(self, column: int) -> bool:
        """Whether a column was worked out with other weights than those beside it."""
        return self.block is Block.AFTER and column not in self.parameters

    def is_gradient(self, column: int) -> bool:
        """Whether a column holds derivatives of the loss, which have colours of their own."""
        name = self.columns[column].name
        return name == "delta" or (name in ("w", "b") and self.block is Block.GRADIENT)

    def role_at(self, row: int, column: int) -> str:
        """The theme's role behind a cell: by its sign, and by whether it is a gradient."""
        sign = "negative" if self.strengths[row, column] < 0.0 else "positive"
        return f"grad_{sign}" if self.is_gradient(column) else sign

    def longest_text(self, column: int) -> str:
        """About the longest text in a column: that of its largest or of its smallest number, with a sign."""
        style, sizes = self._style_of(column), np.abs(self.values[:, column])
        usual = sizes[np.isfinite(sizes) & (sizes > 0.0)]
        ends = (-float(usual.max()), -float(usual.min())) if usual.size else (0.0,)
        return max((written(end, style) for end in ends), key=len)

    def _style_of(self, column: int) -> NumberStyle:
        """How the numbers of a column are written."""
        key = column, self._look.numbers
        if key not in self._styles:
            self._styles[key] = column_style(self.values[self.known[:, column], column].tolist(), key[1])
        return self._styles[key]

    def exact(self, row: int, column: int) -> str:
        """A number with all its digits, for a spreadsheet; empty where it is not known yet."""
        return self._exact(self.values[row, column]) if self.known[row, column] else ""

    def exact_input(self, column: int) -> str:
        """The input that a column of weights multiplies, with all its digits; empty for other columns."""
        values, known = self._inputs
        return self._exact(values[column]) if column < len(values) and known[column] else ""

    def _exact(self, value: float) -> str:
        return repr(float(value)).replace(".", self._look.numbers.decimal_sign)

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.values)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            if not self.known[row, column]:
                return UNKNOWN
            return written(float(self.values[row, column]), self._style_of(column), plus=True)
        if role == Qt.ItemDataRole.BackgroundRole:
            if not self.known[row, column]:
                return None
            opacity = abs(float(self.strengths[row, column])) * STRONGEST_TINT
            return self._look.colour(self.role_at(row, column), opacity) if opacity else None
        if role == Qt.ItemDataRole.ToolTipRole:
            value = self.exact(row, column) or UNKNOWN
            return plain_tip(f"{self.unit_names[row]} · {self.full_header(column)}: {value}")
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return self.unit_names[section]
        values, known = self._inputs
        if self._is_before(section):
            return self.headers[section] + "\n" + self.tr("before")
        if section >= len(values):
            return self.headers[section]
        value = written(float(values[section]), self._look.numbers, plus=True) if known[section] else UNKNOWN
        return f"{self.headers[section]}\n{value}"


def _columns(inputs: int, has_slope: bool) -> tuple[Column, ...]:
    own = ("b", "z", "a", "slope", "delta") if has_slope else ("b", "z", "a", "delta")
    return (*(Column("w", source) for source in range(inputs)), *map(Column, own))


def _values(moment: Moment, layer: int, block: Block) -> Array:
    numbers, row = moment.shown.layers[layer - 1], moment.row
    weights, biases = {
        Block.WEIGHTS: (numbers.W, numbers.b),
        Block.GRADIENT: (numbers.grad_W, numbers.grad_b),
        Block.AFTER: (numbers.W_after, numbers.b_after),
    }[block]
    own = [biases, numbers.z[row], numbers.a[row], numbers.delta[row]]
    if numbers.slope is not None:
        own.insert(3, numbers.slope[row])
    return np.column_stack((weights, *own))


def _strengths(values: Array, parameters: int, block: Block) -> Array:
    """Weights and forward values as the diagram draws weights, gradients beside the largest of their kind."""
    sizes = weight_strengths(values)
    if block is Block.GRADIENT:
        sizes[:, :parameters] = relative_strengths(values[:, :parameters], _largest(values[:, :parameters]))
    sizes[:, -1] = relative_strengths(values[:, -1], _largest(values[:, -1]))
    return np.where(np.isfinite(sizes), np.copysign(sizes, values), 0.0)


def _largest(values: Array) -> float:
    finite = np.abs(values[np.isfinite(values)])
    return float(finite.max()) if finite.size else 0.0


def _known(moment: Moment, layer: int, block: Block, shape: tuple[int, int]) -> Flags:
    """Row by row, as one steps from unit to unit; of the unit in play its gradients one by one."""
    known = np.ones(shape, dtype=bool)
    if moment.training:
        return known
    inputs = moment.shown.layers[layer - 1].W.shape[1]
    first = inputs + 1
    after = [Kind.PRE_ACTIVATION, *[Kind.ACTIVATION] * (shape[1] - first - 2), Kind.DELTA]
    for place, kind in enumerate(after, start=first):
        known[moment.known_units(kind, layer) :, place] = False
    if block is Block.GRADIENT:
        complete = moment.known_units(Kind.GRADIENT, layer)
        known[complete:, : inputs + 1] = False
        in_play = (moment.phase.kind, moment.phase.layer) == (Kind.GRADIENT, layer)
        if in_play and moment.unit == complete and moment.term is not None:
            known[complete, : moment.term + 1] = True
    return known


def _known_inputs(moment: Moment, layer: int) -> Flags:
    size = moment.record.architecture.widths[layer - 1]
    if moment.training:
        return np.ones(size, dtype=bool)
    kind = Kind.INPUT if layer == 1 else Kind.ACTIVATION
    known: Flags = np.arange(size) < moment.known_units(kind, layer - 1)
    return known
