"""Which columns of a table are inputs where nobody says so, and why the others are not."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from nnviz.engine.data.tables.columns import Column
from nnviz.engine.data.tables.grid import Grid
from nnviz.engine.data.tables.inputs import is_picture, refusal_of
from nnviz.engine.data.tables.targets import truths
from nnviz.engine.types import Indices
from nnviz.said import said

UNNAMED = re.compile(r"Unnamed: ?[0-9]+")
IDENTITY = re.compile(
    r"(?:.*[ _.-])?(?:id|uid|uuid|idx|index|nr|no|#|key)\.?|(?:passenger|customer|patient|user|order|row|student)id"
    r"|rownames?|row(?: ?number)?|lfd\.? ?nr\.?|laufende nummer|序号|编号|学号|番号|번호"
)
"""What people call a column that tells the rows apart, in lower case."""
FEWEST_TO_TELL = 10
"""Rows in which a column is 0 where the target is 1, and 1 where it is 0: in fewer that may be chance."""


def chosen_columns(grid: Grid, targets: Sequence[Column]) -> tuple[list[Column], dict[str, str]]:
    """The columns to learn from, and by their names why others are left out.

    Pictures keep the pixels that never change, as their place is what makes them a picture.
    """
    chosen = [column for column in grid.columns if column not in targets]
    reasons: dict[str, str] = {}
    # Beside a picture may stand what only names it.
    beside = [column for column in chosen if _only_names(column, grid)]
    if is_picture([column for column in chosen if column not in beside]):
        for column in beside:
            counts = column.kind == "numbers"
            reasons[column.name] = _counts_words(column) if counts else refusal_of(column, grid.rows)
        return [column for column in chosen if column not in beside], reasons
    rows, before = grid.rows, None
    # A column may hold one value only in the rows that the others leave.
    while chosen and len(chosen) != before:
        before = len(chosen) if rows is not grid.rows else None
        reasons |= {column.name: reason for column in chosen if (reason := refusal_of(column, rows))}
        chosen = [column for column in chosen if column.name not in reasons]
        rows = whole_rows(grid, [*targets, *chosen])
    telling = one_hot_with(targets, chosen, whole_rows(grid, targets))
    if len(telling) == len(chosen) == 1:
        telling = []  # then it is what there is to learn from
    for column in telling:
        reasons[column.name] = said("Engine", '"{name}" is one-hot together with the target, and tells it').format(
            name=column.name
        )
    counters = [column for column in chosen if column.kind == "numbers" and _only_names(column, grid)]
    rest = [column for column in chosen if column not in telling]
    if len(rest) > len(counters):
        for column in counters:
            reasons[column.name] = _counts_words(column)
    return [column for column in rest if column.name not in reasons], reasons


def _only_names(column: Column, grid: Grid) -> bool:
    """Whether a column tells the rows apart and nothing else: it counts them, or has another text in each."""
    if column.kind == "numbers":
        return column.counts(grid.rows) or is_index(column, grid)
    return bool(refusal_of(column, grid.rows))


def _counts_words(column: Column) -> str:
    return said("Engine", '"{name}" only counts the rows').format(name=column.name)


def is_index(column: Column, grid: Grid) -> bool:
    """Whether a column is one that pandas makes of the rows' numbers, some of which may be gone by now."""
    return UNNAMED.fullmatch(column.name) is not None and column.tells_apart(grid.rows)


def may_name(column: Column, rows: Indices) -> bool:
    """Whether a column of numbers is called like one that only names the rows, and has another number in each."""
    return IDENTITY.fullmatch(column.name.casefold()) is not None and column.tells_apart(rows)


def one_hot_with(targets: Sequence[Column], others: Sequence[Column], rows: Indices) -> list[Column]:
    """The columns of which, with the one target, exactly one is 1 in every row: where the target is not, they are."""
    if len(targets) != 1 or not len(rows) or (target := truths(targets[0], rows)) is None:
        return []
    total, found = target.copy(), []
    enough = len(rows) >= FEWEST_TO_TELL
    for column in others:
        numbers = None if np.any(column.missing[rows]) else truths(column, rows)
        if numbers is not None and enough and np.all(numbers == 1.0 - target):
            return [column]
        if numbers is not None and not np.any(numbers * target):
            total += numbers
            found.append(column)
    return found if len(found) > 1 and np.all(total == 1.0) else []


def whole_rows(grid: Grid, columns: Sequence[Column]) -> Indices:
    """The rows that lack none of the values of some columns."""
    if not columns:
        return grid.rows
    gaps = np.any([column.missing for column in columns], axis=0)[grid.rows]
    rows: Indices = grid.rows[~gaps]
    return rows
