"""Tables from Excel: the first sheet, its formulas as the values that were saved with them."""

from __future__ import annotations

import io
import warnings
import zipfile
from datetime import date, time, timedelta

import numpy as np

from nnviz.engine.data.tables.cells import MOST_ROWS, Cells, Texts
from nnviz.engine.data.tables.forms import form_of, taken_apart
from nnviz.engine.data.tables.problem import TableProblem
from nnviz.said import said

MOST_PARTS = 250
"""Sheets of a file: each costs time before a cell is read."""
MOST_SHEETS = 20
"""Of a file, in which a table is looked for."""
FEWEST_ROWS = 5
"""Of a table, with its header."""
LARGEST_UNPACKED = 500_000_000
"""Bytes. A small file can unpack to anything."""
NOT_EXCEL = said("Engine", "not an Excel file (.xlsx), though packed like one: save it as .xlsx or as CSV")


def excel_cells(content: bytes) -> Cells:
    """The cells of an Excel file's first sheet, as texts.

    Raises:
        TableProblem: It cannot be read.
    """
    import pandas

    _check_archive(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of parts of the file that have nothing to do with its cells
            with pandas.ExcelFile(io.BytesIO(content), engine="openpyxl") as book:
                sheets = [str(name) for name in book.sheet_names]
                for place in range(min(len(sheets), MOST_SHEETS)):
                    found = pandas.read_excel(
                        book, sheet_name=place, header=None, dtype=object, na_filter=False, nrows=MOST_ROWS + 2
                    )
                    if place == 0 or _is_table(found.shape):
                        frame, sheet = found, sheets[place]
                    if _is_table(found.shape):
                        break
    except MemoryError:
        raise
    except Exception:  # whatever a damaged file makes the reader trip over
        raise TableProblem(said("Engine", "a damaged Excel file: it cannot be read")) from None
    if frame.empty:
        raise TableProblem(
            said("Engine", 'the first sheet, "{sheets}", is empty').format(sheets=sheets[0])
            if sheets
            else said("Engine", "the file has no sheets")
        )
    others = said("Engine", 'only one of {sheets} sheets is read: "{first}"').format(sheets=len(sheets), first=sheet)
    texts = np.array([[_text(cell) for cell in row] for row in frame.itertuples(index=False)], dtype=object)
    _plain_numbers(texts)
    return Cells(texts, sheet=sheet, warnings=(others,) if len(sheets) > 1 else ())


def _is_table(shape: tuple[int, ...]) -> bool:
    """Whether a sheet is large enough for one: a cover sheet is not."""
    rows, columns = shape
    return rows >= FEWEST_ROWS and columns > 1


def _check_archive(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile:
        raise TableProblem(said("Engine", "a damaged Excel file: it cannot be unpacked")) from None
    if "xl/workbook.xml" not in names:
        raise TableProblem(NOT_EXCEL)
    sheets = sum(name.startswith("xl/worksheets/") for name in names)
    if sheets > MOST_PARTS:
        raise TableProblem(
            said("Engine", "{sheets:,} sheets are too many (at most {most:,})").format(sheets=sheets, most=MOST_PARTS)
        )
    if unpacked > LARGEST_UNPACKED:
        raise TableProblem(
            said("Engine", "{unpacked:,} bytes once it is unpacked: too many (at most {largest_unpacked:,})").format(
                unpacked=unpacked, largest_unpacked=LARGEST_UNPACKED
            )
        )


def _text(cell: object) -> str:
    """A cell as a text: numbers so that they read back to the same bits."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, (date, time)):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return f"{cell.total_seconds()!r} s"
    if isinstance(cell, float):
        return "" if np.isnan(cell) else repr(float(cell))
    return "" if cell is None else str(cell).strip()


def _plain_numbers(texts: Texts) -> None:
    """Write numbers with a decimal comma, which were stored as texts, as the numbers of other cells are."""
    for column in texts.T:
        commas = {cell for cell in column if "," in cell}
        form = form_of(commas, "", ",")
        numbers = {cell: value for cell in commas if (value := form.number(cell)) is not None}
        # A mark stays where it is: what it means is found out later, for the whole column.
        plain = {cell: _rewritten(cell, value) for cell, value in numbers.items()}
        if 2 * len(numbers) > len(commas):
            column[:] = [plain.get(cell, cell) for cell in column]


def _rewritten(cell: str, value: float) -> str:
    written = taken_apart(cell)
    return repr(value) if written is None else cell.replace(written.bare, repr(value))
