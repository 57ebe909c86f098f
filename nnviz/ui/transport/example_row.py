"""Which example is shown, and how finely one steps: one row of the transport."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from nnviz.engine.training.record.steps import Grain
from nnviz.ui.actions.actions import Actions
from nnviz.ui.look.look import Look
from nnviz.ui.session.moment import Moment
from nnviz.ui.transport.example_strip import ExampleStrip
from nnviz.ui.transport.first_fitting import FirstFitting
from nnviz.ui.transport.grain_choice import GrainChoice
from nnviz.worker.messages import RunInfo


class Words(IntEnum):
    """How many words there are in the row."""

    ALL = 0
    NO_CAPTION = 1
    """Without "step by"."""
    NUMBERS = 2
    """The example is only a number."""
    NO_GRAIN = 3
    """The grain is left to the keys."""


class ExampleRow(QWidget):
    """The examples at the left, the grains at the right, in as many words as there is room for."""

    def __init__(self, look: Look, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.examples = ExampleStrip(look, actions["mean_example"].toolTip(), actions["pin_example"].toolTip())
        self.grain = GrainChoice(look, {grain: actions[f"grain_{grain.value}"].toolTip() for grain in Grain})
        self._words = Words.ALL
        self._fitting = FirstFitting(self, Words, self._apply, self._needed)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.examples, 1)
        self._row.addWidget(self.grain)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)

    def set_run(self, run: RunInfo) -> None:
        """A new run."""
        self.examples.set_run(run)
        self._restyle()

    def show_moment(self, moment: Moment) -> None:
        """Show the example and the grain of a moment."""
        self.examples.show_moment(moment)
        self.grain.set_grain(moment.grain)

    def set_rim(self, rim: int) -> None:
        """Stand so far from the sides, and forget how much room the words need."""
        self._row.setContentsMargins(rim, 0, rim, 0)
        self._row.setSpacing(self._look.px(16))
        self._restyle()

    def words(self) -> Words:
        """How many there is room for."""
        return self._words

    # ---- room ----------------------------------------------------------------------------------------------------

    def _restyle(self) -> None:
        self._fitting.forget()
        if self.isVisible():
            self._fitting.choose()

    def _needed(self) -> int:
        margins = self._row.contentsMargins()
        needed = self.examples.least_width() + margins.left() + margins.right()
        if not self.grain.isHidden():
            needed += self._row.spacing() + self.grain.sizeHint().width()
        return needed

    def _apply(self, words: Words) -> None:
        self._words = words
        self.grain.set_short(words >= Words.NO_CAPTION)
        self.examples.set_short(words >= Words.NUMBERS)
        self.grain.setVisible(words < Words.NO_GRAIN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self._fitting.choose()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fitting.choose()
