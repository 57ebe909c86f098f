"""What takes long, done in a few turns of the loop: keys, clicks and the model are heard in between."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication


class Turns(QObject):
    """Does one thing at a time, piece by piece; meanwhile nothing is painted, and what is on screen stays."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pieces: Iterator[None] | None = None
        self._again: Callable[[], Iterator[None]] | None = None
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)

    def begin(self, pieces: Callable[[], Iterator[None]]) -> None:
        """Do this, after what is being done: of several that are asked for meanwhile, the last."""
        if self._pieces is None:
            self._pieces = pieces()
            _paint(False)
            self._next.start()
        else:
            self._again = pieces

    def _go_on(self) -> None:
        if self._pieces is None:
            return
        try:
            next(self._pieces)
        except StopIteration:
            again, self._again = self._again, None
            self._pieces = again() if again is not None else None
        except BaseException:
            self._pieces = self._again = None
            _paint(True)
            raise
        if self._pieces is None:
            _paint(True)
        else:
            self._next.start()


def _paint(painted: bool) -> None:
    for window in QApplication.topLevelWidgets():
        if window.isVisible() or painted:
            window.setUpdatesEnabled(painted)
            if painted and window.isVisible():
                # Qt has heard that it is to be painted, could not, and does not ask itself again.
                QCoreApplication.postEvent(window, QEvent(QEvent.Type.UpdateRequest))
