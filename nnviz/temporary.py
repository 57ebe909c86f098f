"""Names of what is there only for a while, and how what a killed process has left of it goes again."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import gettempdir
from time import time

FRESH = 60.0
"""Seconds: whoever has just made something may not hold it yet."""
DAY = 86_400.0
_NAME = re.compile(r"\.nnviz-[0-9a-f]{16}\.tmp")


def temporary_name() -> str:
    """A new name, in which nobody else's things are kept."""
    return f".nnviz-{os.urandom(8).hex()}.tmp"


def hold(descriptor: int) -> bool:
    """Say of an open file or folder that its process is there, for as long as it is open.

    The system forgets it when a process ends, however it does.

    Returns:
        Whether nobody else holds it.

    Raises:
        OSError: There is no telling on this file system.
    """
    if sys.platform == "win32":
        return True  # there, nobody removes what is open
    from fcntl import LOCK_EX, LOCK_NB, flock

    try:
        flock(descriptor, LOCK_EX | LOCK_NB)
    except BlockingIOError:
        return False
    return True


class TemporaryFolder:
    """A folder that goes again; those of processes that were killed go first.

    Args:
        parent: In what folder; left out, where the system has such things.

    Attributes:
        path: Where it is.

    Raises:
        OSError: It cannot be made.
    """

    def __init__(self, parent: Path | None = None) -> None:
        parent = Path(gettempdir()) if parent is None else parent
        clear(parent)
        self.path = parent / temporary_name()
        self.path.mkdir(mode=0o700)
        self._descriptor: int | None = None
        if sys.platform != "win32":  # a folder cannot be opened there
            self._descriptor = os.open(self.path, os.O_RDONLY)
            with suppress(OSError):
                hold(self._descriptor)

    def close(self) -> None:
        """It goes, with all that is in it."""
        shutil.rmtree(self.path, ignore_errors=True)
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def temporary_folders() -> list[Path]:
    """Where the system has things that are only there for a while; none where it has no such place."""
    try:
        return [Path(gettempdir())]
    except OSError:
        return []


def clear(*folders: Path) -> None:
    """Remove what processes that are no more have left in folders, as far as it can be."""
    for folder in folders:
        with suppress(OSError):
            for left in list(_left_in(os.scandir(folder))):
                if left.is_dir() and not left.is_symlink():
                    shutil.rmtree(left, ignore_errors=True)
                else:
                    left.unlink(missing_ok=True)


def _left_in(entries: Iterable[os.DirEntry[str]]) -> Iterator[Path]:
    now = time()
    for entry in entries:
        if _NAME.fullmatch(entry.name):
            with suppress(OSError):
                age = now - entry.stat(follow_symlinks=False).st_mtime
                if age > FRESH and _is_left(entry.path, age):
                    yield Path(entry.path)


def _is_left(path: str, age: float) -> bool:
    """Whether the process that has made it is no more."""
    if sys.platform == "win32":
        return True
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
    try:
        return hold(descriptor)
    except OSError:
        return age > DAY
    finally:
        os.close(descriptor)
