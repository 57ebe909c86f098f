"""How numbers are written, everywhere: one rounding, one minus sign, one way to write the very large and small."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

MINUS = "−"
INFINITY = "∞"
NOT_A_NUMBER = "NaN"
_SUPERSCRIPTS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_FIXED_DIGITS_LIMIT = 6


DecimalSign = Literal[".", ","]
Form = Literal["each", "fixed", "scientific"]
"""Fixed or scientific as it suits each number, or the one or the other for all."""

MORE_DIGITS = 2
"""Digits that a column may have beyond the user's, so that its smallest number shows something in fixed form."""


@dataclass(frozen=True)
class NumberStyle:
    """How the user wants numbers written.

    Attributes:
        digits: Digits after the decimal sign, 0 to 15.
        decimal_sign: "." or ",".
        form: Of numbers that are small; what is too large for the fixed form is scientific in any case.
    """

    digits: int = 3
    decimal_sign: DecimalSign = "."
    form: Form = "each"

    def __post_init__(self) -> None:
        if not 0 <= self.digits <= 15:
            raise ValueError(f"digits must be 0 to 15, got {self.digits}")
        if self.decimal_sign not in (".", ","):
            raise ValueError(f'the decimal sign must be "." or ",", got {self.decimal_sign!r}')


def written(value: float, style: NumberStyle, *, plus: bool = False) -> str:
    """Return a number as it is shown: ``−0.035``, with ``plus`` also ``+0.035``.

    A number below the last digit's place, or with more than six digits before the decimal sign, is written in
    scientific form, ``1.235×10⁻⁵``: the fixed form would show nothing of it, or too much. Zero has no sign.
    """
    special = _special(value, plus=plus)
    if special is not None:
        return special
    size = abs(value)
    fixed = f"{size:.{style.digits}f}"
    small = style.form == "scientific" or (style.form == "each" and size < 10.0**-style.digits)
    if (size > 0 and small) or len(fixed.partition(".")[0]) > _FIXED_DIGITS_LIMIT:
        return scientific(value, style, plus=plus)
    return _sign(value, plus=plus) + _localised(fixed, style)


def column_style(values: Iterable[float], style: NumberStyle, more: int = MORE_DIGITS) -> NumberStyle:
    """How numbers that stand one under the other are written: all of them in one form.

    That is the fixed form, with up to so many more digits where the smallest number needs them to show something.
    Where it would need still more, all are scientific if all are small; beside larger ones it is ``+0.000``: a zero
    that has a sign.
    """
    sizes = [abs(value) for value in values if value and math.isfinite(value)]
    place = 10.0**-style.digits
    if not sizes or min(sizes) >= place:
        return style
    for digits in range(style.digits + 1, min(style.digits + more, 15) + 1):
        if min(sizes) >= 10.0**-digits:
            return replace(style, digits=digits, form="fixed")
    return replace(style, form="scientific" if max(sizes) < 10.0 * place else "fixed")


def scientific(value: float, style: NumberStyle, *, plus: bool = False) -> str:
    """Return a number as a mantissa and a power of ten, ``−1.235×10⁻⁵``; zero is plain ``0``."""
    special = _special(value, plus=plus)
    if special is not None:
        return special
    if value == 0:
        return "0"
    mantissa, _, power = f"{abs(value):.{style.digits}e}".partition("e")
    return f"{_sign(value, plus=plus)}{_localised(mantissa, style)}×10{superscript(int(power))}"


def short(value: float, style: NumberStyle, *, plus: bool = False) -> str:
    """Return a number without the zeros at its end, for settings and axis labels: ``0.1``, ``20``, ``−0.5``."""
    text = written(value, style, plus=plus)
    mantissa, times, power = text.partition("×")
    if style.decimal_sign in mantissa:
        mantissa = mantissa.rstrip("0").rstrip(style.decimal_sign)
    return mantissa + times + power


def percent(share: float, digits: int = 0, style: NumberStyle | None = None) -> str:
    """Return a share of 1 as a percentage, ``0.05`` as ``5 %`` (the space does not break a line).

    A share that is neither nothing nor all is not rounded to either: ``<1 %`` and ``>99 %``.
    """
    if not math.isfinite(share):
        return f"{written(share, NumberStyle())}\u00a0%"
    sign = (style or NumberStyle()).decimal_sign
    step = 10.0**-digits
    hundredths = share * 100
    rounded = round(hundredths, digits)
    if 0 < share < 1 and rounded <= 0:
        text = f"<{step:.{digits}f}"
    elif 0 < share < 1 and rounded >= 100:
        text = f">{100 - step:.{digits}f}"
    else:
        text = f"{MINUS if rounded < 0 else ''}{abs(rounded):.{digits}f}"
    return f"{text.replace('.', sign)}\u00a0%"


def whole(value: int) -> str:
    """Return a count with thin spaces between thousands from 10,000 on: ``9999``, ``12 345``."""
    digits = f"{abs(value):,}".replace(",", "\u202f") if abs(value) >= 10_000 else str(abs(value))
    return (MINUS if value < 0 else "") + digits


def superscript(number: int) -> str:
    """Return a whole number as an exponent, ``⁻⁵``."""
    return str(number).translate(_SUPERSCRIPTS)


def subscript(number: int) -> str:
    """Return a whole number as an index, ``₁₂``.

    Raises:
        ValueError: It is negative.
    """
    if number < 0:
        raise ValueError(f"an index is not negative, got {number}")
    return "".join(chr(ord("₀") + int(digit)) for digit in str(number))


def parsed(text: str) -> float:
    """Return the number somebody typed, in any form that this module writes, with "." or "," as decimal sign.

    A percentage is a share: ``5 %`` is 0.05.

    Raises:
        ValueError: It is not a number.
    """
    plain = text.strip().replace(MINUS, "-").replace(",", ".").replace("\u00a0", "").replace("\u202f", "")
    mantissa, times, power = plain.partition("×10")
    if times:
        back = {ord(upper): lower for upper, lower in zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-", strict=True)}
        plain = f"{mantissa}e{power.translate(back)}"
    if plain.endswith("%"):
        return float(plain[:-1]) / 100
    return float(plain)


def _special(value: float, *, plus: bool) -> str | None:
    if math.isnan(value):
        return NOT_A_NUMBER
    if math.isinf(value):
        return _sign(value, plus=plus) + INFINITY
    return None


def _sign(value: float, *, plus: bool) -> str:
    if value < 0:
        return MINUS
    return "+" if plus and value > 0 else ""


def _localised(text: str, style: NumberStyle) -> str:
    return text.replace(".", style.decimal_sign)
