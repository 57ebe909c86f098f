"""All that is in a file that somebody names: of a plain one alone, and never more than can be used."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from nnviz.files import reason_of
from nnviz.said import said


class ContentError(Exception):
    """A file that is not read; its text is one line that says why, without its name."""

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__(text)


class AbsentError(ContentError):
    """There is no such file."""


def content_of(path: Path, most: int, kind: str = said("Engine", "a file")) -> bytes:
    """The bytes of a file.

    Args:
        path: Where it is.
        most: How many there may be.
        kind: What it is to be, for what errors say.

    Raises:
        AbsentError: There is none.
        ContentError: It is no plain file, is too large, or cannot be read.
    """
    with opened(path, most, kind) as file:
        content = file.read(most + 1)
    check_size(len(content), most, kind)
    return content


@contextmanager
def opened(path: Path, most: int, kind: str = said("Engine", "a file")) -> Iterator[BinaryIO]:
    """A file, to be read.

    Args:
        path: Where it is.
        most: How many bytes there may be.
        kind: What it is to be, for what errors say.

    Raises:
        AbsentError: There is none.
        ContentError: It is no plain file, is too large, or cannot be read.
    """
    try:
        # Asked before it is opened: to open a pipe is to wait for its other end, and some devices do something.
        _check(os.stat(path), most, kind)
        # Nor does it wait where another thing has come in its place meanwhile.
        with open(os.open(path, os.O_RDONLY | _NOT_WAITING), "rb") as file:
            status = os.fstat(file.fileno())
            _check(status, most, kind)
            # What says that it is empty and is not, a process's own for example, may never end.
            yield file if status.st_size else io.BytesIO()
    except FileNotFoundError as error:
        raise AbsentError(reason_of(error)) from None
    except OSError as error:
        raise ContentError(reason_of(error) or said("Engine", "cannot be read")) from None
    except ValueError:  # a zero byte in the name
        raise ContentError(said("Engine", "this is not the name of a file")) from None


_NOT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def _check(status: os.stat_result, most: int, kind: str) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise ContentError(said("Engine", "this is a folder, not {kind}").format(kind=kind))
    if not stat.S_ISREG(status.st_mode):
        raise ContentError(said("Engine", "this is a device, not {kind}").format(kind=kind))
    check_size(status.st_size, most, kind)


def check_size(size: int, most: int, kind: str) -> None:
    """Refuse so many bytes, to be read or to be written: what is written can be read again.

    Raises:
        ContentError: There are too many.
    """
    if size > most:
        raise ContentError(
            said("Engine", "{size:,} bytes are too many for {kind} (at most {most:,})").format(
                size=size, kind=kind, most=most
            )
        )
