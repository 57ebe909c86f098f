"""A field for numbers, one or several."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import parsed


class NumberField(QLineEdit):
    """Numbers with spaces or semicolons between them; commas too, where they are followed by a space.

    Signals:
        entered(): Somebody has typed something else, and left the field or pressed Enter.
    """

    entered = Signal()

    def __init__(self, look: Look, name: str, width: float = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._width = look, width
        self._known = ""
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight if width else Qt.AlignmentFlag.AlignLeft)
        across = QSizePolicy.Policy.Fixed if width else QSizePolicy.Policy.Expanding
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.editingFinished.connect(self._finish)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_text(self, text: str) -> None:
        """Show numbers; nothing is emitted."""
        self._known = text
        self.setText(text)
        self.setCursorPosition(0)

    def numbers(self) -> tuple[float, ...]:
        """What is typed.

        Raises:
            ValueError: Some of it is not a number; its argument is that part of the text.
        """
        words = self.text().replace(";", " ").replace(", ", " ").split()
        numbers = []
        for word in words:
            try:
                number = parsed(word)
            except ValueError:
                number = math.nan
            if not math.isfinite(number):
                raise ValueError(word)
            numbers.append(number)
        return tuple(numbers)

    def _finish(self) -> None:
        if self.text() != self._known:
            self._known = self.text()
            self.entered.emit()

    def _restyle(self) -> None:
        self.setFont(self._look.font("mono"))
        if self._width:
            self.setFixedWidth(self._look.px(self._width))
        self.setFixedHeight(self._look.px(34))

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._known:
            self.show_text(self._known)
        else:
            super().keyPressEvent(event)
