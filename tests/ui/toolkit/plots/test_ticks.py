import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.toolkit.plots.ticks import linear_ticks, log_ticks, nice_step

STYLE = NumberStyle()


def texts(ticks):
    return [tick.text for tick in ticks]


def test_marks_are_round_numbers():
    assert texts(linear_ticks(0.0, 0.55, 3, STYLE)) == ["0", "0.2", "0.4"]
    assert texts(linear_ticks(-1.1, 1.1, 3, STYLE)) == ["−1", "0", "1"]


def test_marks_have_as_many_digits_as_their_step_whatever_the_user_set():
    assert texts(linear_ticks(0.0, 0.0025, 3, NumberStyle(digits=1))) == ["0", "0.001", "0.002"]
    assert texts(linear_ticks(0.0, 0.55, 3, NumberStyle(decimal_sign=","))) == ["0", "0,2", "0,4"]


def test_epochs_are_marked_at_whole_numbers():
    assert texts(linear_ticks(0.0, 2.0, 8, STYLE, whole=True)) == ["0", "1", "2"]


def test_very_large_and_very_small_marks_are_powers_of_ten():
    assert texts(linear_ticks(0.0, 2.5e279, 2, STYLE)) == ["0", "2×10²⁷⁹"]
    assert texts(linear_ticks(0.0, 2.5e-7, 2, STYLE)) == ["0", "2×10⁻⁷"]


def test_a_logarithmic_axis_has_powers_of_ten():
    assert texts(log_ticks(-3.2, 0.3, 4, STYLE)) == ["10⁻³", "0.01", "0.1", "1"]


def test_a_short_logarithmic_axis_has_numbers_between_them():
    assert texts(log_ticks(np.log10(0.15), np.log10(0.9), 4, STYLE)) == ["0.2", "0.5"]


@pytest.mark.parametrize("span", [(0.0, 0.0), (1.0, 0.0), (0.0, np.inf), (np.nan, 1.0)])
def test_an_axis_without_length_has_no_marks(span):
    assert linear_ticks(*span, 4, STYLE) == []
    assert log_ticks(*span, 4, STYLE) == []


@given(st.floats(1e-290, 1e290), st.integers(1, 10))
def test_no_more_marks_than_there_is_room_for(span, most):
    assert span / nice_step(span, most) <= most * (1 + 1e-6)
    assert len(linear_ticks(0.0, span, most, STYLE)) <= most + 1
