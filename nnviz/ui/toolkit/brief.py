"""Numbers where there is room for a few digits only: what is too small for them is about nothing."""

from __future__ import annotations

from collections.abc import Iterable

from nnviz.ui.look.numbers import NumberStyle, written


def brief(value: float, digits: int, style: NumberStyle, *, plus: bool = False) -> str:
    """A number with so many digits, and not in scientific form where it is small: that takes three times the room."""
    if value == 0.0:
        return "0"
    if abs(value) < 0.5 * 10.0**-digits:
        return "≈0"
    if abs(value) < 10.0**-digits:
        value = round(value, digits)
    return written(value, NumberStyle(digits, style.decimal_sign), plus=plus)


def wordings(value: float, digits: Iterable[int], style: NumberStyle, *, plus: bool = False) -> tuple[str, ...]:
    """The number with so many digits, and with fewer, for where there is even less room."""
    return tuple(brief(value, each, style, plus=plus) for each in digits)
