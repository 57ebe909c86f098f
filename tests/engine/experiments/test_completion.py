"""Defaults that follow from other fields, and problems that lie between fields."""

import pytest

from nnviz.engine import Experiment, ExperimentError
from nnviz.engine.experiments.checks import MOST_PARAMETERS
from nnviz.engine.experiments.completion import problems
from nnviz.engine.settings import Data, Network, Training


@pytest.mark.parametrize(
    ("data", "output", "loss"),
    [
        ('source = "circle"', "sigmoid", "binary_cross_entropy"),
        ('source = "sine"', "linear", "squared_error"),
        ("x = [[1], [2], [3]]\ny = [0, 1, 2]", "softmax", "cross_entropy"),
        ("x = [[1], [2], [3]]\ny = [[0.5], [1], [2]]", "linear", "squared_error"),
    ],
)
def test_output_and_loss_follow_the_task(data, output, loss):
    experiment = Experiment.parse(f"[data]\n{data}\n")
    assert (experiment.network.output, experiment.training.loss) == (output, loss)


@pytest.mark.parametrize(
    ("output", "loss"),
    [("sigmoid", "binary_cross_entropy"), ("softmax", "cross_entropy"), ("tanh", "squared_error")],
)
def test_the_loss_follows_the_output(output, loss):
    assert Experiment.parse(f'[network]\noutput = "{output}"\n').training.loss == loss


def test_the_examples_are_counted():
    assert Experiment.parse('[data]\nsource = "xor4"\n').data.examples == 4
    assert Experiment.parse("[data]\nx = [[1], [2]]\ny = [0, 1]\n").data.examples == 2


def test_completing_twice_changes_nothing():
    experiment = Experiment.named("circle")
    assert experiment.with_fields({}) == experiment


def test_problems_between_fields_are_found_together():
    experiment = Experiment(
        data=Data(source="sine", label_noise=0.1, split=(0.5, 0.5, 0.5)),
        network=Network(output="softmax", init="he", activation=("tanh", "relu")),
        training=Training(loss="squared_error", optimizer="adm"),
    )
    assert [problem.field for problem in problems(experiment, ())] == [
        "data.label_noise",
        "data.split",
        "network.activation",
        "network.init",
        "network.output",
        "training.optimizer",
    ]


def test_what_hangs_on_a_wrong_field_is_not_judged():
    experiment = Experiment(data=Data(source="sine"), training=Training(loss="cross_entropy"))
    assert [problem.field for problem in problems(experiment, ())] == ["training.loss"]
    assert problems(experiment, ["data.source"]) == []
    assert problems(experiment, ["data"]) == []
    assert problems(experiment, ["training.loss"]) == []
    assert problems(experiment, ["network.hidden[0]"]) != []


def test_a_network_just_small_enough_to_hold_is_accepted():
    # (2 + 1) u + (u + 1) 995 + 996 parameters with u units in the first hidden layer.
    units = (MOST_PARAMETERS - 995 - 996) // (3 + 995)
    assert Experiment.parse(f"[network]\nhidden = [{units}, 995]\n").network.hidden == (units, 995)
    with pytest.raises(ExperimentError, match="nnviz holds at most 1,000,000"):
        Experiment.parse(f"[network]\nhidden = [{units + 1}, 995]\n")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("W", "expected a name"),
        ("W0", "layers count from 1 to 2"),
        ("W3", "layers count from 1 to 2"),
        ("W1[4,0]", "units of this layer count from 0 to 3"),
        ("W1[0,2]", "inputs of this layer count from 0 to 1"),
        ("W1[0]", "a weight is W"),
        ("b1[0,0]", "a weight is W"),
        ("b1[4]", "units of this layer count from 0 to 3"),
        ("W１", "expected a name"),
        ("W" + "9" * 5000, "expected a name"),
    ],
)
def test_only_parameters_that_exist_can_be_frozen(name, reason):
    with pytest.raises(ExperimentError, match=r"^network\.frozen\[0\]: .*" + reason):
        Experiment.parse(f'[network]\nfrozen = ["{name}"]\n')


@pytest.mark.parametrize("name", ["W1", "b2", "W2[0,3]", "W1[3,1]", "W1[3, 1]", "b1[3]"])
def test_parameters_that_exist_can_be_frozen(name):
    assert Experiment.parse(f'[network]\nfrozen = ["{name}"]\n').network.frozen == (name,)


@pytest.mark.parametrize(
    ("optimizer", "settings"),
    [
        ("sgd", {}),
        ("momentum", {"momentum": 0.9}),
        ("adagrad", {"epsilon": 1e-10}),
        ("rmsprop", {"decay": 0.99, "epsilon": 1e-8}),
        ("adamw", {"beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, "weight_decay": 0.01}),
    ],
)
def test_an_optimiser_gets_its_defaults_and_no_others(optimizer, settings):
    experiment = Experiment.parse(f'[training]\noptimizer = "{optimizer}"\n')
    assert experiment.to_dict()["training"]["optimizer"] == {"name": optimizer, **settings}


def test_a_setting_that_is_given_stays():
    experiment = Experiment.parse('[training]\noptimizer = {name = "adam", beta1 = 0.5}\n')
    assert experiment.to_dict()["training"]["optimizer"]["beta1"] == 0.5


def test_a_schedule_gets_its_defaults():
    experiment = Experiment.parse('[training]\nschedule = {name = "step", every = 7}\n')
    assert experiment.to_dict()["training"]["schedule"] == {"name": "step", "every": 7, "factor": 0.5, "warmup": 0}


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("training.optimizer", {"name": "sgd", "momentum": 0.9}, "sgd has no such setting; it has no settings"),
        ("training.optimizer", {"name": "adam", "decay": 0.9}, "adam has no such setting; it has beta1, beta2, eps"),
        ("training.schedule", {"name": "cosine", "every": 3}, "cosine has no such setting; it has warmup, epochs"),
        ("training.schedule", "cosin", 'no schedule "cosin"; did you mean "cosine"?'),
        ("training.dropout", [0.1, 0.2], r"expected one number, or one for each hidden layer \(1\), got 2"),
        ("training.dropout", 1.0, "expected a number from 0 to 0.95 or a list of numbers, got 1.0"),
        ("training.optimizer", {"name": "adam", "beta1": 1.0}, "expected a number ≥ 0 and < 1, got 1.0"),
        ("training.schedule", {"name": "step", "factor": 1.5}, "expected a number > 0 and ≤ 1, got 1.5"),
        ("network.bias", [0.1, 0.2, 0.3], r"or one for each layer, the output's last \(2\), got 3"),
        ("training.clip_norm", 0, "expected a number > 0"),
        ("training.early_stopping", {"monitor": "accuracy"}, 'expected "loss" or "score"'),
    ],
)
def test_what_does_not_go_together_is_named(field, value, problem):
    with pytest.raises(ExperimentError, match=rf"^{field}.*: .*{problem}"):
        Experiment.parse("").with_fields({field: value})
