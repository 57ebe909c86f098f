"""What stands beside the numbers of a phase: the names of the data, of that which is in play."""

import pytest

from nnviz.engine import Experiment, Trainer
from nnviz.engine.training.record.phases import phase_index
from nnviz.ui.formula.legend import legend_of
from nnviz.ui.names.units import UnitNames
from nnviz.ui.session.moment import Moment, Selection


def legend(name, phase, **more):
    trainer = Trainer(Experiment.named(name))
    record = trainer.iterate()
    place = phase_index(phase, record.architecture.layers)
    return legend_of(Moment(record, place, **more), UnitNames.of_examples(trainer.examples))


@pytest.mark.parametrize(
    ("phase", "more", "words"),
    [
        ("x", {}, "x₁ bill length · x₂ bill depth · x₃ flipper length · …"),
        ("x", {"unit": 1}, "x₂ bill depth"),
        ("z1", {}, "x₁ bill length · x₂ bill depth · x₃ flipper length · …"),
        ("a1", {}, ""),
        ("a2", {"unit": 2}, "ŷ₃ Gentoo"),
        ("delta2", {}, "ŷ₁ Adelie"),
        ("dW2", {"selection": Selection(2, 1, 4)}, "ŷ₂ Chinstrap"),
        ("dW1", {"selection": Selection(1, 0, 3)}, "x₄ body mass"),
        ("dW1", {"selection": Selection(1, 0, bias=True)}, ""),
        ("update", {"selection": Selection(1, 0, 3)}, "x₄ body mass"),
    ],
)
def test_what_is_in_play_is_called_by_its_name(phase, more, words):
    assert legend("penguins", phase, **more) == words


def test_the_loss_names_the_true_class_of_an_example_but_not_of_a_mean():
    assert legend("penguins", "L") in ("y Adelie", "y Chinstrap", "y Gentoo")
    assert legend("penguins", "L", mean=True) == ""


def test_of_very_many_inputs_only_the_one_in_play_is_named():
    assert legend("digits", "x") == legend("digits", "z1") == ""
    assert legend("digits", "x", unit=2) == "x₃ pixel 1, 3"


def test_where_nothing_has_a_name_nothing_is_said():
    assert legend("sine", "x") == legend("sine", "a2") == legend("sine", "L") == ""
