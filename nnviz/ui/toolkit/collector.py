"""Python's collector of cycles, kept to the thread of the widgets."""

import gc

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

from nnviz.ui.look.turn_clock import TurnClock

INTERVAL_MILLISECONDS = 250
WHOLE_EVERY = 20
"""So many intervals pass until everything is looked through where a window has gone: its little cycles hold much."""
WHOLE_ANYWAY = 80
"""So many where none has: it takes as long as painting a few windows."""
MOST_PUT_OFF = 40
"""Turns one after the other in which something else was done."""
IDLE_SECONDS = 0.005
"""What a turn may have taken in which everything is looked through."""


class Collector(QObject):
    """Looks for cycles now and then on its own thread, and nowhere else, until it is closed.

    Left to itself Python collects on whatever thread allocates. On the model's it would delete what is left of closed
    windows there, and a widget that is deleted on another thread than its own ends the process.

    What there is when it begins stays to the end, and is looked through no more: modules above all, which takes a tenth
    of a second. So it begins before there are windows, which go.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._intervals, self._put_off = 0, 0
        self._tops = _tops()
        self._clock = TurnClock()
        self._timer = QTimer(self, interval=INTERVAL_MILLISECONDS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()
        self._whole = QTimer(self, singleShot=True, interval=0)
        self._whole.timeout.connect(self._collect_all)

    def collect(self) -> None:
        """Collect the young ones as Python itself would by now; everything now and then, in a turn of its own."""
        self._intervals += 1
        if self._intervals >= WHOLE_ANYWAY or (self._intervals >= WHOLE_EVERY and self._tops - _tops()):
            self._whole.start()
            return
        due = [count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        if due[0]:
            gc.collect(1 if due[1] else 0)

    def _collect_all(self) -> None:
        if self._clock.seconds > IDLE_SECONDS and self._put_off < MOST_PUT_OFF:
            self._put_off += 1
            self._whole.start()
            return
        self._intervals, self._put_off, self._tops = 0, 0, _tops()
        gc.collect()

    def close(self) -> None:
        """Let Python collect as it does."""
        self._timer.stop()
        self._whole.stop()
        gc.unfreeze()
        gc.enable()


def _tops() -> set[int]:
    """Where the windows are, and the menus and lists that come over them."""
    return {address for window in QApplication.topLevelWidgets() for address in Shiboken.getCppPointer(window)}
