"""A window that is shown to nobody."""

from PySide6.QtCore import QEvent, QObject


class Unpainted(QObject):
    """Keeps a window from being painted for a screen, again and again: it is painted where a picture is made of it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.UpdateRequest
