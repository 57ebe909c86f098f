import pytest

from nnviz.engine import Experiment
from nnviz.engine.data.examples import make_examples
from nnviz.engine.data.faults import FAULTS
from nnviz.ui.names.faults import fault_note

ALL = {
    "data.label_noise": 0.1,
    "data.faults.mislabelled": {"centre": [0.0, 0.0], "radius": 0.5},
    "data.faults.scaled_input": "x2",
    "data.faults.unstandardized_test": True,
    "data.faults.sorted_split": True,
    "data.faults.leaked_duplicates": 0.2,
}


def note(fields):
    experiment = Experiment.named("moons").with_fields(fields)
    return fault_note(experiment, make_examples(experiment).faults)


def test_sound_data_gets_no_word():
    assert note({}) == ""


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"data.label_noise": 0.1}, "10\u00a0% of the labels are wrong"),
        ({"data.faults.scaled_input": "x2"}, "x2 is 1000 times too large"),
        ({"data.standardize": False}, "inputs are not standardised"),
        ({"data.faults.leaked_duplicates": 0.2}, "20\u00a0% of the held-out examples are copies"),
    ],
)
def test_a_fault_is_said_to_be_deliberate(fields, words):
    assert note(fields) == f"Deliberate fault: {words}"


def test_every_fault_has_words():
    text = fault_note(Experiment.named("moons").with_fields(ALL), list(FAULTS))
    assert text.startswith("Deliberate faults: ")
    assert text.count(";") == len(FAULTS) - 1
    assert "_" not in text and "{" not in text
