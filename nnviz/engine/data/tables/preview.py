"""A look into a table before anything is learned from it: its columns, its first rows, and what a choice gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from nnviz.engine.data.tables.cells import Cells
from nnviz.engine.data.tables.columns import Column, Kind
from nnviz.engine.data.tables.grid import Grid, grid_of
from nnviz.engine.data.tables.inputs import LEAVE_OUT, check_kinds, inputs_of
from nnviz.engine.data.tables.problem import TableProblem
from nnviz.engine.data.tables.reading import read_cells
from nnviz.engine.data.tables.table import Table, table_of
from nnviz.engine.data.tables.targets import Asked, target_of
from nnviz.engine.errors import ExperimentError
from nnviz.engine.types import Indices
from nnviz.said import said

FIRST_ROWS = 60
MOST_LISTED = 12
"""Rows and categories that are named one by one."""
TARGET_NAMES = ("target", "y", "class", "label", "species", "outcome", "result")
"""What people call what is to be predicted."""


@dataclass(frozen=True)
class TableChoice:
    """What is to be made of a table.

    Attributes:
        target: The column to predict.
        features: The columns that are inputs.
        task: What the target is; ``None`` for what it looks like.
    """

    target: str
    features: tuple[str, ...]
    task: Asked = None


@dataclass(frozen=True)
class ColumnLook:
    """What a column holds.

    Attributes:
        missing: Rows without a value.
        low, high: The smallest and the largest number of a column of numbers.
        categories: The first of the different texts of another column.
        different: How many different texts there are.
        refusal: Why it cannot be an input; empty if it can.
        not_a_target: Why nothing can be learned of it; empty if something can.
        only_counts: Whether it only counts the rows.
    """

    name: str
    kind: Kind
    missing: int
    low: float
    high: float
    categories: tuple[str, ...]
    different: int
    refusal: str
    not_a_target: str
    only_counts: bool


@dataclass(frozen=True)
class FirstRow:
    """One of the first rows: what it is called where rows are counted, its cells, and which of them hold nothing."""

    number: int
    texts: tuple[str, ...]
    missing: tuple[bool, ...]


@dataclass(frozen=True, eq=False)
class TablePreview:
    """A table that has been read and not used.

    Attributes:
        name: The file's, without folders.
        rows: How many there are below the header.
        columns: In their order.
        first_rows: The first few rows, cells in the order of the columns.
        suggested: What is learned unless somebody chooses otherwise.
    """

    path: Path
    name: str
    cells: Cells
    grid: Grid
    rows: int
    columns: tuple[ColumnLook, ...]
    first_rows: tuple[FirstRow, ...]
    suggested: TableChoice


@dataclass(frozen=True, eq=False)
class Effect:
    """What a choice gives.

    Attributes:
        table: The examples; ``None`` where nothing can be learned in this way.
        problem: Why not.
        dropped: The rows that lack a value which is needed, as they are counted.
        lacking: The columns that are to blame, with how many rows lack a value there.
    """

    choice: TableChoice
    table: Table | None
    problem: str
    dropped: tuple[int, ...]
    lacking: tuple[tuple[str, int], ...]


def preview_table(path: Path, pause: Callable[[], None] = lambda: None) -> TablePreview:
    """Read a table.

    Args:
        path: Where it is.
        pause: Called now and then; what it raises ends the reading.

    Raises:
        ExperimentError: It cannot be read, or it is no table.
    """
    try:
        cells = read_cells(path)
        pause()
        grid = grid_of(cells, ())
    except TableProblem as problem:
        raise ExperimentError(problem.reason, "", path.name or str(path)) from None
    looks = []
    for column in grid.columns:
        pause()
        looks.append(_look(column, grid.rows))
    columns = tuple(looks)
    rows = grid.rows[:FIRST_ROWS]
    texts = [column.texts_of(rows) for column in grid.columns]
    missing = [column.missing[rows].tolist() for column in grid.columns]
    start = grid.columns[0].first_row if grid.columns else 1
    first_rows = tuple(
        FirstRow(start + row, tuple(each[place] for each in texts), tuple(each[place] for each in missing))
        for place, row in enumerate(rows.tolist())
    )
    return TablePreview(path, path.name, cells, grid, len(grid.rows), columns, first_rows, _suggested(columns))


def effect_of(preview: TablePreview, choice: TableChoice) -> Effect:
    """What a choice gives of a table that has been read."""
    used = [column for column in preview.grid.columns if column.name in (choice.target, *choice.features)]
    rows = preview.grid.rows
    lacking = [column.missing[rows] for column in used]
    dropped = rows[np.any(lacking, axis=0)] if lacking else rows[:0]
    start = used[0].first_row if used else 1
    table, problem = None, ""
    try:
        table = table_of(preview.name, preview.cells, preview.grid, choice.target, choice.features, choice.task)
    except TableProblem as found:
        problem = _without_advice(found.reason)
    return Effect(
        choice,
        table,
        problem,
        tuple((dropped + start).tolist()),
        tuple((column.name, int(gaps.sum())) for column, gaps in zip(used, lacking, strict=True) if gaps.any()),
    )


def _look(column: Column, rows: Indices) -> ColumnLook:
    present = rows[~column.missing[rows]]
    refusal = ""
    try:
        check_kinds([column])
        inputs_of([column], present)
    except TableProblem as problem:
        refusal = _without_advice(problem.reason)
    not_a_target = ""
    try:
        if column.kind == "empty":
            raise TableProblem(said("Engine", '"{name}" is empty').format(name=column.name))
        target_of(column, present, None)
    except TableProblem as problem:
        not_a_target = problem.reason
    low = high = 0.0
    categories: tuple[str, ...] = ()
    if column.kind == "numbers" and column.is_all_numbers and len(present):
        low, high = _span(column, present)
    elif column.kind != "empty":
        categories = column.distinct(present)
    return ColumnLook(
        name=column.name,
        kind=column.kind,
        missing=len(rows) - len(present),
        low=low,
        high=high,
        categories=categories[:MOST_LISTED],
        different=len(categories),
        refusal=refusal,
        not_a_target=not_a_target,
        only_counts=column.kind == "numbers" and len(rows) > 0 and column.counts(rows),
    )


def _span(column: Column, rows: Indices) -> tuple[float, float]:
    """The smallest and the largest number of a column."""
    try:
        numbers = column.numbers("features")[rows]
    except TableProblem:  # one of them is too large
        return 0.0, np.inf
    return float(numbers.min()), float(numbers.max())


def _suggested(columns: tuple[ColumnLook, ...]) -> TableChoice:
    """The column to predict is one that is called so, or else the last one of which something can be learned."""
    able = [column for column in columns if not column.not_a_target] or list(columns)
    named = [column for column in able if column.name.strip().lower() in TARGET_NAMES]
    target = (named or able)[-1].name if able else ""
    usable = [column for column in columns if column.name != target and not column.refusal]
    features = [column.name for column in usable if not column.only_counts] or [column.name for column in usable]
    return TableChoice(target, tuple(features))


def _without_advice(reason: str) -> str:
    """A reason without the advice that is for those who write files."""
    return reason.removesuffix(f": {LEAVE_OUT}")
