"""The cells of a table, whatever format its file is in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy.typing as npt

from nnviz.engine.data.tables.problem import TableProblem
from nnviz.engine.names import counted
from nnviz.engine.settings import MOST_EXAMPLES, Reading
from nnviz.said import said

MOST_ROWS = MOST_EXAMPLES
"""Each is an example."""
MOST_COLUMNS = 4_096
"""Pictures of 64 by 64 pixels."""
MOST_CELLS = 5_000_000
"""Of a table that is kept as texts: they are read in a few seconds."""

Mend = Callable[[str], str]
"""Makes of a line of a file one that parsers know."""
Texts = npt.NDArray[Any]
"""An array of Python strings."""


def with_mends(lines: list[str], mends: Iterable[Mend]) -> list[str]:
    """Lines with all that is made of each, one after the other."""
    for mend in mends:
        lines = list(map(mend, lines))
    return lines


def check_cells(rows: int, columns: int, cells: int | None = None) -> None:
    """Refuse more than can be handled, as soon as it is known.

    Raises:
        TableProblem: There are too many.
    """
    if columns > MOST_COLUMNS:
        raise TableProblem(
            said("Engine", "{columns:,} columns are too many (at most {most:,})").format(
                columns=columns, most=MOST_COLUMNS
            )
        )
    if rows > MOST_ROWS + 1:
        raise TableProblem(said("Engine", "more than {most_rows:,} rows: too many").format(most_rows=MOST_ROWS))
    if (rows * columns if cells is None else cells) > MOST_CELLS:
        raise TableProblem(
            said("Engine", "{rows:,} rows of {columns:,} cells are too many (at most {most_cells:,} cells)").format(
                rows=rows, columns=columns, most_cells=MOST_CELLS
            )
        )


@dataclass(frozen=True)
class Top:
    """What is above a table, or between its names and its first example.

    Attributes:
        skipped: Lines above.
        gap: Lines between.
        separator: What separates columns, where one of these lines says so.
        comment: The last of the lines above, where it is a comment: it may hold the names.
        is_told: Whether somebody said so.
    """

    skipped: int
    gap: int = 0
    separator: str = ""
    comment: str = ""
    is_told: bool = False


def told_top(reading: Reading, rows: int) -> Top:
    """What is above a table, as somebody says it.

    Raises:
        TableProblem: So many rows are not there.
    """
    header, skip = reading.header or 0, reading.skip or 0
    skipped = header - 1 if header else skip
    gap = max(0, skip - header) if header else 0
    if skipped + gap >= rows:
        field = "reading.header" if header > skip else "reading.skip"
        raise TableProblem(said("Engine", "there are only {rows}").format(rows=counted(rows, "row")), field)
    return Top(skipped, gap, is_told=True)


@dataclass(frozen=True, eq=False)
class Cells:
    """The cells of a table, header included, each row as wide as the others.

    Attributes:
        cells: Texts, shape (rows, columns); an empty text where a cell is empty.
        first_row: What the first of them is called where rows are counted, as spreadsheets do, from 1.
        gap: Rows of the file between the first of them and the second, which are no examples.
        separator: What separates columns in a text file, in words; empty for Excel.
        encoding: How a text file is written; empty for Excel.
        sheet: The sheet of an Excel file; empty for a text file.
        delimiter: What separates columns, itself.
        sheets: All sheets of an Excel file.
        top_is_told: Whether somebody said where the table begins.
        mends: What was made of each line of a text file, one after the other.
        parsed_by: What stands between the cells of a line then.
        warnings: What a reader should know.
    """

    cells: Texts
    first_row: int = 1
    gap: int = 0
    separator: str = ""
    encoding: str = ""
    sheet: str = ""
    delimiter: str = ""
    sheets: tuple[str, ...] = ()
    top_is_told: bool = False
    mends: tuple[Mend, ...] = ()
    parsed_by: str = ""
    warnings: tuple[str, ...] = ()
