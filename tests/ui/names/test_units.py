import numpy as np

from nnviz.engine import Experiment
from nnviz.engine.data.examples import make_examples
from nnviz.ui.names.units import NO_NAMES, UnitNames


def names_of(name, **fields):
    return UnitNames.of_examples(make_examples(Experiment.named(name).with_fields(fields)))


def test_numbered_inputs_and_a_single_output_have_no_names():
    assert names_of("circle") == NO_NAMES
    assert NO_NAMES.true_class(np.array([1.0])) is None


def test_hand_made_features_are_called_what_they_are():
    assert names_of("circle", **{"data.inputs": ["x1^2", "x2"]}).of(0, 0, 2) == "x1^2"


def test_each_output_stands_for_its_class():
    names = names_of("digits")
    assert names.of(3, 7, 3) == "class 7"
    assert names.of(2, 7, 3) == ""
    assert names.true_class(np.eye(10)[4]) == (4, "4")


def test_numbers_to_predict_are_no_classes():
    assert names_of("diabetes").of(2, 0, 2) == ""
