import numpy as np
import pytest

from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.panels.gradient_flow.signal_history import Measure
from nnviz.ui.panels.gradient_flow.words import fate_words, fold, measured, power_ticks

STYLE = NumberStyle()


@pytest.mark.parametrize(
    ("signals", "sentence"),
    [
        ([1e-3, 0.1, 1.0], "δ shrinks 1000-fold from the output to layer 1: it vanishes"),
        ([35.0, 0.1, 1.0], "δ grows 35-fold from the output to layer 1: it explodes"),
        ([0.14, 0.1, 1.0], "δ shrinks 7.1-fold from the output to layer 1"),
        ([2.5, 0.1, 1.0], "δ grows 2.5-fold from the output to layer 1"),
        ([1.1, 0.1, 1.0], "δ keeps its size from the output to layer 1"),
        ([0.0, 0.1, 1.0], "Nothing of δ reaches layer 1: it is exactly 0 there"),
        ([0.0, 0.0], "δ is 0 at the output: this batch teaches nothing"),
        ([0.2], "No hidden layer: δ is used where it arises"),
        ([np.nan, np.nan, 1.0], "δ is no longer finite in hidden 2"),
    ],
)
def test_a_sentence_tells_what_becomes_of_the_signal(signals, sentence):
    assert fate_words(np.array(signals), STYLE)[0] == sentence


def test_shorter_wordings_say_the_same():
    _, shorter, shortest = fate_words(np.array([1e-3, 1.0]), STYLE)
    assert shorter == "δ shrinks 1000-fold: it vanishes"
    assert shortest == "δ ÷ 1000: it vanishes"


@pytest.mark.parametrize(
    ("factor", "text"),
    [(1.25, "1.2"), (9.94, "9.9"), (9.96, "10"), (99.6, "100"), (1234.0, "1200"), (8.1e6, "8.1×10⁶")],
)
def test_factors_are_told_by_two_digits(factor, text):
    assert fold(factor, STYLE) == text


def test_numbers_follow_the_decimal_sign():
    assert fold(7.14, NumberStyle(decimal_sign=",")) == "7,1"


def test_what_there_is_not_is_a_dash():
    assert measured(Measure.RATIO, float("nan"), STYLE) == "–"
    assert measured(Measure.SATURATION, 0.125, STYLE) == "12.5\u00a0%"
    assert measured(Measure.SIGNAL, float("nan"), STYLE) == "NaN"
    assert measured(Measure.SIGNAL, 0.0, STYLE) == "0"


def test_marks_are_powers_of_ten():
    assert [(tick.place, tick.text) for tick in power_ticks(-2.0, 1.0, 5)] == [
        (-2, "10⁻²"),
        (-1, "10⁻¹"),
        (0, "1"),
        (1, "10¹"),
    ]
    assert len(power_ticks(-300.0, 300.0, 5)) <= 6
