"""The row in which the window says that something went wrong, or just that something happened."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import plain_tip
from nnviz.ui.toolkit.controls import Button, Text
from nnviz.ui.toolkit.fitting import DOTS

_ICON_SIDE = 20


LONGEST = 240
"""Characters of a message that are shown: it is a row of the window, not a page. The rest is in the tool tip."""


class MessageBar(QWidget):
    """One message at a time: an icon, the kind of message as a word, the text, and a cross that puts it away.

    It is a row of its own, as high as the text needs, and not there while there is nothing to say.

    Signals:
        said(): There is something to read now.
        dismissed(): The user has put it away.
    """

    said = Signal()
    dismissed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._kind = "info"
        self._icon = QLabel()
        self._word = Text(look, role="strong")
        self._message = self._lasting = ""
        self._text = Text(look)
        self._text.setWordWrap(True)
        # A long text makes the row higher, not the window wider.
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._cross = Button(look, icon="close", kind="segment")
        self._cross.setToolTip(self.tr("Close (Esc)"))
        self._cross.setAccessibleName(self.tr("Close the message"))
        self._cross.clicked.connect(self.dismiss)
        self._row = QHBoxLayout(self)
        for widget in (self._icon, self._word):
            self._row.addWidget(widget)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._cross)
        look.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def show_error(self, text: str) -> None:
        """Say that something failed."""
        self._show("error", self.tr("Error"), text)

    def show_warning(self, text: str) -> None:
        """Say that something deserves attention."""
        self._show("warning", self.tr("Warning"), text)

    def show_info(self, text: str) -> None:
        """Say that something happened."""
        self._show("info", self.tr("Note"), text)

    def show_lasting(self, text: str) -> None:
        """Warn of what holds for longer than a step: until somebody has read it, and put it away, it comes back."""
        self._lasting = " · ".join(filter(None, (self._lasting, text)))
        self.show_warning(self._lasting)

    def clear(self) -> None:
        """Put the message away."""
        if not self._lasting:
            self._message = ""
            self.hide()
        elif self._message != self._lasting:
            self.show_warning(self._lasting)

    def dismiss(self) -> None:
        """The user has read it."""
        if self._message == self._lasting:
            self._lasting = ""
        self.clear()
        self.dismissed.emit()

    def text(self) -> str:
        """The message, "" while there is none."""
        return self._message

    def kind(self) -> str:
        """What kind of message it is: error, warning or info."""
        return self._kind

    def _show(self, kind: str, word: str, text: str) -> None:
        self._kind = kind
        self._word.setText(word)
        self._message = text
        line = " ".join(text.split())
        short = line if len(line) <= LONGEST else line[:LONGEST].rpartition(" ")[0] + DOTS
        self._text.setText(short)
        self._text.setToolTip(plain_tip(text) if short != line else "")
        self.setAccessibleName(f"{word}: {text}")
        self._restyle()
        self.show()
        self.said.emit()

    def _restyle(self) -> None:
        px = self._look.px
        self._word.set_tone(self._kind)
        self._icon.setPixmap(self._look.pixmap(self._kind, self._kind, _ICON_SIDE, self.devicePixelRatioF()))
        self._row.setContentsMargins(px(16), px(2), px(8), px(2))
        self._row.setSpacing(px(10))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.colour(f"{self._kind}_soft"))
            painter.fillRect(0, 0, self._look.px(5), self.height(), self._look.colour(self._kind))
