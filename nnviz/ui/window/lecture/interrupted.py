"""Where a lecture is, in a file of its own from cue to cue: after a crash or a dead battery one can go on there."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread

import msgspec
from msgspec import Struct

from nnviz.files import WriteError, write_whole

LECTURE_PLACE = "lecture.json"
LARGEST_FILE = 100_000
LONGEST_WAIT = 2.0
"""Seconds that the window's closing waits for what is being written."""


class Interrupted(Struct, frozen=True, kw_only=True):
    """A place in a lecture, and how it was given.

    Attributes:
        file: The lecture's.
        scene: The scene's id.
        cue: The one on screen; while the first question of a scene is asked, 0.
        asking: Whether the question after it was asked.
        tour: Whether it was a tour; otherwise it was given on the stage.
    """

    file: str
    scene: str
    cue: int
    asking: bool = False
    language: str = "en"
    tour: bool = False


class PlaceFile:
    """Keeps the last place that it is told, whole at every moment; the window never waits for the disk.

    Args:
        file: Where; left out, nothing is kept.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._lock = Lock()
        self._waiting: list[Interrupted | None] = []
        self._writer: Thread | None = None

    def read(self) -> Interrupted | None:
        """The place that was kept last and not forgotten; ``None`` also for what cannot be read."""
        if self._file is None:
            return None
        try:
            if not self._file.is_file() or self._file.stat().st_size > LARGEST_FILE:
                return None
            return msgspec.json.decode(self._file.read_bytes(), type=Interrupted)
        except (OSError, ValueError, msgspec.MsgspecError):
            return None

    def keep(self, place: Interrupted | None) -> None:
        """Keep this place, or none any more."""
        if self._file is None:
            return
        with self._lock:
            # What waits is overtaken.
            self._waiting = [place]
            if self._writer is None:
                self._writer = Thread(target=self._write, args=(self._file,), name="lecture place")
                self._writer.start()

    def close(self) -> None:
        """Wait for what is being written."""
        writer = self._writer
        if writer is not None:
            writer.join(LONGEST_WAIT)

    def _write(self, file: Path) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    self._writer = None
                    return
                place = self._waiting.pop()
            # A lecture is given even where nothing can be kept.
            with suppress(OSError, WriteError):
                if place is None:
                    file.unlink(missing_ok=True)
                else:
                    file.parent.mkdir(parents=True, exist_ok=True)
                    write_whole(file, [msgspec.json.encode(place)])
