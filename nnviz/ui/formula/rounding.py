"""Means that are 0 but for rounding: ``−9×10⁻¹⁷`` is the engine's number, but there is nothing to see in it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from nnviz.engine.types import Array
from nnviz.ui.formula.equation import SO_FAR, Equation
from nnviz.ui.formula.written import Written
from nnviz.ui.names.coloured import Coloured

SMALLEST_SHARE = 1e-12
"""Of the largest value: a mean that is smaller is what rounding has left of 0."""

ZERO = "0"
ABOUT_ZERO = f"≈ {ZERO}"


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
