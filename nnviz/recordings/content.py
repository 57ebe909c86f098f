"""The bytes of a recording, read where they are asked for: from the file as it was when it was opened."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from threading import Lock

from nnviz.files import reason_of
from nnviz.recordings.problem import RecordingError
from nnviz.said import said


class Content:
    """An open file. It is closed when nobody looks at it any more: whoever is last need not know that it is open.

    Attributes:
        size: How many bytes it has.

    Raises:
        RecordingError: It cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self._descriptor = -1
        self._reads = Lock()
        try:
            # Asked before it is opened: to open a pipe is to wait for its other end.
            status = path.stat()
            if stat.S_ISDIR(status.st_mode):
                raise RecordingError(said("Engine", "this is a folder, not a file"))
            if not stat.S_ISREG(status.st_mode):
                raise RecordingError(said("Engine", "this is not a file"))
            self._descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
            self.size = os.fstat(self._descriptor).st_size
        except OSError as error:
            raise RecordingError(reason_of(error) or said("Engine", "cannot be read")) from None
        except ValueError:  # a zero byte in the name
            raise RecordingError(said("Engine", "this is not the name of a file")) from None

    def read(self, start: int, count: int) -> bytes:
        """Some bytes; fewer where the file has become shorter. On whichever thread."""
        pieces = []
        try:
            with self._reads:
                os.lseek(self._descriptor, start, os.SEEK_SET)
                while count > 0 and (piece := os.read(self._descriptor, count)):
                    pieces.append(piece)
                    count -= len(piece)
        except OSError as error:
            raise RecordingError(reason_of(error) or said("Engine", "cannot be read")) from None
        return b"".join(pieces)

    def __del__(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)
