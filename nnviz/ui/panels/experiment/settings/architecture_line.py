"""The hidden layers as one line of numbers: typed, pasted, or changed by the arrow keys, the number at the caret."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.panels.experiment.settings.text_row import Line
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


class ArchitectureLine(QWidget):
    """A name, and beside it the units of the hidden layers to type in: ``8-8-2``.

    Signals:
        entered(str): What the user wants it to be; also what it was, after Esc.
    """

    entered = Signal(str)

    def __init__(self, look: Look, fewest: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._label = Text(look, self.tr("Hidden units"), parent=self)
        self.field = ArchitectureField(fewest, most, self)
        self.field.setAccessibleName(self.tr("Units of the hidden layers"))
        self.field.setPlaceholderText(self.tr("none"))
        tip = self.tr(
            "The units of each hidden layer, without inputs and outputs: 8-8-2. 0 for no hidden layer. "
            "Arrow keys change the number at the caret"
        )
        self.field.setToolTip(tip)
        self.field.setAccessibleDescription(tip)
        self.field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._label)
        self._row.addWidget(self.field, 1)
        self.field.entered.connect(self.entered)
        look.changed.connect(self._restyle)
        self._restyle()

    def value(self) -> str:
        """What the experiment has."""
        return self.field.value()

    def set_value(self, value: str) -> None:
        """Show what the experiment has; nothing is emitted. What is being typed stays while that is the same."""
        if value != self.field.value() or not self.field.isModified():
            self.field.show_value(value)

    def _restyle(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self._look.px(6))
        self.field.setFont(self._look.font("mono_small"))
        self.field.setFixedHeight(self._look.px(34))
