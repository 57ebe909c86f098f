"""A line of arithmetic: what it is about, the working, and the result that the engine has for it."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.ui.formula.written import Written, agree
from nnviz.ui.look.numbers import NumberStyle, written
from nnviz.ui.names.coloured import Coloured
from nnviz.ui.names.symbols import coloured_symbol

SO_FAR = "→"
"""Before what a sum has come to up to now."""


@dataclass(frozen=True)
class Equation:
    """``symbol = working = result``.

    Attributes:
        symbol: What it is about: ``δ₁``.
        sign: ``=``, or ``←`` where the left side gets a new value.
        pieces: The arithmetic as it is shown; empty where there is none.
        terms: The summands of the working with all their digits; those not shown are one together.
        exact: What the working gives with all digits.
        relation: ``=``, or ``≈`` where the shown numbers, as they are rounded, do not quite give the shown result;
            after ``→`` where more is to be added.
        result: The engine's own number.
        result_text: As it is shown.
        result_role: The colour of the result, if it is not that of the work.
        note: What the numbers alone do not say; empty mostly.
    """

    symbol: str
    sign: str
    pieces: Coloured
    terms: tuple[float, ...]
    exact: float
    relation: str
    result: float
    result_text: str
    result_role: str = ""
    note: str = ""

    @property
    def working(self) -> str:
        """The arithmetic as text."""
        return self.pieces.text

    @property
    def text(self) -> str:
        """The line, without its note."""
        return self._before_result.text + self.result_text

    def line(self, role: str) -> Coloured:
        """All of it, the result bold and in the colour of a role."""
        whole = self._before_result + Coloured.of(self.result_text, self.result_role or role, bold=True)
        return whole + Coloured.of(f"  {self.note}", "text_muted") if self.note else whole

    @property
    def _before_result(self) -> Coloured:
        start = coloured_symbol(self.symbol) + f" {self.sign} "
        return start + self.pieces + f" {self.relation} " if self.pieces.spans else start


def equation(
    symbol: str,
    working: Written,
    result: float,
    style: NumberStyle,
    *,
    terms: tuple[float, ...] = (),
    sign: str = "=",
    plus: bool = False,
    so_far: bool = False,
    role: str = "",
    note: str = "",
) -> Equation:
    """A line with its working; ``plus`` writes the sign of a positive result too, ``so_far`` says more is to come."""
    relation = "=" if agree(working, result, style) else "≈"
    if so_far:
        relation = SO_FAR if relation == "=" else f"{SO_FAR} {relation}"
    return Equation(
        symbol=symbol,
        sign=sign,
        pieces=working.pieces,
        terms=terms or (working.exact,),
        exact=working.exact,
        relation=relation,
        result=float(result),
        result_text=written(float(result), style, plus=plus),
        result_role=role,
        note=note,
    )


def statement(
    symbol: str, result: float, style: NumberStyle, *, plus: bool = False, role: str = "", note: str = ""
) -> Equation:
    """A line without working: ``symbol = result``."""
    value = float(result)
    return Equation(symbol, "=", Coloured(), (value,), value, "=", value, written(value, style, plus=plus), role, note)
