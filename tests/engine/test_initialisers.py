"""Where weights start from: the bounds and deviations of their sources."""

import numpy as np
import pytest

from nnviz.engine import Experiment, Network, Trainer
from nnviz.engine.initialisers import INITIALISERS

DEVIATIONS = {
    "xavier_uniform": np.sqrt(2.0 / 500.0),
    "xavier_normal": np.sqrt(2.0 / 500.0),
    "he_uniform": np.sqrt(2.0 / 200.0),
    "he_normal": np.sqrt(2.0 / 200.0),
}


@pytest.mark.parametrize("name", sorted(DEVIATIONS))
def test_random_weights_have_the_deviation_of_their_source(name):
    weights = INITIALISERS[name](np.random.default_rng(1), 200, 300, Network())
    assert weights.shape == (300, 200)
    assert weights.std() == pytest.approx(DEVIATIONS[name], rel=0.02)
    assert abs(weights.mean()) < 0.01 * DEVIATIONS[name] * 10
    if name.endswith("uniform"):
        assert np.abs(weights).max() <= DEVIATIONS[name] * np.sqrt(3.0)


def test_zeros_and_a_constant_are_what_they_say():
    draw = np.random.default_rng(1)
    assert (INITIALISERS["zeros"](draw, 3, 2, Network()) == 0.0).all()
    assert (INITIALISERS["constant"](draw, 3, 2, Network(constant=0.75)) == 0.75).all()


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
