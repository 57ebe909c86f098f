"""One column of a table: what its cells say, and what kind of column that makes it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from nnviz.engine.data.tables.cells import Texts
from nnviz.engine.data.tables.dates import DayForm, day_form_of, is_date
from nnviz.engine.data.tables.forms import Form, form_of, taken_apart
from nnviz.engine.data.tables.problem import TableProblem
from nnviz.engine.data.tables.values import MISSING, NO_NUMBERS, is_missing, plain_numbers
from nnviz.engine.names import shown
from nnviz.engine.types import LARGEST_NUMBER, Array, Indices
from nnviz.said import said

Kind = Literal["numbers", "categories", "dates", "empty"]
Mask = npt.NDArray[np.bool_]

WORDS = ("NA", "None")
"""Words for a missing value that also name things."""
CODE = re.compile(r"0[0-9]+")
"""A postal code or an id rather than a number."""
PLAIN = Form()
"""How programs write numbers."""
MOST_GRADES = 10
"""A column of at most so many different whole numbers, each twice on average or more, looks like one of classes."""
MOST_MARKS = 6
"""Units that are named."""
MOSTLY = 0.5
"""The share of cells that make a column one of numbers, or of dates: the others in it are then mistakes."""


@dataclass(frozen=True, eq=False)
class Column:
    """A column, each different text in it kept once.

    Attributes:
        name: Its name in the header; ``x1``, ``x2`` and so on without one.
        texts: The different texts.
        places: For each row, which of them it holds, shape (rows,).
        first_row: What the first of these rows is called where rows are counted.
        form: How its numbers are written.
        marks: The texts, in lower case, that stand for a missing value.
    """

    name: str
    texts: tuple[str, ...]
    places: Indices
    first_row: int
    form: Form
    marks: frozenset[str] = MISSING

    @cached_property
    def _values(self) -> Array:
        """The number that each text is; NaN where it is none."""
        values = np.full(len(self.texts), np.nan)
        present = np.flatnonzero(~self._blank)
        if self.form == PLAIN and (found := plain_numbers([self.texts[place] for place in present])) is not None:
            values[present] = found
            return values
        numbers = (self.form.number(text) for text in self.texts)
        return np.array([math.nan if value is None else value for value in numbers])

    @cached_property
    def _blank(self) -> Mask:
        """Which texts are what people write for a missing value."""
        return np.array([is_missing(text, self.marks) for text in self.texts], dtype=bool)

    @cached_property
    def named_missing(self) -> tuple[str, ...]:
        """Of these the words that are categories: ``NA`` among texts, more than once, may be North America."""
        if self.kind != "categories" or self.marks is not MISSING:
            return ()
        counts = np.bincount(self.places, minlength=len(self.texts))
        words = zip(self.texts, counts.tolist(), strict=True)
        named = (*WORDS, "-") if "+" in self.texts else WORDS
        return tuple(text for text, times in words if text in named and times > 1)

    @cached_property
    def _empty(self) -> Mask:
        """Which texts stand for a missing value."""
        named = self.named_missing
        if not named:
            return self._blank
        return np.asarray(self._blank & np.array([text not in named for text in self.texts], dtype=bool))

    @cached_property
    def missing(self) -> Mask:
        """Which rows lack a value, shape (rows,)."""
        return np.asarray(self._empty[self.places])

    @cached_property
    def kind(self) -> Kind:
        """What most of its cells are."""
        counts = np.bincount(self.places, minlength=len(self.texts))
        present = counts[~self._blank].sum()
        if present == 0:
            return "empty"
        if counts[~np.isnan(self._values)].sum() >= MOSTLY * present:
            return "categories" if self.is_graded else "numbers"
        dates = np.array([is_date(text) for text in self.texts], dtype=bool)
        return "dates" if counts[dates].sum() >= MOSTLY * present else "categories"

    @cached_property
    def is_graded(self) -> bool:
        """Whether it would be one of numbers, but for few texts that stand more than once each, as in 2, 3, 4, more."""
        counts = np.bincount(self.places, minlength=len(self.texts))
        marks = self.marks | NO_NUMBERS
        present = [place for place in np.flatnonzero(counts) if not is_missing(self.texts[place], marks)]
        words = [place for place in present if np.isnan(self._values[place])]
        total, of_words = counts[present].sum(), counts[words]
        few = len(present) <= MOST_GRADES and 2 * len(present) <= total
        return few and 0 < of_words.sum() <= MOSTLY * total and bool(np.all(of_words > 1))

    def counts(self, rows: Indices) -> bool:
        """Whether it holds nothing but the numbers of the rows, from 0 or from 1."""
        values = self._values[self.places[rows]]
        return bool(values[0] in (0.0, 1.0) and np.all(values[1:] == values[:-1] + 1.0))

    def tells_apart(self, rows: Indices) -> bool:
        """Whether it holds another whole number in every row."""
        if not self.is_all_numbers or np.any(self.missing[rows]):
            return False
        values = self.numbers("features")[rows]
        return bool(np.all(values == np.rint(values)) and len(np.unique(values)) == len(values))

    @property
    def missing_texts(self) -> tuple[str, ...]:
        """The texts in it that stand for a missing value, but for nothing at all."""
        return tuple(text for text, empty in zip(self.texts, self._empty.tolist(), strict=True) if empty and text)

    @property
    def different_marks(self) -> tuple[str, ...]:
        """The units of a column that looks like one of numbers, and is one of categories because of them."""
        if self.kind != "categories":
            return ()
        present = [taken_apart(text) for text in self.texts if not is_missing(text, self.marks)]
        marks = [written.mark for written in present if written is not None and written.mark and not written.is_bound]
        different = tuple(dict.fromkeys(marks))
        return different[:MOST_MARKS] if len(different) > 1 and 10 * len(marks) >= 9 * len(present) else ()

    @property
    def alike(self) -> tuple[str, ...]:
        """The first texts of a column of categories that differ in capitals alone; none where all differ in more."""
        if self.kind != "categories":
            return ()
        known: dict[str, str] = {}
        for text in self.texts:
            if known.setdefault(text.casefold(), text) != text:
                return known[text.casefold()], text
        return ()

    @property
    def is_all_numbers(self) -> bool:
        """Whether every cell that holds something holds a number."""
        return not np.any(np.isnan(self._values) & ~self._empty)

    def texts_of(self, rows: Indices) -> list[str]:
        """What stands in some rows."""
        return [self.texts[place] for place in self.places[rows].tolist()]

    def distinct(self, rows: Indices) -> tuple[str, ...]:
        """The different texts in some rows, sorted."""
        return tuple(sorted(self.texts[place] for place in np.unique(self.places[rows]).tolist()))

    def is_text(self, text: str, rows: Indices) -> Mask:
        """In which of some rows a text stands, shape (rows,)."""
        return np.asarray(self.places[rows] == self.texts.index(text))

    def numbers(self, field: str) -> Array:
        """The number in each row, shape (rows,); NaN where it is missing.

        Raises:
            TableProblem: A cell holds something else, or a number that is too large to reckon with.
        """
        for place in np.flatnonzero(~self._empty & ~(np.abs(self._values) <= LARGEST_NUMBER)).tolist():
            text, row = shown(self.texts[place]), self.first_row + int(np.flatnonzero(self.places == place)[0])
            if math.isnan(self._values[place]):
                raise TableProblem(
                    said("Engine", 'text in "{name}", a column of numbers: {text} in row {row:,}').format(
                        name=self.name, text=text, row=row
                    ),
                    field,
                )
            raise TableProblem(
                said("Engine", '"{name}" holds {text} in row {row:,}: expected a finite number').format(
                    name=self.name, text=text, row=row
                ),
                field,
            )
        return np.asarray(self._values[self.places])


@dataclass(frozen=True)
class Manner:
    """How the cells of a table are to be understood.

    Attributes:
        separator: What separates columns, in words; empty where cells have types, and no number is in doubt.
        decimal: What stands before the fraction of most numbers.
        decimal_is_told: Whether somebody says so: it then holds for every column.
        decimal_is_sure: Whether some numbers can be read with it alone.
        marks: The texts, in lower case, that stand for a missing value.
        days: Whether dates are numbers.
    """

    separator: str
    decimal: str
    decimal_is_told: bool = False
    marks: frozenset[str] = MISSING
    days: bool = False
    decimal_is_sure: bool = False

    def form_of(self, texts: Iterable[str]) -> Form:
        """How the numbers among the different texts of a column are written."""
        present = [text for text in texts if not is_missing(text, self.marks)]
        told = self.decimal if self.decimal_is_told else ""
        return form_of(present, self.separator, self.decimal, told, self.decimal_is_sure)


def columns_of(cells: Texts, names: tuple[str, ...], first_row: int, manner: Manner) -> list[Column]:
    """The columns of a table whose header was taken off.

    Args:
        cells: Texts, shape (rows, columns).
        names: A name for each column.
        first_row: What the first row is called where rows are counted.
        manner: How they are to be understood.
    """
    return [_column(name, cells[:, place], first_row, manner) for place, name in enumerate(names)]


def _column(name: str, cells: Texts, first_row: int, manner: Manner) -> Column:
    import pandas

    places, raw = pandas.factorize(cells)
    # Texts that differ in the spaces around them are the same text.
    texts: dict[str, int] = {}
    merged: Any = np.array([texts.setdefault(text.strip(), len(texts)) for text in raw], dtype=np.int64)
    column = Column(name, tuple(texts), merged[places], first_row, manner.form_of(texts), manner.marks)
    if column.kind == "numbers" and column.marks is MISSING:
        return replace(column, marks=MISSING | NO_NUMBERS)
    return replace(column, form=day_form_of(texts)) if manner.days and column.kind == "dates" else column


def form_warnings(columns: list[Column]) -> list[str]:
    """What a reader should know of how numbers were read."""
    warnings: list[str] = []
    for column in columns:
        if isinstance(column.form, DayForm):
            warnings.append(said("Engine", '"{name}" is read as days since 1970').format(name=column.name))
        if column.kind == "numbers" and column.form.unsure:
            value = column.form.number(column.form.unsure)
            warnings.append(
                said(
                    "Engine",
                    '"{name}" may be read in two ways: {text} is taken for {value}',
                ).format(name=column.name, text=column.form.unsure, value=repr(value))
            )
        if marks := column.different_marks:
            warnings.append(
                said("Engine", '"{name}" holds numbers in several units ({marks}): they are read as categories').format(
                    name=column.name, marks=", ".join(marks)
                )
            )
        if column.is_graded:
            graded = said("Engine", '"{name}" holds numbers and texts that repeat: they are read as categories')
            warnings.append(graded.format(name=column.name))
        if column.kind == "numbers" and (code := next(filter(CODE.fullmatch, column.texts), "")):
            codes = said("Engine", '"{name}" holds {text} and the like: read as numbers, it is {value:g}')
            warnings.append(codes.format(name=column.name, text=shown(code), value=float(code)))
        if alike := column.alike:
            words = said("Engine", '{texts} in "{name}" differ only in capitals: they are read as different categories')
            warnings.append(words.format(texts=", ".join(map(shown, alike)), name=column.name))
        for word in column.named_missing:
            warnings.append(
                said("Engine", '"{word}" in "{name}" is read as a category, as it repeats').format(
                    word=word, name=column.name
                )
            )
        if column.kind == "numbers" and column.form.bounds:
            words = said("Engine", '"{name}" holds bounds or marks such as {text}: they are read as the number itself')
            warnings.append(words.format(name=column.name, text=shown(column.form.bounds)))
    return warnings
