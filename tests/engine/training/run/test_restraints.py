"""What is laid on gradients beside the loss: penalties and clipping."""

import numpy as np
import pytest

from nnviz.engine import Trainer
from tests.engine.networks import experiment


def gradients(**fields):
    return Trainer(experiment(hidden=(4, 3), **fields)).iterate()


def test_l1_pulls_every_weight_towards_zero_with_the_same_force():
    plain, penalised = gradients(bias=0.3), gradients(bias=0.3, l1=0.25)
    for before, after in zip(plain.layers, penalised.layers, strict=True):
        np.testing.assert_allclose(after.grad_W - before.grad_W, 0.25 * np.sign(before.W), rtol=1e-12)
        assert np.array_equal(after.grad_b, before.grad_b)
    weights = sum(np.abs(layer.W).sum() for layer in plain.layers)
    assert penalised.loss.penalty == pytest.approx(0.25 * weights, rel=1e-12)
    assert penalised.loss.total == pytest.approx(plain.loss.data + 0.25 * weights, rel=1e-12)


def test_l1_and_l2_add_up():
    plain, both = gradients(), gradients(l1=0.2, l2=0.1)
    for before, after in zip(plain.layers, both.layers, strict=True):
        expected = before.grad_W + 0.2 * np.sign(before.W) + 0.1 * before.W
        np.testing.assert_allclose(after.grad_W, expected, rtol=1e-12)
    squares = sum((layer.W**2).sum() for layer in plain.layers)
    weights = sum(np.abs(layer.W).sum() for layer in plain.layers)
    assert both.loss.penalty == pytest.approx(0.2 * weights + 0.05 * squares, rel=1e-12)


def test_a_gradient_that_is_too_long_is_scaled_down_as_a_whole():
    plain, clipped = gradients(l2=0.1), gradients(l2=0.1, clip_norm=0.01)
    norm = np.linalg.norm(plain.gradient)
    factor = 0.01 / (norm + 1e-6)
    assert factor < 1.0
    np.testing.assert_allclose(clipped.gradient, plain.gradient * factor, rtol=1e-12)
    assert clipped.clip == pytest.approx((norm, factor), rel=1e-12)
    np.testing.assert_allclose(clipped.theta_after, clipped.theta - 0.1 * clipped.gradient, rtol=1e-12)


def test_a_gradient_that_is_short_enough_is_left_alone():
    plain, clipped = gradients(), gradients(clip_norm=1e6)
    assert np.array_equal(plain.gradient, clipped.gradient)
    assert clipped.clip == (pytest.approx(np.linalg.norm(plain.gradient), rel=1e-12), 1.0)
    assert plain.clip is None


def test_what_is_frozen_does_not_count_in_the_norm():
    frozen = gradients(frozen=("W1", "b3"), clip_norm=0.01)
    trains = np.concatenate([frozen.layers[0].grad_b, *(frozen.layers[1].grad_W.ravel(), frozen.layers[1].grad_b)])
    norm = np.linalg.norm(np.concatenate([trains, frozen.layers[2].grad_W.ravel()]))
    assert norm == pytest.approx(0.01 / (1.0 + 1e-6 / frozen.clip[0]), rel=1e-9)
