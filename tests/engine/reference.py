"""One training iteration as a textbook writes it: slow, plain, and what the engine's plan is held to.

Batches are rows, ``z = x @ W.T + b``. Nothing here is shared with the engine.
"""

import math
from dataclasses import dataclass

import numpy as np

normal = np.vectorize(lambda z: 0.5 * math.erfc(-z / math.sqrt(2.0)), otypes=[float])


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


ACTIVATIONS = {
    "sigmoid": sigmoid,
    "tanh": np.tanh,
    "relu": lambda z: np.maximum(z, 0.0),
    "leaky_relu": lambda z: np.where(z > 0.0, z, 0.01 * z),
    "elu": lambda z: np.where(z > 0.0, z, np.exp(np.minimum(z, 0.0)) - 1.0),
    "softplus": lambda z: np.log(1.0 + np.exp(z)),
    "gelu": lambda z: z * normal(z),
    "silu": lambda z: z * sigmoid(z),
    "linear": lambda z: z,
    "softmax": softmax,
}
SLOPES = {
    "sigmoid": lambda z: sigmoid(z) * (1.0 - sigmoid(z)),
    "tanh": lambda z: 1.0 - np.tanh(z) ** 2,
    "relu": lambda z: np.where(z > 0.0, 1.0, 0.0),
    "leaky_relu": lambda z: np.where(z > 0.0, 1.0, 0.01),
    "elu": lambda z: np.where(z > 0.0, 1.0, np.exp(np.minimum(z, 0.0))),
    "softplus": sigmoid,
    "gelu": lambda z: normal(z) + z * np.exp(-0.5 * z**2) / np.sqrt(2.0 * np.pi),
    "silu": lambda z: sigmoid(z) + z * sigmoid(z) * (1.0 - sigmoid(z)),
    "linear": np.ones_like,
}
LOSSES = {
    "squared_error": lambda p, y: 0.5 * ((p - y) ** 2).sum(axis=1),
    "binary_cross_entropy": lambda p, y: -(y * np.log(p) + (1.0 - y) * np.log(1.0 - p)).sum(axis=1),
    "cross_entropy": lambda p, y: -(y * np.log(p)).sum(axis=1),
}
LOSS_SLOPES = {
    "squared_error": lambda p, y: p - y,
    "binary_cross_entropy": lambda p, y: (p - y) / (p * (1.0 - p)),
    "cross_entropy": lambda p, y: -y / p,
}


@dataclass
class Step:
    z: list
    a: list
    losses: np.ndarray
    delta: list
    gradients: list
    after: list


def delta_at_output(output, loss, z, prediction, y):
    """∂L/∂z of each example by the chain rule, without any cancelling."""
    upstream = LOSS_SLOPES[loss](prediction, y)
    if output != "softmax":
        return upstream * SLOPES[output](z)
    jacobians = [np.diag(p) - np.outer(p, p) for p in prediction]
    return np.array([jacobian @ u for jacobian, u in zip(jacobians, upstream, strict=True)])


def step(parameters, names, loss, x, y, rate, l2=0.0, frozen=()):
    """One update of ``[(W, b), ...]`` with the layers' activations by name; ``frozen`` has names such as ``"W1"``."""
    z, a = [], [x]
    for (weights, bias), name in zip(parameters, names, strict=True):
        z.append(a[-1] @ weights.T + bias)
        a.append(ACTIVATIONS[name](z[-1]))
    delta = [delta_at_output(names[-1], loss, z[-1], a[-1], y)]
    for layer in range(len(parameters) - 1, 0, -1):
        delta.insert(0, (delta[0] @ parameters[layer][0]) * SLOPES[names[layer - 1]](z[layer - 1]))
    gradients, after = [], []
    for layer, (weights, bias) in enumerate(parameters):
        grad_weights = delta[layer].T @ a[layer] / len(x) + l2 * weights
        grad_bias = delta[layer].mean(axis=0)
        gradients.append((grad_weights, grad_bias))
        after.append(
            (
                weights if f"W{layer + 1}" in frozen else weights - rate * grad_weights,
                bias if f"b{layer + 1}" in frozen else bias - rate * grad_bias,
            )
        )
    return Step(z, a[1:], LOSSES[loss](a[-1], y), delta, gradients, after)
