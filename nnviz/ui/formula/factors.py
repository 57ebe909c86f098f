"""The factors that stand in a loss and in its error, as they are written: ½, 2, 2/3."""

from __future__ import annotations

from fractions import Fraction

HALF = Fraction(1, 2)


def factor_latex(factor: Fraction) -> str:
    """In LaTeX; nothing for 1."""
    if factor.denominator > 1:
        return rf"\frac{{{factor.numerator}}}{{{factor.denominator}}}"
    return "" if factor == 1 else str(factor)


def factor_text(factor: Fraction) -> str:
    """As text; nothing for 1."""
    if factor == 1:
        return ""
    return "½" if factor == HALF else str(factor)


def times_error(factor: Fraction, error: str) -> str:
    """An error, such as ``ŷ − y``, with what stands before it: ``2 (ŷ − y)``."""
    return error if factor == 1 else f"{factor_text(factor)} ({error})"
