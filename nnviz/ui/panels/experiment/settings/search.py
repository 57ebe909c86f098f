"""The field that settings are searched with."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QSizePolicy, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.claimed_keys import claims_escape
from nnviz.ui.toolkit.controls import Button
from nnviz.ui.toolkit.plots.layer import pixel_ratio

HEIGHT = 30
ICON = 16


class SettingsSearch(QLineEdit):
    """A line with a lens; Esc empties it and leaves, Enter and Down go on to what was found.

    Signals:
        searched(str): What is looked for; "" for nothing.
        left_for_results(): The user goes on to what was found.
    """

    searched = Signal(str)
    left_for_results = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.clear_button = Button(look, icon="close", kind="segment", parent=self)
        self.clear_button.setAccessibleName(self.tr("Clear the search"))
        self.clear_button.setToolTip(self.tr("Show all settings again (Esc)"))
        self.clear_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clear_button.hide()
        self.clear_button.clicked.connect(self.clear)
        self.setPlaceholderText(self.tr("Search settings"))
        self.setAccessibleName(self.tr("Search settings"))
        self.setToolTip(self.tr("Find a setting by its name, by its name in files, or by what it does"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_text)
        look.changed.connect(self._restyle)
        self._restyle()

    def _on_text(self, text: str) -> None:
        self.clear_button.setVisible(bool(text))
        wanted = text.strip()
        # One letter is in almost everything.
        self.searched.emit("" if wanted.isascii() and len(wanted) < 2 else wanted)

    def _restyle(self) -> None:
        px = self._look.px
        self.setFont(self._look.font("small"))
        self.setFixedHeight(px(HEIGHT))
        self.setTextMargins(px(ICON + 4), 0, px(22), 0)
        self.clear_button.setStyleSheet("QPushButton { padding: 0px; min-height: 0px; border: none; }")
        self._place_button()

    def _place_button(self) -> None:
        side = self._look.px(24)
        self.clear_button.setGeometry(self.width() - side - self._look.px(4), (self.height() - side) // 2, side, side)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(150), self._look.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(90), self._look.px(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_button()

    def event(self, event: QEvent) -> bool:
        # Esc means the search here, and not what it leaves elsewhere in the window.
        return claims_escape(event) or super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if (application := QApplication.instance()) is not None:
            application.installEventFilter(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if (application := QApplication.instance()) is not None:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            inside = watched is self or self.isAncestorOf(watched)
            if not inside:
                # Most of the window takes no keyboard: a click there gives the keys back to it all the same.
                self.clearFocus()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.clear()
                self.clearFocus()
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.left_for_results.emit()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._look.px(ICON)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            place = QRectF(self._look.px(8), (self.height() - side) / 2, side, side)
            lens = self._look.pixmap("search", "text_muted", ICON, pixel_ratio(painter))
            painter.drawPixmap(place, lens, QRectF(lens.rect()))
