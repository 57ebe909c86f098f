"""Where weights start from: the bounds and deviations of their sources."""

import numpy as np
import pytest

from nnviz.engine import Experiment, Network, Trainer
from nnviz.engine.functions.initialisers import INITIALISERS
from tests.engine.networks import experiment

DEVIATIONS = {
    "xavier_uniform": np.sqrt(2.0 / 500.0),
    "xavier_normal": np.sqrt(2.0 / 500.0),
    "he_uniform": np.sqrt(2.0 / 200.0),
    "he_normal": np.sqrt(2.0 / 200.0),
    "lecun_normal": np.sqrt(1.0 / 200.0),
    "normal": 0.5,
    "uniform": 0.5 / np.sqrt(3.0),
}


@pytest.mark.parametrize("name", sorted(DEVIATIONS))
def test_random_weights_have_the_deviation_of_their_source(name):
    weights = INITIALISERS[name].draw(np.random.default_rng(1), 200, 300, Network())
    assert weights.shape == (300, 200)
    assert weights.std() == pytest.approx(DEVIATIONS[name], rel=0.02)
    assert abs(weights.mean()) < 0.01 * DEVIATIONS[name] * 10
    if name.endswith("uniform"):
        assert np.abs(weights).max() <= DEVIATIONS[name] * np.sqrt(3.0)


def test_zeros_and_a_constant_are_what_they_say():
    draw = np.random.default_rng(1)
    assert (INITIALISERS["zeros"].draw(draw, 3, 2, Network()) == 0.0).all()
    assert (INITIALISERS["constant"].draw(draw, 3, 2, Network(constant=0.75)) == 0.75).all()


def test_every_initialiser_starts_a_network_with_the_bias_asked_for():
    for name in INITIALISERS:
        trainer = Trainer(Experiment().with_fields({"network.init": name, "network.bias": 0.125}))
        assert all((bias == 0.125).all() for _, bias in trainer.parameters()), name
        trainer.run(20)
        assert np.isfinite(trainer.theta()).all(), name


def test_zero_weights_stay_stuck_and_equal_ones_stay_equal():
    stuck = Trainer(Experiment.named("xor4").with_fields({"network.init": "zeros"}))
    stuck.run()
    assert stuck.score("train")[0] == pytest.approx(np.log(2.0))
    equal = Trainer(Experiment.named("xor4").with_fields({"network.init": "constant"}))
    equal.run()
    weights = equal.parameters()[0][0]
    np.testing.assert_allclose(weights, np.broadcast_to(weights[0], weights.shape), rtol=1e-9)


def test_sigma_and_range_are_what_one_sets():
    draw = np.random.default_rng(1)
    assert INITIALISERS["normal"].draw(draw, 200, 300, Network(sigma=2.0)).std() == pytest.approx(2.0, rel=0.02)
    drawn = INITIALISERS["uniform"].draw(draw, 200, 300, Network(range=0.1))
    assert np.abs(drawn).max() == pytest.approx(0.1, rel=0.01)


@pytest.mark.parametrize("name", sorted(INITIALISERS))
def test_the_settings_of_a_row_are_those_that_change_what_is_drawn(name):
    row = INITIALISERS[name]

    def drawn(**fields):
        return row.draw(np.random.default_rng(1), 3, 2, Network(**fields)).tolist()

    changing = [field for field in ("constant", "sigma", "range") if drawn(**{field: 0.75}) != drawn()]
    assert changing == list(row.settings)


@pytest.mark.parametrize("name", sorted(INITIALISERS))
def test_a_gain_multiplies_whatever_is_drawn(name):
    plain, doubled = (Trainer(experiment(hidden=(4, 3), init=name, gain=gain)) for gain in (1.0, 2.0))
    for (weights, _), (twice, _) in zip(plain.parameters(), doubled.parameters(), strict=True):
        np.testing.assert_allclose(twice, 2.0 * weights, rtol=1e-15)


def test_biases_start_where_they_should_one_value_for_each_layer():
    trainer = Trainer(experiment(hidden=(4, 3), bias=(4.0, 6.0, -1.0)))
    assert [set(bias.tolist()) for _, bias in trainer.parameters()] == [{4.0}, {6.0}, {-1.0}]
