"""Nothing to see: the audience looks at the lecturer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget


class Curtain(QWidget):
    """Black over all of a window, until it is raised."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setAccessibleName(self.tr("The screen is blank"))
        self.hide()
        over.installEventFilter(self)

    def toggle(self) -> None:
        """Let it fall, or raise it."""
        if self.isHidden():
            self.fall()
        else:
            self.hide()

    def fall(self) -> None:
        """Lie over everything."""
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._over:
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), Qt.GlobalColor.black)


class Still(Curtain):
    """The picture of a moment over the window, while one goes elsewhere behind it."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._picture = QImage()
        self.setAccessibleName(self.tr("The picture is frozen"))

    def hold(self, picture: QImage) -> None:
        """Show this until it is raised."""
        self._picture = picture
        self.fall()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.rect(), self._picture)
