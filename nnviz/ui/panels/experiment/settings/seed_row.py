"""The seed of a random draw: a number to type, and a button that draws another."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRegularExpression, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.claimed_keys import claims_escape
from nnviz.ui.toolkit.controls import Button, Text


class _Digits(QLineEdit):
    """Whole numbers; Enter takes what was typed and gives the keyboard back, Esc what was there, Up and Down count.

    Signals:
        entered(object): A whole number was typed: Qt's own whole numbers are too small for a seed.
    """

    entered = Signal(object)

    def __init__(self, smallest: int, largest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = 0
        self._smallest, self._largest = smallest, largest
        digits = QRegularExpression(rf"\d{{1,{len(str(largest))}}}")
        self.setValidator(QRegularExpressionValidator(digits, self))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def value(self) -> int:
        return self._value

    def show_value(self, value: int) -> None:
        self._value = value
        self.setText(str(value))

    def pick(self, value: int) -> None:
        """Take a value as if it were typed."""
        value = min(max(value, self._smallest), self._largest)
        if value != self._value:
            self.show_value(value)
            self.entered.emit(value)
        else:
            self.show_value(value)

    def event(self, event: QEvent) -> bool:
        return claims_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Up:
                self.pick(self._value + 1)
            case Qt.Key.Key_Down:
                self.pick(self._value - 1)
            case Qt.Key.Key_Escape:
                self.show_value(self._value)
                self.clearFocus()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.clearFocus()
            case _:
                super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.pick(int(self.text()) if self.text() else self._value)


class SeedRow(QWidget):
    """A name, the seed, from the smallest to the largest that there is, and a button with dice.

    Signals:
        changed(object): The user wants another seed, a whole number.
    """

    changed = Signal(object)

    def __init__(self, look: Look, text: str, smallest: int, largest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._label = Text(look, text, parent=self)
        self.field = _Digits(smallest, largest, self)
        self.field.setAccessibleName(text)
        self.field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.dice = Button(look, icon="dice", kind="square", parent=self)
        self.dice.setAccessibleName(self.tr("Next: {name}").format(name=text))
        self.dice.setToolTip(self.tr("Use the next seed: draw again"))
        self.setFocusProxy(self.field)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._label, 1)
        self._row.addWidget(self.field)
        self._row.addWidget(self.dice)
        self.dice.clicked.connect(self._next)
        self.field.entered.connect(self.changed)
        look.changed.connect(self._restyle)
        self._restyle()

    def value(self) -> int:
        """The seed that is shown."""
        return self.field.value()

    def set_value(self, value: int) -> None:
        """Show a seed; nothing is emitted."""
        if value != self.field.value() or not self.field.hasFocus():
            self.field.show_value(value)
            self.field.setCursorPosition(0)

    def _next(self) -> None:
        self.field.pick(self.field.value() + 1)

    def _restyle(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self._look.px(6))
        self.field.setFont(self._look.font("mono"))
        self.field.setFixedSize(self._look.px(90), self._look.px(36))
