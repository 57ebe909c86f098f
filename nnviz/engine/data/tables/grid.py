"""The columns of a table and their names, which its first row holds where that is a header."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from nnviz.engine.data.tables.cells import Cells, Texts
from nnviz.engine.data.tables.columns import Column, Manner, columns_of
from nnviz.engine.data.tables.forms import taken_apart
from nnviz.engine.data.tables.values import MISSING, found_decimal, is_missing, number
from nnviz.engine.settings import Reading
from nnviz.engine.types import Indices
from nnviz.said import said

SAMPLE = 20_000
"""Cells that are looked at to find the decimal sign, and whether there is a header."""
FEWEST_SAMPLED = 20
"""Rows of them at least."""
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
SWAPPED = MappingProxyType({".": ",", ",": "."})
"""The other decimal sign."""


@dataclass(frozen=True, eq=False)
class Grid:
    """The columns of a table.

    Attributes:
        columns: In their order, without what only counts the rows.
        rows: The rows that are not wholly empty.
        header: Whether the first row held the columns' names.
        decimal: What stands before the fraction of a number.
        unnamed_counter: Whether a column without a name was left out, as it only counts the rows.
        renamed: Names that stood twice, and what the later column is called instead.
        counts: Whether the first row counts rows and inputs, and names the classes, and no columns.
        header_row: The row that held the columns' names; 0 where none did.
        manner: How the cells are understood.
    """

    columns: tuple[Column, ...]
    rows: Indices
    header: bool
    decimal: str
    unnamed_counter: bool
    renamed: tuple[tuple[str, str], ...]
    counts: bool
    header_row: int
    manner: Manner


def grid_of(cells: Cells, known: Collection[str], reading: Reading) -> Grid:
    """Find out whether there is a header, and split a table into columns.

    Args:
        cells: The table.
        known: What the experiment calls columns: where one of these is in the first row, that is a header.
        reading: What somebody says of how it is written.
    """
    filled = np.any(cells.cells != "", axis=1)
    start = 0 if reading.header else int(np.argmax(filled))
    first = [text.strip() for text in cells.cells[start].tolist()]
    sample = cells.cells[start : start + 1 + max(FEWEST_SAMPLED, SAMPLE // len(first))]
    # The numbers of a sheet have their types, and are written with a point.
    manner = _manner(cells, sample, reading)
    header = reading.header is None and any(name in first for name in known)
    if not header:
        header = _is_header(first, sample[1:], manner) if reading.header is None else reading.header > 0
    names: tuple[str, ...] = tuple(f"x{place}" for place in range(1, len(first) + 1))
    renamed: tuple[tuple[str, str], ...] = ()
    if header:
        names, renamed = _header_names(first)
    counts = not reading.header and first[:2] == [str(int(filled[start + 1 :].sum())), str(len(first) - 1)]
    if counts and not any(name in first for name in known):
        header, start = False, start + 1
        names, renamed = tuple(f"x{place}" for place in range(1, len(first) + 1)), ()
    header_row = cells.first_row + start if header else 0
    start += header
    rows = np.flatnonzero(filled[start:])
    columns = columns_of(cells.cells[start:], names, cells.first_row + cells.gap + start, manner)
    counter = header and not first[0] and len(rows) > 0 and _is_index(columns[0], rows)
    return Grid(tuple(columns[counter:]), rows, header, manner.decimal, counter, renamed, counts, header_row, manner)


def _is_index(column: Column, rows: Indices) -> bool:
    """Whether a column without a name numbers the rows, some of which may be gone or in another order."""
    if column.kind != "numbers" or not column.tells_apart(rows):
        return False
    values = column.numbers("features")[rows]
    return bool(np.all(np.diff(values) > 0.0) or (values.min() in (0.0, 1.0) and np.ptp(values) == len(values) - 1))


def _manner(cells: Cells, sample: Texts, reading: Reading) -> Manner:
    """How the cells are to be understood: as somebody says, or as most of a sample are written."""
    marks = MISSING if reading.missing is None else frozenset(text.strip().casefold() for text in reading.missing)
    # The numbers of a sheet have their types, and are written with a point.
    usual, is_sure = (".", True) if cells.sheet else _usual_decimal(sample, cells.separator)
    return Manner(
        cells.separator,
        reading.decimal or usual,
        decimal_is_told=reading.decimal is not None,
        marks=marks,
        days=reading.dates is not None,
        decimal_is_sure=is_sure,
    )


def _usual_decimal(sample: Texts, separator: str) -> tuple[str, bool]:
    """What stands before the fraction of most numbers, and whether some can be read with that alone."""
    written = (taken_apart(text.strip()) for text in sample.ravel().tolist())
    bare = [found.bare for found in written if found is not None and ("." in found.bare or "," in found.bare)]
    decimal = found_decimal(bare, separator)
    return decimal, any(number(text, decimal) is not None and number(text, SWAPPED[decimal]) is None for text in bare)


def _is_header(first: list[str], body: Texts, manner: Manner) -> bool:
    """Whether a first row holds names, judged by what is below it."""
    numbers = [number(text, manner.decimal) is not None for text in first]
    for place, text in enumerate(first):
        below = [cell for cell in map(str.strip, body[:, place].tolist()) if not is_missing(cell, manner.marks)]
        form = manner.form_of(dict.fromkeys(below))
        counted = sum(form.number(cell) is not None for cell in below)
        if 2 * counted > len(below) and form.number(text) is None and not is_missing(text, manner.marks):
            return True  # a word over numbers
    if len(body) == 0:
        return not any(numbers)
    if any(numbers):
        return _are_years(first, body)
    return not all(text in body[:, place] for place, text in enumerate(first) if text)


def _are_years(first: list[str], body: Texts) -> bool:
    """Whether the numbers in a first row are years, and the words in it are in no row below: then they are names."""
    words = [
        place for place, text in enumerate(first) if not YEAR.fullmatch(text) and (text or np.any(body[:, place] != ""))
    ]
    below = [set(map(str.strip, body[:, place].tolist())) for place in words]
    return all(first[place] and first[place] not in texts for place, texts in zip(words, below, strict=True)) and (
        0 < len(words) < len(first)
    )


def _header_names(first: list[str]) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """The columns' names, and those that were made distinct; without one a column is called by its place."""
    names = tuple(
        " ".join(name.split()) or said("Engine", "column {place}").format(place=place)
        for place, name in enumerate(first, 1)
    )
    distinct: dict[str, None] = {}
    renamed: list[tuple[str, str]] = []
    taken = set(names)
    for name in names:
        free = name
        if name in distinct:
            free = next(other for count in itertools.count(2) if (other := f"{name} {count}") not in taken)
            renamed.append((name, free))
            taken.add(free)
        distinct[free] = None
    return tuple(distinct), tuple(renamed)
