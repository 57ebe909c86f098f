"""A line of arithmetic: what it is about, the working, and the result that the engine has for it."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.ui.formula.written import Written, agree
from nnviz.ui.numbers import NumberStyle, written


@dataclass(frozen=True)
class Equation:
    """``symbol = working = result``.

    Attributes:
        symbol: What it is about: ``δ₁``.
        sign: ``=``, or ``←`` where the left side gets a new value.
        working: The arithmetic as it is shown; empty where there is none.
        terms: The summands of the working with all their digits; those not shown are one together, the last.
        exact: What the working gives with all digits.
        relation: ``=``, or ``≈`` where the shown numbers, as they are rounded, do not quite give the shown result.
        result: The engine's own number.
        result_text: As it is shown.
    """

    symbol: str
    sign: str
    working: str
    terms: tuple[float, ...]
    exact: float
    relation: str
    result: float
    result_text: str

    @property
    def text(self) -> str:
        """The whole line."""
        if not self.working:
            return f"{self.symbol} {self.sign} {self.result_text}"
        return f"{self.symbol} {self.sign} {self.working} {self.relation} {self.result_text}"


def equation(
    symbol: str,
    working: Written,
    result: float,
    style: NumberStyle,
    *,
    terms: tuple[float, ...] = (),
    sign: str = "=",
    plus: bool = False,
) -> Equation:
    """A line with its working; ``plus`` writes the sign of a positive result too."""
    return Equation(
        symbol=symbol,
        sign=sign,
        working=working.text,
        terms=terms or (working.exact,),
        exact=working.exact,
        relation="=" if agree(working, result, style) else "≈",
        result=float(result),
        result_text=written(float(result), style, plus=plus),
    )


def statement(symbol: str, result: float, style: NumberStyle, *, plus: bool = False) -> Equation:
    """A line without working: ``symbol = result``."""
    value = float(result)
    return Equation(symbol, "=", "", (value,), value, "=", value, written(value, style, plus=plus))
