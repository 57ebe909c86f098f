"""Says when a file that a lecture was read from is another one; however it was written, and once for all of it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

SETTLED_MILLISECONDS = 150
"""An editor that writes a file anew has done so by then."""
Stamp = tuple[int, int, int]


class Reloading(QObject):
    """Watches files, and the folders that they are in: many editors put a new file in an old one's place.

    Signals:
        changed(): At least one of the files is another one.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files: tuple[Path, ...] = ()
        self._stamps: tuple[Stamp | None, ...] = ()
        self._watcher = QFileSystemWatcher(self)
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MILLISECONDS)
        self._settled.timeout.connect(self._look)
        self._watcher.fileChanged.connect(self._settled.start)
        self._watcher.directoryChanged.connect(self._settled.start)

    def watch(self, files: Sequence[Path]) -> None:
        """Watch these, as they are now, and no others."""
        self._files, self._stamps = tuple(files), tuple(map(_stamp, files))
        if watched := [*self._watcher.files(), *self._watcher.directories()]:
            self._watcher.removePaths(watched)
        self._add()

    def _add(self) -> None:
        paths = {os.path.abspath(path) for file in self._files for path in (file, file.parent) if path.exists()}
        if new := paths.difference(self._watcher.files(), self._watcher.directories()):
            self._watcher.addPaths(sorted(new))

    def _look(self) -> None:
        self._add()
        stamps = tuple(map(_stamp, self._files))
        if stamps != self._stamps:
            self._stamps = stamps
            # One that is gone for the moment comes back, or is missed when somebody asks for it.
            if None not in stamps:
                self.changed.emit()


def _stamp(file: Path) -> Stamp | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns
