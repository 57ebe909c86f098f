import pytest

from nnviz.engine import Experiment
from nnviz.engine.experiments.experiment_files import named_experiments
from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.session.settings.table import SETTINGS
from nnviz.ui.session.since_origin import changed_settings, set_back_fields, set_back_tip

CHANGES = {
    "data.noise": ({"data.noise": 0.5}, {"data.noise"}),
    "split": ({"data.split": [0.5, 0.25, 0.25]}, {"data.split"}),
    "features": ({"data.inputs": ["x1", "x1^2"]}, {"data.inputs"}),
    "fault": ({"data.faults.scaled_input": "x2", "data.faults.scale": 10.0}, {"data.faults.scaled_input"}),
    "region": ({"data.faults.mislabelled": {"centre": [0, 0], "radius": 1}}, {"data.faults.mislabelled"}),
    "not standardised": ({"data.standardize": False}, {"data.standardize", "faults.not_standardized"}),
    "layers": ({"network.hidden": [7]}, {"network.hidden"}),
    "activation": ({"network.activation": "relu"}, {"network.activation"}),
    "by layer": (
        {"network.activation": ["relu", "tanh"]},
        {"network.activation", "network.activation.layers"},
    ),
    "optimiser": ({"training.optimizer": "adam"}, {"training.optimizer"}),
    "its setting": (
        {"training.optimizer": {"name": "adam", "beta1": 0.5}},
        {"training.optimizer", "training.optimizer.beta1"},
    ),
    "schedule": ({"training.schedule": "step"}, {"training.schedule"}),
    "patience": (
        {"training.early_stopping.patience": 7},
        {"training.early_stopping", "training.early_stopping.patience"},
    ),
    "monitor": ({"training.early_stopping.monitor": "score"}, {"training.early_stopping.monitor"}),
    "no stopping": (
        {"training.early_stopping": None},
        {"training.early_stopping", "training.early_stopping.patience"},
    ),
    "dropout": ({"training.dropout": 0.5}, {"training.dropout"}),
    "output": ({"network.output": "tanh", "training.loss": None}, {"network.output", "training.loss"}),
    "bias": ({"network.bias": [4, 4, 0]}, {"network.bias"}),
}


@pytest.fixture
def circle():
    return Experiment.named("circle")


@pytest.mark.parametrize("name", named_experiments())
def test_nothing_is_changed_in_what_was_not(name):
    assert not changed_settings(Experiment.named(name), Experiment.named(name))


@pytest.mark.parametrize(("fields", "keys"), CHANGES.values(), ids=CHANGES)
def test_a_change_is_seen_where_it_was_made(circle, fields, keys):
    assert changed_settings(circle.with_fields(fields), circle) == keys


@pytest.mark.parametrize("fields", [fields for fields, _ in CHANGES.values()], ids=CHANGES)
def test_setting_back_what_is_changed_leads_back(circle, fields):
    experiment = circle.with_fields(fields)
    while changed := changed_settings(experiment, circle):
        key = sorted(changed)[0]
        experiment = experiment.with_fields(set_back_fields(experiment, circle, SETTINGS[key]))
        assert key not in changed_settings(experiment, circle)
    assert experiment == circle


def test_layers_come_back_with_what_each_has_of_its_own(circle):
    fields = {"network.hidden": [5], "network.activation": ["relu"], "training.dropout": [0.1], "network.bias": [1, 2]}
    experiment = circle.with_fields(fields)
    back = experiment.with_fields(set_back_fields(experiment, circle, SETTINGS["network.hidden"]))
    assert back == circle


def test_explicit_weights_come_back_with_their_layers():
    worked = Experiment.named("worked-example")
    wider = worked.with_fields({"network.hidden": [3], "network.parameters": None, "network.frozen": None})
    assert wider.with_fields(set_back_fields(wider, worked, SETTINGS["network.hidden"])) == worked


def test_early_stopping_comes_back_whole(circle):
    off = circle.with_fields({"training.early_stopping": None})
    back = off.with_fields(set_back_fields(off, circle, SETTINGS["training.early_stopping"]))
    assert back.training.early_stopping == circle.training.early_stopping


def test_the_dot_says_what_it_leads_to(circle):
    style = NumberStyle()
    assert set_back_tip(circle, SETTINGS["data.noise"], style) == "Changed: set it back to what “Circle” has, 0.1"
    assert set_back_tip(circle, SETTINGS["training.optimizer"], style).endswith("has, SGD")
    for setting in SETTINGS.values():
        assert "\n" not in set_back_tip(circle, setting, style)
