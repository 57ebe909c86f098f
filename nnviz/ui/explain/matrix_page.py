"""The matrix view: a layer's weights, biases, sums, activations and error signals as a table."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from nnviz.ui.controls import Button, Segmented
from nnviz.ui.diagram.words import captions
from nnviz.ui.explain.matrix_model import Block, MatrixModel
from nnviz.ui.explain.matrix_table import MatrixTable
from nnviz.ui.explain.page import ExplanationPage
from nnviz.ui.look import Look
from nnviz.ui.moment import Moment, Selection
from nnviz.ui.panels.menu_button import MenuButton
from nnviz.worker.messages import RunInfo


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
        self.layer_choice.picked.connect(self._on_layer)
        self.block_choice.picked.connect(self._on_block)
        self.copy_button.clicked.connect(self.table.copy_all)
        self.table.picked.connect(self.selection_changed)
        look.changed.connect(self.table.measure)
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
        return self.tr("Here a layer's weights and units will stand in a table, as soon as there is a network.")

    def subject(self, run: RunInfo, moment: Moment) -> Hashable:
        """The layer at this very step."""
        return (self.layer, self.block_choice.key(), moment.shown, moment.row, moment.step, moment.selection)

    def show_subject(self, run: RunInfo, moment: Moment) -> None:
        """Show the layer, and in it what is selected."""
        self.layer_choice.show_choice(self.layer, captions(self.layer, moment.record.architecture)[0])
        self.model.show_layer(moment, self.layer, Block(self.block_choice.key()), self._names)
        self.table.show_selection(moment.selection)

    # ---- what the user does --------------------------------------------------------------------------------------

    def _on_layer(self, layer: int) -> None:
        self.layer = layer
        self.refresh.now()

    def _on_block(self, _: str) -> None:
        self.refresh.now()
        # Columns may be wider now.
        self.table.scrollTo(self.table.currentIndex())

    # ---- room ----------------------------------------------------------------------------------------------------

    def arrange(self) -> None:
        """All choices in a row, or in two where the page is narrow."""
        px = self._look.px
        wanted = self._left.sizeHint().width() + self.block_choice.sizeHint().width() + px(24)
        folded = wanted > self.width()
        self._top.setDirection(QBoxLayout.Direction.TopToBottom if folded else QBoxLayout.Direction.LeftToRight)
        self._top.setAlignment(self.block_choice, Qt.AlignmentFlag.AlignLeft if folded else Qt.AlignmentFlag(0))
        self._top.setSpacing(px(4))
