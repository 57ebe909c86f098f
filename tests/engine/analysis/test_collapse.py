"""Linear layers in a row are one: the product against the forward pass."""

import numpy as np
import pytest

from nnviz.engine import PlaceError, Trainer
from nnviz.engine.analysis.collapse import collapse, linear_runs
from tests.engine.networks import experiment


def trained(activation, hidden=(5, 4, 6), **fields):
    trainer = Trainer(experiment(hidden=hidden, activation=activation, bias=0.3, batch_size="full", **fields))
    trainer.run(4)
    return trainer


@pytest.mark.parametrize("output", ["sigmoid", "linear"])
def test_a_network_of_linear_layers_is_one_matrix_and_bias(output):
    trainer = trained("linear", output=output)
    one = collapse(trainer.architecture, trainer.theta())
    assert one.W.shape == (2, 3) and one.b.shape == (2,) and (one.first, one.last) == (1, 4)
    record = trainer.iterate()
    np.testing.assert_allclose(record.x @ one.W.T + one.b, record.layers[-1].z, rtol=1e-12, atol=1e-14)


def test_so_is_a_run_of_layers_up_to_one_with_a_curve():
    trainer = trained(("tanh", "linear", "relu"))
    one = collapse(trainer.architecture, trainer.theta(), first=2, last=3)
    layers = trainer.iterate().layers
    np.testing.assert_allclose(layers[1].inputs @ one.W.T + one.b, layers[2].z, rtol=1e-12, atol=1e-14)


def test_a_single_layer_is_itself():
    trainer = trained("tanh")
    one = collapse(trainer.architecture, trainer.theta(), 2, 2)
    weights, bias = trainer.parameters()[1]
    assert one.W.tolist() == weights.tolist() and one.b.tolist() == bias.tolist()


def test_small_integers_multiply_exactly():
    trainer = Trainer(experiment(hidden=(1, 1), activation="linear", output="linear"))
    values = [((2.0, 3.0, 5.0), 1.0), ((7.0,), -4.0)]
    for layer, (row, bias) in enumerate(values, start=1):
        for source, weight in enumerate(row):
            trainer.set_weight(layer, 0, source, weight)
        trainer.set_bias(layer, 0, bias)
    one = collapse(trainer.architecture, trainer.theta(), 1, 2)
    assert one.W.tolist() == [[14.0, 21.0, 35.0]] and one.b.tolist() == [3.0]


@pytest.mark.parametrize(
    ("activation", "runs"),
    [
        (("linear", "linear", "linear"), [(1, 4)]),
        (("tanh", "linear", "relu"), [(2, 3)]),
        (("linear", "tanh", "linear"), [(1, 2), (3, 4)]),
        (("tanh", "relu", "tanh"), []),
        (("tanh", "tanh", "linear"), [(3, 4)]),
    ],
)
def test_runs_end_with_the_first_layer_that_has_a_curve(activation, runs):
    trainer = trained(activation)
    assert linear_runs(trainer.architecture) == runs
    for first, last in runs:
        assert collapse(trainer.architecture, trainer.theta(), first, last).last == last


def test_a_network_without_hidden_layers_has_nothing_to_collapse():
    assert linear_runs(trained((), hidden=()).architecture) == []


def test_a_layer_with_a_curve_does_not_collapse():
    trainer = trained(("linear", "tanh", "linear"))
    with pytest.raises(PlaceError, match="layer 2 is not linear but tanh"):
        collapse(trainer.architecture, trainer.theta())


@pytest.mark.parametrize(("first", "last"), [(0, 2), (3, 2), (1, 5)])
def test_a_run_that_is_not_there_is_refused(first, last):
    trainer = trained("linear")
    with pytest.raises(PlaceError, match="from 1 to 4"):
        collapse(trainer.architecture, trainer.theta(), first, last)
