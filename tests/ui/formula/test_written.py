"""Pieces of arithmetic say the same to whoever reads them as to whoever wrote them."""

import math

import pytest

from nnviz.ui.formula.written import call, in_brackets_if_negative, number
from nnviz.ui.look.numbers import NumberStyle


@pytest.mark.parametrize(
    ("template", "value", "text"),
    [
        ("{0}²", 0.00118, "(1.18×10⁻³)²"),
        ("{0}²", -0.00118, "(−1.18×10⁻³)²"),
        ("{0}²", 4.1, "4.10²"),
        ("√{0}", 0.00118, "√(1.18×10⁻³)"),
        ("ln(1 + e^{0})", 0.00118, "ln(1 + e^(1.18×10⁻³))"),
        ("e^{0} − 1", -2.0, "e^−2.00 − 1"),
        ("−ln {0}", 0.00118, "−ln 1.18×10⁻³"),
        ("σ({0})", 0.00118, "σ(1.18×10⁻³)"),
    ],
)
def test_a_root_and_a_power_take_hold_of_a_whole_number(template, value, text):
    factor = number(value, NumberStyle(2))
    factor = in_brackets_if_negative(factor) if template.startswith("{0}") else factor
    assert call(template, math.fabs, factor).text == text
