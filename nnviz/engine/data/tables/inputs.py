"""The inputs that the columns of a table give: numbers as they are, categories as an input each."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass

import numpy as np

from nnviz.engine.data.tables.columns import Column
from nnviz.engine.data.tables.number_column import NumberColumn
from nnviz.engine.data.tables.problem import TableProblem
from nnviz.engine.names import counted, in_line
from nnviz.engine.types import Array, Indices
from nnviz.said import joined, said

MOST_CATEGORIES = 50
MOST_INPUTS = 1024
"""As many as the widest layer has units."""
FEWEST_PIXELS = 64
"""Of a picture: the smallest digits are of 8 by 8."""
FEWEST_NAMES = 10
"""Different texts, more than one for every two rows, from which on they name the rows rather than anything in them."""
LEAVE_OUT = said("Engine", "leave it out by naming the others in data.features")


class NoInput(TableProblem):
    """A column that cannot be an input, and why: it is left out where nobody names it."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(joined(": ", why, LEAVE_OUT), "features")


@dataclass(frozen=True, eq=False)
class Inputs:
    """Inputs of the rows that are used.

    Attributes:
        names: A column of numbers has its own name; one of categories gives ``column=category`` for each category.
        x: Shape (rows, inputs); the input of a category is 1 where the column holds it, and else 0.
        categories: The categories of the columns that have some, by the columns' names.
    """

    names: tuple[str, ...]
    x: Array
    categories: dict[str, tuple[str, ...]]


def inputs_of(columns: list[Column], rows: Indices) -> Inputs:
    """The inputs of some rows.

    Raises:
        TableProblem: A column cannot be an input.
    """
    names: list[str] = []
    categories: dict[str, tuple[str, ...]] = {}
    for column in columns:
        if column.kind == "numbers":
            names.append(column.name)
        else:
            found = categories[column.name] = _categories(column, rows)
            names += [f"{column.name}={category}" for category in found]
    if len(names) > MOST_INPUTS:
        raise TableProblem(
            said("Engine", "{names:,} inputs are too many (at most {most_inputs:,})").format(
                names=len(names), most_inputs=MOST_INPUTS
            ),
            "features",
        )
    picture = is_picture(columns)
    if (block := block_of(columns, rows)) is not None:
        for column in columns:
            if not picture:
                _numbers(column, rows)
        return Inputs(tuple(names), block, categories)
    x, place = np.empty((len(rows), len(names))), 0
    for column in columns:
        if column.kind == "numbers":
            x[:, place] = column.numbers("features")[rows] if picture else _numbers(column, rows)
            place += 1
        for category in categories.get(column.name, ()):
            x[:, place] = column.is_text(category, rows)
            place += 1
    return Inputs(tuple(names), x, categories)


def block_of(columns: list[Column], rows: Indices) -> Array | None:
    """The numbers of columns that stand side by side in one block, all rows of it; else ``None``."""
    found = [column.row_values for column in columns if isinstance(column, NumberColumn)]
    if len(found) < max(2, len(columns)) or len(rows) < len(found[0]):
        return None
    block = found[0].base
    if not isinstance(block, np.ndarray) or block.ndim != 2 or any(column.base is not block for column in found):
        return None
    places = [column.__array_interface__["data"][0] for column in found]
    start, step = (places[0] - block.__array_interface__["data"][0]) // block.itemsize, block.itemsize
    if any(after - before != step for before, after in itertools.pairwise(places)):
        return None
    return block[: len(rows), start : start + len(found)]


NINES = (99.0, 99.9, 99.99, 999.0, 999.9, 999.99, 9999.0, 9999.9, 9999.99, 99999.0, 999999.0)
STAND_INS = (
    *(-nines for nines in NINES),
    *NINES,
    1e20,
    1e30,
    -1e30,
    1e36,
    9.96921e36,
    9.969209968386869e36,
    -(2.0**31),
)
"""What instruments write for a missing value where only numbers fit."""
FAR = 3.0
"""How far such a number is from the others, in their whole range."""


def stand_in(numbers: Array) -> tuple[float, int] | None:
    """A number that may stand for a missing value, and how often it is there; ``None`` where none does."""
    for value in STAND_INS:
        here = numbers == value
        rest = numbers[~here]
        if np.any(here) and len(rest):
            low, high = float(rest.min()), float(rest.max())
            if not low - FAR * (high - low) <= value <= high + FAR * (high - low):
                return value, int(np.count_nonzero(here))
    return None


def is_picture(columns: list[Column]) -> bool:
    """Whether columns look like the pixels of a square picture."""
    square = len(columns) >= FEWEST_PIXELS and math.isqrt(len(columns)) ** 2 == len(columns)
    return square and all(column.kind == "numbers" for column in columns)


def refusal_of(column: Column, rows: Indices) -> str:
    """Why a column is no input unless somebody names it: it is empty, constant, or holds dates or names; else empty."""
    present = rows[~column.missing[rows]]
    try:
        if column.kind in ("empty", "dates"):
            check_kinds([column])
        if len(present):
            inputs_of([column], present)
    except NoInput as problem:
        return problem.why
    except TableProblem:
        pass
    return ""


def check_kinds(columns: list[Column]) -> None:
    """Refuse columns that cannot be inputs whatever rows are used.

    Raises:
        TableProblem: One holds nothing, or dates, or texts among its numbers.
    """
    for column in columns:
        if column.kind == "empty":
            raise NoInput(said("Engine", '"{name}" is empty').format(name=column.name))
        if column.kind == "dates":
            raise NoInput(said("Engine", '"{name}" holds dates, which cannot be inputs').format(name=column.name))
        if column.kind == "numbers":
            column.numbers("features")


def _numbers(column: Column, rows: Indices) -> Array:
    numbers = column.numbers("features")[rows]
    if np.ptp(numbers) == 0.0:
        raise NoInput(_same(column, f"{numbers[0]:g}"))
    return numbers


def _same(column: Column, value: str) -> str:
    """That a column holds one value, in every row or in those that have one."""
    everywhere = said("Engine", '"{name}" is {value} in every row')
    elsewhere = said("Engine", '"{name}" is {value} in every row that has a value')
    return (elsewhere if np.any(column.missing) else everywhere).format(name=column.name, value=value)


def _categories(column: Column, rows: Indices) -> tuple[str, ...]:
    found = column.distinct(rows)
    if len(found) == 1:
        raise NoInput(_same(column, f'"{in_line(found[0])}"'))
    if len(found) == len(rows):
        names = said("Engine", '"{name}" has another text in every row, so it only names the rows')
        raise NoInput(names.format(name=column.name))
    many = counted(len(found), "different text")
    if len(found) > FEWEST_NAMES and 2 * len(found) > len(rows):
        names = said("Engine", '"{name}" holds {many} in {rows}, so it hardly does more than name the rows')
        raise NoInput(names.format(name=column.name, many=many, rows=counted(len(rows), "row")))
    if len(found) > MOST_CATEGORIES:
        raise NoInput(
            said("Engine", '"{name}" holds {many} (at most {most_categories})').format(
                name=column.name, many=many, most_categories=MOST_CATEGORIES
            )
        )
    return found
