"""The mean of a batch in a line of arithmetic: a sum too long to write out."""

from __future__ import annotations

from nnviz.ui.formula.equation import Equation, equation
from nnviz.ui.formula.written import Written, number
from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.names.coloured import Coloured
from nnviz.ui.names.translation import translate


def mean_over(examples: int, value: Written) -> Written:
    """``0.310 (mean of 10)``."""
    before, after = translate("PhaseNumbers", "{0} (mean of {1})").split("{0}")
    pieces = before.format("", examples) + value.pieces + after.format("", examples)
    return Written(pieces, value.shown, value.exact)


def mean_equation(
    symbol: str,
    value: float,
    examples: int,
    style: NumberStyle,
    *,
    plus: bool = True,
    role: str = "",
    brief: bool = False,
) -> Equation:
    """``∂L/∂w²₁₁ = mean of 10 examples = +0.071``; ``mean of 10`` where there is little room."""
    told = translate("PhaseNumbers", "mean of {0}") if brief else translate("PhaseNumbers", "mean of {0} examples")
    working = Written(Coloured.of(told.format(examples)), number(value, style).shown, value)
    return equation(symbol, working, value, style, plus=plus, role=role)
