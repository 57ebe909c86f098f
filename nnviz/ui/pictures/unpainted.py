"""A window that is shown to nobody."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget


class Unpainted(QObject):
    """Keeps a window from being painted for a screen, again and again: it is painted where a picture is made of it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._painting = False

    def paint(self, window: QWidget) -> None:
        """Have what has changed in the window painted after all, now."""
        self._painting = True
        QApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))
        self._painting = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.UpdateRequest and not self._painting
