"""The line in which the window says that something went wrong, or just that something happened."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolTip, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import plain_tip
from nnviz.ui.toolkit.controls import Button, Text
from nnviz.ui.toolkit.fitting import first_words

_ICON_SIDE = 20


class MessageText(Text):
    """One line, or two in smaller type where one is not enough: a message is to be read, not guessed."""

    def lines(self) -> list[str]:
        """The text as far as it fits, in one line or two."""
        text, width = " ".join(self.text().split()), self.contentsRect().width()
        if self.fontMetrics().horizontalAdvance(text) <= width:
            return [text]
        font = self._look.font("small")
        layout = QTextLayout(text, font)
        layout.beginLayout()
        first = layout.createLine()
        first.setLineWidth(max(1, width))
        layout.endLayout()
        end = first.textLength()
        rest, metrics = text[end:].strip(), QFontMetricsF(font)
        if metrics.horizontalAdvance(rest) > width:
            rest = first_words(rest, metrics, width)
        return [text[:end].strip(), rest]

    def shown_text(self) -> str:
        return " ".join(self.lines())

    def _height(self) -> int:
        return max(self.fontMetrics().height(), 2 * QFontMetrics(self._look.font("small")).height())

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 1, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self._height())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self.shown_text() != self.text() and not self.toolTip():
            QToolTip.showText(event.globalPos(), plain_tip(self.text()), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        lines = self.lines()
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            if len(lines) > 1:
                painter.setFont(self._look.font("small"))
            high = painter.fontMetrics().height()
            top = (self.height() - high * len(lines)) / 2
            for number, line in enumerate(lines):
                painter.drawText(
                    QRectF(0, top + number * high, self.width(), high), Qt.AlignmentFlag.AlignVCenter, line
                )


class MessageBar(QWidget):
    """One message at a time: an icon, the kind of message as a word, the text, and a cross that puts it away.

    It is not there while there is nothing to say. A text that does not fit is whole in the tool tip.
    """

    _over: QWidget | None = None
    """Of the class: Qt may still tell a bar of its ground's events when what Python keeps of the bar is gone."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._kind = "info"
        self._icon = QLabel()
        self._word = Text(look, role="strong")
        self._text = MessageText(look)
        self._cross = Button(look, icon="close", kind="segment")
        self._cross.setToolTip(self.tr("Close (Esc)"))
        self._cross.setAccessibleName(self.tr("Close the message"))
        self._cross.clicked.connect(self.clear)
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

    def clear(self) -> None:
        """Put the message away."""
        self._text.setText("")
        self.hide()

    def float_over(self, widget: QWidget) -> None:
        """Lie over the lower end of a widget, so that a message moves nothing when it comes and goes."""
        self._over = widget
        self.setParent(widget)
        widget.installEventFilter(self)
        self._lie_over()

    def _lie_over(self) -> None:
        if self._over is not None:
            gap, height = self._look.px(6), self.sizeHint().height()
            self.setGeometry(gap, self._over.height() - height - gap, self._over.width() - 2 * gap, height)
            self.raise_()

    def text(self) -> str:
        """The message, "" while there is none."""
        return self._text.text()

    def kind(self) -> str:
        """What kind of message it is: error, warning or info."""
        return self._kind

    def _show(self, kind: str, word: str, text: str) -> None:
        self._kind = kind
        self._word.setText(word)
        self._text.setText(text)
        self.setAccessibleName(f"{word}: {text}")
        self._restyle()
        self._lie_over()
        self.show()

    def _restyle(self) -> None:
        px = self._look.px
        self._word.set_tone(self._kind)
        self._icon.setPixmap(self._look.pixmap(self._kind, self._kind, _ICON_SIDE, self.devicePixelRatioF()))
        self._row.setContentsMargins(px(16), px(2), px(8), px(2))
        self._row.setSpacing(px(10))
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._lie_over()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.colour(f"{self._kind}_soft"))
            painter.fillRect(0, 0, self._look.px(5), self.height(), self._look.colour(self._kind))
