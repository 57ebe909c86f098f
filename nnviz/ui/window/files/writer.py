"""A thread that writes, which is there only while there is something to write."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Lock, Thread

from nnviz.sessions.session import Session

LONGEST_WAIT = 10.0
"""Seconds that the window's closing waits for what is being written."""


class Writer:
    """Writes the last session that it is given for each file; what waits for the same file is overtaken.

    Args:
        write: Called on the thread.
        name: The thread's.
    """

    def __init__(self, write: Callable[[Path, Session], None], name: str) -> None:
        self._do, self._name = write, name
        self._lock = Lock()
        self._waiting: dict[Path, Session] = {}
        self._thread: Thread | None = None

    def take(self, file: Path, session: Session) -> None:
        """Write this, soon."""
        with self._lock:
            self._waiting[file] = session
            if self._thread is None:
                self._thread = Thread(target=self._work, name=self._name)
                self._thread.start()

    def close(self) -> None:
        """Wait for what is being written."""
        thread = self._thread
        if thread is not None:
            thread.join(LONGEST_WAIT)

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    self._thread = None
                    return
                file = next(iter(self._waiting))
                session = self._waiting.pop(file)
            self._do(file, session)
