"""The safetensors format: eight bytes with the length of a header, the header in JSON, and the numbers.

As https://github.com/huggingface/safetensors describes it, and stricter: a file is read whole or refused. Nothing of it
is believed before it is checked against the length of the file, and nothing in it can be executed.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from nnviz.engine.types import Array, Numbers
from nnviz.engine.weights.problem import WeightsError
from nnviz.said import said

METADATA = "__metadata__"
LONGEST_HEADER = 1_000_000
"""Bytes; a chain of layers needs a few thousand."""
MOST_DIMENSIONS = 8
ALIGNMENT = 8
"""The header is filled up with spaces, so that the numbers begin at a multiple of this."""
KINDS: Mapping[str, str] = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "BF16": "<u2"}
"""The kinds of numbers that are read, as NumPy calls their bytes; bfloat16 is the upper half of a float32."""


class Entry(NamedTuple):
    """What a header says of a tensor.

    Attributes:
        kind: What its numbers are.
        start, stop: Where its bytes are, counted from the end of the header.
    """

    kind: str
    shape: tuple[int, ...]
    start: int
    stop: int


class Tensor(NamedTuple):
    """Numbers as they stand in a file.

    Attributes:
        kind: One of ``KINDS``.
        content: The bytes; in row-major order.
    """

    kind: str
    shape: tuple[int, ...]
    content: memoryview

    def numbers(self) -> Array:
        """The numbers; to float64 each of the kinds converts exactly."""
        raw: Numbers = np.frombuffer(self.content, KINDS[self.kind])
        if self.kind == "BF16":
            raw = (raw.astype("<u4") << 16).view("<f4")
        with np.errstate(invalid="ignore"):  # a NaN of another kind
            return raw.astype(np.float64).reshape(self.shape)


def read_tensors(content: bytes) -> dict[str, Tensor]:
    """The tensors of a file, in the order of its header.

    Raises:
        WeightsError: It is not a safetensors file, or it contradicts itself.
    """
    length = header_length(content[:8], len(content))
    numbers = memoryview(content)[8 + length :]
    entries, _ = read_header(content[8 : 8 + length], len(numbers))
    return {name: Tensor(entry.kind, entry.shape, numbers[entry.start : entry.stop]) for name, entry in entries.items()}


def header_length(beginning: bytes, size: int) -> int:
    """How long the header of a file is.

    Args:
        beginning: The file's first eight bytes.
        size: How many it has.

    Raises:
        WeightsError: It is not a safetensors file, or its header is too long.
    """
    if len(beginning) < 8:
        raise _not_one(said("Engine", "too short"))
    length = int.from_bytes(beginning, "little")
    if length > size - 8:
        raise _not_one(said("Engine", "its header ends after the file"))
    if length > LONGEST_HEADER:
        raise WeightsError(
            said("Engine", "a header of {length:,} bytes is too long (at most {longest_header:,})").format(
                length=length, longest_header=LONGEST_HEADER
            )
        )
    return length


def read_header(text: bytes, size: int, kinds: Mapping[str, str] = KINDS) -> tuple[dict[str, Entry], object]:
    """The tensors that a header tells of, in its order, and its metadata as they stand there.

    Args:
        text: The header.
        size: How many bytes come after it.
        kinds: The kinds of numbers that are read, as NumPy calls their bytes.

    Raises:
        WeightsError: It is no header, or it contradicts itself or the size.
    """
    table, end = _header(text), 0
    metadata = table.pop(METADATA, None)
    entries = {name: _entry(name, fields, size, kinds) for name, fields in table.items()}
    for name, entry in sorted(entries.items(), key=lambda item: item[1][2:]):
        if entry.start != end:
            raise WeightsError(said("Engine", "its numbers do not begin where those before end"), name)
        end = entry.stop
    if end != size:
        raise _not_one(said("Engine", "there are bytes that belong to no tensor"))
    return entries, metadata


def tensor_bytes(tensors: Mapping[str, Array], metadata: Mapping[str, str] | None = None) -> bytes:
    """A safetensors file of float64 numbers, with the tensors in the order given."""
    places = {name: ("F64", array.shape) for name, array in tensors.items()}
    numbers = [np.ascontiguousarray(array, "<f8").tobytes() for array in tensors.values()]
    return b"".join([header_bytes(places, metadata), *numbers])


def header_bytes(
    tensors: Mapping[str, tuple[str, Sequence[int]]],
    metadata: Mapping[str, str] | None = None,
    kinds: Mapping[str, str] = KINDS,
) -> bytes:
    """What comes before the numbers in a file: the length of the header, and the header.

    Args:
        tensors: Kind and shape of each, in the order in which their numbers follow.
        metadata: Texts that stand beside.
        kinds: The kinds of numbers, as NumPy calls their bytes.
    """
    header: dict[str, Any] = {METADATA: dict(metadata)} if metadata else {}
    end = 0
    for name, (kind, shape) in tensors.items():
        start, end = end, end + math.prod(shape) * np.dtype(kinds[kind]).itemsize
        header[name] = {"dtype": kind, "shape": list(shape), "data_offsets": [start, end]}
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % ALIGNMENT)
    return len(text).to_bytes(8, "little") + text


def _not_one(reason: str) -> WeightsError:
    return WeightsError(said("Engine", "not a safetensors file: {reason}").format(reason=reason))


def _header(text: bytes) -> dict[str, Any]:
    try:
        header = json.loads(text.decode(), object_pairs_hook=_table)
    except RecursionError:
        raise _not_one(said("Engine", "its header is nested too deeply")) from None
    except ValueError:  # neither UTF-8 nor JSON, or a number of thousands of digits
        raise _not_one(said("Engine", "its header is not JSON")) from None
    if not isinstance(header, dict):
        raise _not_one(said("Engine", "its header is not a table"))
    return header


def _table(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    table: dict[str, Any] = {}
    for name, value in pairs:
        if name in table:
            raise WeightsError(said("Engine", "stands in the header twice"), name)
        table[name] = value
    return table


def _entry(name: str, entry: object, size: int, kinds: Mapping[str, str]) -> Entry:
    if not isinstance(entry, dict) or set(entry) != {"dtype", "shape", "data_offsets"}:
        raise WeightsError(said("Engine", "expected dtype, shape and data_offsets, and nothing else"), name)
    kind, shape, offsets = entry["dtype"], entry["shape"], entry["data_offsets"]
    if not isinstance(kind, str) or kind not in kinds:
        raise WeightsError(
            said("Engine", "holds no numbers that can be read; known: {names}").format(names=", ".join(kinds)), name
        )
    if not _counts(shape) or len(shape) > MOST_DIMENSIONS:
        raise WeightsError(said("Engine", "its shape is not a list of a few whole numbers ≥ 0"), name)
    if not _counts(offsets) or len(offsets) != 2 or not offsets[0] <= offsets[1] <= size:
        raise WeightsError(said("Engine", "its numbers do not lie within the file"), name)
    if math.prod(shape) * np.dtype(kinds[kind]).itemsize != offsets[1] - offsets[0]:
        raise WeightsError(
            said("Engine", "its shape {shape} does not fit its {bytes:,} bytes").format(
                shape=shown_shape(shape), bytes=offsets[1] - offsets[0]
            ),
            name,
        )
    return Entry(kind, tuple(shape), offsets[0], offsets[1])


def _counts(value: object) -> bool:
    """Whether it is a list of whole numbers that can be those of a file."""
    return isinstance(value, list) and all(type(each) is int and 0 <= each < 2**63 for each in value)


def shown_shape(shape: Sequence[int]) -> str:
    """``(4, 2)``."""
    return f"({', '.join(map(str, shape))})"
