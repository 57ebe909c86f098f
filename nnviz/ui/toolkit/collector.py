"""Python's collector of cycles, kept to the thread of the widgets."""

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MILLISECONDS = 250
WHOLE_EVERY = 20
"""So many intervals pass until everything is looked through: little is left of a closed window, but it is large."""


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
        self._intervals = 0
        self._timer = QTimer(self, interval=INTERVAL_MILLISECONDS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect as many generations as Python itself would by now, and all of them now and then."""
        self._intervals += 1
        if self._intervals % WHOLE_EVERY == 0:
            gc.collect()
            return
        due = [count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        if due[0]:
            gc.collect(2 if all(due) else 1 if due[1] else 0)

    def close(self) -> None:
        """Let Python collect as it does."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
