import numpy as np
import pytest

from nnviz.engine.training.timeline.events import (
    GoOn,
    SetExample,
    SetFrozen,
    SetLearningRate,
    SetParameter,
    SetParameters,
    SetSilenced,
    Stopped,
)
from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.transport.mark_text import event_text, mark_lines, mark_text
from nnviz.worker.messages import Mark


@pytest.mark.parametrize(
    ("event", "text"),
    [
        (SetParameter(1, 1, 0, 0.5), "w¹₂₁ = 0.5"),
        (SetParameter(2, 0, None, -1.25), "b²₁ = −1.25"),
        (SetLearningRate(0.1), "learning rate 0.1"),
        (SetLearningRate(0.00025), "learning rate 0.00025"),
        (SetFrozen(1, 1, 0, frozen=True), "w¹₂₁ frozen"),
        (SetFrozen(1, 1, None, frozen=False), "b¹₂ trains again"),
        (SetSilenced(1, 1, silenced=True), "h¹₂ knocked out"),
        (SetSilenced(2, 0, silenced=False), "h²₁ brought back"),
        (SetExample(36, (0.1,), (0.1,), None, None), "example 37: other inputs"),
        (SetExample(36, (0.1,), (0.1,), None, 1), "example 37: other inputs, another class"),
        (SetExample(0, None, None, (2.0,), None), "example 1: another target"),
        (SetParameters(np.zeros(3)), "the best epoch's weights put back"),
        (Stopped("epochs", 5, "all 5 epochs are done"), "stopped: all 5 epochs are done"),
        (GoOn(10), "trained on after the stop"),
    ],
)
def test_everything_that_can_happen_has_its_words(event, text):
    assert event_text(event, NumberStyle()) == text


def test_a_mark_says_before_which_iteration_counted_from_one():
    assert (
        mark_text(Mark(119, SetParameter(1, 1, 0, 0.5)), NumberStyle(decimal_sign=",")) == "iteration 120: w¹₂₁ = 0,5"
    )


def test_of_many_marks_the_last_ones_are_said():
    marks = [Mark(at, SetLearningRate(0.1)) for at in range(9)]
    lines = mark_lines(marks, NumberStyle(), most=2)
    assert lines == ["7 more before", "iteration 8: learning rate 0.1", "iteration 9: learning rate 0.1"]
