"""The file of a session: a zip of a few plain files. Bounds are checked before anything is read or unpacked."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from nnviz.files import reason_of
from nnviz.said import said
from nnviz.sessions.session import LARGEST_TABLE, SessionError

CONTENT, NUMBERS, TABLE = "session.json", "numbers.f64", "table"
LARGEST = {CONTENT: 16_000_000, NUMBERS: 192_000_000, TABLE: LARGEST_TABLE}
"""Bytes, unpacked."""
LARGEST_FILE = 256_000_000
END = struct.Struct("<4s4H2LH")
"""How a zip ends: signature, disks, how many files it holds, and how long the list of them is."""
LONGEST_LIST = 1000
LOCATOR = 20
"""Bytes of what stands before the end where a zip is larger than this may be."""
TOO_LARGE = said("Session", "this session is larger than one may be")


def packed(parts: Mapping[str, Sequence[bytes | memoryview]]) -> memoryview:
    """The file that holds these, each in pieces one after the other.

    Raises:
        SessionError: They are more than a session may hold.
    """
    sizes = {name: sum(len(piece) for piece in pieces) for name, pieces in parts.items()}
    if any(size > LARGEST[name] for name, size in sizes.items()):
        raise SessionError(TOO_LARGE)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
        for name, pieces in parts.items():
            # Opened by its name it has no time: the same session makes the same bytes.
            with file.open(name, "w") as part:
                for piece in pieces:
                    part.write(piece)
    return buffer.getbuffer()


@dataclass(frozen=True)
class Parts:
    """What a file holds, unpacked when it is asked for.

    Attributes:
        sizes: How long each part is, in bytes.
    """

    content: bytes
    sizes: Mapping[str, int]

    def read(self, name: str) -> bytes:
        """One of them.

        Raises:
            SessionError: It is damaged.
        """
        with _refusing_damage(), zipfile.ZipFile(io.BytesIO(self.content)) as file:
            return file.read(name)


def unpacked(content: bytes) -> Parts:
    """What a file holds.

    Raises:
        SessionError: It is no session, or larger than one may be.
    """
    no_session = SessionError(said("Session", "this is no nnviz session"))
    if len(content) < END.size or not content.startswith(b"PK\x03\x04"):
        raise no_session
    signature, _, _, _, files, length, _, comment = END.unpack(content[-END.size :])
    if signature != b"PK\x05\x06" or comment or files > len(LARGEST) or length > LONGEST_LIST:
        raise no_session
    if content[-END.size - LOCATOR :].startswith(b"PK\x06\x07"):
        raise no_session
    with _refusing_damage(), zipfile.ZipFile(io.BytesIO(content)) as file:
        entries = file.infolist()
    names = [entry.filename for entry in entries]
    if len(set(names)) < len(names) or not set(names) <= set(LARGEST) or not {CONTENT, NUMBERS} <= set(names):
        raise no_session
    if any(entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for entry in entries):
        raise no_session
    if any(entry.file_size > LARGEST[entry.filename] for entry in entries):
        raise SessionError(TOO_LARGE)
    return Parts(content, {entry.filename: entry.file_size for entry in entries})


@contextmanager
def _refusing_damage() -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, OSError, zlib.error):
        raise SessionError(said("Session", "this session is damaged")) from None


def content_of(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        SessionError: It cannot be read, or is larger than a session may be.
    """
    try:
        # Asked before it is opened: to open a pipe is to wait for its other end.
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise SessionError(said("Session", "this is a folder, not a session"))
        if not stat.S_ISREG(status.st_mode):
            raise SessionError(said("Session", "this is a device, not a session"))
        if status.st_size > LARGEST_FILE:
            raise SessionError(TOO_LARGE)
        with path.open("rb") as file:
            return file.read(LARGEST_FILE)
    except OSError as error:
        raise SessionError(reason_of(error) or said("Engine", "cannot be read")) from None
    except ValueError:
        raise SessionError(said("Engine", "this is not the name of a file")) from None
