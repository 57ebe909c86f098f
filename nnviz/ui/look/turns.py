"""What takes long, done in a few turns of the loop: keys, clicks and the model are heard in between."""

from __future__ import annotations

from collections.abc import Callable, Generator

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from nnviz.ui.look.turn_clock import TurnClock

MOST_PUT_OFF = 5
"""Turns one after the other that were long before a piece had its turn."""


class Turns(QObject):
    """Does one thing at a time, piece by piece; meanwhile nothing is painted, and what is on screen stays."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pieces: Generator[None] | None = None
        self._waiting: list[Callable[[], Generator[None]]] = []
        self._clock, self._put_off = TurnClock(), 0
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._take_turn)

    @property
    def idle(self) -> bool:
        """Whether nothing is being done."""
        return self._pieces is None

    def stop(self) -> None:
        """Do no more of it, however far it has come."""
        self._next.stop()
        self._waiting.clear()
        if self._pieces is not None:
            self._pieces.close()
            self._pieces = None
            _paint(True)

    def begin(self, pieces: Callable[[], Generator[None]]) -> None:
        """Do this, after what is being done; once, however often it is asked for meanwhile."""
        if pieces not in self._waiting:
            self._waiting.append(pieces)
        if self._pieces is None:
            self._take_next()

    def _take_next(self) -> None:
        self._pieces = self._waiting.pop(0)()
        _paint(False)
        self._next.start()

    def _take_turn(self) -> None:
        """A piece beside what has been painted, answered or pressed just now would make a long turn of two."""
        if self._clock.is_long and self._put_off < MOST_PUT_OFF:
            self._put_off += 1
            self._next.start()
        else:
            self._put_off = 0
            self._go_on()

    def _go_on(self) -> None:
        if self._pieces is None:
            return
        try:
            next(self._pieces)
        except StopIteration:
            self._pieces = None
        except BaseException:
            self._pieces = None
            self._waiting.clear()
            _paint(True)
            raise
        if self._pieces is not None:
            self._next.start()
        elif self._waiting:
            self._take_next()
        else:
            _paint(True)


def _paint(painted: bool) -> None:
    for window in QApplication.topLevelWidgets():
        if window.isVisible() or painted:
            window.setUpdatesEnabled(painted)
            if painted and window.isVisible():
                # Qt has heard that it is to be painted, could not, and does not ask itself again.
                QCoreApplication.postEvent(window, QEvent(QEvent.Type.UpdateRequest))
