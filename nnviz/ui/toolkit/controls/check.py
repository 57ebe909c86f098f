"""A check box in the window's type."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from nnviz.ui.look.look import Look


class Check(QCheckBox):
    """Yes or no, with its name beside it."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._look = look
        self._strong = False
        look.changed.connect(self._restyle)
        self._restyle()

    def set_strong(self, strong: bool) -> None:
        """Write its name bold, or not."""
        self._strong = strong
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(self._look.font("strong" if self._strong else "body"))
