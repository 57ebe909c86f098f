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
    if len(content) < 8:
        raise _not_one(said("Engine", "too short"))
    length = int.from_bytes(content[:8], "little")
    if length > len(content) - 8:
        raise _not_one(said("Engine", "its header ends after the file"))
    if length > LONGEST_HEADER:
        raise WeightsError(
            said("Engine", "a header of {length:,} bytes is too long (at most {longest_header:,})").format(
                length=length, longest_header=LONGEST_HEADER
            )
        )
    numbers = memoryview(content)[8 + length :]
    tensors, end = {}, 0
    entries = _header(content[8 : 8 + length])
    entries.pop(METADATA, None)
    places = {name: _place(name, entry, len(numbers)) for name, entry in entries.items()}
    for name, (kind, shape, start, stop) in sorted(places.items(), key=lambda item: item[1][2:]):
        if start != end:
            raise WeightsError(said("Engine", "its numbers do not begin where those before end"), name)
        tensors[name] = Tensor(kind, shape, numbers[start:stop])
        end = stop
    if end != len(numbers):
        raise _not_one(said("Engine", "there are bytes that belong to no tensor"))
    return {name: tensors[name] for name in places}


def tensor_bytes(tensors: Mapping[str, Array], metadata: Mapping[str, str] | None = None) -> bytes:
    """A safetensors file of float64 numbers, with the tensors in the order given."""
    header: dict[str, Any] = {METADATA: dict(metadata)} if metadata else {}
    end = 0
    for name, array in tensors.items():
        header[name] = {"dtype": "F64", "shape": list(array.shape), "data_offsets": [end, end + 8 * array.size]}
        end += 8 * array.size
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % ALIGNMENT)
    numbers = [np.ascontiguousarray(array, "<f8").tobytes() for array in tensors.values()]
    return b"".join([len(text).to_bytes(8, "little"), text, *numbers])


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


def _place(name: str, entry: object, size: int) -> tuple[str, tuple[int, ...], int, int]:
    """Kind, shape, and where the numbers begin and end."""
    if not isinstance(entry, dict) or set(entry) != {"dtype", "shape", "data_offsets"}:
        raise WeightsError(said("Engine", "expected dtype, shape and data_offsets, and nothing else"), name)
    kind, shape, offsets = entry["dtype"], entry["shape"], entry["data_offsets"]
    if not isinstance(kind, str) or kind not in KINDS:
        raise WeightsError(
            said("Engine", "holds no numbers that can be read; known: {names}").format(names=", ".join(KINDS)), name
        )
    if not _counts(shape) or len(shape) > MOST_DIMENSIONS:
        raise WeightsError(said("Engine", "its shape is not a list of a few whole numbers ≥ 0"), name)
    if not _counts(offsets) or len(offsets) != 2 or not offsets[0] <= offsets[1] <= size:
        raise WeightsError(said("Engine", "its numbers do not lie within the file"), name)
    if math.prod(shape) * np.dtype(KINDS[kind]).itemsize != offsets[1] - offsets[0]:
        raise WeightsError(
            said("Engine", "its shape {shape} does not fit its {bytes:,} bytes").format(
                shape=shown_shape(shape), bytes=offsets[1] - offsets[0]
            ),
            name,
        )
    return kind, tuple(shape), offsets[0], offsets[1]


def _counts(value: object) -> bool:
    """Whether it is a list of whole numbers that can be those of a file."""
    return isinstance(value, list) and all(type(each) is int and 0 <= each < 2**63 for each in value)


def shown_shape(shape: Sequence[int]) -> str:
    """``(4, 2)``."""
    return f"({', '.join(map(str, shape))})"
