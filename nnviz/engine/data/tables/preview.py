"""A look into a table before anything is learned from it: its columns, its first rows, and what a choice gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from nnviz.engine.data.tables.cells import Cells
from nnviz.engine.data.tables.choice import TableChoice
from nnviz.engine.data.tables.choosing import chosen_columns, one_hot_with, whole_rows
from nnviz.engine.data.tables.columns import Column, Kind
from nnviz.engine.data.tables.grid import Grid
from nnviz.engine.data.tables.inputs import NoInput, check_kinds, is_picture, refusal_of
from nnviz.engine.data.tables.problem import TableProblem
from nnviz.engine.data.tables.reading import read_grid
from nnviz.engine.data.tables.separators import NAMES
from nnviz.engine.data.tables.shelf import State, state_of
from nnviz.engine.data.tables.table import SHELF, Table, table_of
from nnviz.engine.data.tables.targets import target_of
from nnviz.engine.errors import ExperimentError
from nnviz.engine.settings import FOUND_OUT, Reading
from nnviz.engine.types import Indices
from nnviz.said import said
from nnviz.shortened import called

FIRST_ROWS = 60
MOST_LISTED = 12
"""Rows and categories that are named one by one."""
TARGET_NAMES = ("target", "y", "class", "label", "species", "outcome", "result")
"""What people call what is to be predicted."""


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
        state: How the file was when it was read.
        name: The file's, without folders.
        rows: How many there are below the header.
        columns: In their order.
        first_rows: The first few rows, cells in the order of the columns.
        suggested: What is learned unless somebody chooses otherwise.
        found: How it was read.
    """

    path: Path
    state: State
    name: str
    cells: Cells
    grid: Grid
    rows: int
    columns: tuple[ColumnLook, ...]
    first_rows: tuple[FirstRow, ...]
    suggested: TableChoice
    found: Reading


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


def preview_table(
    path: Path, pause: Callable[[float], None] = lambda done: None, reading: Reading = FOUND_OUT
) -> TablePreview:
    """Read a table.

    Args:
        path: Where it is.
        pause: Told now and then how much has been read, from 0 to 1; what it raises ends the reading.
        reading: What somebody says of how it is written.

    Raises:
        ExperimentError: It cannot be read, or it is no table.
    """
    try:
        state = state_of(path)
        cells, grid = read_grid(path, reading, (), pause)
    except TableProblem as problem:
        raise ExperimentError(problem.reason, "", called(path)) from None
    looks = []
    for column in grid.columns:
        pause(1.0)
        looks.append(_look(column, grid.rows))
    suggested = _suggested(looks, grid, reading)
    columns = _without_refusals_of_pixels(looks, grid, suggested)
    rows = grid.rows[:FIRST_ROWS]
    texts = [column.texts_of(rows) for column in grid.columns]
    missing = [column.missing[rows].tolist() for column in grid.columns]
    start = grid.columns[0].first_row if grid.columns else 1
    first_rows = tuple(
        FirstRow(start + row, tuple(each[place] for each in texts), tuple(each[place] for each in missing))
        for place, row in enumerate(rows.tolist())
    )
    return TablePreview(
        path,
        state,
        path.name,
        cells,
        grid,
        len(grid.rows),
        columns,
        first_rows,
        suggested,
        _found(cells, grid, reading),
    )


def _found(cells: Cells, grid: Grid, reading: Reading) -> Reading:
    """How a table was read, whether told or found out."""
    marks = {text for column in grid.columns for text in column.missing_texts}
    return Reading(
        header=grid.header_row,
        skip=(grid.columns[0].first_row if grid.columns else cells.first_row) - 1,
        separator=NAMES.get(cells.delimiter, cells.delimiter) or None,
        encoding=cells.encoding or None,
        decimal=grid.decimal,  # type: ignore[arg-type]
        missing=reading.missing if reading.missing is not None else tuple(sorted(marks)),
        dates=reading.dates,
        sheet=cells.sheet or None,
    )


def effect_of(preview: TablePreview, choice: TableChoice) -> Effect:
    """What a choice gives of a table that has been read."""
    used = [column for column in preview.grid.columns if column.name in (*choice.targets, *(choice.features or ()))]
    rows = preview.grid.rows
    lacking = [column.missing[rows] for column in used]
    dropped = rows[np.any(lacking, axis=0)] if lacking else rows[:0]
    start = used[0].first_row if used else 1
    table, problem = None, ""
    try:
        table = table_of(preview.name, preview.cells, preview.grid, choice)
        SHELF.put(preview.state, choice, table)
    except TableProblem as found:
        problem = found.why if isinstance(found, NoInput) else found.reason
    return Effect(
        choice,
        table,
        problem,
        tuple((dropped + start).tolist()),
        tuple((column.name, int(gaps.sum())) for column, gaps in zip(used, lacking, strict=True) if gaps.any()),
    )


def _look(column: Column, rows: Indices) -> ColumnLook:
    present = rows[~column.missing[rows]]
    refusal = refusal_of(column, rows)
    if not refusal:
        try:
            check_kinds([column])
        except TableProblem as problem:
            refusal = problem.reason
    not_a_target = ""
    try:
        if column.kind == "empty":
            raise TableProblem(said("Engine", '"{name}" is empty').format(name=column.name))
        target_of([column], present, None)
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


def _suggested(looks: Sequence[ColumnLook], grid: Grid, reading: Reading) -> TableChoice:
    """What to predict is a column that is called so, or else the last one of which something can be learned."""
    able = [column for column in looks if not column.not_a_target] or list(looks)
    if not able:
        return TableChoice((), (), None, reading)
    named = [column for column in able if column.name.strip().lower() in TARGET_NAMES] or _beside_picture(grid, able)
    name = (named or able)[-1].name
    targets = [column for column in grid.columns if column.name == name]
    others = [column for column in grid.columns if column is not targets[0]]
    if telling := one_hot_with(targets, others, whole_rows(grid, targets)):
        targets = [column for column in grid.columns if column in (*targets, *telling)]
    chosen, _ = chosen_columns(grid, targets)
    refused = set() if is_picture(chosen) else {look.name for look in looks if look.refusal}
    features = tuple(column.name for column in chosen if column.name not in refused)
    return TableChoice(tuple(column.name for column in targets), features, None, reading)


def _beside_picture(grid: Grid, able: Sequence[ColumnLook]) -> list[ColumnLook]:
    """The column before or after the pixels of a picture that tells what it shows: the one with fewer numbers."""
    if not is_picture(list(grid.columns[1:])):
        return []
    ends = {column.name: len(column.distinct(grid.rows)) for column in (grid.columns[0], grid.columns[-1])}
    beside = [column for column in able if column.name in ends]
    return [min(beside, key=lambda column: ends[column.name])] if beside else []


def _without_refusals_of_pixels(
    looks: Sequence[ColumnLook], grid: Grid, suggested: TableChoice
) -> tuple[ColumnLook, ...]:
    """Pixels that never change are inputs all the same."""
    if not is_picture([column for column in grid.columns if column.name not in suggested.targets]):
        return tuple(looks)
    return tuple(look if look.name in suggested.targets else replace(look, refusal="") for look in looks)
