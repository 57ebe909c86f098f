"""Arithmetic as it is written: a piece of a formula with its text, what that text is worth, and its exact value."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from nnviz.engine.analysis.running_sum import exact_sum
from nnviz.ui.look.numbers import MINUS, NumberStyle, parsed, scientific, short, written
from nnviz.ui.names.coloured import Coloured, joined

MOST_SETTING_DIGITS = 6

_BINDS_TIGHTER = re.compile(r"(?<=[√^])\{0\}|\{0\}(?=²)")
"""Where something binds tighter than ×."""


@dataclass(frozen=True)
class Written:
    """A piece of a formula with numbers in it.

    Attributes:
        pieces: As it is shown, in the colours of what it speaks of.
        shown: What comes out when the numbers are taken as they are shown, rounded.
        exact: What comes out with all their digits.
    """

    pieces: Coloured
    shown: float
    exact: float

    @property
    def text(self) -> str:
        """As it is shown."""
        return self.pieces.text

    def emphasised(self) -> Written:
        """The same, bold and underlined: it has just been added."""
        return replace(self, pieces=self.pieces.emphasised())


def number(value: float, style: NumberStyle, *, plus: bool = False, role: str = "text") -> Written:
    """One number in the colour of a role."""
    value = float(value)
    text = written(value, style, plus=plus)
    return Written(Coloured.of(text, role), parsed(text) if math.isfinite(value) else value, value)


def weight(value: float, style: NumberStyle, *, plus: bool = False) -> Written:
    """A weight or bias in the colour of its edge."""
    return number(value, style, plus=plus, role=_signed(value, "positive", "negative"))


def gradient(value: float, style: NumberStyle, *, plus: bool = False) -> Written:
    """A gradient in the colour of its sign."""
    return number(value, style, plus=plus, role=gradient_role(value))


def gradient_role(value: float) -> str:
    """The colour of a gradient: that of its sign."""
    return _signed(value, "grad_positive", "grad_negative")


def _signed(value: float, positive: str, negative: str) -> str:
    if value > 0.0:
        return positive
    return negative if value < 0.0 else "text"


def setting(value: float, style: NumberStyle) -> Written:
    """A setting such as the learning rate: as many digits as it has, up to six, and no zeros at the end."""
    fine = NumberStyle(max(style.digits, MOST_SETTING_DIGITS), style.decimal_sign)
    text = written(value, fine)
    mantissa, times, power = text.partition("×")
    if style.decimal_sign in mantissa:
        mantissa = mantissa.rstrip("0").rstrip(style.decimal_sign)
    text = mantissa + times + power
    return Written(Coloured.of(text), parsed(text), value)


def trimmed(value: float, style: NumberStyle, *, role: str = "text") -> Written:
    """A factor that is a round number as often as not: the user's digits, and no zeros at the end."""
    if not math.isfinite(value):
        return number(value, style, role=role)
    text = short(float(value), style)
    return Written(Coloured.of(text, role), parsed(text), float(value))


def product(*factors: Written) -> Written:
    """``a × b``."""
    return Written(
        joined(" × ", (factor.pieces for factor in factors)),
        math.prod(factor.shown for factor in factors),
        math.prod(factor.exact for factor in factors),
    )


def total(parts: Sequence[Written]) -> Written:
    """``a + b − c``: a part that starts with a sign is joined by that sign."""
    pieces = parts[0].pieces
    for part in parts[1:]:
        if part.text.startswith((MINUS, "+")):
            first = part.pieces.spans[0]
            sign = Coloured((replace(first, text=f"{first.text[0]} "),))
            pieces = pieces + " " + sign + part.pieces.part(1)
        else:
            pieces = pieces + " + " + part.pieces
    return Written(pieces, exact_sum(part.shown for part in parts), exact_sum(part.exact for part in parts))


def difference(left: Written, right: Written) -> Written:
    """``a − b``, and ``a − (−b)`` where b is negative."""
    inner = in_brackets_if_negative(right)
    return Written(left.pieces + f" {MINUS} " + inner.pieces, left.shown - right.shown, left.exact - right.exact)


def quotient(above: Written, below: Written) -> Written:
    """``a / b``."""
    pieces = above.pieces + " / " + below.pieces
    return Written(pieces, _divided(above.shown, below.shown), _divided(above.exact, below.exact))


def in_brackets_if_negative(part: Written) -> Written:
    """``(−a)`` where a sign would follow another; else as it is."""
    return bracket(part) if part.text.startswith(MINUS) else part


def bracket(part: Written) -> Written:
    """``(a)``."""
    return replace(part, pieces="(" + part.pieces + ")")


def call(template: str, function: Callable[[float], float], argument: Written) -> Written:
    """A function of a piece; ``{0}`` in the template is where that piece stands.

    A number with a power of ten stands in brackets where a root or a power would take hold of one of its halves:
    ``(1.18×10⁻³)²``.
    """
    if "×" in argument.text and not argument.text.startswith("("):
        template = _BINDS_TIGHTER.sub("({0})", template)
    first, *rest = template.split("{0}")
    pieces = Coloured.of(first)
    for text in rest:
        pieces = pieces + argument.pieces + text
    return Written(pieces, function(argument.shown), function(argument.exact))


def agree(piece: Written, result: float, style: NumberStyle) -> bool:
    """Whether the shown numbers give the shown result, to half a unit of its last digit."""
    if not math.isfinite(result):
        return True
    if not math.isfinite(piece.shown):
        return False
    text = written(result, style)
    shown = parsed(text)
    return abs(piece.shown - shown) <= 0.5 * _last_place(result, text, style) * (1.0 + 1e-9)


def _divided(above: float, below: float) -> float:
    if below:
        return above / below
    return math.copysign(math.inf, above) if above else math.nan


def _last_place(value: float, text: str, style: NumberStyle) -> float:
    """What one unit of the last shown digit is worth."""
    if "×" not in text:
        return 10.0**-style.digits
    mantissa = scientific(value, style).partition("×")[0]
    return abs(parsed(text) / parsed(mantissa)) * 10.0**-style.digits
