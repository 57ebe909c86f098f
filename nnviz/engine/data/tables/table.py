"""A table as examples: inputs and a target from its columns, and a report of what was read."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from nnviz.engine.data.datasets import Task
from nnviz.engine.data.tables.cells import Cells
from nnviz.engine.data.tables.choice import TableChoice, choice_of
from nnviz.engine.data.tables.choosing import chosen_columns, may_name, one_hot_with, whole_rows
from nnviz.engine.data.tables.columns import Column, form_warnings
from nnviz.engine.data.tables.grid import Grid
from nnviz.engine.data.tables.inputs import Inputs, check_kinds, inputs_of, is_picture, stand_in
from nnviz.engine.data.tables.problem import TableProblem
from nnviz.engine.data.tables.reading import read_grid
from nnviz.engine.data.tables.report import ColumnReport, TableReport, gap_words
from nnviz.engine.data.tables.shelf import Shelf, state_of
from nnviz.engine.data.tables.targets import MOST_CLASSES, Target, missing_classes, target_of
from nnviz.engine.errors import ExperimentError
from nnviz.engine.names import counted, in_line, shown, suggestion
from nnviz.engine.settings import Data
from nnviz.engine.types import Array, Indices, frozen
from nnviz.said import Said, joined, said
from nnviz.shortened import called

FEWEST_ROWS = 4
"""As many as XOR has."""
STANDS_FOR = said(
    "Engine",
    '"{name}" is {value:g} in {rows}, far from its others: data.reading.missing can say that it is none',
)
LISTED = 12
"""Columns that an error message names."""


@dataclass(frozen=True, eq=False)
class Table:
    """The examples of a table.

    Attributes:
        x: Raw inputs, shape (examples, inputs).
        y: Labels from 0, shape (examples, 1), or numbers, shape (examples, targets).
        columns: The names of the inputs; see ``Inputs``.
        class_names: The classes in the order of their labels; none where numbers are predicted.
    """

    task: Task
    x: Array
    y: Array
    columns: tuple[str, ...]
    class_names: tuple[str, ...]
    report: TableReport


SHELF: Shelf[Table] = Shelf()
"""What was read last."""


def read_table(data: Data) -> Table:
    """Read the table that the data part of an experiment names: once for each state of the file.

    Raises:
        ExperimentError: There is no such file, or nothing can be learned from it in the way that was asked for.
    """
    if not data.file:
        raise ExperimentError(said("Engine", "expected the name of a file"), "data.file")
    path = Path(data.file)
    try:
        state, choice = state_of(path), choice_of(data)
        table = SHELF.get(state, choice)
        if table is None:
            known = [*choice.targets, *(choice.features or ())]
            table = table_of(path.name, *read_grid(path, choice.reading, known), choice)
            SHELF.put(state, choice, table)
        return table
    except TableProblem as problem:
        raise ExperimentError(f"{called(path)}: {problem.reason}", f"data.{problem.field}") from None


def table_of(name: str, cells: Cells, grid: Grid, choice: TableChoice) -> Table:
    """The examples of a table whose cells have been read, and whose columns are known.

    Args:
        name: What the file is called.
        cells: What was read.
        grid: Its columns.
        choice: What is to be made of them.

    Raises:
        TableProblem: Nothing can be learned from it in the way that was asked for.
    """
    _check_rows(len(grid.rows), 0)
    predicted = _target_columns(grid, choice.targets)
    chosen, warnings = _input_columns(grid, predicted, choice.features)
    check_kinds(chosen)
    rows = _complete_rows(grid, [*predicted, *chosen])
    found = target_of(predicted, rows, choice.task)
    inputs = inputs_of(chosen, rows)
    kind: Task = "regression"
    if found.class_names:
        kind = "binary" if len(found.class_names) == 2 else "multiclass"
    warnings = (
        *cells.warnings,
        *(
            [said("Engine", "the first row counts rows and inputs: it does not name the columns")]
            if grid.counts
            else []
        ),
        *(
            said("Engine", 'two columns are called "{name}": the later one is read as "{renamed}"').format(
                name=name, renamed=renamed
            )
            for name, renamed in grid.renamed
        ),
        *warnings,
        *form_warnings([*predicted, *chosen]),
        *(_lost_classes(grid, predicted[0], rows) if found.class_names and len(predicted) == 1 else []),
        *filter(None, map(missing_classes, predicted if found.class_names else [])),
        *_input_warnings(grid, predicted, chosen, rows),
    )
    report = _report(name, cells, grid, predicted, rows, found, inputs, chosen, warnings)
    return Table(kind, frozen(inputs.x), frozen(found.y), inputs.names, found.class_names, report)


def _target_columns(grid: Grid, targets: tuple[str, ...]) -> list[Column]:
    names = [column.name for column in grid.columns]
    if not targets:
        listed = ", ".join(names[:LISTED]) + (", …" if len(names) > LISTED else "")
        unnamed = "" if grid.header else said("Engine", " (its first row is no header)")
        raise TableProblem(
            said("Engine", "name the column that is to be predicted; there are{unnamed}: {listed}").format(
                unnamed=unnamed, listed=listed
            ),
            "target",
        )
    if len(targets) > MOST_CLASSES:
        raise TableProblem(
            said("Engine", "{targets:,} targets are too many (at most {most})").format(
                targets=len(targets), most=MOST_CLASSES
            ),
            "target",
        )
    for place, name in enumerate(targets):
        if name in targets[:place]:
            raise TableProblem(said("Engine", "{name} is named twice").format(name=shown(name)), f"target[{place}]")
    fields = ["target"] if len(targets) == 1 else [f"target[{place}]" for place in range(len(targets))]
    return [_named(grid, name, field) for name, field in zip(targets, fields, strict=True)]


def _input_columns(
    grid: Grid, targets: list[Column], features: tuple[str, ...] | None
) -> tuple[list[Column], tuple[str, ...]]:
    """The columns that are inputs, and what to know about those that are not."""
    if features is not None:
        if not features:
            listed = ", ".join(shown(target.name) for target in targets[:LISTED]) + (
                ", …" if len(targets) > LISTED else ""
            )
            reason = said("Engine", "expected at least one column to predict {targets} from")
            raise TableProblem(reason.format(targets=listed), "features")
        for place, name in enumerate(features):
            if name in features[:place]:
                raise TableProblem(
                    said("Engine", "{name} is named twice").format(name=shown(name)), f"features[{place}]"
                )
            if name in [target.name for target in targets]:
                raise TableProblem(
                    said("Engine", "{name} is the target").format(name=shown(name)), f"features[{place}]"
                )
        return [_named(grid, name, f"features[{place}]") for place, name in enumerate(features)], ()
    chosen, reasons = chosen_columns(grid, targets)
    if not chosen:
        why = joined("; ", *list(reasons.values())[:LISTED])
        raise TableProblem(
            said("Engine", "no column is left to learn from beside the target{why}").format(
                why=f" ({why})" if why else ""
            ),
            "features",
        )
    warnings = _left_out(list(reasons.values()))
    if any(column.kind == "dates" and column.name in reasons for column in grid.columns):
        warnings.append(said("Engine", 'data.reading.dates = "days" reads dates as numbers'))
    if grid.unnamed_counter:
        warnings.append(said("Engine", "the first column has no name and only counts the rows: left out"))
    return chosen, tuple(warnings)


def _left_out(reasons: list[str]) -> list[str]:
    """A line for each column that is left out; where many are for the same reason, for the first of these."""
    alike: dict[str, list[str]] = {}
    for reason in reasons:
        alike.setdefault(reason.template if isinstance(reason, Said) else reason, []).append(reason)
    lines: list[str] = []
    one = said("Engine", "{reason}: left out")
    many = said("Engine", "{reason}: left out, as are {more:,} more for the like")
    for group in alike.values():
        if len(group) > LISTED:
            lines.append(many.format(reason=group[0], more=len(group) - 1))
        else:
            lines += [one.format(reason=reason) for reason in group]
    return lines


def _named(grid: Grid, name: str, field: str) -> Column:
    for column in grid.columns:
        if column.name == name:
            return column
    raise TableProblem(
        said("Engine", "no column {name}{suggestion}").format(
            name=shown(name), suggestion=suggestion(name, [column.name for column in grid.columns])
        ),
        field,
    )


def _complete_rows(grid: Grid, columns: list[Column]) -> Indices:
    """The rows that lack none of the values that are needed."""
    rows = whole_rows(grid, columns)
    _check_rows(len(rows), len(grid.rows) - len(rows), lacking(grid, columns))
    return rows


def lacking(grid: Grid, columns: list[Column]) -> tuple[tuple[str, int], ...]:
    """The columns that lack values, with how many rows."""
    counts = [(column.name, int(column.missing[grid.rows].sum())) for column in columns]
    return tuple((name, count) for name, count in counts if count)


def _check_rows(rows: int, dropped: int, gaps: tuple[tuple[str, int], ...] = ()) -> None:
    if rows < FEWEST_ROWS:
        without = (
            said("Engine", " without the {dropped:,} that lack a value").format(dropped=dropped) if dropped else ""
        )
        if gaps:
            without += f" ({gap_words(gaps)})"
        raise TableProblem(
            said("Engine", "{rows} of data{without}: at least {fewest_rows} are needed").format(
                rows=counted(rows, "row"), without=without, fewest_rows=FEWEST_ROWS
            )
        )


def _lost_classes(grid: Grid, target: Column, rows: Indices) -> list[str]:
    """The classes all of whose rows lack a value."""
    present = grid.rows[~target.missing[grid.rows]]
    left = set(target.distinct(rows))
    return [
        said("Engine", 'class "{name}" is gone: a value is missing in each of its {rows}').format(
            name=in_line(name), rows=counted(int(target.is_text(name, present).sum()), "row")
        )
        for name in target.distinct(present)
        if name not in left
    ]


def _input_warnings(grid: Grid, targets: list[Column], chosen: list[Column], rows: Indices) -> list[str]:
    """What a reader should know of the columns that are inputs."""
    warnings: list[str] = [
        said("Engine", '"{name}" only counts the rows, yet is an input').format(name=column.name)
        for column in chosen
        if column.kind == "numbers" and column.counts(grid.rows)
    ]
    may = said("Engine", '"{name}" has another number in every row and may only name the rows, yet is an input')
    for column in chosen:
        if column.kind == "numbers" and not column.counts(rows) and may_name(column, rows):
            warnings.append(may.format(name=column.name))
        if column.kind == "numbers" and (found := stand_in(column.numbers("features")[rows])):
            warnings.append(STANDS_FOR.format(name=column.name, value=found[0], rows=counted(found[1], "row")))
    if telling := [column.name for column in one_hot_with(targets, chosen, rows)]:
        warnings.append(
            said(
                "Engine", "{names} are one-hot together with the target, and tell it: name them all as the target"
            ).format(names=", ".join(map(shown, telling[:LISTED])))
        )
    if is_picture(chosen) and (still := sum(np.ptp(column.numbers("features")[rows]) == 0.0 for column in chosen)):
        warnings.append(
            said("Engine", "pictures of {side} × {side} pixels: {still:,} that never change are kept").format(
                side=math.isqrt(len(chosen)), still=still
            )
        )
    return warnings


def _report(
    name: str,
    cells: Cells,
    grid: Grid,
    targets: list[Column],
    rows: Indices,
    found: Target,
    inputs: Inputs,
    chosen: list[Column],
    warnings: tuple[str, ...],
) -> TableReport:
    counts = np.bincount(found.y[:, 0].astype(np.int64)).tolist() if found.class_names else []
    return TableReport(
        file=name,
        rows=len(grid.rows),
        dropped=len(grid.rows) - len(rows),
        separator=cells.separator,
        decimal=grid.decimal,
        encoding=cells.encoding,
        sheet=cells.sheet,
        header_row=grid.header_row,
        targets=tuple(column.name for column in targets),
        classes=tuple(zip(found.class_names, counts, strict=True)),
        inputs=inputs.names,
        columns=tuple(
            ColumnReport(
                name=column.name,
                kind=column.kind,
                use="target" if column in targets else "input" if column in chosen else "left out",
                missing=int(column.missing[grid.rows].sum()),
                categories=inputs.categories.get(column.name, ()),
                decimal=column.form.decimal if column.kind == "numbers" else "",
                mark=column.form.mark if column.kind == "numbers" else "",
            )
            for column in grid.columns
        ),
        warnings=warnings,
        lacking=lacking(grid, [*targets, *chosen]),
    )
