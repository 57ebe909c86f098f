"""What is to be made of a table."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.engine.data.tables.signs import composed
from nnviz.engine.data.tables.targets import Asked
from nnviz.engine.settings import FOUND_OUT, Data, Reading


@dataclass(frozen=True)
class TableChoice:
    """What is to be made of a table.

    Attributes:
        targets: The columns to predict: one, or several.
        features: The columns that are inputs; ``None`` for all the others that can be.
        task: What the target is; ``None`` for what it looks like.
        reading: What somebody says of how it is written.
    """

    targets: tuple[str, ...]
    features: tuple[str, ...] | None
    task: Asked = None
    reading: Reading = FOUND_OUT


def choice_of(data: Data) -> TableChoice:
    """What the data part of an experiment makes of its table."""
    targets = (data.target,) if isinstance(data.target, str) else data.target or ()
    features = None if data.features is None else tuple(map(composed, data.features))
    return TableChoice(tuple(map(composed, targets)), features, data.task, data.reading or FOUND_OUT)
