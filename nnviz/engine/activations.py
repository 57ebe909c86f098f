"""Activation functions: each one with its derivative, so that the chain rule stands beside the rule.

Every function works in place on arrays of any shape, ``out`` being where the result goes. Adding an activation is
adding a row to ``ACTIVATIONS``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any

import numpy as np

from nnviz.engine.types import Array, Numbers

Call = Callable[[], Any]
"""A bound NumPy call: everything it needs is already in it."""


@dataclass(frozen=True)
class Activation:
    """``a = g(z)`` and its slope ``g′(z)``, as lists of bound calls that the plan of a network is made of.

    Attributes:
        name: What experiment files call it.
        value: ``value(z, a)`` gives the calls that write ``g(z)`` into ``a``.
        slope: ``slope(z, a, s)`` gives the calls that write ``g′`` into ``s``, from ``z`` or ``a``.
        limits: The lowest and the highest value that ``g`` can take.
        slope_maximum: The largest value that the slope can take; a unit saturates where it falls far below.
        saturates: Whether the curve has flat ends that pass little error signal back.
        can_die: Whether the slope is exactly zero on a whole side, so that a unit can stop learning for good.
        formula: ``g(z)`` in LaTeX.
    """

    name: str
    value: Callable[[Numbers, Numbers], list[Call]]
    slope: Callable[[Numbers, Numbers, Numbers], list[Call]]
    limits: tuple[float, float]
    slope_maximum: float
    saturates: bool
    can_die: bool
    formula: str

    def of(self, z: Array) -> Array:
        """``g(z)``, a new array of the same shape."""
        z = np.asarray(z, dtype=np.float64)
        a = np.empty_like(z)
        with np.errstate(all="ignore"):
            for call in self.value(z, a):
                call()
        return a

    def slope_at(self, z: Array) -> Array:
        """``g′(z)``, a new array of the same shape."""
        z = np.asarray(z, dtype=np.float64)
        s = np.empty_like(z)
        with np.errstate(all="ignore"):
            for call in self.slope(z, self.of(z), s):
                call()
        return s


def _number(value: float, like: Numbers) -> Numbers:
    """A constant as an array of one number: quicker in a call than a float, and of the same precision as ``like``."""
    return np.full((), value, dtype=like.dtype)


def _sigmoid_value(z: Numbers, a: Numbers) -> list[Call]:
    # exp may go to infinity, and the result then is the right one: 0. (½ + ½ tanh(z / 2) would lose the digits near 0.)
    return [
        partial(np.negative, z, a),
        partial(np.exp, a, a),
        partial(np.add, a, _number(1.0, z), a),
        partial(np.reciprocal, a, a),
    ]


def _sigmoid_slope(z: Numbers, a: Numbers, s: Numbers) -> list[Call]:
    return [partial(np.subtract, _number(1.0, a), a, s), partial(np.multiply, s, a, s)]


def _tanh_value(z: Numbers, a: Numbers) -> list[Call]:
    return [partial(np.tanh, z, a)]


def _tanh_slope(z: Numbers, a: Numbers, s: Numbers) -> list[Call]:
    return [partial(np.multiply, a, a, s), partial(np.subtract, _number(1.0, a), s, s)]


def _relu_value(z: Numbers, a: Numbers) -> list[Call]:
    return [partial(np.maximum, z, _number(0.0, z), out=a)]


def _relu_slope(z: Numbers, a: Numbers, s: Numbers) -> list[Call]:
    # The sign of max(0, z) is 1 or 0: quicker than asking z > 0, and the convention ReLU′(0) = 0 holds.
    return [partial(np.sign, a, s)]


def _linear_value(z: Numbers, a: Numbers) -> list[Call]:
    return [partial(np.copyto, a, z)]


def _linear_slope(z: Numbers, a: Numbers, s: Numbers) -> list[Call]:
    return [partial(s.fill, 1.0)]


SIGMOID = Activation(
    name="sigmoid",
    value=_sigmoid_value,
    slope=_sigmoid_slope,
    limits=(0.0, 1.0),
    slope_maximum=0.25,
    saturates=True,
    can_die=False,
    formula=r"\frac{1}{1+e^{-z}}",
)
TANH = Activation(
    name="tanh",
    value=_tanh_value,
    slope=_tanh_slope,
    limits=(-1.0, 1.0),
    slope_maximum=1.0,
    saturates=True,
    can_die=False,
    formula=r"\tanh(z)",
)
RELU = Activation(
    name="relu",
    value=_relu_value,
    slope=_relu_slope,
    limits=(0.0, np.inf),
    slope_maximum=1.0,
    saturates=False,
    can_die=True,
    formula=r"\max(0, z)",
)
LINEAR = Activation(
    name="linear",
    value=_linear_value,
    slope=_linear_slope,
    limits=(-np.inf, np.inf),
    slope_maximum=1.0,
    saturates=False,
    can_die=False,
    formula=r"z",
)

ACTIVATIONS = MappingProxyType({row.name: row for row in (SIGMOID, TANH, RELU, LINEAR)})
"""The hidden layers' activations, by name."""
