"""What was done in the middle of a run is said in one way, for undo and redo and for the marks on the time line."""

import numpy as np
import pytest

from nnviz.engine.training.timeline.events import (
    Event,
    GoOn,
    MoveParameters,
    SetExample,
    SetFrozen,
    SetLearningRate,
    SetParameter,
    SetParameters,
    SetSilenced,
    Stopped,
)
from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.names.events import event_text, events_text
from nnviz.ui.names.symbols import Names
from tests.ui.names.architectures import architecture

NAMES = Names(architecture(2, 3, 2, 1))

CASES = [
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
    (MoveParameters(np.zeros(3)), "all parameters moved in the landscape"),
    (SetParameters(np.zeros(3)), "best epoch's weights restored"),
    (Stopped("epochs", 5, "all 5 epochs are done"), "stopped: all 5 epochs are done"),
    (GoOn(10, 20), "trained on after the stop"),
]


@pytest.mark.parametrize(("event", "text"), CASES)
def test_everything_that_can_happen_has_its_words(event, text):
    assert event_text(event, NAMES, NumberStyle()) == text


def test_no_kind_of_event_is_without_words():
    assert {type(event) for event, _ in CASES} == set(Event.__subclasses__())


def test_changes_are_told_in_words() -> None:
    style = NumberStyle()
    assert events_text([SetParameter(1, 1, 0, 0.5)], NAMES, style) == "w¹₂₁ = 0.5"
    assert events_text([SetParameter(2, 0, None, -1.25)], NAMES, style) == "b²₁ = −1.25"
    assert events_text([SetLearningRate(0.1)], NAMES, style) == "learning rate 0.1"
    assert events_text([SetFrozen(1, 0, 0, True)], NAMES, style) == "w¹₁₁ frozen"
    assert (
        events_text([SetFrozen(1, 0, 0, False), SetFrozen(1, 0, None, False)], NAMES, style)
        == "2 parameters train again"
    )
    assert events_text([SetSilenced(1, 2, True)], NAMES, style) == "h¹₃ knocked out"
    assert events_text([SetParameters(np.zeros(3))], NAMES, style) == "best epoch's weights restored"
