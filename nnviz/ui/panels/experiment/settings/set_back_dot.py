"""The dot beside a setting that is not what it was; a click on it sets the setting back."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from nnviz.ui.look.look import Look

DOT = 7
ARROW = 11


class SetBackDot(QAbstractButton):
    """A dot that becomes an arrow back under the pointer, or with the keyboard on it."""

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(self.tr("Set back: {name}").format(name=title))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(14), self._look.px(24))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            if self.underMouse() or self.hasFocus():
                side = self._look.px(ARROW)
                role = "focus" if self.hasFocus() else "accent"
                place = QRect(0, 0, side, side)
                place.moveCenter(self.rect().center() - QPoint(self._look.px(1), 0))
                painter.drawPixmap(place, self._look.pixmap("reset", role, ARROW, self.devicePixelRatioF()))
                return
            side = self._look.px(DOT)
            dot = QRectF(0, 0, side, side)
            dot.moveCenter(QRectF(self.rect()).center())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("accent"))
            painter.drawEllipse(dot)
