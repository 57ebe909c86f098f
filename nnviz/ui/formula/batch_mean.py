"""The mean of a batch in a line of arithmetic: a sum too long to write out, and maybe 0 but for rounding.

``−9×10⁻¹⁷`` is then the engine's number, but there is nothing to see in it.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from nnviz.engine.types import Array
from nnviz.ui.formula.equation import SO_FAR, Equation, equation
from nnviz.ui.formula.written import Written, number
from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.names.coloured import Coloured
from nnviz.ui.names.translation import translate

SMALLEST_SHARE = 1e-12
"""Of the largest value: a mean that is smaller is what rounding has left of 0."""

ZERO = "0"
ABOUT_ZERO = f"≈ {ZERO}"


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


def is_rounding(mean: float, values: Array) -> bool:
    """Whether a mean of these values would be 0 but for rounding. One that is exactly 0 is just that."""
    return bool(0.0 < abs(mean) < SMALLEST_SHARE * np.abs(values).max())


def about_zero(mean: float, role: str = "text") -> Written:
    """Such a mean in a line of arithmetic: ``(≈ 0)``."""
    return Written(Coloured.of(f"({ABOUT_ZERO})", role), 0.0, mean)


def said_if_rounding(line: Equation, values: Array) -> Equation:
    """The line with ``≈ 0`` as its result, where that is the mean of these values and nothing but rounding."""
    if not is_rounding(line.result, values):
        return line
    if not line.pieces.spans:
        return replace(line, sign="≈", result_text=ZERO)
    relation = f"{SO_FAR} ≈" if line.relation.startswith(SO_FAR) else "≈"
    return replace(line, relation=relation, result_text=ZERO)
