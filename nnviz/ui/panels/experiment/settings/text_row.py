"""A setting that is written: a list of features, the names of parameters, a title."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.claimed_keys import claims_escape
from nnviz.ui.toolkit.controls import Text


class Line(QLineEdit):
    """Enter takes what was typed, Esc what was there; leaving takes it too.

    Signals:
        entered(str): Something else than before was typed.
    """

    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = ""

    def value(self) -> str:
        return self._value

    def show_value(self, value: str) -> None:
        self._value = value
        self.setText(value)
        self.setCursorPosition(0)

    def take(self) -> None:
        """Take what stands there, if somebody has typed."""
        if self.isModified():
            self.entered.emit(self.text().strip())

    def event(self, event: QEvent) -> bool:
        return claims_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.show_value(self._value)
                self.entered.emit(self._value)
                self.clearFocus()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.take()
            case _:
                super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.take()


class LineRow(QWidget):
    """A line to type in; subclasses put its name before it.

    Signals:
        entered(str): What the user wants it to be; also what it was, after Esc.
    """

    entered = Signal(str)

    def __init__(self, look: Look, field: Line, layout: QBoxLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.field, self._layout = field, layout
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout.addWidget(field)
        self.setLayout(layout)
        field.entered.connect(self.entered)
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
        self.field.setFont(self._look.font("mono_small"))
        self.field.setFixedHeight(self._look.px(34))


class TextRow(LineRow):
    """A name, and under it a line to type in."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(look, Line(), QVBoxLayout(), parent)
        self._layout.insertWidget(0, Text(look, text, parent=self))
        self.field.setAccessibleName(text)
        self.setFocusProxy(self.field)

    def _restyle(self) -> None:
        super()._restyle()
        self._layout.setContentsMargins(0, 0, 0, self._look.px(2))
        self._layout.setSpacing(self._look.px(2))
