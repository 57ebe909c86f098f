"""How much there is in an ONNX file beside its numbers, found out before it is read.

A few bytes can stand for an object of a few hundred; where a file is nothing but such objects, reading it takes a
hundred times its size in memory, and seconds. A file is a message of protobuf, that is fields, each with a number and a
kind; see https://protobuf.dev/programming-guides/encoding/ and ``onnx.proto``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from nnviz.engine.weights.problem import WeightsError
from nnviz.said import said

MOST_BESIDE = 400_000
"""Bytes of names, nodes and whatever else; a chain of layers has a few thousand, and more where it was traced."""
VARINT, FIXED_64, BYTES, FIXED_32 = 0, 1, 2, 5

Message: TypeAlias = Mapping[int, "Message | None"]
"""The fields in which numbers can be: the messages to look into, and (``None``) the numbers themselves."""

TENSOR: Message = {4: None, 9: None, 10: None}  # float_data, raw_data, double_data
ATTRIBUTE: Message = {5: TENSOR}  # t
NODE: Message = {5: ATTRIBUTE}
GRAPH: Message = {1: NODE, 5: TENSOR}  # node, initializer
MODEL: Message = {7: GRAPH}


def check_structure(content: bytes) -> None:
    """Refuse a file with too much in it beside numbers.

    Raises:
        WeightsError: It has that, or it is no message of protobuf.
    """
    try:
        _count(content, 0, len(content), MODEL, 0)
    except IndexError:
        raise _not_one() from None


def _count(content: bytes, start: int, end: int, message: Message, beside: int) -> int:
    """The bytes in a message that are not numbers, added to those before it."""
    place = start
    while place < end:
        field = place
        tag, place = _varint(content, place)
        kind, stop = tag & 7, place
        if kind == BYTES:
            length, place = _varint(content, place)
            stop = place + length
        elif kind == VARINT:
            _, stop = _varint(content, place)
        elif kind in (FIXED_32, FIXED_64):
            stop = place + (4 if kind == FIXED_32 else 8)
        else:
            raise _not_one()
        if stop > end:
            raise _not_one()
        number = tag >> 3
        if kind != BYTES or number not in message:
            place = stop
        beside += place - field
        if beside > MOST_BESIDE:
            reason = said("Engine", "not the file of a chain of dense layers: there is more in it than that")
            raise WeightsError(reason)
        if place < stop and (inner := message[number]) is not None:
            beside = _count(content, place, stop, inner, beside)
        place = stop
    return beside


def _varint(content: bytes, place: int) -> tuple[int, int]:
    """A whole number, seven bits a byte, and where it ends."""
    number = shift = 0
    while True:
        byte = content[place]
        place += 1
        number |= (byte & 127) << shift
        if byte < 128:
            return number, place
        shift += 7
        if shift > 63:
            raise _not_one()


def _not_one() -> WeightsError:
    return WeightsError(said("Engine", "not an ONNX file"))
