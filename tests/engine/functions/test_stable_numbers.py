"""Numbers stay right where careless formulas overflow, and the smallest networks and data work."""

import math

import numpy as np
import pytest

from nnviz.engine import Data, Experiment, LayerParameters, Network, Trainer, Training
from nnviz.engine.functions.activations import ACTIVATIONS
from nnviz.engine.functions.losses import LOSSES
from nnviz.engine.functions.outputs import OUTPUTS
from tests.engine.networks import experiment


def one_unit(z, y, output="sigmoid", loss="binary_cross_entropy"):
    """A network of one unit whose bias is its pre-activation."""
    return Trainer(
        Experiment(
            data=Data(x=((0.0,),), y=(y,), split=(1.0, 0.0, 0.0), standardize=False),
            network=Network(hidden=(), output=output, parameters=(LayerParameters(W=((1.0,),), b=(z,)),)),
            training=Training(loss=loss, batch_size=1),
        )
    )


@pytest.mark.parametrize(
    ("z", "y", "loss"), [(1000.0, 0, 1000.0), (1000.0, 1, 0.0), (-1000.0, 0, 0.0), (-1000.0, 1, 1000.0)]
)
def test_binary_cross_entropy_is_right_far_out(z, y, loss):
    record = one_unit(z, y).iterate()
    assert record.loss.data == loss
    assert record.layers[0].delta[0, 0] == (1.0 if z > 0 else 0.0) - y


@pytest.mark.parametrize(("z", "y"), [(5.0, 1), (17.0, 1), (40.0, 1), (700.0, 1), (-17.0, 0), (-700.0, 0)])
def test_binary_cross_entropy_keeps_its_digits_where_it_is_small(z, y):
    expected = math.log1p(math.exp(-abs(z)))
    assert one_unit(z, y).iterate().loss.data == pytest.approx(expected, rel=1e-14, abs=0.0)


@pytest.mark.parametrize("lead", [1.0, 12.0, 30.0, 700.0])
def test_cross_entropy_keeps_its_digits_where_it_is_small(lead):
    z, y = np.array([[lead + 3.0, 3.0, 2.0]]), np.array([[1.0, 0.0, 0.0]])
    loss = LOSSES["cross_entropy"].per_example(z.T, OUTPUTS["softmax"].of(z).T, y.T)[0]
    assert loss == pytest.approx(math.log1p(math.exp(-lead) + math.exp(-lead - 1.0)), rel=1e-12, abs=0.0)


def test_softmax_and_cross_entropy_are_right_at_ten_thousand():
    z = np.array([[1e4, 0.0, -1e4], [0.0, 1e4, 1e4]])
    assert OUTPUTS["softmax"].of(z).tolist() == [[1.0, 0.0, 0.0], [0.0, 0.5, 0.5]]
    y = np.array([[0.0, 1.0, 0.0], [0.0, 1.0, 0.0]])
    a = OUTPUTS["softmax"].of(z)
    losses = LOSSES["cross_entropy"].per_example(z.T, a.T, y.T)
    assert losses.tolist() == [1e4, math.log(2.0)]


def test_the_sigmoid_keeps_its_digits_on_both_sides():
    z = np.array([-700.0, -100.0, -20.0, -1.0, 0.0, 20.0, 1000.0, -1000.0])
    expected = [1.0 / (1.0 + math.exp(-value)) if value > -709 else 0.0 for value in z]
    np.testing.assert_allclose(ACTIVATIONS["sigmoid"].of(z), expected, rtol=1e-14)


@pytest.mark.parametrize("name", sorted(ACTIVATIONS))
def test_activations_and_slopes_stay_within_their_limits_however_far_out(name):
    activation = ACTIVATIONS[name]
    z = np.array([-1e300, -1e4, -1.0, 0.0, 1.0, 1e4, 1e300])
    low, high = activation.limits
    assert ((activation.of(z) >= low) & (activation.of(z) <= high)).all()
    slope = activation.slope_at(z)
    assert (np.abs(slope) <= activation.slope_maximum).all()
    assert name in ("gelu", "silu") or (slope >= 0.0).all(), "only these two fall anywhere"


def test_the_slope_of_relu_at_zero_is_zero():
    assert ACTIVATIONS["relu"].slope_at(np.array([-0.0, 0.0, 5e-324, -1.0])).tolist() == [0.0, 0.0, 1.0, 0.0]


def test_a_nan_passes_through_every_activation_so_that_it_is_found():
    for name, activation in ACTIVATIONS.items():
        assert np.isnan(activation.of(np.array([np.nan]))).all(), name


@pytest.mark.parametrize("value", [0.1, 1e10, -3.0, 0.0])
def test_a_feature_that_never_changes_becomes_zero_and_is_not_scaled(value):
    x = tuple((value, float(place)) for place in range(7))
    trainer = Trainer(Experiment(data=Data(x=x, y=(0, 1, 0, 1, 0, 1, 0))))
    assert trainer.examples.deviation[0] == 1.0
    assert not trainer.examples.x[:, 0].any()
    trainer.run(20)
    assert np.isfinite(trainer.theta()).all()


def test_one_example_is_enough():
    trainer = Trainer(Experiment(data=Data(x=((1.0, 2.0),), y=(1,), split=(1.0, 0.0, 0.0))))
    assert trainer.run(20) is None
    assert trainer.history.train_loss[-1] < trainer.history.train_loss[0]


def test_one_unit_in_each_layer_is_enough():
    trainer = Trainer(experiment(hidden=(1, 1)))
    before = trainer.score("train")[0]
    trainer.run(30)
    assert trainer.score("train")[0] < before


def test_without_hidden_layers_it_is_logistic_regression():
    trainer = Trainer(Experiment.named("gaussians").with_fields({"network.hidden": []}))
    trainer.run()
    assert trainer.score("test")[1] > 0.9


def test_an_empty_validation_part_is_unknown_everywhere():
    trainer = Trainer(experiment(split=(0.6, 0.0, 0.4)))
    trainer.run()
    assert all(math.isnan(figure) for figure in trainer.score("validation"))
    assert all(math.isfinite(figure) for figure in (*trainer.score("train"), *trainer.score("test")))


def test_thirty_two_layers_train():
    trainer = Trainer(experiment(hidden=(3,) * 32))
    trainer.run(10)
    assert len(trainer.iterate().layers) == 33
