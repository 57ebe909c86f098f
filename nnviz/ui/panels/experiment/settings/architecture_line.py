"""The hidden layers as one line of numbers: typed, pasted, or changed by the arrow keys, the number at the caret."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.panels.experiment.settings.text_row import Line, LineRow
from nnviz.ui.toolkit.controls import Text


class ArchitectureField(Line):
    """Up and down change the number at the caret, and take it at once.

    Args:
        fewest, most: Units that a layer may have.
    """

    def __init__(self, fewest: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fewest, self._most = fewest, most

    def show_value(self, value: str) -> None:
        caret = self.cursorPosition()
        super().show_value(value)
        self.setCursorPosition(min(caret, len(value)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Up:
                self._step(+1)
            case Qt.Key.Key_Down:
                self._step(-1)
            case _:
                super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        text, caret = self.text(), self.cursorPosition()
        number = next((each for each in re.finditer(r"\d+", text) if each.start() <= caret <= each.end()), None)
        if number is None:
            return
        units = min(max(int(number[0]) + by, self._fewest), self._most)
        self.setText(f"{text[: number.start()]}{units}{text[number.end() :]}")
        # Beside the number, wherever in it the caret was: it may have become shorter.
        self.setCursorPosition(number.start() + len(str(units)))
        self.setModified(True)
        self.take()


class ArchitectureLine(LineRow):
    """A name, and beside it the units of the hidden layers to type in: ``8-8-2``."""

    def __init__(self, look: Look, fewest: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(look, ArchitectureField(fewest, most), QHBoxLayout(), parent)
        self._layout.insertWidget(0, Text(look, self.tr("Hidden units"), parent=self))
        self._layout.setStretch(1, 1)
        self.field.setAccessibleName(self.tr("Units of the hidden layers"))
        self.field.setPlaceholderText(self.tr("none"))
        tip = self.tr(
            "The units of each hidden layer, without inputs and outputs: 8-8-2. 0 for no hidden layer. "
            "Arrow keys change the number at the caret"
        )
        self.field.setToolTip(tip)
        self.field.setAccessibleDescription(tip)

    def _restyle(self) -> None:
        super()._restyle()
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(self._look.px(6))
