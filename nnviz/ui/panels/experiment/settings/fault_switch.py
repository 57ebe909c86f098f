"""A fault that is switched on and off: its name, a sentence, and how bad it is where it is on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.stylesheet import border_width
from nnviz.ui.toolkit.controls import Text
from nnviz.ui.toolkit.controls.check import Check

BOX, GAP = 18, 8
"""A check box, and what is between it and its name, as the style sheet has them; pixels at scale 1."""


class FaultSwitch(QWidget):
    """A check box with a sentence under it, and controls that are shown while it is on.

    Signals:
        switched(bool): The user switches it on or off.
    """

    switched = Signal(bool)

    def __init__(self, look: Look, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.check = Check(look, title, self)
        self._sentence = Text(look, sentence, role="tiny", tone="muted", parent=self)
        self._sentence.setWordWrap(True)
        self.details: dict[str, QWidget] = {}
        self.setFocusProxy(self.check)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.check)
        self._column.addWidget(self._sentence)
        self.check.clicked.connect(self.switched)
        look.changed.connect(self._space)
        self._space()

    def add_detail(self, field: str, control: QWidget) -> None:
        """Put the control of a field under the sentence, for while the fault is on."""
        self.details[field] = control
        self._column.addWidget(control)
        self._space()

    def show_on(self, on: bool) -> None:
        """Show whether it is on; nothing is emitted."""
        self.check.setChecked(on)
        for detail in self.details.values():
            detail.setVisible(on)

    def _space(self) -> None:
        px = self._look.px
        # In line with the name.
        indent = px(BOX) + px(GAP) + 2 * border_width(self._look.theme, self._look.factor)
        self._column.setContentsMargins(0, 0, 0, px(6))
        self._column.setSpacing(px(2))
        self._sentence.setContentsMargins(indent, 0, 0, 0)
        for detail in self.details.values():
            detail.setContentsMargins(indent, 0, 0, 0)
