"""A file as rows of cells. Nothing in it is ever executed."""

from __future__ import annotations

import stat
from pathlib import Path

import numpy as np

from nnviz.engine.data.tables.cells import MOST_ROWS, Cells
from nnviz.engine.data.tables.layout import tidied
from nnviz.engine.data.tables.problem import TableProblem
from nnviz.files import reason_of
from nnviz.said import said

TABLE_ENDINGS = (".csv", ".tsv", ".tab", ".txt", ".dat", ".data", ".arff", ".xlsx")
"""What the names of tables end in."""
LARGEST_FILE = 64_000_000
"""Bytes."""
MOST_CELLS = 5_000_000
"""They are read in a few seconds."""

ZIP, OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
"""What .xlsx and .xls files begin with."""


def read_cells(path: Path) -> Cells:
    """Read a file.

    Raises:
        TableProblem: It cannot be read, or is no table.
    """
    content = _content(path)
    if content.startswith(OLD_EXCEL):
        raise TableProblem(said("Engine", "an Excel file of the old kind (.xls): save it as .xlsx or as CSV"))
    if content.startswith(ZIP):
        from nnviz.engine.data.tables.excel import excel_cells  # each format's reader only for a file of that format

        cells = excel_cells(content)
    else:
        from nnviz.engine.data.tables.text import text_cells

        cells = text_cells(content)
    rows, columns = cells.cells.shape
    if rows > MOST_ROWS + 1:
        raise TableProblem(said("Engine", "more than {most_rows:,} rows: too many").format(most_rows=MOST_ROWS))
    if rows * columns > MOST_CELLS:
        raise TableProblem(
            said("Engine", "{rows:,} rows of {columns:,} cells are too many (at most {most_cells:,} cells)").format(
                rows=rows, columns=columns, most_cells=MOST_CELLS
            )
        )
    if not np.any(cells.cells != ""):
        raise TableProblem(said("Engine", "the file is empty"))
    return tidied(cells)


def _content(path: Path) -> bytes:
    """The bytes of a file."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise TableProblem(said("Engine", "this is a folder, not a table"))
        if not stat.S_ISREG(status.st_mode):
            raise TableProblem(said("Engine", "this is a device, not a table"))
        if status.st_size > LARGEST_FILE:
            raise TableProblem(
                said("Engine", "{st_size:,} bytes are too many for a table (at most {largest_file:,})").format(
                    st_size=status.st_size, largest_file=LARGEST_FILE
                )
            )
        content = path.read_bytes()
    except OSError as error:
        raise TableProblem(reason_of(error) or said("Engine", "cannot be read")) from None
    if not content.strip():
        raise TableProblem(said("Engine", "the file is empty"))
    return content
