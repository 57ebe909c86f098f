"""A terminal's Ctrl-C, its closing, and whatever else asks a process to end, heard while Qt runs its own loop."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

from nnviz.signals import ending_signals, let_through


class Interrupts(QObject):
    """Calls something at each interrupt, from when Qt runs its loop; one that has come before is heard then.

    Python hears a signal only when it runs, and Qt's loop may not let it for long: a byte in a socket wakes it.
    """

    def __init__(self, heard: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._here, self._there = socket.socketpair()
        self._here.setblocking(False)
        self._there.setblocking(False)
        self._notifier = QSocketNotifier(self._here.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)
        self._woken_before = signal.set_wakeup_fd(self._there.fileno())
        # Python may hear it anywhere, in the middle of painting too: what is done about it waits its turn.
        self._before = {
            number: signal.signal(number, lambda number, frame: QTimer.singleShot(0, heard))
            for number in ending_signals()
        }
        let_through()

    def close(self) -> None:
        """Leave interrupts to whoever had them before."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._woken_before)
        self._notifier.setEnabled(False)
        self._here.close()
        self._there.close()

    def _wake(self) -> None:
        with suppress(BlockingIOError):
            self._here.recv(1024)
