"""What the engine's own types say about the fields of an experiment: how small, how large, whole, or one of a few."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from msgspec import inspect

from nnviz.engine.experiment import Experiment


@dataclass(frozen=True)
class Bounds:
    """What a number may be.

    Attributes:
        least, most: The smallest and the largest value; ``None`` where there is none.
        above, below: What it has to be more than, and less than.
        whole: Whether it is a whole number.
    """

    least: float | None
    most: float | None
    above: float | None
    below: float | None
    whole: bool


def bounds_of(field: str) -> Bounds:
    """The bounds of a field, named in dots, that is a number; of a list, those of each of its numbers."""
    for kind in _kinds(field):
        if isinstance(kind, inspect.VarTupleType):
            kind = kind.item_type
        if isinstance(kind, inspect.IntType | inspect.FloatType):
            return Bounds(kind.ge, kind.le, kind.gt, kind.lt, isinstance(kind, inspect.IntType))
    raise ValueError(f"{field} is no number")


def words_of(field: str) -> tuple[str, ...]:
    """The words that a field, named in dots, is chosen from."""
    return tuple(str(word) for kind in _kinds(field) if isinstance(kind, inspect.LiteralType) for word in kind.values)


def _kinds(field: str) -> list[inspect.Type]:
    """The types that a field may have."""
    kinds: list[inspect.Type] = [_experiment()]
    for name in field.split("."):
        tables = [kind for kind in kinds if isinstance(kind, inspect.StructType)]
        kinds = [kind for table in tables for each in table.fields if each.name == name for kind in _apart(each.type)]
    return kinds


def _apart(kind: inspect.Type) -> Iterator[inspect.Type]:
    if isinstance(kind, inspect.UnionType):
        yield from kind.types
    else:
        yield kind


@cache
def _experiment() -> inspect.Type:
    return inspect.type_info(Experiment)
