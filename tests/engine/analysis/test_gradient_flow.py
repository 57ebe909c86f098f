"""How large signal, gradient and update are in each layer, against sums written out."""

import math

import numpy as np
import pytest

from nnviz.engine import Experiment, Trainer
from nnviz.engine.analysis.gradient_flow import (
    Fate,
    Pace,
    fate_of,
    gradient_norms,
    mean_signals,
    pace_of,
    reach_of,
    update_ratios,
)
from tests.engine.networks import experiment


def a_record(**fields):
    trainer = Trainer(experiment(hidden=(4, 3), l2=0.1, **fields))
    trainer.run(2)
    return trainer.iterate()


def root_of_squares(values):
    return math.sqrt(sum(float(value) ** 2 for value in np.ravel(values)))


def test_the_mean_signal_is_over_units_and_examples():
    record = a_record()
    expected = [sum(abs(d) for d in np.ravel(layer.delta)) / layer.delta.size for layer in record.layers]
    np.testing.assert_allclose(mean_signals(record), expected, rtol=1e-12)


def test_the_gradient_norm_is_the_root_of_the_sum_of_squares():
    record = a_record()
    expected = [root_of_squares(layer.grad_W) for layer in record.layers]
    np.testing.assert_allclose(gradient_norms(record), expected, rtol=1e-12)


def test_the_update_ratio_compares_what_moved_with_what_was_there():
    record = a_record()
    expected = [root_of_squares(layer.W_after - layer.W) / root_of_squares(layer.W) for layer in record.layers]
    np.testing.assert_allclose(update_ratios(record), expected, rtol=1e-12)
    np.testing.assert_allclose(
        update_ratios(record),
        [0.1 * root_of_squares(layer.grad_W) / root_of_squares(layer.W) for layer in record.layers],
        rtol=1e-9,
    )


def test_weights_of_zero_have_no_ratio():
    record = Trainer(experiment(hidden=(4,), init="zeros")).iterate()
    np.testing.assert_equal(update_ratios(record), [np.nan, np.nan])


def test_a_frozen_layer_does_not_move():
    ratios = update_ratios(Trainer(experiment(hidden=(4,), frozen=("W1",))).iterate())
    assert ratios[0] == 0.0 and ratios[1] > 0.0


def test_the_signal_of_a_deep_sigmoid_network_vanishes_towards_its_inputs():
    record = Trainer(experiment(hidden=(8,) * 10, activation="sigmoid")).iterate()
    signals, norms = mean_signals(record), gradient_norms(record)
    assert signals[0] < 1e-5 * signals[-1]
    assert norms[0] < 1e-4 * norms[-1]


@pytest.mark.parametrize(("size", "rate"), [(1e-200, 1e-200), (1e200, 0.1)])
def test_norms_neither_underflow_nor_overflow_before_the_numbers_themselves(size, rate):
    chosen = experiment(hidden=(), output="linear", learning_rate=rate, batch_size="full")
    trainer = Trainer(chosen)
    trainer.set_weight(1, 0, 0, 3.0 * size)
    trainer.set_weight(1, 0, 1, 4.0 * size)
    for unit, source in [(0, 2), (1, 0), (1, 1), (1, 2)]:
        trainer.set_weight(1, unit, source, 0.0)
    record = trainer.iterate()
    moved = root_of_squares(record.layers[0].W_after / size - record.layers[0].W / size)
    assert moved > 0.01
    assert update_ratios(record)[0] == pytest.approx(moved / 5.0, rel=1e-9)


def test_a_diverged_record_is_measured_without_a_word():
    trainer = Trainer(experiment(hidden=(4, 3), activation="relu", output="linear"))
    trainer.set_learning_rate(1e300)
    trainer.run()
    assert trainer.finished == "diverged"
    record = trainer.iterate()
    for measure in (mean_signals, gradient_norms, update_ratios):
        assert len(measure(record)) == 3


# ---- in words -----------------------------------------------------------------------------------------------------


def first_record(depth, activation, seed, **network):
    """A network of width 8 before its first update, the whole training part in one batch."""
    fields = {"hidden": [8] * depth, "activation": activation, "seed": seed, **network}
    changes = {f"network.{name}": value for name, value in fields.items()}
    return Trainer(Experiment.named("circle").with_fields({**changes, "training.batch_size": "full"})).iterate()


@pytest.mark.parametrize(
    ("depth", "activation", "network", "reach", "fate"),
    [
        (1, "sigmoid", {}, 8e-2, Fate.ARRIVES),
        (4, "sigmoid", {}, 1e-3, Fate.VANISHES),
        (10, "sigmoid", {}, 1e-7, Fate.VANISHES),
        (10, "tanh", {}, 0.14, Fate.ARRIVES),
        (10, "relu", {"init": "he_normal", "gain": 2.0}, 35.0, Fate.EXPLODES),
    ],
)
def test_deep_sigmoids_lose_the_signal_tanh_keeps_it_and_large_relus_blow_it_up(
    depth, activation, network, reach, fate
):
    signals = [mean_signals(first_record(depth, activation, seed, **network)) for seed in range(1, 8)]
    typical = np.median([reach_of(each) for each in signals])
    assert reach / 3 < typical < reach * 3
    fates = [fate_of(each) for each in signals]
    assert fates.count(fate) > len(fates) / 2


@pytest.mark.parametrize(
    ("signals", "fate"),
    [
        ([0.01, 0.5, 1.0], Fate.VANISHES),
        ([0.011, 0.5, 1.0], Fate.ARRIVES),
        ([9.9, 0.5, 1.0], Fate.ARRIVES),
        ([10.0, 0.5, 1.0], Fate.EXPLODES),
        ([0.0, 0.5, 1.0], Fate.LOST),
        ([0.0, 0.0], Fate.NOTHING),
        ([0.0], Fate.NOTHING),
        ([0.3], Fate.ALONE),
        ([1.0, np.nan, 1.0], Fate.NOT_FINITE),
        ([np.inf, 1.0], Fate.NOT_FINITE),
    ],
)
def test_the_first_layer_over_the_last_tells_the_fate(signals, fate):
    assert fate_of(np.array(signals)) is fate


@pytest.mark.parametrize(
    ("ratio", "pace"),
    [
        (1e-3, Pace.HEALTHY),
        (9e-5, Pace.SLOW),
        (2e-2, Pace.FAST),
        (np.inf, Pace.FAST),
        (0.0, Pace.STILL),
        (np.nan, Pace.UNKNOWN),
    ],
)
def test_an_update_of_about_a_thousandth_is_healthy(ratio, pace):
    assert pace_of(ratio) is pace
