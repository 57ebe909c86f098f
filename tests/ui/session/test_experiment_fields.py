import pytest

from nnviz.engine import Experiment
from nnviz.engine.experiments.experiment_files import named_experiments
from nnviz.ui.session.experiment_fields import (
    add_layer_fields,
    architecture_text,
    data_fields,
    drawn_fields,
    has_validation,
    hidden_fields,
    loss_back,
    loss_fields,
    output_back,
    output_fields,
    parameter_count,
    remove_layer_fields,
    split_fields,
    valid_losses,
    valid_outputs,
)


@pytest.fixture
def circle():
    return Experiment.named("circle")


@pytest.fixture
def worked():
    return Experiment.named("worked-example")


@pytest.mark.parametrize("old", named_experiments())
@pytest.mark.parametrize("new", named_experiments())
def test_the_data_of_any_built_in_experiment_goes_with_the_network_of_any_other(old, new):
    before, other = Experiment.named(old), Experiment.named(new)
    after = before.with_fields(data_fields(before, other))
    assert after.data == other.data
    assert after.title == other.title
    assert after.network.hidden == before.network.hidden
    assert after.training.learning_rate == before.training.learning_rate


def test_a_regression_brings_a_linear_output_and_the_squared_error(circle):
    sine = circle.with_fields(data_fields(circle, Experiment.named("sine")))
    assert (sine.network.output, sine.training.loss) == ("linear", "squared_error")
    assert architecture_text(sine) == "1-4-3-1"


def test_classes_bring_the_cross_entropy_back():
    sine = Experiment.named("sine")
    moons = sine.with_fields(data_fields(sine, Experiment.named("moons")))
    assert (moons.network.output, moons.training.loss) == ("sigmoid", "binary_cross_entropy")


def test_early_stopping_goes_where_there_is_no_validation_part_and_comes_back_with_one(circle):
    four_points = circle.with_fields(data_fields(circle, Experiment.named("xor4")))
    assert not has_validation(four_points)
    assert four_points.training.early_stopping is None
    back = four_points.with_fields(data_fields(four_points, circle))
    assert back.training.early_stopping == circle.training.early_stopping


def test_early_stopping_that_is_off_stays_off(circle):
    off = circle.with_fields({"training.early_stopping": None})
    assert off.with_fields(data_fields(off, Experiment.named("moons"))).training.early_stopping is None


def test_a_new_layer_is_like_the_last_one(circle):
    mixed = circle.with_fields({"network.activation": ["tanh", "relu"]})
    more = mixed.with_fields(add_layer_fields(mixed))
    assert more.network.hidden == (4, 3, 3)
    assert more.network.activation == ("tanh", "relu", "relu")


def test_the_first_layer_can_be_added_and_the_last_one_removed(circle):
    none = circle.with_fields(hidden_fields(circle, []))
    assert architecture_text(none) == "2-1"
    one = none.with_fields(add_layer_fields(none))
    assert len(one.network.hidden) == 1
    assert one.with_fields(remove_layer_fields(one, 0)).network.hidden == ()


def test_a_removed_layer_takes_its_own_activation_with_it(circle):
    mixed = circle.with_fields({"network.hidden": [4, 3, 2], "network.activation": ["tanh", "relu", "sigmoid"]})
    fewer = mixed.with_fields(remove_layer_fields(mixed, 1))
    assert fewer.network.hidden == (4, 2)
    assert fewer.network.activation == ("tanh", "sigmoid")


def test_the_last_of_mixed_layers_can_be_removed_and_added_again(circle):
    one = circle.with_fields({"network.hidden": [4], "network.activation": ["relu"]})
    none = one.with_fields(remove_layer_fields(one, 0))
    assert none.with_fields(add_layer_fields(none)).network.hidden == (4,)


def test_what_each_layer_has_comes_and_goes_with_it(circle):
    mixed = circle.with_fields({"network.bias": [0.1, 0.2, 0.9], "training.dropout": [0.3, 0.4]})
    more = mixed.with_fields(add_layer_fields(mixed))
    assert more.network.bias == (0.1, 0.2, 0.2, 0.9)
    assert more.training.dropout == (0.3, 0.4, 0.4)
    fewer = more.with_fields(remove_layer_fields(more, 0))
    assert fewer.network.bias == (0.2, 0.2, 0.9)
    assert fewer.training.dropout == (0.4, 0.4)
    while fewer.network.hidden:
        fewer = fewer.with_fields(remove_layer_fields(fewer, 0))
    assert fewer.network.bias == (0.9,)
    assert fewer.with_fields(add_layer_fields(fewer)).network.bias == (0.9, 0.9)


def test_another_architecture_lets_explicit_weights_and_frozen_ones_go(worked):
    wider = worked.with_fields(hidden_fields(worked, [3]))
    assert wider.network.parameters is None
    assert wider.network.frozen == ()


def test_another_draw_lets_explicit_weights_go(worked):
    assert worked.with_fields(drawn_fields({"network.seed": 5})).network.parameters is None


def test_another_output_keeps_explicit_weights_that_fit(worked):
    tanh = worked.with_fields(output_fields(worked, "tanh"))
    assert tanh.network.parameters == worked.network.parameters
    assert tanh.training.loss == "squared_error"


def test_another_output_brings_a_loss_that_goes_with_it(circle):
    softmax = circle.with_fields(output_fields(circle, "softmax"))
    assert softmax.training.loss == "cross_entropy"
    assert architecture_text(softmax) == "2-4-3-2"


def test_the_scale_of_a_squared_error_stays_and_goes_with_it(circle):
    scaled = circle.with_fields({"training.loss": "squared_error", "training.loss_scale": "sum"})
    assert valid_losses(scaled) == ["squared_error", "binary_cross_entropy"]
    assert scaled.with_fields(output_fields(scaled, "linear")).training.loss_scale == "sum"
    for fields in (
        loss_fields(scaled, "binary_cross_entropy"),
        loss_back(scaled, circle),
        output_back(scaled, circle),
        data_fields(scaled, Experiment.named("moons")),
    ):
        assert scaled.with_fields(fields).training.loss_scale == "half_sum"


def test_only_what_goes_together_is_offered(circle):
    assert valid_losses(circle) == ["squared_error", "binary_cross_entropy"]
    assert valid_outputs(circle) == ["sigmoid", "softmax", "linear", "tanh"]
    assert valid_outputs(Experiment.named("sine")) == ["sigmoid", "linear", "tanh"]
    assert valid_losses(Experiment.named("sine")) == ["squared_error"]


def test_explicit_weights_do_not_narrow_the_choice_of_outputs():
    four_points = Experiment.named("xor4")
    weights = {"W": [[1.0, 1.0]] * 3, "b": [0.0] * 3}, {"W": [[1.0, 1.0, 1.0]], "b": [0.0]}
    assert "softmax" in valid_outputs(four_points.with_fields({"network.parameters": list(weights)}))


@pytest.mark.parametrize(("train", "validation"), [(0.6, 0.2), (0.7, 0.3), (1.0, 0.0), (0.35, 0.3), (0.05, 0.9)])
def test_any_split_sums_to_one(circle, train, validation):
    split = circle.with_fields({**split_fields(train, validation), "training.early_stopping": None}).data.split
    assert sum(split) == pytest.approx(1.0, abs=1e-9)


def test_parameters_are_weights_and_biases(circle):
    assert parameter_count(circle) == 2 * 4 + 4 + 4 * 3 + 3 + 3 + 1
