"""Features of the raw columns, example by example, and what is wrong with a list of them."""

import numpy as np
import pytest

from nnviz.engine import Experiment, ExperimentError, Trainer, make_examples
from nnviz.engine.data.features import MOST_FEATURES, feature_problems, make_features

COLUMNS = ("x1", "x2")
RAW = np.random.default_rng(3).uniform(-2.0, 2.0, (50, 2))


def with_inputs(*inputs, **fields):
    fields = {f"data.{name}": value for name, value in fields.items()}
    return Experiment.named("moons").with_fields({"data.inputs": list(inputs), **fields})


def test_each_feature_is_a_column():
    features = make_features(["x1", "x1*x2", "2", "x2^2"], COLUMNS, RAW)
    x1, x2 = RAW.T
    assert features.tolist() == np.column_stack([x1, x1 * x2, np.full(50, 2.0), x2 * x2]).tolist()


def test_the_raw_columns_are_left_alone():
    raw = RAW.copy()
    make_features(["x1 - x2", "-x1", "abs(x2)"], COLUMNS, raw)
    assert raw.tobytes() == RAW.tobytes()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("log(x1)", '"log(x1)", character 1: log is not defined for example 1, where x1 = -1'),
        ("x2/x1 + 1", '"x2/x1 + 1", character 3: / is not defined for example 2, where x1 = 0 and x2 = 0'),
        ("1/x1", '"1/x1", character 2: / gives infinity for example 2, where x1 = 0'),
        ("exp(100*x2)", '"exp(100*x2)", character 1: exp gives infinity for example 3, where x2 = 10'),
        ("10^(13*x2)", '"10^(13*x2)", character 3: ^ gives 1e+130 (at most 1e+100) for example 3, where x2 = 10'),
        # In between counts too: 1/∞ would pass for 0.
        ("1/(1/x1)", '"1/(1/x1)", character 5: / gives infinity for example 2, where x1 = 0'),
        ("log(0 - 1)", '"log(0 - 1)", character 1: log is not defined'),
        ("x1^0.5", '"x1^0.5", character 3: ^ is not defined for example 1, where x1 = -1'),
    ],
)
def test_a_feature_without_a_value_is_refused_with_the_first_such_example(text, reason):
    raw = np.array([[1.0, 0.0], [-1.0, 1.0], [0.0, 0.0], [2.0, 10.0]])
    with pytest.raises(ExperimentError) as caught:
        make_features(["x1", text], COLUMNS, raw)
    assert (caught.value.reason, caught.value.field) == (reason, "data.inputs[1]")


def test_a_place_in_a_formula_is_counted_in_the_text():
    with pytest.raises(ExperimentError, match="character 4: log is not defined"):
        make_features(["x1*log(x1)"], COLUMNS, np.array([[-1.0, 0.0]]))


@pytest.mark.parametrize(
    ("inputs", "problems"),
    [
        (["x1", "x2", "x1 * x2"], []),
        ([], ["data.inputs"]),
        (["x1", "x3", "sin(", "x2"], ["data.inputs[1]", "data.inputs[2]"]),
        (["x1*x2", "x1", " x1  *x2", "(x1)"], ["data.inputs[2]", "data.inputs[3]"]),
        ([f"{place}*x1" for place in range(MOST_FEATURES)], []),
        ([f"{place}*x1" for place in range(MOST_FEATURES + 1)], ["data.inputs"]),
    ],
)
def test_every_problem_of_a_list_is_found(inputs, problems):
    assert [problem.field for problem in feature_problems(inputs, COLUMNS)] == problems


def test_a_feature_that_is_there_already_is_named():
    (problem,) = feature_problems(["x1*x2", "x1", "x1 * x2"], COLUMNS)
    assert problem.reason == '"x1 * x2" is the same as data.inputs[0]'


def test_the_network_has_an_input_for_each_feature():
    trainer = Trainer(with_inputs("x1", "x2", "x1^2", "sin( x2 )", "1"))
    assert trainer.architecture.widths[0] == 5
    assert trainer.examples.input_names == ("x1", "x2", "x1^2", "sin( x2 )", "1")
    trainer.run(20)
    assert np.isfinite(trainer.theta()).all()


def test_features_are_made_of_raw_numbers_and_standardised_themselves():
    plain = make_examples(with_inputs("x1", "x2", standardize=False))
    made = make_examples(with_inputs("x1^2", "x1 - x2", "3", standardize=True))
    x1, x2 = plain.x.T
    expected = np.column_stack([x1 * x1, x1 - x2])
    mean, deviation = expected[made.train].mean(axis=0), expected[made.train].std(axis=0)
    np.testing.assert_allclose(made.x[:, :2], (expected - mean) / deviation, rtol=1e-12, atol=1e-12)
    assert not made.x[:, 2].any()


def test_the_raw_columns_written_out_are_the_inputs_as_they_were():
    written, left_out = make_examples(with_inputs("x1", "x2")), make_examples(Experiment.named("moons"))
    assert written.x.tobytes() == left_out.x.tobytes()
    assert written.input_names == left_out.input_names == ("x1", "x2")


def test_a_feature_that_fails_says_so_when_the_examples_are_made():
    experiment = with_inputs("x1", "log(x2)")
    with pytest.raises(ExperimentError, match=r'^data\.inputs\[1\]: "log\(x2\)", character 1: log is not defined for'):
        Trainer(experiment)
