import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.ui.look.numbers import (
    NumberStyle,
    column_style,
    parsed,
    percent,
    scientific,
    short,
    subscript,
    superscript,
    whole,
    written,
)

THREE = NumberStyle()
COMMA = NumberStyle(2, ",")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0.000"),
        (-0.0, "0.000"),
        (0.0354, "0.035"),
        (-0.0354, "−0.035"),
        (1.0, "1.000"),
        (999999.0, "999999.000"),
        (1234567.0, "1.235×10⁶"),
        (0.001, "0.001"),
        (0.0006, "6.000×10⁻⁴"),
        (-1.23456e-5, "−1.235×10⁻⁵"),
        (9.9999e-9, "1.000×10⁻⁸"),
        (1e308, "1.000×10³⁰⁸"),
        (math.inf, "∞"),
        (-math.inf, "−∞"),
        (math.nan, "NaN"),
    ],
)
def test_numbers_are_written(value, text):
    assert written(value, THREE) == text


@pytest.mark.parametrize(
    ("value", "text"), [(0.5, "+0.500"), (-0.5, "−0.500"), (0.0, "0.000"), (math.inf, "+∞"), (1e-9, "+1.000×10⁻⁹")]
)
def test_a_plus_is_written_on_request(value, text):
    assert written(value, THREE, plus=True) == text


def test_the_decimal_sign_and_the_digits_are_the_users():
    assert written(-3.14159, COMMA) == "−3,14"
    assert written(1.5e-7, COMMA) == "1,50×10⁻⁷"
    assert written(2.6, NumberStyle(0)) == "3"
    assert written(0.4, NumberStyle(0)) == "4×10⁻¹"


@pytest.mark.parametrize(
    ("value", "text"), [(0.1, "0.1"), (20.0, "20"), (-0.5, "−0.5"), (0.0, "0"), (2e-9, "2×10⁻⁹"), (100.0, "100")]
)
def test_short_numbers_have_no_zeros_at_their_end(value, text):
    assert short(value, THREE) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [(0.0, "0 %"), (0.05, "5 %"), (1.0, "100 %"), (0.001, "<1 %"), (0.999, ">99 %"), (math.nan, "NaN %")],
)
def test_shares_are_percentages_that_do_not_round_to_nothing_or_all(share, text):
    assert percent(share) == text.replace(" ", "\u00a0")


def test_percentages_have_digits_on_request():
    assert percent(0.1234, 1, COMMA) == "12,3\u00a0%"
    assert percent(0.0004, 1) == "<0.1\u00a0%"
    assert percent(0.99999, 1) == ">99.9\u00a0%"


def test_counts_have_spaces_between_thousands_from_ten_thousand_on():
    assert [whole(n) for n in (0, 9999, 12345, -1234567)] == ["0", "9999", "12\u202f345", "−1\u202f234\u202f567"]


def test_indices_are_raised_and_lowered():
    assert superscript(-12) == "⁻¹²"
    assert subscript(10) == "₁₀"
    with pytest.raises(ValueError, match="negative"):
        subscript(-1)


@pytest.mark.parametrize(
    ("text", "value"), [("−0.5", -0.5), ("0,25", 0.25), ("1.5×10⁻³", 0.0015), ("5 %", 0.05), ("1e-4", 1e-4), (" 7 ", 7)]
)
def test_typed_numbers_are_understood(text, value):
    assert parsed(text) == pytest.approx(value)


@pytest.mark.parametrize("text", ["", "fast", "1 2", "×10⁻³"])
def test_what_is_not_a_number_is_an_error(text):
    with pytest.raises(ValueError, match="could not convert"):
        parsed(text)


def test_impossible_styles_are_refused():
    with pytest.raises(ValueError, match="digits"):
        NumberStyle(16)
    with pytest.raises(ValueError, match="decimal sign"):
        NumberStyle(3, ";")


@given(st.floats(allow_nan=False, allow_infinity=False), st.integers(0, 12), st.sampled_from(".,"))
def test_what_is_written_reads_back_to_within_its_rounding(value, digits, sign):
    style = NumberStyle(digits, sign)
    text = written(value, style)
    assert "-" not in text
    tolerance = abs(value) * 10.0**-digits if "×" in text else 10.0**-digits
    assert abs(parsed(text) - value) <= tolerance or math.isinf(parsed(text))


@given(st.floats(1e-300, 1e300), st.integers(0, 6))
def test_the_scientific_form_has_one_digit_before_the_sign(value, digits):
    mantissa = scientific(value, NumberStyle(digits)).partition("×")[0]
    assert len(mantissa.partition(".")[0]) == 1


# ---- columns ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("column", "texts"),
    [
        ((0.25, -1.5, 0.0), ("+0.250", "−1.500", "0.000")),
        ((-0.0012, 7e-4), ("−0.0012", "+0.0007")),
        ((0.5, 2e-5), ("+0.50000", "+0.00002")),
        ((0.953, 6e-7, 0.0), ("+0.953", "+0.000", "0.000")),
        ((3e-7, -5e-4), ("+3.000×10⁻⁷", "−5.000×10⁻⁴")),
        ((math.nan, 7e-4, math.inf), ("NaN", "+0.0007", "+∞")),
    ],
)
def test_numbers_of_one_column_have_one_form(column, texts):
    style = column_style(column, THREE)
    assert tuple(written(value, style, plus=True) for value in column) == texts


def test_what_is_too_large_for_the_fixed_form_is_scientific_beside_small_numbers_too():
    style = column_style((1e-4, 5e9), THREE)
    assert written(5e9, style) == "5.0000×10⁹"


@given(st.lists(st.floats(-1e5, 1e5), min_size=1), st.integers(0, 12))
def test_a_column_of_ordinary_numbers_never_mixes_both_forms(values, digits):
    style = column_style(values, NumberStyle(digits))
    assert len({"×" in written(value, style) for value in values if value}) <= 1
