"""What is to be predicted: a column as classes or as numbers, or several columns as numbers or as one-hot classes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from nnviz.engine.data.tables.columns import MOST_GRADES, Column
from nnviz.engine.data.tables.problem import TableProblem
from nnviz.engine.names import in_line, shown
from nnviz.engine.types import Array, Indices
from nnviz.said import said

MOST_CLASSES = 100
TRUTHS = ("false", "true")

Asked = Literal["classes", "numbers"] | None


@dataclass(frozen=True, eq=False)
class Target:
    """The target of the rows that are used.

    Attributes:
        y: Labels from 0, shape (rows, 1), or numbers, shape (rows, targets).
        class_names: The classes in the order of their labels; none where numbers are predicted.
    """

    y: Array
    class_names: tuple[str, ...] = ()


def target_of(columns: Sequence[Column], rows: Indices, asked: Asked) -> Target:
    """The target of some rows: of one column, or of several.

    Raises:
        TableProblem: Nothing can be learned from it.
    """
    return _of_one(columns[0], rows, asked) if len(columns) == 1 else _of_several(columns, rows, asked)


def truths(column: Column, rows: Indices) -> Array | None:
    """A column of 0 and 1, or of false and true, as numbers, shape (rows,); ``None`` where it holds anything else."""
    if column.kind == "numbers":
        try:
            numbers = column.numbers("target")[rows]
        except TableProblem:
            return None
        return numbers if np.all((numbers == 0.0) | (numbers == 1.0)) else None
    words = {text: place for text in column.distinct(rows) for place in (0, 1) if text.casefold() == TRUTHS[place]}
    if not words or len(words) != len(column.distinct(rows)):
        return None
    return np.array([float(words[text]) for text in column.texts_of(rows)])


def one_hot(columns: Sequence[Column], rows: Indices) -> Array | None:
    """Columns of which exactly one is 1 in every row, and the others 0, shape (rows, columns); else ``None``."""
    found = [truths(column, rows) for column in columns]
    known = [numbers for numbers in found if numbers is not None]
    if len(known) < len(columns) or not len(rows):
        return None
    numbers = np.column_stack(known)
    return numbers if np.all(numbers.sum(axis=1) == 1.0) else None


def _of_several(columns: Sequence[Column], rows: Indices, asked: Asked) -> Target:
    if asked != "numbers" and (hot := one_hot(columns, rows)) is not None:
        names = tuple(column.name for column in columns)
        for name, count in zip(names, hot.sum(axis=0).tolist(), strict=True):
            if not count:
                raise TableProblem(said("Engine", 'no row is of class "{name}"').format(name=name), "target")
        return Target(hot.argmax(axis=1).astype(np.float64)[:, None], names)
    if asked == "classes":
        raise TableProblem(
            said("Engine", "several targets are classes only where exactly one of them is 1 in every row"), "target"
        )
    for column in columns:
        if column.kind != "numbers":
            raise TableProblem(
                said("Engine", '"{name}" holds no numbers: of several targets each must').format(name=column.name),
                "target",
            )
    return Target(np.column_stack([_changing(column, rows) for column in columns]))


def _changing(column: Column, rows: Indices) -> Array:
    numbers = column.numbers("target")[rows]
    if np.ptp(numbers) == 0.0:
        raise TableProblem(
            said("Engine", '"{name}" is {numbers:g} in every row: nothing to learn').format(
                name=column.name, numbers=numbers[0]
            ),
            "target",
        )
    return numbers


def _of_one(column: Column, rows: Indices, asked: Asked) -> Target:
    if column.kind == "dates" and asked != "classes":
        raise TableProblem(
            said("Engine", '"{name}" holds dates, which are neither classes nor numbers').format(name=column.name),
            "target",
        )
    if asked == "numbers" or (asked is None and column.kind == "numbers"):
        numbers = column.numbers("target")[rows]
        if asked is None and not column.form.mark and _looks_like_classes(numbers):
            return _numbered_classes(column, numbers)
        return Target(_changing(column, rows)[:, None])
    return _numbered_classes(column, column.numbers("target")[rows]) if column.is_all_numbers else _named(column, rows)


def missing_classes(column: Column) -> str:
    """A word on texts that could be names of classes and stand for a missing value; empty where none repeats."""
    texts = [text for text in column.missing_texts if np.count_nonzero(column.places == column.texts.index(text)) > 1]
    if column.kind != "categories" or not texts:
        return ""
    return said("Engine", "{texts} stands for a missing value, unless data.reading.missing says otherwise").format(
        texts=", ".join(map(shown, texts))
    )


def _looks_like_classes(numbers: Array) -> bool:
    different = len(np.unique(numbers))
    whole = bool(np.all(numbers == np.rint(numbers)))
    return whole and different <= MOST_GRADES and 2 * different <= len(numbers)


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
        everywhere = said("Engine", 'only one class in "{name}": "{names}" in every row')
        elsewhere = said("Engine", 'only one class in "{name}": "{names}" in every row that has a value{lost}')
        lost = missing_classes(column)
        words = elsewhere if lost or np.any(column.missing) else everywhere
        raise TableProblem(
            words.format(name=column.name, names=in_line(names[0]), lost=f" ({lost})" if lost else ""), "target"
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
