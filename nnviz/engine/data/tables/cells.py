"""The cells of a table, whatever format its file is in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy.typing as npt

MOST_ROWS = 100_000

Texts = npt.NDArray[Any]
"""An array of Python strings."""


@dataclass(frozen=True, eq=False)
class Cells:
    """The cells of a table, header included, each row as wide as the others.

    Attributes:
        cells: Texts, shape (rows, columns); an empty text where a cell is empty.
        first_row: What the first of them is called where rows are counted, as spreadsheets do, from 1.
        separator: What separates columns in a text file, in words; empty for Excel.
        encoding: How a text file is written; empty for Excel.
        sheet: The sheet of an Excel file; empty for a text file.
        warnings: What a reader should know.
    """

    cells: Texts
    first_row: int = 1
    separator: str = ""
    encoding: str = ""
    sheet: str = ""
    warnings: tuple[str, ...] = ()
