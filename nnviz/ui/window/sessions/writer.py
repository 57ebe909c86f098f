"""A thread that writes, which is there only while there is something to write."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Lock, Thread
from typing import Generic, TypeVar

Content = TypeVar("Content")

LONGEST_WAIT = 10.0
"""Seconds that the window's closing waits for what is being written."""


class Writer(Generic[Content]):
    """Writes the last that it is given for each file; what waits for the same file is overtaken.

    Args:
        write: Called on the thread.
        name: The thread's.
    """

    def __init__(self, write: Callable[[Path, Content], None], name: str) -> None:
        self._do, self._name = write, name
        self._lock = Lock()
        self._waiting: dict[Path, Content] = {}
        self._thread: Thread | None = None

    def take(self, file: Path, content: Content) -> None:
        """Write this, soon."""
        with self._lock:
            self._waiting[file] = content
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
                content = self._waiting.pop(file)
            self._do(file, content)
