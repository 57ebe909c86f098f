"""A file as rows of cells. Nothing in it is ever executed."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path

import numpy as np

from nnviz.content import ContentError, check_size, opened
from nnviz.engine.data.tables.cells import Cells, check_cells
from nnviz.engine.data.tables.grid import Grid, grid_of
from nnviz.engine.data.tables.layout import tidied
from nnviz.engine.data.tables.other_formats import check_format
from nnviz.engine.data.tables.problem import TableProblem
from nnviz.engine.settings import Reading
from nnviz.said import said

TABLE_ENDINGS = (".csv", ".tsv", ".tab", ".txt", ".dat", ".data", ".arff", ".xlsx")
"""What the names of tables end in."""
LARGEST_FILE = 64_000_000
"""Bytes of an Excel file."""
LARGEST_TEXT = 256_000_000
"""Bytes of a text file."""
LONG = 8_000_000
"""Bytes from which on a text file is read piece by piece."""

HEAD = 1_000_000
"""Bytes of a long file by which is found out how it is written."""

TABLE = said("Engine", "a table")
ZIP, OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
"""What .xlsx and .xls files begin with."""


def read_grid(
    path: Path, reading: Reading, known: Collection[str] = (), pause: Callable[[float], None] = lambda done: None
) -> tuple[Cells, Grid]:
    """Read a file: its cells, of a long one those at the beginning; and its columns.

    Args:
        path: Where it is.
        reading: What somebody says of how it is written.
        known: What an experiment calls columns.
        pause: Told now and then how much has been read, from 0 to 1; what it raises ends the reading.

    Raises:
        TableProblem: It cannot be read, or is no table.
    """
    content, is_long = _content(path, reading)
    pause(0.0)
    if not content.strip():
        raise TableProblem(said("Engine", "the file is empty"))
    if content.startswith(ZIP):
        from nnviz.engine.data.tables.excel import excel_cells  # each format's reader only for a file of that format

        cells = excel_cells(content, reading, frozenset(known), lambda: pause(0.0))
    else:
        from nnviz.engine.data.tables.text import text_cells

        cells = text_cells(content, reading)
    rows, columns = cells.cells.shape
    check_cells(rows, columns)
    if not np.any(cells.cells != ""):
        raise TableProblem(said("Engine", "the file is empty"))
    cells = tidied(cells, known)
    pause(0.0)
    grid = grid_of(cells, known, reading)
    if is_long:
        from nnviz.engine.data.tables.ending import ending
        from nnviz.engine.data.tables.long import check_length, long_grid

        lines = check_length(path, cells, pause)
        below, notes = ending(path, lines, cells)
        cells = replace(cells, warnings=(*cells.warnings, *notes))
        grid = long_grid(path, lines, below, cells, grid, pause)
    return cells, grid


def _check_kind(reading: Reading, is_excel: bool) -> None:
    """Refuse what is said of a file of the other kind."""
    for field in ("separator", "encoding") if is_excel else ("sheet",):
        if getattr(reading, field) is not None:
            reason = said("Engine", "an Excel file has none") if is_excel else said("Engine", "a text file has none")
            raise TableProblem(reason, f"reading.{field}")


def _content(path: Path, reading: Reading) -> tuple[bytes, bool]:
    """The bytes of a file, and whether these are only its beginning, up to the end of a line.

    Raises:
        TableProblem: It cannot be read, or what is said of it cannot be.
    """
    try:
        with opened(path, LARGEST_TEXT, TABLE) as file:
            content = file.read(HEAD)
            is_excel = content.startswith(ZIP)
            rest = file.read(LARGEST_FILE if is_excel else max(0, LONG - HEAD))
            is_long = not is_excel and bool(file.read(1))
            end = max(content.rfind(b"\n"), content.rfind(b"\r")) + 1
        check_size(len(content) + len(rest) if is_excel else 0, LARGEST_FILE, TABLE)
    except ContentError as error:
        raise TableProblem(error.text) from None
    if content.startswith(OLD_EXCEL):
        raise TableProblem(said("Engine", "an Excel file of the old kind (.xls): save it as .xlsx or as CSV"))
    check_format(content)
    _check_kind(reading, is_excel)
    if not is_long:
        return content + rest, False
    return content[: end or None], True
