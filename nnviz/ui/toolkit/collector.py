"""Python's collector of cycles, kept to the thread of the widgets."""

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MILLISECONDS = 250


class Collector(QObject):
    """Looks for cycles now and then on its own thread, and nowhere else, until it is closed.

    Left to itself Python collects on whatever thread allocates. On the model's it would delete what is left of closed
    windows there, and a widget that is deleted on another thread than its own ends the process.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=INTERVAL_MILLISECONDS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    @staticmethod
    def collect() -> None:
        """Collect as many generations as Python itself would by now."""
        due = [count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        if due[0]:
            gc.collect(2 if all(due) else 1 if due[1] else 0)

    def close(self) -> None:
        """Let Python collect as it does."""
        self._timer.stop()
        gc.enable()
