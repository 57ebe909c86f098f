"""What is to be predicted: the target column as classes or as numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from nnviz.engine.data.tables.columns import Column
from nnviz.engine.data.tables.problem import TableProblem
from nnviz.engine.types import Array, Indices
from nnviz.said import said

MOST_CLASSES = 100
MOST_WHOLE_NUMBERS = 10
"""A target with at most so many different whole numbers, each twice on average or more, is one of classes."""

Asked = Literal["classes", "numbers"] | None


@dataclass(frozen=True, eq=False)
class Target:
    """The target of the rows that are used.

    Attributes:
        y: Labels from 0, or numbers, shape (rows, 1).
        class_names: The classes in the order of their labels; none where numbers are predicted.
    """

    y: Array
    class_names: tuple[str, ...] = ()


def target_of(column: Column, rows: Indices, asked: Asked) -> Target:
    """The target of some rows.

    Raises:
        TableProblem: Nothing can be learned from it.
    """
    if column.kind == "dates" and asked != "classes":
        raise TableProblem(
            said("Engine", '"{name}" holds dates, which are neither classes nor numbers').format(name=column.name),
            "target",
        )
    if asked == "numbers" or (asked is None and column.kind == "numbers"):
        numbers = column.numbers("target")[rows]
        if asked is None and not column.form.mark and _looks_like_classes(numbers):
            return _numbered_classes(column, numbers)
        if np.ptp(numbers) == 0.0:
            raise TableProblem(
                said("Engine", '"{name}" is {numbers:g} in every row: nothing to learn').format(
                    name=column.name, numbers=numbers[0]
                ),
                "target",
            )
        return Target(numbers[:, None])
    return _numbered_classes(column, column.numbers("target")[rows]) if column.is_all_numbers else _named(column, rows)


def _looks_like_classes(numbers: Array) -> bool:
    different = len(np.unique(numbers))
    whole = bool(np.all(numbers == np.rint(numbers)))
    return whole and different <= MOST_WHOLE_NUMBERS and 2 * different <= len(numbers)


def _numbered_classes(column: Column, numbers: Array) -> Target:
    """Classes that are numbers, in the order of the numbers."""
    different, labels = np.unique(numbers, return_inverse=True)
    names = tuple(str(int(value)) if value == int(value) else repr(float(value)) for value in different.tolist())
    return _classes(column, names, labels)


def _named(column: Column, rows: Indices) -> Target:
    names = column.distinct(rows)
    label = {name: place for place, name in enumerate(names)}
    return _classes(column, names, np.array([label[text] for text in column.texts_of(rows)]))


def _classes(column: Column, names: tuple[str, ...], labels: Indices) -> Target:
    if len(names) == 1:
        raise TableProblem(
            said("Engine", 'only one class in "{name}": "{names}" in every row').format(
                name=column.name, names=names[0]
            ),
            "target",
        )
    if len(names) == len(labels):
        raise TableProblem(
            said("Engine", 'every row has its own class in "{name}": nothing repeats').format(name=column.name),
            "target",
        )
    if len(names) > MOST_CLASSES:
        raise TableProblem(
            said("Engine", '"{name}" has {names:,} classes: at most {most_classes}').format(
                name=column.name, names=len(names), most_classes=MOST_CLASSES
            ),
            "target",
        )
    return Target(labels.astype(np.float64)[:, None], names)
