"""The matrix view: a layer's weights, biases, sums, activations and error signals as a table."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from nnviz.ui.diagram.words import captions
from nnviz.ui.look.look import Look
from nnviz.ui.panels.explain.matrix_model import Block, MatrixModel
from nnviz.ui.panels.explain.matrix_table import MatrixTable
from nnviz.ui.panels.explain.page import ExplanationPage
from nnviz.ui.session.moment import Moment, Selection
from nnviz.ui.toolkit.controls import Button, Segmented
from nnviz.ui.toolkit.controls.menu_button import MenuButton
from nnviz.ui.toolkit.fitting_label import FittingLabel
from nnviz.worker.messages import RunInfo

UNBOUNDED = 16_777_215


class MatrixPage(ExplanationPage):
    """A table of one layer, which follows the selection or is chosen, with W, ∇W or the updated W in it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.layer = 1
        self._followed: Selection | None = None
        self.layer_choice = MenuButton(look, self.tr("Which layer is shown"))
        self.block_choice = Segmented(look, [(block.value, block.value) for block in Block], name=self.tr("Weights as"))
        self.block_choice.button(Block.WEIGHTS.value).setToolTip(self.tr("Weights before the update"))
        self.block_choice.button(Block.GRADIENT.value).setToolTip(self.tr("The gradient that the optimiser gets"))
        self.block_choice.button(Block.AFTER.value).setToolTip(self.tr("Weights after the update"))
        self.copy_button = Button(look, self.tr("Copy"), kind="segment")
        self.copy_button.setToolTip(self.tr("Copy the table for a spreadsheet; Ctrl+C copies the selected cells"))
        self.model = MatrixModel(look, self)
        self.table = MatrixTable(look, self.model)
        self.units = MatrixTable(look, self.model, beside=self.table)
        self.units.setAccessibleName(self.tr("The units' numbers"))
        self.note = FittingLabel(look, "small")
        self._left = QHBoxLayout()
        self._left.addWidget(self.layer_choice)
        self._left.addStretch(1)
        self._left.addWidget(self.copy_button)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.addLayout(self._left, 1)
        self._top.addWidget(self.block_choice)
        self.title.hide()
        self.body.addLayout(self._top)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.units)
        self.body.addWidget(self.note)
        self.body.addStretch(0)
        self.layer_choice.picked.connect(self._on_layer)
        self.block_choice.picked.connect(self._on_block)
        self.copy_button.clicked.connect(self.table.copy_all)
        self.table.picked.connect(self.selection_changed)
        look.changed.connect(self._measure)
        self._arrange()

    # ---- what it is about ----------------------------------------------------------------------------------------

    def set_run(self, info: RunInfo) -> None:
        """A new run: maybe other layers."""
        layers = range(1, info.architecture.layers + 1)
        self.layer = min(self.layer, info.architecture.layers)
        self.layer_choice.set_choices([(layer, captions(layer, info.architecture)[0]) for layer in layers])
        super().set_run(info)

    def show_moment(self, moment: Moment) -> None:
        """Show the layer at this moment; a selection in another layer takes the table there."""
        if moment.selection != self._followed:
            self._followed = moment.selection
            if self._followed is not None and 1 <= self._followed.layer <= moment.record.architecture.layers:
                self.layer = self._followed.layer
        super().show_moment(moment)

    def invitation(self) -> str:
        """What will appear here, and how."""
        return self.tr("A layer's weights and units appear here in a table as soon as there is a network.")

    def subject(self, run: RunInfo, moment: Moment) -> Hashable:
        """The layer at this very step."""
        return (self.layer, self.block_choice.key(), moment.shown, moment.row, moment.step, moment.selection)

    def show_subject(self, run: RunInfo, moment: Moment) -> None:
        """Show the layer, and in it what is selected."""
        self.layer_choice.show_choice(self.layer, captions(self.layer, moment.record.architecture)[0])
        self.model.show_layer(moment, self.layer, Block(self.block_choice.key()), self._names)
        self.arrange()
        self.table.show_selection(moment.selection)
        self.units.reveal()

    # ---- what the user does --------------------------------------------------------------------------------------

    def _on_layer(self, layer: int) -> None:
        self.layer = layer
        self.refresh.now()

    def _on_block(self, _: str) -> None:
        self.refresh.now()
        # Columns may be wider now.
        self.table.reveal()

    # ---- room ----------------------------------------------------------------------------------------------------

    def arrange(self) -> None:
        """All choices in a row, or in two where the page is narrow."""
        px = self._look.px
        # The layer's name may have changed just now.
        self._left.invalidate()
        wanted = self._left.sizeHint().width() + self.block_choice.sizeHint().width() + px(24)
        folded = wanted > self.width()
        self._top.setDirection(QBoxLayout.Direction.TopToBottom if folded else QBoxLayout.Direction.LeftToRight)
        self._top.setAlignment(self.block_choice, Qt.AlignmentFlag.AlignLeft if folded else Qt.AlignmentFlag(0))
        self._top.setSpacing(px(4))
        self._place_tables()

    def _measure(self) -> None:
        for table in (self.table, self.units):
            table.measure()
        self.arrange()

    def _place_tables(self) -> None:
        """One table; where not all columns fit but twice as many rows do, the units' own numbers under the weights."""
        model, table = self.model, self.table
        is_after = model.block is Block.AFTER
        self.note.setVisible(is_after)
        if is_after:
            self.note.set_texts(*self._words_of_before())
        everything, parameters = range(model.columnCount()), model.parameters
        own = [column for column in everything if column not in parameters]
        heights = [
            each.whole_height(columns, self.width()) for each, columns in ((table, parameters), (self.units, own))
        ]
        taken = self._top.sizeHint().height() + is_after * self.note.sizeHint().height() + 3 * self.body.spacing()
        split = table.width_of(everything) > self.width() and sum(heights) + taken <= self.height()
        table.show_columns(parameters if split else everything)
        self.units.show_columns(own)
        table.setMinimumHeight(heights[0] if split else 0)
        table.setMaximumHeight(heights[0] if split else UNBOUNDED)
        self.units.setFixedHeight(heights[1])
        self.units.setVisible(split)

    def _words_of_before(self) -> tuple[str, ...]:
        own = ", ".join(header for place, header in enumerate(self.model.headers) if place not in self.model.parameters)
        return (
            self.tr("W and b are those after this update; {} were computed before it.").format(own),
            self.tr("{}: before the update").format(own),
        )
