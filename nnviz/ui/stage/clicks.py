"""A click on the stage goes on, wherever it means nothing else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget


class StageClicks(QObject):
    """Hears what no widget of the stage has taken for itself.

    Signals:
        clicked(): Somebody clicked.
        wheeled(QWheelEvent): Somebody turned the wheel with Ctrl held.
    """

    clicked = Signal()
    wheeled = Signal(object)

    def __init__(self, *grounds: QWidget) -> None:
        super().__init__(grounds[0])
        self._grounds = grounds

    def set_hearing(self, hearing: bool) -> None:
        """Hear from now on, or no more."""
        for ground in self._grounds:
            if hearing:
                ground.installEventFilter(self)
            else:
                ground.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
        if pressed and isinstance(event, QMouseEvent) and event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()
            return True
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.wheeled.emit(event)
            return True
        return super().eventFilter(watched, event)
