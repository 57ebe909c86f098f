"""What has come is one turn of the loop, and to see it another, where both together would be a long one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget

from nnviz.ui.look.turn_clock import TurnClock
from nnviz.ui.toolkit.soon import soon


class PaintedApart(QObject):
    """Leaves the painting of a window to the next turn where this one has been long already; once, not twice."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._waits = window, False
        self._clock = TurnClock()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.UpdateRequest:
            return False
        if self._waits or not self._clock.is_long:
            self._waits = False
            return False
        self._waits = True
        # Qt has asked, and does not ask again before it has been painted.
        soon(self._window, lambda: QCoreApplication.postEvent(self._window, QEvent(QEvent.Type.UpdateRequest)))
        return True
