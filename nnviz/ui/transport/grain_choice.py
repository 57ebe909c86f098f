"""How finely one steps: iteration, phase, unit or term."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from nnviz.engine.training.record.steps import Grain
from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import plain_tip
from nnviz.ui.look.tight import tight
from nnviz.ui.toolkit.controls import Segmented, Text


class GrainChoice(QWidget):
    """``step by  iteration · phase · unit · term``; ``tips`` tell of each what it does, and by which key.

    Signals:
        grain_picked(Grain): The user picked one.
    """

    grain_picked = Signal(object)

    def __init__(self, look: Look, tips: Mapping[Grain, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.caption = Text(look, self.tr("step by"), role="small", tone="muted")
        words = {
            Grain.ITERATION: self.tr("iteration"),
            Grain.PHASE: self.tr("phase"),
            Grain.UNIT: self.tr("unit"),
            Grain.TERM: self.tr("term"),
        }
        choices = [(grain.value, text) for grain, text in words.items()]
        self.choice = Segmented(look, choices, Grain.PHASE.value, self.tr("Step by"))
        for grain, tip in tips.items():
            self.choice.button(grain.value).setToolTip(plain_tip(tip))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.caption)
        self._row.addWidget(self.choice)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.choice.picked.connect(lambda key: self.grain_picked.emit(Grain(key)))
        look.changed.connect(self._space_out)
        self._space_out()

    def grain(self) -> Grain:
        """What is chosen."""
        return Grain(self.choice.key())

    def set_grain(self, grain: Grain) -> None:
        """Show a grain; no signal is sent."""
        self.choice.set_key(grain.value)

    def set_short(self, short: bool) -> None:
        """Leave out the words before the choice."""
        self.caption.setVisible(not short)

    def _space_out(self) -> None:
        px = self._look.px
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(6))
        sheet = tight(self._look, 8, upright=2)
        if self.choice.styleSheet() != sheet:
            self.choice.setStyleSheet(sheet)
