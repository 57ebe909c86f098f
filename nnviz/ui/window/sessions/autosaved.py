"""Where sessions are kept by themselves: a file and a lock for each window, so that no two fight."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QLockFile

from nnviz.files import WriteError
from nnviz.sessions.session import ENDING

FOLDER = "kept"
LOCK_ENDING = ".lock"
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
        self._claimed: tuple[Path, QLockFile] | None = None
        self._former: Path | None = None
        self._one_at_a_time = Lock()

    def prepare(self) -> None:
        """Have the folder, and say that this window is there; also on another thread.

        Raises:
            WriteError: It cannot be.
        """
        with self._one_at_a_time:
            if self.file is None or self._lock is not None:
                return
            try:
                self.file.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise WriteError(self.file, error) from None
            lock = _lock_of(self.file)
            if lock.tryLock(0):
                self._lock = lock

    def left_behind(self) -> list[Path]:
        """The sessions of windows that are no more, the newest first."""
        if self._folder is None:
            return []
        with suppress(OSError):
            found = sorted(self._folder.glob(f"*{ENDING}"), key=lambda file: file.stat().st_mtime, reverse=True)
            left = [file for file in found if file != self.file and _is_free(file)]
            for file in left[MOST_LEFT:]:
                file.unlink(missing_ok=True)
            return left[:MOST_LEFT]
        return []

    def claim(self, file: Path) -> bool:
        """Have one of them while it is asked about. Returns whether no other window was faster."""
        lock = _lock_of(file)
        if not lock.tryLock(0):
            return False
        self._claimed = file, lock
        return True

    @property
    def claimed(self) -> Path | None:
        """What was claimed, until it is dropped or taken over."""
        return self._claimed[0] if self._claimed is not None else None

    def take_over(self) -> None:
        """What was claimed is on screen: its file is this window's from now on, and what was in its own is over."""
        with self._one_at_a_time:
            if self._claimed is not None:
                self._let_go()
                self._former = self.file
                (self.file, self._lock), self._claimed = self._claimed, None

    def drop_claimed(self) -> None:
        """What was claimed is wanted no more."""
        if self._claimed is not None:
            forget(self._claimed[0])
            self._give_back()

    def _give_back(self) -> None:
        if self._claimed is not None:
            self._claimed[1].unlock()
            self._claimed = None

    def clear_up(self, file: Path) -> None:
        """A file has been written: one that was this window's when that was asked for, and is no more, goes."""
        with self._one_at_a_time:
            if file == self._former:
                forget(file)

    def close(self) -> None:
        """Nothing of this window is left; what was asked about without an answer is asked about the next time."""
        self._give_back()
        self._let_go()

    def _let_go(self) -> None:
        if self.file is not None:
            forget(self.file)
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None


def forget(file: Path) -> None:
    """What is kept in a file is wanted no more."""
    with suppress(OSError):
        file.unlink(missing_ok=True)


def _lock_of(file: Path) -> QLockFile:
    lock = QLockFile(f"{file}{LOCK_ENDING}")
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
