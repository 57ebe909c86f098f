"""Backpropagation in one page, as a textbook writes it: one example at a time, each formula on its own line.

It is here to be read, and to be trusted: the engine trains by the same formulas, compiled to a plan over whole batches
(``networks.plan``), and the tests hold the plan to this page number by number, and this page to finite differences.
It shares nothing with the engine, and is too slow to train with.

A layer's W has shape (out, in) and its b (out,); z, a and δ are vectors with a number for each unit. L is the loss of
one example, ŷ what the last layer answers, y what it should. The steps are numbered as in Nielsen, "Neural Networks and
Deep Learning" (2015), chapter 2; Goodfellow, Bengio & Courville, "Deep Learning" (2016), have them as algorithms 6.3
and 6.4::

    forward    z = W a_below + b,  a = g(z)
    output     δ = ∂L/∂ŷ ⊙ g′(z)                               (BP1)
    backward   δ = (W_aboveᵀ δ_above) ⊙ g′(z)                   (BP2)
    gradient   ∂L/∂W = δ a_belowᵀ,  ∂L/∂b = δ                   (BP3, BP4)

>>> layers = [Layer(np.array([[1.0, -1.0]]), np.array([0.0]), "linear")]  # ŷ = x₁ − x₂
>>> (after,) = step(layers, "squared_error", x=np.array([[2.0, 1.0]]), y=np.array([[0.0]]), rate=0.5)  # so δ = ŷ = 1
>>> after.W.tolist(), after.b.tolist()
([[0.0, -1.5]], [-0.5])
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

Vector: TypeAlias = npt.NDArray[np.float64]
Matrix: TypeAlias = npt.NDArray[np.float64]


class Layer(NamedTuple):
    """A dense layer: weights (out, in), biases (out,), and the name of its activation."""

    W: Matrix
    b: Vector
    activation: str


class Activation(NamedTuple):
    """``a = value(z)``, and ``g′ = slope(z)``, unit by unit."""

    value: Callable[[Vector], Vector]
    slope: Callable[[Vector], Vector]


class Loss(NamedTuple):
    """``L = value(ŷ, y)`` of one example, and ``∂L/∂ŷ = slope(ŷ, y)``."""

    value: Callable[[Vector, Vector], Vector]
    slope: Callable[[Vector, Vector], Vector]


def sigmoid(z: Vector) -> Vector:
    """``σ(z) = 1 / (1 + e⁻ᶻ)``."""
    return 1.0 / (1.0 + np.exp(-z))


def softmax(z: Vector) -> Vector:
    """``eᶻ / Σ eᶻ``: shares that sum to 1."""
    shares: Vector = np.exp(z) / np.exp(z).sum()
    return shares


def normal(z: Vector) -> Vector:
    """``Φ(z)``, the share of a standard normal distribution below z."""
    return np.array([0.5 * math.erfc(-each / math.sqrt(2.0)) for each in z])


def density(z: Vector) -> Vector:
    """``φ(z) = Φ′(z)``."""
    return np.exp(-0.5 * z**2) / math.sqrt(2.0 * math.pi)


ACTIVATIONS = {
    "sigmoid": Activation(sigmoid, lambda z: sigmoid(z) * (1.0 - sigmoid(z))),
    "tanh": Activation(np.tanh, lambda z: 1.0 - np.tanh(z) ** 2),
    "relu": Activation(lambda z: np.where(z > 0.0, z, 0.0), lambda z: np.where(z > 0.0, 1.0, 0.0)),
    "leaky_relu": Activation(lambda z: np.where(z > 0.0, z, 0.01 * z), lambda z: np.where(z > 0.0, 1.0, 0.01)),
    "elu": Activation(lambda z: np.where(z > 0.0, z, np.exp(z) - 1.0), lambda z: np.where(z > 0.0, 1.0, np.exp(z))),
    "softplus": Activation(lambda z: np.log(1.0 + np.exp(z)), sigmoid),
    "gelu": Activation(lambda z: z * normal(z), lambda z: normal(z) + z * density(z)),
    "silu": Activation(lambda z: z * sigmoid(z), lambda z: sigmoid(z) + z * sigmoid(z) * (1.0 - sigmoid(z))),
    "linear": Activation(lambda z: z, np.ones_like),
}
SQUARED_ERRORS = {
    "half_sum": Loss(lambda p, y: 0.5 * ((p - y) ** 2).sum(), lambda p, y: p - y),
    "sum": Loss(lambda p, y: ((p - y) ** 2).sum(), lambda p, y: 2.0 * (p - y)),
    "mean": Loss(lambda p, y: ((p - y) ** 2).mean(), lambda p, y: 2.0 * (p - y) / len(y)),
}
LOSSES = {
    "squared_error": SQUARED_ERRORS["half_sum"],
    "binary_cross_entropy": Loss(
        lambda p, y: -(y * np.log(p) + (1.0 - y) * np.log(1.0 - p)).sum(), lambda p, y: (p - y) / (p * (1.0 - p))
    ),
    "cross_entropy": Loss(lambda p, y: -(y * np.log(p)).sum(), lambda p, y: -y / p),
}


def forward(layers: Sequence[Layer], x: Vector) -> tuple[list[Vector], list[Vector]]:
    """Each layer's z, and each layer's a with the input before them: ``a[0]`` is x, ``a[-1]`` is ŷ."""
    z: list[Vector] = []
    a = [x]
    for W, b, activation in layers:
        z.append(W @ a[-1] + b)
        a.append(softmax(z[-1]) if activation == "softmax" else ACTIVATIONS[activation].value(z[-1]))
    return z, a


def output_delta(activation: str, loss: str | Loss, z: Vector, prediction: Vector, y: Vector) -> Vector:
    """``δ = ∂L/∂z`` of the last layer.

    The units of a softmax are coupled: in place of a slope each, they have the matrix of all slopes
    ``∂ŷᵢ/∂zⱼ = ŷᵢ (1 if i = j else 0) − ŷᵢ ŷⱼ``.
    """
    sensitivity = (LOSSES[loss] if isinstance(loss, str) else loss).slope(prediction, y)
    if activation == "softmax":
        return (np.diag(prediction) - np.outer(prediction, prediction)) @ sensitivity
    return sensitivity * ACTIVATIONS[activation].slope(z)


def backward(
    layers: Sequence[Layer], loss: str | Loss, z: Sequence[Vector], a: Sequence[Vector], y: Vector
) -> list[Vector]:
    """``δ = ∂L/∂z`` of each layer, found from the last to the first."""
    delta = [output_delta(layers[-1].activation, loss, z[-1], a[-1], y)]
    for here in reversed(range(len(layers) - 1)):
        above = layers[here + 1]
        delta.insert(0, (above.W.T @ delta[0]) * ACTIVATIONS[layers[here].activation].slope(z[here]))
    return delta


def gradient(delta: Sequence[Vector], a: Sequence[Vector]) -> list[tuple[Matrix, Vector]]:
    """``(∂L/∂W, ∂L/∂b)`` of each layer: how much each unit is to blame, times what came in."""
    return [(np.outer(here, below), here) for here, below in zip(delta, a[:-1], strict=True)]


def batch_gradient(layers: Sequence[Layer], loss: str | Loss, x: Matrix, y: Matrix) -> list[tuple[Matrix, Vector]]:
    """The mean of the examples' gradients; the rows of ``x`` and ``y`` are examples."""
    each = []
    for inputs, target in zip(x, y, strict=True):
        z, a = forward(layers, inputs)
        each.append(gradient(backward(layers, loss, z, a, target), a))
    return [
        (np.mean([W for W, _ in layer], axis=0), np.mean([b for _, b in layer], axis=0))
        for layer in zip(*each, strict=True)
    ]


def step(layers: Sequence[Layer], loss: str | Loss, x: Matrix, y: Matrix, rate: float) -> list[Layer]:
    """The layers after one update of stochastic gradient descent: ``W − η ∂L/∂W``, ``b − η ∂L/∂b``."""
    return [
        Layer(layer.W - rate * grad_W, layer.b - rate * grad_b, layer.activation)
        for layer, (grad_W, grad_b) in zip(layers, batch_gradient(layers, loss, x, y), strict=True)
    ]
