"""The foot of the experiment panel: what is changed, what the last change cost, and how to begin again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.panels.experiment.settings.changes_line import ChangesLine
from nnviz.ui.toolkit.controls import Button, ElidedText


class ExperimentFoot(QWidget):
    """Stays in sight while the settings above it scroll."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.changes = ChangesLine(look, self)
        self.remark = ElidedText(look, role="tiny", tone="muted", parent=self)
        self.remark.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.reset = Button(look, self.tr("Reset"), parent=self)
        self.reset.setToolTip(self.tr("Start again from the same weights (R)"))
        self.new_weights = Button(look, self.tr("New weights"), parent=self)
        self.new_weights.setToolTip(self.tr("Start again from other weights (Shift+R)"))
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.reset, 1)
        self._buttons.addWidget(self.new_weights, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.changes)
        self._column.addWidget(self.remark)
        self._column.addLayout(self._buttons)
        look.changed.connect(self._space)
        self._space()

    def say(self, text: str, tone: str = "muted") -> None:
        """Say what the network is, or what a change cost."""
        self.remark.setText(text)
        self.remark.set_tone(tone)

    def _space(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(px(12), 0, px(12), 0)
        self._column.setSpacing(px(6))
        self._buttons.setSpacing(px(8))
