"""The numbers of a recording on their way into its file: bounded in memory, and one file when all are there.

A safetensors file begins with how long everything is. So numbers wait in a file without a name, in blocks, until that
is known, and are then put in order. A step is taken as a whole, or where it is interrupted not at all.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple, TypeAlias

from nnviz.engine.weights.safetensors import header_bytes
from nnviz.files import WriteError, write_whole
from nnviz.recordings.layout import METADATA, NUMBER_KINDS

MOST_WAITING = 1_000_000
"""Bytes in memory."""
PIECE = 1_000_000
"""Bytes that are copied at once."""

Pieces: TypeAlias = Sequence[tuple[str, bytes]]


class Counts(NamedTuple):
    """How many there are of what the rows of tensors are."""

    steps: int = 0
    rows: int = 0
    states: int = 0
    examples: int = 0


class _Taken(NamedTuple):
    """All that has been taken: one value, so that it is never half another.

    Attributes:
        blocks: What has been put away: a tensor's name, where its bytes begin, and how many they are.
        end: Where the last block ends.
        waiting: What has not.
        size: Bytes in all.
    """

    blocks: tuple[tuple[str, int, int], ...]
    end: int
    waiting: tuple[Pieces, ...]
    size: int
    counts: Counts


class Spool:
    """Takes bytes for each tensor, and writes the file.

    Args:
        path: The file.

    Raises:
        WriteError: There is no room beside it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            # It has no name, so that nothing is left of it, whatever happens.
            self._file: BinaryIO = tempfile.TemporaryFile(dir=path.resolve().parent)  # noqa: SIM115
        except OSError as error:
            raise WriteError(path, error) from None
        self._taken = _Taken((), 0, (), 0, Counts())

    @property
    def size(self) -> int:
        """Bytes taken so far."""
        return self._taken.size

    @property
    def counts(self) -> Counts:
        """How many there are of everything so far."""
        return self._taken.counts

    def take(self, pieces: Pieces, counts: Counts) -> None:
        """Take the next bytes of some tensors; then there are so many of everything.

        Raises:
            WriteError: There is no room for them.
        """
        taken = self._taken
        size = taken.size + sum(len(piece) for _, piece in pieces)
        self._taken = _Taken(taken.blocks, taken.end, (*taken.waiting, pieces), size, counts)
        if size - taken.end > MOST_WAITING:
            self._put_away()

    def _put_away(self) -> None:
        try:
            self._write_away()
        except OSError as error:
            raise WriteError(self._path, error) from None

    def _write_away(self) -> None:
        taken, end = self._taken, self._taken.end
        contents: dict[str, list[bytes]] = defaultdict(list)
        for pieces in taken.waiting:
            for name, piece in pieces:
                contents[name].append(piece)
        blocks = []
        self._file.seek(end)
        for name, each in contents.items():
            content = b"".join(each)
            self._file.write(content)
            blocks.append((name, end, len(content)))
            end += len(content)
        self._taken = _Taken((*taken.blocks, *blocks), end, (), taken.size, taken.counts)

    def finish(self, tensors: Mapping[str, tuple[str, Sequence[int]]], about: str) -> None:
        """Write the file, whole or not at all.

        Args:
            tensors: Kind and shape of each.
            about: What stands beside.

        Raises:
            WriteError: It cannot be written.
        """
        self._put_away()
        write_whole(self._path, self._content(header_bytes(tensors, {METADATA: about}, NUMBER_KINDS), tensors))

    def _content(self, header: bytes, tensors: Mapping[str, object]) -> Iterator[bytes]:
        places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for name, start, length in self._taken.blocks:
            places[name].append((start, length))
        yield header
        for name in tensors:
            for start, length in places[name]:
                self._file.seek(start)
                for piece in range(0, length, PIECE):
                    yield self._file.read(min(PIECE, length - piece))

    def close(self) -> None:
        """Drop what was not written."""
        self._file.close()
