"""What two experiments differ in, found by comparing all of both. Functions of values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from nnviz.engine.experiment import Experiment

SPEAKS_FOR_ITS_TABLE = "name"
"""Where two tables have different names, an optimiser's for example, what only one of them has goes with its name."""

NOT_COMPARED = ("title",)
"""What a run does not depend on."""


@dataclass(frozen=True)
class Difference:
    """One field that two experiments have different values in.

    Attributes:
        field: Its name in dots, for example ``training.learning_rate``.
        left, right: The values; ``None`` where an experiment has none.
    """

    field: str
    left: object
    right: object


def differences(left: Experiment, right: Experiment) -> tuple[Difference, ...]:
    """What two complete experiments differ in, in the order of their fields; nothing where their runs are the same."""
    return tuple(each for each in _compared(left.to_dict(), right.to_dict(), "") if each.field not in NOT_COMPARED)


def _compared(left: Mapping[str, Any], right: Mapping[str, Any], within: str) -> Iterator[Difference]:
    renamed = left.get(SPEAKS_FOR_ITS_TABLE) != right.get(SPEAKS_FOR_ITS_TABLE)
    for name in dict.fromkeys([*left, *right]):
        one, other = left.get(name), right.get(name)
        if one == other or (renamed and None in (one, other)):
            continue
        field = f"{within}.{name}" if within else name
        if isinstance(one, Mapping) and isinstance(other, Mapping):
            yield from _compared(one, other, field)
        else:
            yield Difference(field, one, other)
