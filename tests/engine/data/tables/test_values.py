"""What the text of a cell means."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.engine.data.tables.dates import is_date
from nnviz.engine.data.tables.values import found_decimal, is_missing, number


@given(st.floats(allow_nan=False))
def test_a_number_reads_back_to_the_same_bits(value):
    assert number(repr(value)) == value
    assert number(repr(value).replace(".", ","), ",") == value


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [
        ("12", ".", 12.0),
        ("+.5", ".", 0.5),
        ("5.", ".", 5.0),
        ("1e-3", ".", 0.001),
        ("1,234,567.5", ".", 1234567.5),
        ("1.234.567,5", ",", 1234567.5),
        ("1 234,5", ",", 1234.5),
        ("1\u202f234,5", ",", 1234.5),
        ("1'234.5", ".", 1234.5),
        ("\u22125", ".", -5.0),
        ("-inf", ".", -math.inf),
        ("∞", ".", math.inf),
        ("１２．５", ".", 12.5),
        ("٣٫٥", ".", 3.5),
        ("12,34,567.5", ".", 1234567.5),
        ("1\u2009234,5", ",", 1234.5),
        ("1.5×10^-3", ".", 0.0015),
        ("1,5·10⁻³", ",", 0.0015),
        ("'007", ".", 7.0),
    ],
)
def test_a_number_may_be_written_in_many_ways(text, decimal, value):
    assert number(text, decimal) == value


@pytest.mark.parametrize(
    "text", ["", "x", "1x", "1_000", "0x10", "1,5", "1,23,4", "1 2", "1.2.3", "Ⅲ", "½", "True", "5 %", "e5"]
)
def test_other_texts_are_no_numbers(text):
    assert number(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "2026-01-31",
        "2026-1-3 12:30",
        "31.1.2026",
        "1/31/26",
        "12:30",
        "12:30:15.5",
        "01-Mar-24",
        "2024-03",
        "03/2024",
        "Mar 2024",
        "Fri Mar 1 2024",
        "2024/03/01 1:05:09 pm GMT+1",
        "01JAN2024",
        "10/Oct/2000:13:55:36 -0700",
        "Mo, 01.02.2024",
        "January 1st, 2024",
        "1 de enero de 2024",
        "2024. 1. 5.",
        "10:00 Uhr",
    ],
)
def test_dates_and_times_are_known(text):
    assert is_date(text) and number(text) is None


@pytest.mark.parametrize("text", ["1.5", "1-2", "2026", "a.b.c", "3/4", "10.11", "Mar 1220", "12abc24"])
def test_other_texts_are_no_dates(text):
    assert not is_date(text)


def test_missing_values_are_known_in_any_case():
    assert is_missing("Nan") and is_missing("N/A") and not is_missing("Nancy") and not is_missing("0")


@pytest.mark.parametrize(
    "text",
    ["#DIV/0!", "#¡VALOR!", "#NOM?", "#¿NOMBRE?", "#N/D", "#NV", "#####", "Err:502", "-1.#IND", "1.#QNAN", "-nan(ind)"],
)
def test_what_programs_show_where_they_cannot_reckon_is_missing(text):
    assert is_missing(text)


@pytest.mark.parametrize("text", ["#f00", "#1", "#Wow", "-nancy", "Error: 1", "1.5"])
def test_what_only_looks_like_that_is_not(text):
    assert not is_missing(text)


@pytest.mark.parametrize(
    ("texts", "between", "decimal"),
    [
        (["1.5", "2"], "semicolons", "."),
        (["1,5", "2"], "semicolons", ","),
        (["1,5", "2"], "commas", ","),
        (["1,234", "2,345"], "semicolons", ","),
        (["1,234", "2,345"], "commas", "."),
        (["1.234", "2.345"], "semicolons", "."),
        (["1.234", "2,5"], "semicolons", ","),
        (["1,234", "2.5"], "semicolons", "."),
        (["1.234,5"], "tabs", ","),
        (["a,b", "1. May"], "commas", "."),
        ([], "tabs", "."),
    ],
)
def test_the_decimal_sign_is_the_one_that_numbers_make_sense_with(texts, between, decimal):
    assert found_decimal(texts, between) == decimal
