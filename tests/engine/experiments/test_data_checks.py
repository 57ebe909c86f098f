"""What must hold between the fields of the data; each problem is named with its field, before any data is made."""

import pytest

from nnviz.engine import Experiment
from nnviz.engine.experiments.completion import problems
from nnviz.engine.experiments.data_checks import LARGEST_SCALE
from nnviz.engine.settings import Data, Faults, Region

NUMBERS = {"x": ((1.0,), (2.0,)), "y": ((0.5,), (1.5,))}


def found(**fields):
    """What is said against data, field by field."""
    data = Data(**({} if "x" in fields else {"source": "moons"}) | fields)
    return [(problem.field, problem.reason) for problem in problems(Experiment(data=data), ())]


def fault(source="moons", standardize=True, **faults):
    return found(source=source, standardize=standardize, faults=Faults(**faults))


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"label_noise": 0.1}, ("data.label_noise", "only classes have labels; use noise for numbers")),
        ({"clean_test": True}, ("data.clean_test", "only classes have labels, and this data has numbers to predict")),
        (
            {"faults": Faults(mislabelled=Region(centre=(0.0,), radius=1.0))},
            ("data.faults.mislabelled", "only classes have labels, and this data has numbers to predict"),
        ),
    ],
)
def test_numbers_have_no_labels(fields, problem):
    assert found(source="sine", **fields) == [problem]
    assert found(**NUMBERS, **fields) == [problem]


def test_only_numbers_have_a_unit():
    assert found(source="sine", standardize_target=True) == []
    assert found(standardize_target=True) == [
        ("data.standardize_target", "only numbers have a unit, and this data has classes")
    ]


def test_the_centre_of_a_region_is_a_place_among_the_raw_inputs():
    assert fault(mislabelled=Region(centre=(0.0, 0.0), radius=1.0)) == []
    assert fault(mislabelled=Region(centre=(0.0, 0.0, 1.0), radius=1.0)) == [
        ("data.faults.mislabelled.centre", "expected 2 numbers, one for each raw input, got 3")
    ]
    region = Faults(mislabelled=Region(centre=(0.0, 0.0), radius=1.0))
    assert found(inputs=("x1", "x2", "x1*x2"), faults=region) == []


def test_the_input_in_another_unit_is_a_raw_one():
    assert fault(scaled_input="x2") == []
    assert fault(scaled_input="x3") == [("data.faults.scaled_input", 'no raw input "x3"; known: x1, x2')]
    assert fault(scaled_input="x1", scale=LARGEST_SCALE) == []
    assert fault(scaled_input="x1", scale=2e6) == [("data.faults.scale", "expected at most 1,000,000, got 2e+06")]


def test_what_is_not_done_cannot_be_forgotten():
    assert fault(unstandardized_test=True) == []
    assert fault(standardize=False, unstandardized_test=True) == [
        ("data.faults.unstandardized_test", "with data.standardize = false there is no standardisation to forget")
    ]


def test_every_wrong_feature_is_named_and_only_what_hangs_on_them_waits():
    assert found(inputs=("x1", "x3", "sin(x2)", "x1 * (x2"), label_noise=0.1) == [
        ("data.inputs[1]", '"x3", character 1: no column "x3"; known: x1, x2, pi, e'),
        ("data.inputs[3]", '"x1 * (x2", character 9: expected ")", but the text ends'),
    ]
    wrong = Experiment(data=Data(source="sine", inputs=("x2",), label_noise=0.1))
    assert [problem.field for problem in problems(wrong, ())] == ["data.label_noise", "data.inputs[0]"]


def test_problems_of_all_faults_are_found_together():
    faults = Faults(
        mislabelled=Region(centre=(1.0,), radius=1.0), scaled_input="x", scale=1e7, unstandardized_test=True
    )
    assert [field for field, _ in found(faults=faults, standardize=False, inputs=())] == [
        "data.inputs",
        "data.faults.mislabelled.centre",
        "data.faults.scaled_input",
        "data.faults.scale",
        "data.faults.unstandardized_test",
    ]
