"""The hidden layers as a line to type in, and as rows: − units +, and a cross that takes the layer out."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.panels.experiment.settings.architecture_line import ArchitectureLine
from nnviz.ui.session.experiment_fields import MOST_LAYERS, MOST_UNITS
from nnviz.ui.session.settings.lists import layers_text
from nnviz.ui.toolkit.controls import Button, Stepper, Text


class HiddenLayersRows(QWidget):
    """A line for all, one row a hidden layer, and a button that adds one before the output. There may be none.

    Args:
        fewest, most: Units that a layer may have; the rows give fewer.

    Signals:
        units_picked(int, int): A layer, counted from 0, gets so many units.
        removed(int): A layer is taken out.
        add_wanted(): A layer is added.
        row_made(): There is one more row of widgets than before.
    """

    units_picked = Signal(int, int)
    removed = Signal(int)
    add_wanted = Signal()
    row_made = Signal()

    def __init__(self, look: Look, fewest: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._fewest = fewest
        self._steppers: list[Stepper] = []
        self._count = 0
        self.line = ArchitectureLine(look, fewest, most, self)
        self._none = Text(look, self.tr("No hidden layer"), tone="muted", parent=self)
        self.add = Button(look, self.tr("Add hidden layer"), icon="plus", parent=self)
        self.add.setToolTip(self.tr("Add another hidden layer before the output"))
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.line)
        self._column.addWidget(self._none)
        self._column.addWidget(self.add)
        self.add.clicked.connect(self.add_wanted)
        look.changed.connect(self._space)
        self._space()

    @property
    def rows(self) -> list[Stepper]:
        """The rows that are shown, the first hidden layer first."""
        return self._steppers[: self._count]

    def show_units(self, hidden: tuple[int, ...]) -> None:
        """Show the units of each hidden layer; nothing is emitted."""
        while len(self._steppers) < len(hidden):
            self._add_row()
        self._count = len(hidden)
        self.line.set_value(layers_text(hidden))
        for layer, stepper in enumerate(self._steppers):
            stepper.setVisible(layer < len(hidden))
            if layer < len(hidden):
                stepper.set_limits(self._fewest, max(MOST_UNITS, hidden[layer]))
                stepper.set_value(hidden[layer])
        self._none.setVisible(not hidden)
        self.add.setEnabled(len(hidden) < MOST_LAYERS)

    def _add_row(self) -> None:
        layer = len(self._steppers)
        name = self.tr("Hidden {layer}").format(layer=layer + 1)
        stepper = Stepper(self._look, name, self._fewest, MOST_UNITS, self._fewest, removable=True, parent=self)
        stepper.setToolTip(self.tr("How many units this hidden layer has"))
        stepper.changed.connect(partial(self.units_picked.emit, layer))
        stepper.removed.connect(partial(self.removed.emit, layer))
        self._column.insertWidget(layer + 1, stepper)
        self._steppers.append(stepper)
        self.row_made.emit()

    def _space(self) -> None:
        self._column.setSpacing(self._look.px(6))
        self._column.setContentsMargins(0, 0, 0, self._look.px(4))
