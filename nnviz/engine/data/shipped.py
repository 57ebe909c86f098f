"""The real data sets that come with nnviz: plain tables under ``resources/data``, read when they are first asked for.

Where they come from, and under which licence, stands beside them in ``SOURCES.txt``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial

import numpy as np

from nnviz.engine.data.makers import Maker
from nnviz.engine.types import Array, frozen
from nnviz.resources import resource

DIGITS = tuple(f"pixel_{row}_{column}" for row in range(8) for column in range(8))
"""How dark each of the 8 × 8 pixels is, from 0 to 16; rows count from the top."""
PENGUINS = (
    "bill_length_mm",
    "bill_depth_mm",
    "flipper_length_mm",
    "body_mass_g",
    "island=Biscoe",
    "island=Dream",
    "island=Torgersen",
    "sex=female",
    "sex=male",
)
"""``column=category`` is 1 where the column holds the category, and else 0."""
SPECIES = ("Adelie", "Chinstrap", "Gentoo")
DIABETES = ("age", "sex", "bmi", "bp", "s1", "s2", "s3", "s4", "s5", "s6")
"""Age in years, sex (1 or 2), body mass index, blood pressure, six measurements of the blood serum."""


def taken(read: Callable[[], tuple[Array, Array]]) -> Maker:
    """A maker that takes examples of a table at random, in the table's order; all of them where so many are wanted."""
    return partial(_take, read)


def _take(
    read: Callable[[], tuple[Array, Array]], generator: np.random.Generator, examples: int
) -> tuple[Array, Array]:
    x, y = read()
    rows = subset(generator, len(x), examples)
    return x[rows], y[rows]


def subset(generator: np.random.Generator, rows: int, examples: int) -> slice | Array:
    """Which rows of a table are the examples: all, or so many drawn at random, in order."""
    return slice(None) if examples >= rows else np.sort(generator.choice(rows, examples, replace=False))


@lru_cache(maxsize=1)
def digits() -> tuple[Array, Array]:
    """Handwritten digits, 8 × 8 pixels each: x of shape (1797, 64), labels of shape (1797, 1)."""
    return _numbers("digits.csv")


@lru_cache(maxsize=1)
def diabetes() -> tuple[Array, Array]:
    """Diabetes patients, and how far the disease has come a year later: x of shape (442, 10), y of shape (442, 1)."""
    return _numbers("diabetes.csv")


@lru_cache(maxsize=1)
def penguins() -> tuple[Array, Array]:
    """Penguins of three species: x of shape (333, 9), labels of shape (333, 1); without those that lack a value."""
    with resource("data", "penguins.csv").open(encoding="utf-8", newline="") as file:
        import csv  # only real data needs it

        rows = [row for row in csv.DictReader(file) if all(row.values())]
    x = np.array([[_cell(row, column) for column in PENGUINS] for row in rows])
    y = np.array([[float(SPECIES.index(row["species"]))] for row in rows])
    return frozen(x), frozen(y)


def _cell(row: dict[str, str], column: str) -> float:
    name, equals, category = column.partition("=")
    return float(row[name] == category) if equals else float(row[name])


def _numbers(name: str) -> tuple[Array, Array]:
    """A table of numbers, the target last."""
    with resource("data", name).open(encoding="ascii") as file:
        cells = np.loadtxt(file, delimiter=",", skiprows=1, ndmin=2)
    return frozen(np.ascontiguousarray(cells[:, :-1])), frozen(np.ascontiguousarray(cells[:, -1:]))
