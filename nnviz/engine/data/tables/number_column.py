"""A column of a long table: its numbers alone, as the texts of a million rows would take too much room."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from nnviz.engine.data.tables.columns import Column, Kind, Mask
from nnviz.engine.data.tables.problem import TableProblem
from nnviz.engine.names import shown
from nnviz.engine.types import LARGEST_NUMBER, Array, Indices
from nnviz.said import said


@dataclass(frozen=True, eq=False)
class NumberColumn(Column):
    """A column of numbers, without the texts that they were.

    Attributes:
        row_values: For each row its number; NaN where there is none, shape (rows,).
        gaps: Which rows lack a value, shape (rows,).
        odd: The first of the texts that are neither, with their rows.
        first_texts: What stands in the first rows.
    """

    row_values: Array = field(default_factory=lambda: np.zeros(0))
    gaps: Mask = field(default_factory=lambda: np.zeros(0, dtype=bool))
    odd: tuple[tuple[int, str], ...] = ()
    first_texts: tuple[str, ...] = ()

    @cached_property
    def kind(self) -> Kind:
        """Numbers, unless it holds nothing at all."""
        return "empty" if np.all(self.gaps) else "numbers"

    @cached_property
    def named_missing(self) -> tuple[str, ...]:
        """None: only texts have categories."""
        return ()

    @cached_property
    def missing(self) -> Mask:
        """Which rows lack a value, shape (rows,)."""
        return self.gaps

    @property
    def missing_texts(self) -> tuple[str, ...]:
        """They are not kept."""
        return ()

    @property
    def is_all_numbers(self) -> bool:
        """Whether every cell that holds something holds a number."""
        return not self.odd

    def counts(self, rows: Indices) -> bool:
        """Whether it holds nothing but the numbers of the rows, from 0 or from 1."""
        values = self.row_values[rows]
        return bool(values[0] in (0.0, 1.0) and np.all(values[1:] == values[:-1] + 1.0))

    def texts_of(self, rows: Indices) -> list[str]:
        """What stands in some rows, or the number that it is."""
        known = len(self.first_texts)
        return [
            self.first_texts[row] if row < known else _written(float(self.row_values[row])) for row in rows.tolist()
        ]

    def distinct(self, rows: Indices) -> tuple[str, ...]:
        """The different numbers in some rows, as texts, sorted."""
        values = self.row_values[rows]
        return tuple(sorted(map(_written, np.unique(values[~np.isnan(values)]).tolist())))

    def is_text(self, text: str, rows: Indices) -> Mask:
        """In which of some rows a number stands, given as a text, shape (rows,)."""
        return np.asarray(self.row_values[rows] == float(text))

    def numbers(self, field: str) -> Array:
        """The number in each row, shape (rows,); NaN where it is missing.

        Raises:
            TableProblem: A cell holds something else, or a number that is too large to reckon with.
        """
        if self.odd:
            row, text = self.odd[0]
            raise TableProblem(
                said("Engine", 'text in "{name}", a column of numbers: {text} in row {row:,}').format(
                    name=self.name, text=shown(text), row=self.first_row + row
                ),
                field,
            )
        large = np.flatnonzero(~(np.abs(self.row_values) <= LARGEST_NUMBER) & ~self.gaps)
        if len(large):
            raise TableProblem(
                said("Engine", '"{name}" holds {text} in row {row:,}: expected a finite number').format(
                    name=self.name,
                    text=shown(_written(float(self.row_values[large[0]]))),
                    row=self.first_row + int(large[0]),
                ),
                field,
            )
        return self.row_values


def _written(value: float) -> str:
    """A number as a text; nothing where there is none."""
    if math.isnan(value):
        return ""
    return str(int(value)) if value.is_integer() else repr(value)
