"""How much has been done in this turn of Qt's loop: what can wait is left to the next one."""

from __future__ import annotations

from time import thread_time

from PySide6.QtCore import QAbstractEventDispatcher

from nnviz.ui.look.short import LONG_SECONDS


class TurnClock:
    """Measures each turn of the loop of the thread that it is made on, in seconds of processor time.

    Timers without an interval run in one turn with each other, and with what has been painted and answered just then.

    It hears of turns for as long as somebody has it: an object of Qt's would for a moment longer than Python has it.
    """

    def __init__(self) -> None:
        self._begun = thread_time()
        dispatcher = QAbstractEventDispatcher.instance()
        # Which of them comes first is different from one system to the other; between turns a thread takes no time.
        dispatcher.awake.connect(self._begin)
        dispatcher.aboutToBlock.connect(self._begin)

    @property
    def seconds(self) -> float:
        """How long this turn has taken by now."""
        return thread_time() - self._begun

    @property
    def is_long(self) -> bool:
        """Whether what can wait should."""
        return self.seconds >= LONG_SECONDS

    def _begin(self) -> None:
        self._begun = thread_time()
