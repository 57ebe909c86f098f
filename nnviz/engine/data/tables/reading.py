"""A file as rows of cells. Nothing in it is ever executed."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

import numpy as np

from nnviz.content import ContentError, content_of
from nnviz.engine.data.tables.cells import Cells, check_cells
from nnviz.engine.data.tables.layout import tidied
from nnviz.engine.data.tables.problem import TableProblem
from nnviz.engine.settings import Reading
from nnviz.said import said

TABLE_ENDINGS = (".csv", ".tsv", ".tab", ".txt", ".dat", ".data", ".arff", ".xlsx")
"""What the names of tables end in."""
LARGEST_FILE = 64_000_000
"""Bytes."""

ZIP, OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
"""What .xlsx and .xls files begin with."""


def read_cells(
    path: Path, reading: Reading, pause: Callable[[], None] = lambda: None, known: Collection[str] = ()
) -> Cells:
    """Read a file.

    Args:
        path: Where it is.
        reading: What somebody says of how it is written.
        known: What an experiment calls columns.
        pause: Called now and then; what it raises ends the reading.

    Raises:
        TableProblem: It cannot be read, or is no table.
    """
    content = _content(path)
    pause()
    if content.startswith(OLD_EXCEL):
        raise TableProblem(said("Engine", "an Excel file of the old kind (.xls): save it as .xlsx or as CSV"))
    is_excel = content.startswith(ZIP)
    _check_kind(reading, is_excel)
    if is_excel:
        from nnviz.engine.data.tables.excel import excel_cells  # each format's reader only for a file of that format

        cells = excel_cells(content, reading, pause)
    else:
        from nnviz.engine.data.tables.text import text_cells

        cells = text_cells(content, reading)
    rows, columns = cells.cells.shape
    check_cells(rows, columns)
    if not np.any(cells.cells != ""):
        raise TableProblem(said("Engine", "the file is empty"))
    return tidied(cells, known)


def _check_kind(reading: Reading, is_excel: bool) -> None:
    """Refuse what is said of a file of the other kind."""
    for field in ("separator", "encoding") if is_excel else ("sheet",):
        if getattr(reading, field) is not None:
            reason = said("Engine", "an Excel file has none") if is_excel else said("Engine", "a text file has none")
            raise TableProblem(reason, f"reading.{field}")


def _content(path: Path) -> bytes:
    """The bytes of a file."""
    try:
        content = content_of(path, LARGEST_FILE, said("Engine", "a table"))
    except ContentError as error:
        raise TableProblem(error.text) from None
    if not content.strip():
        raise TableProblem(said("Engine", "the file is empty"))
    return content
