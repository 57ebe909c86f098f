"""Losses: each one with its error signal at the output, so that the chain rule's first step stands beside the rule.

Conventions: the loss of a batch is the mean over its examples; δ is kept per example, ``δ = ∂L_n/∂z`` for that
example's own loss. Arrays are (units, batch), or stacks of such. Adding a loss is adding a row to ``LOSSES``.

What the outputs add to a loss is summed, and a factor stands before the sum. Textbooks do not agree on that of the
squared error, and their numbers only come out with their own: ``LOSS_SCALES`` has those that are usual.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial
from types import MappingProxyType

import numpy as np

from nnviz.engine.functions.activations import LINEAR
from nnviz.engine.functions.outputs import Output
from nnviz.engine.kernel.calls import Call, number, product
from nnviz.engine.types import Array
from nnviz.said import said


@dataclass(frozen=True)
class LossScale:
    """What stands before the sum over outputs.

    Attributes:
        name: What experiment files call it.
        factor: It, or with ``is_mean`` what is divided by the number of outputs.
    """

    name: str
    factor: Fraction
    is_mean: bool = False

    def over(self, outputs: int) -> Fraction:
        """The factor of a network with so many outputs."""
        return self.factor / outputs if self.is_mean else self.factor


HALF_SUM = LossScale("half_sum", Fraction(1, 2))
LOSS_SCALES = MappingProxyType(
    {row.name: row for row in (HALF_SUM, LossScale("sum", Fraction(1)), LossScale("mean", Fraction(1), is_mean=True))}
)
"""What can stand before the sum of squared errors, by name. The half is there for its derivative, which then has no 2;
PyTorch's ``mse_loss`` is the mean."""


@dataclass(frozen=True)
class Loss:
    """A loss and the error signal that it sends into the network.

    Attributes:
        name: What experiment files call it.
        summed: ``summed(z, a, y, room, losses)`` gives the calls that write for each example the sum over outputs, its
            loss but for the factor, into ``losses``, shape (1, batch); ``room`` is as large as ``z``.
        signal: ``signal(output, z, a, y, s, d, factor)`` gives the calls that write δ, with this factor, into ``d``;
            ``s`` holds the output's slope where the error signal passes through it, and is room to work in otherwise.
        cancels: Whether ∂L/∂ŷ cancels against the slope of the output, so that ``δ = ŷ − y`` is all that is left.
        terms: ``terms(z, a, y)`` is what each output adds to each example's sum.
        outputs: The output activations that it goes with.
        refusal: Why it does not go with the others.
        usual_for: The outputs behind which it is the loss where classes are told apart and none is named.
        compares_numbers: Whether it can compare numbers to predict; if not, only classes.
        formula: The sum over outputs in LaTeX.
        scaled: Whether there is a choice of ``LOSS_SCALES``; the row itself has the first of them.
        factor: What stands before the sum.
        error_factor: What then stands before ``ŷ − y`` in ∂L/∂ŷ, or in δ where ``cancels``.
    """

    name: str
    summed: Callable[[Array, Array, Array, Array, Array], list[Call]]
    signal: Callable[[Output, Array, Array, Array, Array, Array, Fraction], list[Call]]
    cancels: bool
    terms: Callable[[Array, Array, Array], Array]
    outputs: tuple[str, ...]
    refusal: str
    usual_for: tuple[str, ...]
    compares_numbers: bool
    formula: str
    scaled: bool = False
    factor: Fraction = Fraction(1)
    error_factor: Fraction = Fraction(1)

    def with_scale(self, name: str, outputs: int) -> Loss:
        """The same loss with what a scale puts before the sum over so many outputs; itself where it has no choice."""
        if not self.scaled:
            return self
        factor = LOSS_SCALES[name].over(outputs)
        return replace(self, factor=factor, error_factor=self.error_factor * factor / self.factor)

    def value(self, z: Array, a: Array, y: Array, room: Array, losses: Array) -> list[Call]:
        """The calls that write each example's loss into ``losses``, shape (1, batch); ``room`` is as large as ``z``."""
        return [*self.summed(z, a, y, room, losses), *_times(self.factor, losses)]

    def delta(self, output: Output, z: Array, a: Array, y: Array, s: Array, d: Array) -> list[Call]:
        """The calls that write δ into ``d``.

        ``s`` holds the output's slope where ``passes_slope``, and is room to work in otherwise.
        """
        return self.signal(output, z, a, y, s, d, self.error_factor)

    def error(self, a: Array, y: Array) -> Array:
        """``∂L/∂ŷ``, or ``∂L/∂z`` where the loss ``cancels`` against the output: the difference times its factor."""
        return float(self.error_factor) * (a - y)

    def parts(self, z: Array, a: Array, y: Array) -> Array:
        """What each output adds to each example's loss; shapes (batch, outputs)."""
        return float(self.factor) * self.terms(z, a, y)

    def passes_slope(self, output: Output) -> bool:
        """Whether δ has the slope of an output as a factor: a linear one's is 1, a softmax's units are coupled."""
        return not self.cancels and not output.is_coupled and output.slope is not LINEAR.slope

    def per_example(self, z: Array, a: Array, y: Array) -> Array:
        """Each example's loss, a new array of shape (batch,); ``z``, ``a`` and ``y`` have shape (units, batch)."""
        losses = np.empty((1, z.shape[1]))
        with np.errstate(all="ignore"):
            for call in self.value(z, a, y, np.empty_like(z), losses):
                call()
        return losses.reshape(-1)


def _times(factor: Fraction, values: Array) -> list[Call]:
    """Values become so many times as large."""
    return [partial(np.multiply, values, number(float(factor), values), values)] if factor != 1 else []


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
    ]


def _squared_error_delta(
    output: Output, z: Array, a: Array, y: Array, s: Array, d: Array, factor: Fraction
) -> list[Call]:
    """``δ = e ⊙ g′(z)`` with ``e = factor · (ŷ − y)``; behind a softmax ``δ_k = ŷ_k (e_k − Σ_j e_j ŷ_j)``."""
    error: list[Call] = [partial(np.subtract, a, y, d), *_times(factor, d)]
    if SQUARED_ERROR.passes_slope(output):
        return [*error, partial(np.multiply, d, s, d)]
    if not output.is_coupled:
        return error
    row = np.empty_like(z[..., :1, :])
    return [
        *error,  # e
        partial(np.multiply, d, a, s),  # e ŷ
        partial(np.sum, s, axis=-2, keepdims=True, out=row),  # Σ e ŷ
        partial(np.subtract, d, row, d),  # e − Σ e ŷ
        partial(np.multiply, d, a, d),  # ŷ (e − Σ e ŷ)
    ]


def _squared_error_terms(z: Array, a: Array, y: Array) -> Array:
    squares: Array = np.square(a - y)
    return squares


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


def _binary_cross_entropy_terms(z: Array, a: Array, y: Array) -> Array:
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


def _cross_entropy_terms(z: Array, a: Array, y: Array) -> Array:
    # −ln ŷ_k = ln(1 + Σ exp(z_j − z_k)) over the others j: exact where the loss is all but zero, too.
    ahead = z[:, None, :] - z[:, :, None]
    ahead[:, np.arange(z.shape[1]), np.arange(z.shape[1])] = -np.inf
    parts: Array = np.where(y == 0.0, 0.0, y * np.logaddexp(0.0, np.logaddexp.reduce(ahead, axis=2)))
    return parts


def _error_delta(output: Output, z: Array, a: Array, y: Array, s: Array, d: Array, factor: Fraction) -> list[Call]:
    """``δ = ŷ − y``: the slope of the output cancels against the derivative of the logarithm."""
    return [partial(np.subtract, a, y, d), *_times(factor, d)]


SQUARED_ERROR = Loss(
    name="squared_error",
    summed=_squared_error,
    signal=_squared_error_delta,
    cancels=False,
    terms=_squared_error_terms,
    outputs=("sigmoid", "softmax", "linear", "tanh"),
    refusal="",
    usual_for=("linear", "tanh"),
    compares_numbers=True,
    formula=r"\sum_k(\hat{y}_k-y_k)^2",
    scaled=True,
    factor=HALF_SUM.factor,
)
BINARY_CROSS_ENTROPY = Loss(
    name="binary_cross_entropy",
    summed=_binary_cross_entropy,
    signal=_error_delta,
    cancels=True,
    terms=_binary_cross_entropy_terms,
    outputs=("sigmoid",),
    refusal=said(
        "Engine", "it takes the logarithm of a probability for each unit on its own, which only a sigmoid output gives"
    ),
    usual_for=("sigmoid",),
    compares_numbers=False,
    formula=r"-y\ln\hat{y}-(1-y)\ln(1-\hat{y})",
)
CROSS_ENTROPY = Loss(
    name="cross_entropy",
    summed=_cross_entropy,
    signal=_error_delta,
    cancels=True,
    terms=_cross_entropy_terms,
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
