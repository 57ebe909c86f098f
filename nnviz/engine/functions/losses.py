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
        passes_slope: Whether δ has the slope of an output as a factor.
        outputs: The output activations that it goes with, and why the others do not.
        formula: One example's loss in LaTeX.
    """

    name: str
    value: Callable[[Array, Array, Array, Array, Array], list[Call]]
    delta: Callable[[Output, Array, Array, Array, Array, Array], list[Call]]
    passes_slope: Callable[[Output], bool]
    outputs: tuple[str, ...]
    refusal: str
    formula: str

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
        partial(np.subtract, a, y, room),
        partial(np.multiply, room, room, room),
        _sum_over_units(room, losses),
        partial(np.multiply, losses, np.full((), 0.5), losses),
    ]


def _squared_error_delta(output: Output, z: Array, a: Array, y: Array, s: Array, d: Array) -> list[Call]:
    """``δ = (ŷ − y) ⊙ g′(z)``; behind a softmax ``δ_k = ŷ_k (e_k − Σ_j e_j ŷ_j)`` with ``e = ŷ − y``."""
    error = partial(np.subtract, a, y, d)
    if output.name == "linear":
        return [error]
    if output.slope is not None:
        return [error, partial(np.multiply, d, s, d)]
    row = np.empty_like(z[..., :1, :])
    return [
        error,
        partial(np.multiply, d, a, s),
        partial(np.sum, s, axis=-2, keepdims=True, out=row),
        partial(np.subtract, d, row, d),
        partial(np.multiply, d, a, d),
    ]


def _squared_error_passes_slope(output: Output) -> bool:
    # The slope of a linear output is 1; the units of a softmax are coupled and have none of their own.
    return output.slope is not None and output.name != "linear"


def _binary_cross_entropy(z: Array, a: Array, y: Array, room: Array, losses: Array) -> list[Call]:
    # −y ln σ(z) − (1 − y) ln(1 − σ(z)) = ln(1 + exp(t)) with t = (1 − 2 y) z, which is max(t, 0) + ln(1 + exp(−|t|)):
    # stable for any z, and exact to the last digit where the loss is all but zero.
    wrong = np.empty_like(z)
    return [
        partial(np.multiply, y, number(-2.0, y), wrong),
        partial(np.add, wrong, number(1.0, y), wrong),
        partial(np.multiply, wrong, z, wrong),
        partial(np.abs, wrong, room),
        partial(np.negative, room, room),
        partial(np.exp, room, room),
        partial(np.log1p, room, room),
        partial(np.maximum, wrong, number(0.0, z), out=wrong),
        partial(np.add, room, wrong, room),
        _sum_over_units(room, losses),
    ]


def _cross_entropy(z: Array, a: Array, y: Array, room: Array, losses: Array) -> list[Call]:
    # −ln softmax(z)_true = ln(1 + Σ exp(z_k − z_true)) over the other classes k: stable for any z, and exact where the
    # loss is all but zero. The largest of the differences is taken out, so that exp never overflows.
    true, largest = np.empty(y.shape, dtype=bool), np.empty_like(losses)
    return [
        partial(np.multiply, y, z, room),
        _sum_over_units(room, losses),
        partial(np.subtract, z, losses, room),
        partial(np.not_equal, y, number(0.0, y), true),
        partial(np.copyto, room, number(-np.inf, room), where=true),
        partial(np.maximum.reduce, room, -2, None, largest, True),
        partial(np.subtract, room, largest, room),
        partial(np.exp, room, room),
        _sum_over_units(room, losses),
        partial(np.log, losses, losses),
        partial(np.add, losses, largest, losses),
        partial(np.logaddexp, losses, number(0.0, losses), losses),
    ]


def _error_delta(output: Output, z: Array, a: Array, y: Array, s: Array, d: Array) -> list[Call]:
    """``δ = ŷ − y``: the slope of the output cancels against the derivative of the logarithm."""
    return [partial(np.subtract, a, y, d)]


def _never(output: Output) -> bool:
    return False


SQUARED_ERROR = Loss(
    name="squared_error",
    value=_squared_error,
    delta=_squared_error_delta,
    passes_slope=_squared_error_passes_slope,
    outputs=("sigmoid", "softmax", "linear", "tanh"),
    refusal="",
    formula=r"\frac{1}{2}\sum_k(\hat{y}_k-y_k)^2",
)
BINARY_CROSS_ENTROPY = Loss(
    name="binary_cross_entropy",
    value=_binary_cross_entropy,
    delta=_error_delta,
    passes_slope=_never,
    outputs=("sigmoid",),
    refusal="it takes the logarithm of a probability for each unit on its own, which only a sigmoid output gives",
    formula=r"-y\ln\hat{y}-(1-y)\ln(1-\hat{y})",
)
CROSS_ENTROPY = Loss(
    name="cross_entropy",
    value=_cross_entropy,
    delta=_error_delta,
    passes_slope=_never,
    outputs=("softmax",),
    refusal="it takes the logarithm of probabilities that sum to 1, which only a softmax output gives",
    formula=r"-\sum_k y_k\ln\hat{y}_k",
)

LOSSES = MappingProxyType({row.name: row for row in (SQUARED_ERROR, BINARY_CROSS_ENTROPY, CROSS_ENTROPY)})
"""The losses, by name."""
