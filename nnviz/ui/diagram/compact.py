"""Numbers where there is little room: as many of the user's digits as fit."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from nnviz.ui.look.numbers import NumberStyle, written

SURE_DIGITS = 4
"""There is room for so many in any network; for more, up to ``MOST_DIGITS``, where units stand far apart."""

MOST_DIGITS = 6


def characters_of(style: NumberStyle, most: int = SURE_DIGITS) -> int:
    """How many characters the diagram keeps for a number: a sign, two places, the decimal sign and the digits."""
    return max(7, min(style.digits, most) + 4)


def compact(value: float, style: NumberStyle, characters: int) -> str:
    """A number with its sign in at most so many characters where that is possible, fewer digits being shown."""
    text = ""
    for digits in range(min(style.digits, max(characters - 4, 0)), -1, -1):
        text = written(value, _with_digits(style, digits), plus=True)
        if "×" in text and abs(value) < 1.0 and digits > 0:
            # Too small for the digits there are: one digit of it says enough.
            text = written(value, _with_digits(style, 0), plus=True)
        if len(text) <= characters:
            return text
    return text


@cache
def _with_digits(style: NumberStyle, digits: int) -> NumberStyle:
    return replace(style, digits=digits)
