"""Tables from Excel: a sheet's cells with their types, its formulas as the values that were saved with them."""

from __future__ import annotations

import contextlib
import io
import warnings
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import numpy as np

from nnviz.engine.data.tables.archive import Merged, Sheet, check_archive
from nnviz.engine.data.tables.cells import Cells, Texts, Top, check_cells, told_top
from nnviz.engine.data.tables.forms import form_of, taken_apart
from nnviz.engine.data.tables.problem import TableProblem
from nnviz.engine.data.tables.signs import composed
from nnviz.engine.data.tables.text import text_cells
from nnviz.engine.data.tables.values import number
from nnviz.engine.names import shown, suggestion
from nnviz.engine.settings import Reading
from nnviz.said import said

MOST_SHEETS = 20
"""Of a file, in which a table is looked for."""
FEWEST_ROWS = 5
"""Of a table, with its header."""
MOST_NAMED = 8
"""Columns that a word on formulas names."""
MOST_EMPTY = 1_000
"""Empty rows below which nothing more is expected: a sheet has a million."""
WAITED = 1_000
"""Rows after which somebody may end the reading."""
DAMAGED = said("Engine", "a damaged Excel file: it cannot be read")

Rows = list[list[object]]


def _say_nothing(_: object) -> None:
    """Nobody reads it."""


def excel_cells(content: bytes, reading: Reading, known: frozenset[str], pause: Callable[[], None]) -> Cells:
    """The cells of a sheet, as texts: the one that somebody names, or the first that may be a table.

    Raises:
        TableProblem: It cannot be read, or there is no such sheet.
    """
    import openpyxl
    from openpyxl.styles import cell_style

    # WORKAROUND: of a damaged file it prints a line there before it raises, in the midst of what a command writes.
    vars(cell_style)["print"] = _say_nothing
    found = check_archive(content, pause)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of parts of the file that have nothing to do with its cells
        try:
            book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        except MemoryError:
            raise
        except Exception:  # whatever a damaged file makes the reader trip over
            raise TableProblem(DAMAGED) from None
        with contextlib.closing(book):
            # A sheet of charts has no cells.
            sheets = {str(sheet.title): sheet for sheet in book.worksheets}
            seen = {name: sheet for name, sheet in sheets.items() if sheet.sheet_state == "visible"}
            name, rows = _found(sheets if reading.sheet is not None or not seen else seen, reading, known, pause)
    if (apart := _taken_apart(name, rows, reading)) is not None:
        return replace(apart, sheets=tuple(sheets))
    unseen = found.get(name, Sheet([], set()))
    filled = _fill_merged(rows, unseen.merged)
    if unseen.formulas:
        words = said("Engine", "formulas in {columns} were never calculated: save the file from a spreadsheet once")
        columns = ", ".join(sorted(unseen.formulas, key=lambda column: (len(column), column))[:MOST_NAMED])
        filled.append(words.format(columns=columns))
    top = Top(0)
    if reading.header or reading.skip is not None:
        top = told_top(reading, len(rows))
        rows = [rows[top.skipped], *rows[top.skipped + 1 + top.gap :]]
    texts, unsure = _texts(rows, reading.decimal)
    others = said("Engine", 'only one of {sheets} sheets is read: "{first}"').format(sheets=len(sheets), first=name)
    return Cells(
        texts,
        top.skipped + 1,
        top.gap,
        sheet=name,
        sheets=tuple(sheets),
        top_is_told=top.is_told,
        warnings=(*([others] if len(sheets) > 1 and reading.sheet is None else []), *filled, *unsure),
    )


def _found(
    sheets: Mapping[str, Any], reading: Reading, known: frozenset[str], pause: Callable[[], None]
) -> tuple[str, Rows]:
    """The sheet that somebody names, or the first that may be the table, else the first; and its rows."""
    names = list(sheets)
    if not names:
        raise TableProblem(said("Engine", "the file has no sheets"))
    if reading.sheet is not None:
        name = _named(names, reading.sheet)
        rows = _rows(sheets[name], pause)
        if not rows:
            raise TableProblem(said("Engine", 'the sheet "{name}" is empty').format(name=name), "reading.sheet")
        return name, rows
    first: Rows = []
    best, found = 0, None
    for place, name in enumerate(names[:MOST_SHEETS]):
        rows = _rows(sheets[name], pause)
        first = rows if place == 0 else first
        # A cover sheet is too small, and what explains the columns is all words.
        if len(rows) >= FEWEST_ROWS and len(rows[0]) > 1:
            named = bool(known) and any(known <= set(map(_text, row)) for row in rows)
            likely = 1 + named + _has_numbers(rows)
            if likely > best:
                best, found = likely, (name, rows)
            if likely == 3 or (likely == 2 and not known):
                break
    if found is not None:
        return found
    if not first:
        raise TableProblem(said("Engine", 'the first sheet, "{sheets}", is empty').format(sheets=names[0]))
    return names[0], first


def _has_numbers(rows: Rows) -> bool:
    """Whether more than one row in two holds a number."""
    return 2 * sum(any(isinstance(cell, (int, float)) for cell in row) for row in rows) > len(rows)


def _named(names: list[str], told: str | int) -> str:
    if isinstance(told, int):
        if told > len(names):
            reason = said("Engine", "there are fewer sheets: {sheets}").format(sheets=len(names))
            raise TableProblem(reason, "reading.sheet")
        return names[told - 1]
    if told not in names:
        raise TableProblem(
            said("Engine", "no sheet {name}{suggestion}").format(name=shown(told), suggestion=suggestion(told, names)),
            "reading.sheet",
        )
    return told


def _rows(sheet: Any, pause: Callable[[], None]) -> Rows:
    """The rows of a sheet down to the last that holds something, each as wide as the widest."""
    sheet.reset_dimensions()  # what a file says of them may be wrong
    rows: Rows = []
    width = kept = cells = 0
    found = sheet.iter_rows(values_only=True)
    while True:
        try:
            row = next(found, None)
        except MemoryError:
            raise
        except Exception:  # whatever a damaged file makes the reader trip over
            raise TableProblem(DAMAGED) from None
        if row is None:
            break
        last = next((place for place in range(len(row), 0, -1) if row[place - 1] is not None), 0)
        rows.append(list(row[:last]))
        cells += last
        if last:
            width, kept = max(width, last), len(rows)
            check_cells(kept, width, max(cells, kept * width))
        elif len(rows) > kept + MOST_EMPTY:
            break
        if len(rows) % WAITED == 0:
            pause()
    return [row + [None] * (width - len(row)) for row in rows[:kept]]


def _taken_apart(name: str, rows: Rows, reading: Reading) -> Cells | None:
    """The cells of a sheet whose only column holds whole rows, as of a text that was opened wrongly; else ``None``."""
    if len(rows[0]) > 1:
        return None
    lines = "\n".join(" ".join(_text(cell).split("\n")) for (cell,) in rows)
    try:
        cells = text_cells(lines.encode(), reading)
    except TableProblem:
        return None
    words = said("Engine", 'each cell of the sheet "{name}" holds a whole row: taken apart').format(name=name)
    return replace(cells, warnings=(words, *cells.warnings))


def _fill_merged(rows: Rows, merged: list[Merged]) -> list[str]:
    """Write what merged cells show into each of their rows, and say so."""
    from openpyxl.utils import column_index_from_string

    filled = [(column_index_from_string(cells.column) - 1, cells) for cells in merged if cells.last <= len(rows)]
    filled = [(place, cells) for place, cells in filled if rows and place < len(rows[0])]
    for place, cells in filled:
        for row in rows[cells.first : cells.last]:
            row[place] = rows[cells.first - 1][place]
    if not filled:
        return []
    first = filled[0][1]
    words = said("Engine", "merged cells count for each of their rows: {count:,}, the first in rows {first} to {last}")
    return [words.format(count=len(filled), first=first.first, last=first.last)]


def _texts(rows: Rows, decimal: str | None) -> tuple[Texts, list[str]]:
    """Rows as texts, each column by itself: numbers among its texts become ones like those of its other cells.

    Returns:
        The texts, and a word on numbers that may be read in two ways.
    """
    texts = np.empty((len(rows), len(rows[0])), dtype=object)
    unsure: list[str] = []
    for place, found in enumerate(zip(*rows, strict=True)):
        cells = [composed(cell).strip() if isinstance(cell, str) else cell for cell in found]
        plain: dict[str, str] = {}
        either = ""
        if decimal != ".":
            plain, either = _plain_numbers({cell for cell in cells if isinstance(cell, str)})
        if either and decimal is None:
            words = said("Engine", "numbers kept as texts may be read in two ways: {text} is taken for {value}")
            unsure.append(words.format(text=shown(either), value=plain.get(either, repr(number(either)))))
        texts[:, place] = [plain.get(cell, cell) if isinstance(cell, str) else _text(cell) for cell in cells]
    return texts, unsure


def _text(cell: object) -> str:
    """A cell as a text: numbers so that they read back to the same bits."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, datetime):
        day = not (cell.hour or cell.minute or cell.second or cell.microsecond)
        return cell.date().isoformat() if day else cell.isoformat()
    if isinstance(cell, (date, time)):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return f"{cell.total_seconds()!r} s"
    if isinstance(cell, float):
        return "" if np.isnan(cell) else repr(float(cell))
    return "" if cell is None else str(cell).strip()


def _plain_numbers(texts: set[str]) -> tuple[dict[str, str], str]:
    """Numbers with a decimal comma that were stored as texts, as the numbers of other cells are written.

    Returns:
        What becomes of them, and one that could also be read with a decimal point; empty if none could.
    """
    signed = [text for text in sorted(texts) if "," in text or "." in text]
    form = form_of(sorted(texts), "", ",")
    numbers = {text: value for text in signed if (value := form.number(text)) is not None}
    if form.decimal != "," or 2 * len(numbers) <= len(signed):
        return {}, form.unsure if number(form.unsure) is not None else ""
    # A mark stays where it is: what it means is found out later, for the whole column.
    return {text: _rewritten(text, value) for text, value in numbers.items()}, form.unsure


def _rewritten(cell: str, value: float) -> str:
    written = taken_apart(cell)
    return repr(value) if written is None else cell.replace(written.bare, repr(value))
