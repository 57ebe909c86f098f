"""A value that is printed until somebody wants to type another."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.claimed_keys import ENTER, claims_escape


class ValueField(QLineEdit):
    """A printed value; a double click makes it a field, Enter takes what was typed, Esc what was there.

    Signals:
        entered(str): Somebody typed a value.
        left(): The typing is over, one way or the other.
    """

    entered = Signal(str)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown = ""
        self.setProperty("kind", "value")
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._rest()
        look.changed.connect(self._restyle)
        self._restyle()

    def show_value(self, text: str) -> None:
        """Print a value; what is being typed is left alone."""
        self._shown = text
        if self.isReadOnly():
            self.setText(text)
            self._fit()

    def start_typing(self) -> None:
        """Become a field, with the value marked so that typing replaces it."""
        self.setReadOnly(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    def _stop_typing(self) -> None:
        self._rest()
        self.setText(self._shown)
        self._fit()
        self.left.emit()

    def _rest(self) -> None:
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.deselect()
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def _restyle(self) -> None:
        self.setFont(self._look.font("mono"))
        self.setFixedHeight(self._look.px(24))
        self._fit()

    def _fit(self) -> None:
        wide = max(self.fontMetrics().horizontalAdvance(self.text()), self.fontMetrics().horizontalAdvance("0.000"))
        self.setFixedWidth(wide + self._look.px(14))

    def event(self, event: QEvent) -> bool:
        # Printed, it leaves every key to the window's actions; typed in, it keeps Esc and the rest to itself.
        if event.type() == QEvent.Type.ShortcutOverride and self.isReadOnly():
            event.ignore()
            return False
        return claims_escape(event) or super().event(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.isReadOnly():
            self.start_typing()
        else:
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isReadOnly():
            event.ignore()
        elif event.key() == Qt.Key.Key_Escape:
            self._stop_typing()
        elif event.key() in ENTER:
            typed = self.text()
            self._stop_typing()
            self.entered.emit(typed)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.isReadOnly():
            self._stop_typing()
