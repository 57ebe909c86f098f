from nnviz.engine.training.timeline.events import (
    SetLearningRate,
    SetParameter,
)
from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.names.symbols import Names
from nnviz.ui.transport.run_words import mark_lines, mark_text
from nnviz.worker.messages import Mark
from tests.ui.names.architectures import architecture

NAMES = Names(architecture(2, 3, 1))


def test_a_mark_says_before_which_iteration_counted_from_one():
    assert (
        mark_text(Mark(119, SetParameter(1, 1, 0, 0.5)), NAMES, NumberStyle(decimal_sign=","))
        == "iteration 120: w¹₂₁ = 0,5"
    )


def test_of_many_marks_the_last_ones_are_said():
    marks = [Mark(at, SetLearningRate(0.1)) for at in range(9)]
    lines = mark_lines(marks, NAMES, NumberStyle(), most=2)
    assert lines == ["7 more before", "iteration 8: learning rate 0.1", "iteration 9: learning rate 0.1"]
