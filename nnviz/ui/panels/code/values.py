"""What the variables of a line hold, as Python would name it: ``z1[3]``, the row of the example that is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nnviz.code.values import value_in
from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.types import Array
from nnviz.ui.look.numbers import NumberStyle, column_style, written
from nnviz.ui.session.moment import Moment

BATCHED = ("x", "y", "z", "h", "delta")
"""How the names of variables begin that have a row for each example."""


@dataclass(frozen=True)
class ValueRow:
    """One row of numbers.

    Attributes:
        name: What it is, as an expression.
        numbers: As they are written.
        shape: Of the whole variable; empty where the row before is of the same.
    """

    name: str
    numbers: tuple[str, ...]
    shape: str


def shape_text(record: Iteration, name: str) -> str:
    """The shape of a variable, as NumPy says it; nothing of a single number."""
    shape = value_in(record, name).shape
    return f"({', '.join(map(str, shape))}{',' if len(shape) == 1 else ''})" if shape else ""


def value_rows(moment: Moment, names: Sequence[str], style: NumberStyle, most: int) -> list[ValueRow]:
    """The numbers of some variables, in so many rows at most: of each one row, and all where there is room.

    Of what has a row for each example, it is that of the example that is shown, or the mean over all.
    """
    rows: list[ValueRow] = []
    whole = len(names) and sum(_height(moment.record, name) for name in names) <= most
    for name in names:
        array = value_in(moment.record, name)
        shape = shape_text(moment.record, name)
        if is_batched(name):
            rows.append(_of_example(moment, name, array, shape, style))
        elif array.ndim < 2:
            rows.append(ValueRow(name, _numbers(np.atleast_1d(array), style), shape))
        else:
            for place in range(len(array) if whole else 1):
                rows.append(ValueRow(f"{name}[{place}]", _numbers(array[place], style), "" if place else shape))
    return rows[:most]


def is_batched(name: str) -> bool:
    """Whether a variable has a row for each example."""
    return name == "y_hat" or name.rstrip("0123456789") in BATCHED


def _height(record: Iteration, name: str) -> int:
    array = value_in(record, name)
    return 1 if is_batched(name) or array.ndim < 2 else len(array)


def _of_example(moment: Moment, name: str, array: Array, shape: str, style: NumberStyle) -> ValueRow:
    if moment.visitor is not None:
        # It is in no row of the batch: its own numbers, which the code would give for it.
        return ValueRow(name, _numbers(value_in(moment.visitor, name)[0], style), shape)
    if moment.mean:
        return ValueRow(f"{name}.mean(axis=0)", _numbers(array.mean(axis=0), style), shape)
    return ValueRow(f"{name}[{moment.example}]", _numbers(array[moment.example], style), shape)


def _numbers(row: Array, style: NumberStyle) -> tuple[str, ...]:
    style = column_style(row.tolist(), style)
    return tuple(written(float(value), style) for value in row)
