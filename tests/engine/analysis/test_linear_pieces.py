from itertools import pairwise

import numpy as np
import pytest

from nnviz.engine.analysis.linear_pieces import is_piecewise_linear, kinks
from nnviz.engine.analysis.unit_answers import answers
from nnviz.engine.experiment import Experiment
from nnviz.engine.networks.network import Architecture, initial_parameters


def network(hidden, activation="relu", seed=0, output="linear"):
    experiment = Experiment.named("sawtooth").with_fields(
        {"network.hidden": hidden, "network.activation": activation, "network.seed": seed, "network.output": output}
    )
    architecture = Architecture.of(experiment)
    theta = initial_parameters(experiment.network, architecture)
    generator = np.random.default_rng(seed)
    theta += 0.3 * generator.normal(size=theta.shape)
    return architecture, theta


def ends(low=-3.0, high=3.0):
    return np.array([low]), np.array([high])


def test_one_unit_makes_one_kink_where_its_sum_is_zero():
    architecture, theta = network((1,))
    (W1, b1), (W2, b2) = architecture.weights_and_biases(theta)
    W1[...], b1[...], W2[...], b2[...] = 2.0, -1.0, 1.0, 0.0
    (share,) = kinks(architecture, theta, *ends(0.0, 1.0))
    assert share == pytest.approx(0.5, abs=1e-15)


def test_a_unit_that_nobody_listens_to_makes_no_kink():
    architecture, theta = network((1,))
    (W1, b1), (W2, _) = architecture.weights_and_biases(theta)
    W1[...], b1[...], W2[...] = 2.0, -1.0, 0.0
    assert len(kinks(architecture, theta, *ends(0.0, 1.0))) == 0


def test_a_silenced_unit_makes_no_kink():
    architecture, theta = network((3,))
    all_kinks = len(kinks(architecture, theta, *ends(-50.0, 50.0)))
    silenced = architecture.with_silenced(1, 0, True)
    assert all_kinks == 3
    assert len(kinks(silenced, theta, *ends(-50.0, 50.0))) == 2


def test_two_folds_of_a_triangle_make_four_pieces_and_three_make_eight():
    """Each layer of two units folds the line once more: what width alone would need seven units for."""
    for depth, pieces in ((1, 2), (2, 4), (3, 8)):
        architecture, theta = network((2,) * depth)
        first, *others = architecture.weights_and_biases(theta)
        for W, b in (first, *others[:-1]):
            W[...] = 1.0 if W.shape[1] == 1 else [[2.0, -4.0], [2.0, -4.0]]
            b[...] = [0.0, -0.5]
        W, b = others[-1]
        W[...], b[...] = [[2.0, -4.0]], 0.0
        found = kinks(architecture, theta, *ends(0.0, 1.0))
        assert len(found) + 1 == pieces
        assert found == pytest.approx(np.arange(1, pieces) / pieces, abs=1e-12)


@pytest.mark.parametrize("activation", ["relu", "leaky_relu"])
@pytest.mark.parametrize("hidden", [(5,), (8, 8), (6, 5, 4)])
@pytest.mark.parametrize("seed", range(4))
def test_between_two_kinks_the_answer_is_a_straight_line_and_nowhere_else(hidden, activation, seed):
    architecture, theta = network(hidden, activation, seed)
    start, end = ends()
    found = kinks(architecture, theta, start, end)
    assert (np.diff(found) > 0).all()
    edges = np.concatenate([[0.0], found, [1.0]])

    def answer(shares):
        return answers(architecture, theta, start + np.asarray(shares)[:, None] * (end - start))[:, 0]

    slopes = []
    for low, high in pairwise(edges):
        first, middle, last = answer([low, (low + high) / 2, high])
        assert middle == pytest.approx((first + last) / 2, abs=1e-9)
        slopes.append((last - first) / (high - low))
    # A piece that is next to nothing wide has no slope that could be measured.
    measured = [slope for slope, width in zip(slopes, np.diff(edges), strict=True) if width > 1e-6]
    assert all(before != after for before, after in pairwise(measured))


def test_a_linear_network_is_one_piece():
    architecture, theta = network((4, 4), "linear")
    assert len(kinks(architecture, theta, *ends())) == 0


def test_curved_units_have_no_pieces():
    assert not is_piecewise_linear(network((4,), "tanh")[0])
    assert not is_piecewise_linear(network((4,), "relu", output="tanh")[0])
    assert is_piecewise_linear(network((4, 4), ("relu", "linear"))[0])
