"""A small whole number with a minus and a plus beside it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.controls.button import Button
from nnviz.ui.toolkit.controls.text import Text


class Stepper(QWidget):
    """A name, then − value +, and on request a cross that takes the row away.

    Signals:
        changed(int): The user picked another value.
        removed(): The user pressed the cross.
    """

    changed = Signal(int)
    removed = Signal()

    def __init__(
        self,
        look: Look,
        text: str,
        minimum: int,
        maximum: int,
        value: int,
        *,
        removable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._minimum, self._maximum, self._value = minimum, maximum, value
        self.label = Text(look, text)
        self.minus = Button(look, icon="minus", kind="square")
        self.plus = Button(look, icon="plus", kind="square")
        self.cross = Button(look, icon="close", kind="square")
        self._number = Text(look, role="mono")
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.minus.setAccessibleName(self.tr("Less: {name}").format(name=text))
        self.plus.setAccessibleName(self.tr("More: {name}").format(name=text))
        self.cross.setAccessibleName(self.tr("Remove: {name}").format(name=text))
        self.cross.setToolTip(self.tr("Remove"))
        # Only ever hidden: a widget that is shown before it has a parent is a window.
        if not removable:
            self.cross.hide()
        self.minus.setAutoRepeat(True)
        self.plus.setAutoRepeat(True)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.label, 1)
        for widget in (self.minus, self._number, self.plus, self.cross):
            self._row.addWidget(widget)
        self.minus.clicked.connect(self._less)
        self.plus.clicked.connect(self._more)
        self.cross.clicked.connect(self.removed)
        self.set_value(value)
        look.changed.connect(self._restyle)
        self._restyle()

    def value(self) -> int:
        return self._value

    def set_value(self, value: int) -> None:
        """Show a value, kept within the limits; no signal is sent."""
        self._value = min(max(value, self._minimum), self._maximum)
        self._number.setText(str(self._value))
        self.minus.setEnabled(self._value > self._minimum)
        self.plus.setEnabled(self._value < self._maximum)

    def set_limits(self, minimum: int, maximum: int) -> None:
        """Take other limits; the value is brought within them, without a signal."""
        self._minimum, self._maximum = minimum, maximum
        self.set_value(self._value)

    def _less(self) -> None:
        self._pick(self._value - 1)

    def _more(self) -> None:
        self._pick(self._value + 1)

    def _pick(self, value: int) -> None:
        before = self._value
        self.set_value(value)
        if self._value != before:
            self.changed.emit(self._value)

    def _restyle(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self._look.px(6))
        widest = self.fontMetrics().horizontalAdvance(str(self._maximum))
        self._number.setMinimumWidth(max(widest, self._look.px(26)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Plus:
                self._more()
            case Qt.Key.Key_Down | Qt.Key.Key_Minus:
                self._less()
            case _:
                super().keyPressEvent(event)

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            # A button that is let go over another window would go on repeating.
            self.minus.setDown(False)
            self.plus.setDown(False)
