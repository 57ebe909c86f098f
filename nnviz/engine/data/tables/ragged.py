"""Rows of different lengths, mended where it is plain what they mean."""

from __future__ import annotations

import csv
import re
from collections import Counter

import numpy as np

from nnviz.engine.data.tables.cells import Texts
from nnviz.engine.data.tables.forms import taken_apart
from nnviz.engine.names import counted
from nnviz.said import said

FRACTION = re.compile(r"[+-]?[0-9]*[.,][0-9]+")


def mended(lines: list[str], separator: str, top_is_told: bool = False) -> tuple[Texts, tuple[str, ...]] | None:
    """The cells of lines that do not all have as many, and what was mended; ``None`` where that would be a guess.

    Lines above the table, separators at the ends of lines, doubled separators, and R's header, which has no name for
    the names of the rows.
    """
    try:
        # A quotation that is never closed would swallow all that follows.
        rows = list(csv.reader(lines, delimiter=separator, skipinitialspace=True, strict=True))
    except csv.Error:
        return None
    if len(rows) != len(lines):
        return None
    width = Counter(len(row) for row in rows if row).most_common(1)[0][0]
    start = 0
    if not top_is_told:
        start = next((place for place, row in enumerate(rows) if _may_begin(rows, place, width)), 0)
    warnings: list[str] = []
    body = [row for row in rows[start + 1 :] if row]
    if start and _are_names(rows[start - 1]) and _has_numbers(rows[start]):
        return None  # names over more cells than there are names: what each stands for is not known
    if len(rows[start]) == width - 1:
        if all(len(row) < width or not row[-1] for row in body):
            width -= 1
        elif not _name_rows([row[0] for row in body]):
            return None
        else:
            rows[start] = ["", *rows[start]]
            warnings.append(said("Engine", "the header has one name less than there are columns: the first has none"))
    doubled, trailing = 0, False
    for place, row in enumerate(rows[start:], start):
        while len(row) > width and not row[-1]:
            row.pop()
            trailing = True
        if len(row) > width:
            rows[place] = row = [cell for cell in row if cell]
            doubled += 1
            if len(row) != width:
                return None
        row += [""] * (width - len(row))
    for place, row in enumerate(rows[:start]):
        # What stands above the table is one text, as the title of a sheet is.
        rows[place] = [" ".join(row), *[""] * (width - 1)]
    if trailing:
        warnings.append(said("Engine", "separators at the ends of rows are left out"))
    if doubled:
        warnings.append(
            said("Engine", "doubled separators are read as one in {rows}").format(rows=counted(doubled, "row"))
        )
    return np.array(rows, dtype=object), tuple(warnings)


def _may_begin(rows: list[list[str]], place: int, width: int) -> bool:
    """Whether a row may be the first of the table: it is as wide, or one cell short as R's header is."""
    row = rows[place]
    if len(row) < 2 or len(row) < width - 1:
        return False
    below = [other for other in rows[place + 1 : place + 3] if other]
    if len(row) > width and row[-1]:
        # A title with separators in it stands above names.
        return not (
            len(below) == 2 and len(below[0]) == width and not _has_numbers(below[0]) and _has_numbers(below[1])
        )
    if len(row) >= width:
        return True
    # Above a header stand lines of a name and a value as well: those are several, or the next has the names.
    if not below or len(below[0]) < width or (place and len(rows[place - 1]) == len(row)):
        return False
    return _has_numbers(below[0]) or not _has_numbers(below[-1])


def _are_names(row: list[str]) -> bool:
    """Whether a row may hold the names of columns: several words, each another one."""
    words = [cell.strip() for cell in row]
    return len(words) > 2 and all(words) and len(set(words)) == len(words) and not _has_numbers(row)


def _name_rows(texts: list[str]) -> bool:
    """Whether texts are what R calls rows: each another one, and no measured number."""
    return len(set(texts)) == len(texts) and not any(FRACTION.fullmatch(text.strip()) for text in texts)


def _has_numbers(row: list[str]) -> bool:
    return any(taken_apart(cell.strip()) is not None for cell in row)
