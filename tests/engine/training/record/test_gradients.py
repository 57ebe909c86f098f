"""Gradients against two independent judges: finite differences, and the autograd library."""

import math

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad
from autograd.extend import defvjp, primitive

from nnviz.engine import Trainer
from tests.engine.networks import HIDDEN, PAIRS, experiment

normal = primitive(np.vectorize(lambda z: 0.5 * math.erfc(-z / math.sqrt(2.0)), otypes=[float]))
defvjp(normal, lambda p, z: lambda g: g * anp.exp(-0.5 * z**2) / anp.sqrt(2.0 * anp.pi))
FUNCTIONS = {
    "sigmoid": lambda z: 1.0 / (1.0 + anp.exp(-z)),
    "tanh": anp.tanh,
    "relu": lambda z: anp.maximum(z, 0.0),
    "leaky_relu": lambda z: anp.maximum(z, 0.01 * z),
    "elu": lambda z: anp.where(z > 0.0, z, anp.exp(anp.minimum(z, 0.0)) - 1.0),
    "softplus": lambda z: anp.log(1.0 + anp.exp(z)),
    "gelu": lambda z: z * normal(z),
    "silu": lambda z: z / (1.0 + anp.exp(-z)),
    "linear": lambda z: z,
    "softmax": lambda z: anp.exp(z) / anp.sum(anp.exp(z), axis=1, keepdims=True),
}
LOSSES = {
    "squared_error": lambda p, y: 0.5 * anp.sum((p - y) ** 2, axis=1),
    "binary_cross_entropy": lambda p, y: -anp.sum(y * anp.log(p) + (1.0 - y) * anp.log(1.0 - p), axis=1),
    "cross_entropy": lambda p, y: -anp.sum(y * anp.log(p), axis=1),
}


def total_loss(parameters, names, loss, x, y, l1, l2):
    a = x
    penalty = 0.0
    for (weights, bias), name in zip(parameters, names, strict=True):
        a = FUNCTIONS[name](anp.dot(a, weights.T) + bias)
        penalty = penalty + 0.5 * l2 * anp.sum(weights**2) + l1 * anp.sum(anp.abs(weights))
    return anp.mean(LOSSES[loss](a, y)) + penalty


def recorded(activation, output, loss, hidden):
    trainer = Trainer(
        experiment(
            hidden=hidden,
            activation=activation,
            output=output,
            loss=loss,
            l1=0.03,
            l2=0.02,
            bias=0.2,
            batch_size="full",
        )
    )
    record = trainer.iterate()
    if activation in ("relu", "leaky_relu", "elu"):
        nearest = min(np.abs(layer.z).min() for layer in record.layers)
        assert nearest > 3e-5, "no unit may stand at the kink"
    return record


def arguments(record):
    names = [layer.activation for layer in record.layers]
    return names, record.architecture.loss.name, record.x, record.y, record.l1, record.l2


@pytest.mark.parametrize("hidden", [(), (4,), (4, 3), (3, 3, 3)])
@pytest.mark.parametrize(("output", "loss"), PAIRS)
@pytest.mark.parametrize("activation", HIDDEN)
def test_gradients_agree_with_autograd(activation, output, loss, hidden):
    record = recorded(activation, output, loss, hidden)
    parameters = [(np.array(layer.W), np.array(layer.b)) for layer in record.layers]
    assert record.loss.total == pytest.approx(total_loss(parameters, *arguments(record)), rel=1e-12)
    expected = grad(total_loss)(parameters, *arguments(record))
    for layer, (grad_weights, grad_bias) in zip(record.layers, expected, strict=True):
        np.testing.assert_allclose(layer.grad_W, grad_weights, rtol=1e-9, atol=1e-15)
        np.testing.assert_allclose(layer.grad_b, grad_bias, rtol=1e-9, atol=1e-15)


@pytest.mark.parametrize(("output", "loss"), PAIRS)
@pytest.mark.parametrize("activation", HIDDEN)
def test_gradients_agree_with_finite_differences(activation, output, loss):
    record = recorded(activation, output, loss, (4, 3))
    step = 1e-5
    for place, layer in enumerate(record.layers):
        for part, ours in ((0, layer.grad_W), (1, layer.grad_b)):
            for index in np.ndindex(ours.shape):
                losses = []
                for sign in (1.0, -1.0):
                    parameters = [(np.array(each.W), np.array(each.b)) for each in record.layers]
                    parameters[place][part][index] += sign * step
                    losses.append(total_loss(parameters, *arguments(record)))
                assert ours[index] == pytest.approx((losses[0] - losses[1]) / (2.0 * step), rel=1e-6, abs=1e-9)


@pytest.mark.parametrize(("output", "loss"), PAIRS)
def test_each_examples_error_signal_is_the_derivative_of_its_own_loss(output, loss):
    record = recorded("tanh", output, loss, (4,))
    last = record.layers[-1]

    def summed(z):
        return anp.sum(LOSSES[loss](FUNCTIONS[output](z), record.y))

    np.testing.assert_allclose(last.delta, grad(summed)(np.array(last.z)), rtol=1e-9, atol=1e-15)
