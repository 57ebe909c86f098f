"""How large signal, gradient and update are in each layer, against sums written out."""

import math

import numpy as np
import pytest

from nnviz.engine import Trainer
from nnviz.engine.analysis.gradient_flow import gradient_norms, mean_signals, update_ratios
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
