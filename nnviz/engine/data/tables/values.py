"""What the text of a cell means: nothing, a number, a date, or just a text."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence

import numpy as np

from nnviz.engine.data.tables.signs import plain
from nnviz.engine.types import Array

STATA = frozenset({".", *(f".{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")})
NOT_THERE = frozenset(
    {"k.a.", "k. a.", "k.a", "n.n.", "n.d.", "n.v.", "n.a.", "n/d", "s/d", "keine angabe", "missing", "缺失"}
)
"""Short for what is not known or was not found."""
PROGRAMS = frozenset({"\\n", "(null)", "<null>", "[null]", "(none)", "nil", "nat", "<na>", "#na", "undefined"})
"""What programs write."""
SIGNS = frozenset({"?", "??", "-", "--", "---", "----", "–", "—", "..", "...", "…", "(-)", "(–)"})
WORDS = frozenset({"", "na", "n/a", "#n/a", "#n/d", "#nv", "nan", "null", "none"})
MISSING = STATA | NOT_THERE | PROGRAMS | SIGNS | WORDS
"""What people write where a value is missing, in lower case."""
NO_NUMBERS = frozenset(
    {"unknown", "unbekannt", "inconnu", "未知", "不详", "无", "无数据", "空", "no data", "nodata", "not available"}
    | {
        "not reported",
        "not recorded",
        "not applicable",
        "not measured",
        "tbd",
        "tba",
        "nd",
        "nv",
        "n.m.",
        "bdl",
        "leer",
    }
    | {"blank", "empty", "x", "xx", "*", "**", "***", ":", "/", "\\", "_", "#", "##"}
)
"""What stands for a missing number as well; among texts it may be a category."""
NO_VALUE = re.compile(
    r"#{3,}|#[¡¿]?[^\W\d_][\w/]{1,12}[!?]|#n/a n/a|(?:err|fehler|erreur|errore?):\s?[0-9]{3}"
    r"|[+-]?1\.#(?:ind|[qs]nan)[0-9]*|[+-]nan(?:\((?:ind|snan)\))?",
    re.IGNORECASE,
)
"""What spreadsheets show where they cannot reckon or a column is too narrow, and C where the result is no number."""
INFINITE = re.compile(r"[+-]?(?:inf|infinity|∞)", re.IGNORECASE)
LONGEST_NUMBER = 1_000
"""Characters: more than any number needs, written out in full."""
NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?")
FORTRAN = re.compile(r"([+-]?[0-9]*\.[0-9]+)[dD]([+-][0-9]{2,3})")
"""Numbers of double precision, as Fortran writes them."""
GROUPED = re.compile(
    r"[+-]?(?:[1-9][0-9]{0,2}(?:[,' \u00a0\u202f’][0-9]{3})+|[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3})(?:\.[0-9]*)?"
)
"""Thousands set apart; in India hundreds of them, as in 12,34,567."""
GROUPING = re.compile(r"[,' \u00a0\u202f’]")
SWAP = str.maketrans(",.", ".,")


def is_missing(text: str, marks: frozenset[str] = MISSING) -> bool:
    """Whether a cell holds no value: nothing, or one of some words in lower case."""
    return (
        not text
        or text.casefold() in marks
        or ((text[0] in "EeFf+-" or "#" in text) and NO_VALUE.fullmatch(text) is not None)
    )


def number(text: str, decimal: str = ".") -> float | None:
    """The number that a text is, with a decimal point or comma; ``None`` if it is none."""
    if len(text) > LONGEST_NUMBER:
        return None
    text = plain(text)
    if decimal == ",":
        text = text.translate(SWAP)
    if NUMBER.fullmatch(text):
        return float(text)
    if match := FORTRAN.fullmatch(text):
        return float(f"{match[1]}e{match[2]}")
    if GROUPED.fullmatch(text):
        return float(GROUPING.sub("", text))
    if INFINITE.fullmatch(text):
        return -math.inf if text.startswith("-") else math.inf
    return None


def plain_numbers(texts: Sequence[str]) -> Array | None:
    """The numbers of texts, all at once, where all are written as programs do; else ``None``."""
    try:
        values = np.array(texts, dtype=object).astype(np.float64)
    except ValueError:
        return None
    # Python reads more as numbers than people write: 1_000 and nan.
    return values if np.all(np.isfinite(values)) and not any("_" in text for text in texts) else None


def found_decimal(texts: Iterable[str], between_columns: str) -> str:
    """Whether numbers have a decimal point or a decimal comma.

    ``1,234`` may be either; it counts only where nothing tells more, and then as a decimal comma unless commas stand
    between the columns.
    """
    votes = {".": 0, ",": 0}
    unclear = 0
    for text in texts:
        if "," not in text and "." not in text:
            continue
        readings = [decimal for decimal in votes if number(text, decimal) is not None]
        if len(readings) == 1:
            votes[readings[0]] += 1
        elif readings:
            unclear += 1 if "," in text else -1
    if votes["."] == votes[","] == 0:
        return "," if unclear > 0 and between_columns != "commas" else "."
    return max(votes, key=lambda decimal: votes[decimal])
