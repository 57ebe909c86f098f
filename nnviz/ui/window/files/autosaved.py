"""Where sessions are kept by themselves: a file and a lock for each window, so that no two fight."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile

from nnviz.files import WriteError
from nnviz.sessions.session import ENDING

FOLDER = "kept"
LOCK = ".lock"
MOST_LEFT = 8
"""Sessions of windows that are no more; the oldest go."""


class Autosaved:
    """The file of this window, and those that others have left behind.

    A lock says that a window is there: the system knows whose process has ended, however it did.

    Args:
        folder: Where they are; left out, nothing is kept.

    Attributes:
        file: This window's; ``None`` where nothing is kept.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self.file = folder / f"{os.getpid()}-{os.urandom(4).hex()}{ENDING}" if folder is not None else None
        self._lock: QLockFile | None = None

    def prepare(self) -> None:
        """Have the folder, and say that this window is there.

        Raises:
            WriteError: It cannot be.
        """
        if self.file is None or self._lock is not None:
            return
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise WriteError(self.file, error) from None
        lock = _lock_of(self.file)
        if lock.tryLock(0):
            self._lock = lock

    def left_behind(self) -> Path | None:
        """The newest session of a window that is no more, as this window's own from now on; ``None`` without one."""
        if self._folder is None or self.file is None:
            return None
        with suppress(OSError, WriteError):
            found = sorted(self._folder.glob(f"*{ENDING}"), key=lambda file: file.stat().st_mtime, reverse=True)
            left = [file for file in found if file != self.file and _is_free(file)]
            for file in left[MOST_LEFT:]:
                file.unlink(missing_ok=True)
            if left:
                self.prepare()
                # Of two windows that begin together, one has it.
                os.replace(left[0], self.file)
                return self.file
        return None

    def forget(self) -> None:
        """What is kept for this window is wanted no more."""
        if self.file is not None:
            with suppress(OSError):
                self.file.unlink(missing_ok=True)

    def close(self) -> None:
        """Nothing of this window is left."""
        self.forget()
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None


def _lock_of(file: Path) -> QLockFile:
    lock = QLockFile(f"{file}{LOCK}")
    # Not by its age: a window may be there for days.
    lock.setStaleLockTime(0)
    return lock


def _is_free(file: Path) -> bool:
    """Whether the window whose file it is is no more."""
    lock = _lock_of(file)
    free = lock.tryLock(0)
    if free:
        lock.unlock()
    return free
