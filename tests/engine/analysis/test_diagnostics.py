"""Signal health: saturated shares, dead units, flat stretches."""

import numpy as np
import pytest

from nnviz.engine import Trainer
from nnviz.engine.analysis.diagnostics import dead_units, flat_regions, saturated_share, saturated_shares
from nnviz.engine.functions.activations import ACTIVATIONS
from tests.engine.networks import experiment

SIGMOID, TANH, RELU, LINEAR = (ACTIVATIONS[name] for name in ("sigmoid", "tanh", "relu", "linear"))


def test_a_unit_is_saturated_for_the_examples_on_a_flat_part_of_its_curve():
    z = np.array([[0.0, 9.0], [6.0, -9.0], [-6.0, 8.0], [1.0, 0.0]])
    assert saturated_share(SIGMOID, z).tolist() == [0.5, 0.75]


def test_how_flat_is_flat_is_a_setting():
    z = np.array([[3.0]])
    # tanh′(3) is about 1 % of its maximum.
    assert saturated_share(TANH, z).tolist() == [1.0]
    assert saturated_share(TANH, z, flat_below=0.005).tolist() == [0.0]


def test_a_linear_unit_never_saturates():
    assert saturated_share(LINEAR, np.array([[-1e6], [1e6]])).tolist() == [0.0]


def test_a_relu_is_dead_when_no_example_reaches_its_slope():
    z = np.array([[-1.0, 1.0, 0.0], [-2.0, -3.0, -1.0]])
    assert dead_units(RELU, z).tolist() == [True, False, True]


@pytest.mark.parametrize("activation", [SIGMOID, TANH, LINEAR], ids=lambda each: each.name)
def test_only_units_whose_slope_can_vanish_die(activation):
    assert dead_units(activation, np.full((3, 2), -1e3)).tolist() == [False, False]


def test_flat_stretches_are_where_the_slope_falls_below_the_share():
    (left, left_end), (right_start, right) = flat_regions(TANH, -5.0, 5.0)
    edge = np.arccosh(np.sqrt(1.0 / 0.05))
    assert (left, right) == (-5.0, 5.0)
    assert -left_end == pytest.approx(edge, abs=0.01) and right_start == pytest.approx(edge, abs=0.01)


def test_a_relu_is_flat_on_its_left_side_and_a_line_nowhere():
    ((start, end),) = flat_regions(RELU, -2.0, 2.0)
    assert (start, end) == (-2.0, 0.0)
    assert flat_regions(LINEAR, -2.0, 2.0) == []


def test_the_saturated_share_of_a_layer_is_over_its_units_and_the_batch():
    record = Trainer(experiment(hidden=(4, 3), activation=("sigmoid", "tanh"), bias=2.5)).iterate()
    a, b, out = (layer.a for layer in record.layers)
    expected = [
        (a * (1 - a) < 0.2 * 0.25).mean(),
        (1 - b * b < 0.2).mean(),
        (out * (1 - out) < 0.2 * 0.25).mean(),
    ]
    assert 0.0 < expected[0] < 1.0
    np.testing.assert_allclose(saturated_shares(record, flat_below=0.2), expected)


def test_a_softmax_has_no_curve_to_saturate_on():
    shares = saturated_shares(Trainer(experiment(output="softmax", loss="cross_entropy")).iterate())
    assert np.isfinite(shares[0]) and np.isnan(shares[-1])


def test_numbers_that_are_not_finite_do_not_count_as_steep():
    trainer = Trainer(experiment(hidden=(4, 3), activation="relu", output="linear", learning_rate=1e90))
    trainer.run()
    assert np.isnan(saturated_shares(trainer.iterate())[-1])
