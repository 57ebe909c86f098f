"""Losses: each one with its error signal at the output, so that the chain rule's first step stands beside the rule.

Conventions: the loss of a batch is the mean over its examples; δ is kept per example, ``δ = ∂L_n/∂z`` for that
example's own loss. Arrays are (units, batch), or stacks of such. Adding a loss is adding a row to ``LOSSES``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

import numpy as np

from nnviz.engine.functions.activations import LINEAR
from nnviz.engine.functions.outputs import Output
from nnviz.engine.kernel.calls import Call, number, product
from nnviz.engine.types import Array


@dataclass(frozen=True)
class Loss:
    """A loss and the error signal that it sends into the network.

    Attributes:
        name: What experiment files call it.
        value: ``value(z, a, y, room, losses)`` gives the calls that write each example's loss into ``losses``, shape
            (1, batch); ``room`` is as large as ``z``.
        delta: ``delta(output, z, a, y, s, d)`` gives the calls that write δ into ``d``; ``s`` holds the output's slope
            where the error signal passes through it, and is room to work in otherwise.
        sensitivity: ``sensitivity(a, y)`` is ``∂L/∂ŷ``; ``None`` where it cancels against the slope of the output.
        parts: ``parts(z, a, y)`` is what each output adds to each example's loss.
        outputs: The output activations that it goes with.
        refusal: Why it does not go with the others.
        usual_for: The outputs behind which it is the loss where classes are told apart and none is named.
        compares_numbers: Whether it can compare numbers to predict; if not, only classes.
        formula: One example's loss in LaTeX.
    """

    name: str
    value: Callable[[Array, Array, Array, Array, Array], list[Call]]
    delta: Callable[[Output, Array, Array, Array, Array, Array], list[Call]]
    sensitivity: Callable[[Array, Array], Array] | None
    parts: Callable[[Array, Array, Array], Array]
    outputs: tuple[str, ...]
    refusal: str
    usual_for: tuple[str, ...]
    compares_numbers: bool
    formula: str

    def passes_slope(self, output: Output) -> bool:
        """Whether δ has the slope of an output as a factor: a linear one's is 1, a softmax's units are coupled."""
        return self.sensitivity is not None and not output.is_coupled and output.slope is not LINEAR.slope

    def per_example(self, z: Array, a: Array, y: Array) -> Array:
        """Each example's loss, a new array of shape (batch,); ``z``, ``a`` and ``y`` have shape (units, batch)."""
        losses = np.empty((1, z.shape[1]))
        with np.errstate(all="ignore"):
            for call in self.value(z, a, y, np.empty_like(z), losses):
                call()
        return losses.reshape(-1)


def _sum_over_units(values: Array, out: Array) -> Call:
    if values.shape[-2] == 1:
        return partial(np.copyto, out, values)
    # A product with ones is several times quicker than a sum along an axis.
    return product(np.ones((1, values.shape[-2])), values, out)


def _squared_error(z: Array, a: Array, y: Array, room: Array, losses: Array) -> list[Call]:
    return [
        partial(np.subtract, a, y, room),  # ŷ − y
        partial(np.multiply, room, room, room),  # (ŷ − y)²
        _sum_over_units(room, losses),  # Σ (ŷ − y)²
        partial(np.multiply, losses, np.full((), 0.5), losses),  # ½ Σ (ŷ − y)²
    ]


def _squared_error_delta(output: Output, z: Array, a: Array, y: Array, s: Array, d: Array) -> list[Call]:
    """``δ = (ŷ − y) ⊙ g′(z)``; behind a softmax ``δ_k = ŷ_k (e_k − Σ_j e_j ŷ_j)`` with ``e = ŷ − y``."""
    error = partial(np.subtract, a, y, d)
    if SQUARED_ERROR.passes_slope(output):
        return [error, partial(np.multiply, d, s, d)]
    if not output.is_coupled:
        return [error]
    row = np.empty_like(z[..., :1, :])
    return [
        error,  # e
        partial(np.multiply, d, a, s),  # e ŷ
        partial(np.sum, s, axis=-2, keepdims=True, out=row),  # Σ e ŷ
        partial(np.subtract, d, row, d),  # e − Σ e ŷ
        partial(np.multiply, d, a, d),  # ŷ (e − Σ e ŷ)
    ]


def _squared_error_sensitivity(a: Array, y: Array) -> Array:
    return a - y


def _squared_error_parts(z: Array, a: Array, y: Array) -> Array:
    return 0.5 * np.square(a - y)


def _binary_cross_entropy(z: Array, a: Array, y: Array, room: Array, losses: Array) -> list[Call]:
    # −y ln σ(z) − (1 − y) ln(1 − σ(z)) = ln(1 + exp(t)) with t = (1 − 2 y) z, which is max(t, 0) + ln(1 + exp(−|t|)):
    # stable for any z, and exact to the last digit where the loss is all but zero.
    wrong = np.empty_like(z)
    return [
        partial(np.multiply, y, number(-2.0, y), wrong),  # −2 y
        partial(np.add, wrong, number(1.0, y), wrong),  # 1 − 2 y
        partial(np.multiply, wrong, z, wrong),  # t
        partial(np.abs, wrong, room),  # |t|
        partial(np.negative, room, room),  # −|t|
        partial(np.exp, room, room),  # exp(−|t|)
        partial(np.log1p, room, room),  # ln(1 + exp(−|t|))
        partial(np.maximum, wrong, number(0.0, z), out=wrong),  # max(t, 0)
        partial(np.add, room, wrong, room),  # their sum: a unit's loss
        _sum_over_units(room, losses),
    ]


def _binary_cross_entropy_parts(z: Array, a: Array, y: Array) -> Array:
    return np.logaddexp(0.0, (1.0 - 2.0 * y) * z)


def _cross_entropy(z: Array, a: Array, y: Array, room: Array, losses: Array) -> list[Call]:
    # −ln softmax(z)_true = ln(1 + Σ exp(z_k − z_true)) over the other classes k: stable for any z, and exact where the
    # loss is all but zero. The largest of the differences is taken out, so that exp never overflows.
    true, largest = np.empty(y.shape, dtype=bool), np.empty_like(losses)
    return [
        partial(np.multiply, y, z, room),  # z of the true class, 0 elsewhere
        _sum_over_units(room, losses),  # z_true
        partial(np.subtract, z, losses, room),  # z_k − z_true
        partial(np.not_equal, y, number(0.0, y), true),
        partial(np.copyto, room, number(-np.inf, room), where=true),  # the same, and exp of it 0 for the true class
        partial(np.maximum.reduce, room, -2, None, largest, True),  # m, the largest of them
        partial(np.subtract, room, largest, room),  # z_k − z_true − m
        partial(np.exp, room, room),
        _sum_over_units(room, losses),  # Σ exp(z_k − z_true − m)
        partial(np.log, losses, losses),
        partial(np.add, losses, largest, losses),  # ln Σ exp(z_k − z_true)
        partial(np.logaddexp, losses, number(0.0, losses), losses),  # ln(1 + Σ exp(z_k − z_true))
    ]


def _cross_entropy_parts(z: Array, a: Array, y: Array) -> Array:
    # −ln ŷ_k = ln(1 + Σ exp(z_j − z_k)) over the others j: exact where the loss is all but zero, too.
    ahead = z[:, None, :] - z[:, :, None]
    ahead[:, np.arange(z.shape[1]), np.arange(z.shape[1])] = -np.inf
    parts: Array = np.where(y == 0.0, 0.0, y * np.logaddexp(0.0, np.logaddexp.reduce(ahead, axis=2)))
    return parts


def _error_delta(output: Output, z: Array, a: Array, y: Array, s: Array, d: Array) -> list[Call]:
    """``δ = ŷ − y``: the slope of the output cancels against the derivative of the logarithm."""
    return [partial(np.subtract, a, y, d)]


SQUARED_ERROR = Loss(
    name="squared_error",
    value=_squared_error,
    delta=_squared_error_delta,
    sensitivity=_squared_error_sensitivity,
    parts=_squared_error_parts,
    outputs=("sigmoid", "softmax", "linear", "tanh"),
    refusal="",
    usual_for=("linear", "tanh"),
    compares_numbers=True,
    formula=r"\frac{1}{2}\sum_k(\hat{y}_k-y_k)^2",
)
BINARY_CROSS_ENTROPY = Loss(
    name="binary_cross_entropy",
    value=_binary_cross_entropy,
    delta=_error_delta,
    sensitivity=None,
    parts=_binary_cross_entropy_parts,
    outputs=("sigmoid",),
    refusal="it takes the logarithm of a probability for each unit on its own, which only a sigmoid output gives",
    usual_for=("sigmoid",),
    compares_numbers=False,
    formula=r"-y\ln\hat{y}-(1-y)\ln(1-\hat{y})",
)
CROSS_ENTROPY = Loss(
    name="cross_entropy",
    value=_cross_entropy,
    delta=_error_delta,
    sensitivity=None,
    parts=_cross_entropy_parts,
    outputs=("softmax",),
    refusal="it takes the logarithm of probabilities that sum to 1, which only a softmax output gives",
    usual_for=("softmax",),
    compares_numbers=False,
    formula=r"-\sum_k y_k\ln\hat{y}_k",
)

LOSSES = MappingProxyType({row.name: row for row in (SQUARED_ERROR, BINARY_CROSS_ENTROPY, CROSS_ENTROPY)})
"""The losses, by name."""


def usual_loss(output: str, numbers: bool) -> Loss:
    """The loss where none is named: behind an output, or the first that can compare numbers to predict."""
    rows = (row for row in LOSSES.values() if (row.compares_numbers if numbers else output in row.usual_for))
    return next(rows, SQUARED_ERROR)
