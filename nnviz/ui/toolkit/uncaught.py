"""What nothing catches, on whatever thread, is said in one line; the details go to the terminal, the app goes on."""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable
from time import monotonic
from types import TracebackType

from PySide6.QtCore import QObject, Signal

AGAIN = 2.0
"""Seconds that an error must have been away before it is said again: one in every frame is said once."""


class Uncaught(QObject):
    """Hears every exception that nothing catches, from when it is made until it is closed.

    Signals:
        happened(str): One line about it. From the thread in which it happened, and perhaps in the middle of painting:
            to be heard by a queued connection.
    """

    happened = Signal(str)

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._last: dict[tuple[type, str, int], float] = {}
        self._before = sys.excepthook, threading.excepthook
        sys.excepthook = self._hear
        threading.excepthook = self._hear_in_thread

    def close(self) -> None:
        """Leave exceptions to whoever had them before."""
        sys.excepthook, threading.excepthook = self._before

    def _hear_in_thread(self, about: threading.ExceptHookArgs) -> None:
        if about.exc_value is not None:
            self._hear(about.exc_type, about.exc_value, about.exc_traceback)

    def _hear(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        # Python keeps the last one, and with it all that its frames knew: a window that has gone meanwhile.
        for kept in ("last_type", "last_value", "last_traceback", "last_exc"):
            vars(sys).pop(kept, None)
        place = traceback.extract_tb(trace)[-1:]
        what = kind, place[0].filename if place else "", (place[0].lineno or 0) if place else 0
        now = self._clock()
        last = self._last.get(what)
        self._last[what] = now
        if last is not None and now - last < AGAIN:
            return
        sys.__excepthook__(kind, error, trace)
        self.happened.emit(traceback.format_exception_only(kind, error)[-1].strip())
