"""Activation functions: each one with its derivative, so that the chain rule stands beside the rule.

Every function works in place on arrays of any shape, ``out`` being where the result goes. Adding an activation is
adding a row to ``ACTIVATIONS``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

import numpy as np

from nnviz.engine.kernel import standard_normal
from nnviz.engine.kernel.calls import Call, number
from nnviz.engine.types import Array, Numbers

LEAK = 0.01
"""What a leaky ReLU lets through of a negative sum."""


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


def _sigmoid_value(z: Numbers, a: Numbers) -> list[Call]:
    # exp may go to infinity, and the result then is the right one: 0. (½ + ½ tanh(z / 2) would lose the digits near 0.)
    return [
        partial(np.negative, z, a),  # −z
        partial(np.exp, a, a),  # e⁻ᶻ
        partial(np.add, a, number(1.0, z), a),  # 1 + e⁻ᶻ
        partial(np.reciprocal, a, a),  # σ(z) = 1 / (1 + e⁻ᶻ)
    ]


def _sigmoid_slope(z: Numbers, a: Numbers, s: Numbers) -> list[Call]:
    return [
        partial(np.subtract, number(1.0, a), a, s),  # 1 − a
        partial(np.multiply, s, a, s),  # a (1 − a)
    ]


def _tanh_value(z: Numbers, a: Numbers) -> list[Call]:
    return [partial(np.tanh, z, a)]


def _tanh_slope(z: Numbers, a: Numbers, s: Numbers) -> list[Call]:
    return [
        partial(np.multiply, a, a, s),  # a²
        partial(np.subtract, number(1.0, a), s, s),  # 1 − a²
    ]


def _relu_value(z: Numbers, a: Numbers) -> list[Call]:
    return [partial(np.maximum, z, number(0.0, z), out=a)]


def _relu_slope(z: Numbers, a: Numbers, s: Numbers) -> list[Call]:
    # The sign of max(0, z) is 1 or 0: quicker than asking z > 0, and the convention ReLU′(0) = 0 holds.
    return [partial(np.sign, a, s)]


def _leaky_relu_value(z: Numbers, a: Numbers) -> list[Call]:
    return [
        partial(np.multiply, z, number(LEAK, z), a),  # 0.01 z
        partial(np.maximum, a, z, out=a),  # the larger of it and z
    ]


def _leaky_relu_slope(z: Numbers, a: Numbers, s: Numbers) -> list[Call]:
    # At 0 itself it is LEAK, as for a negative sum.
    return [
        partial(np.greater, z, number(0.0, z), out=s),  # 1 where z > 0, else 0
        partial(np.maximum, s, number(LEAK, z), out=s),  # … else 0.01
    ]


def _elu_value(z: Numbers, a: Numbers) -> list[Call]:
    # exp(z) − 1 ≥ z, and it is 0 where z was cut off at 0: the larger of the two is always the right one.
    return [
        partial(np.minimum, z, number(0.0, z), out=a),  # min(z, 0)
        partial(np.expm1, a, a),  # e^min(z, 0) − 1
        partial(np.maximum, a, z, out=a),  # the larger of it and z
    ]


def _elu_slope(z: Numbers, a: Numbers, s: Numbers) -> list[Call]:
    # Not a + 1: far to the left that has lost its digits.
    return [
        partial(np.minimum, z, number(0.0, z), out=s),  # min(z, 0)
        partial(np.exp, s, s),  # e^min(z, 0)
    ]


def _softplus_value(z: Numbers, a: Numbers) -> list[Call]:
    # ln(exp(z) + exp(0)), stable for any z.
    return [partial(np.logaddexp, z, number(0.0, z), a)]


def _softplus_slope(z: Numbers, a: Numbers, s: Numbers) -> list[Call]:
    return _sigmoid_value(z, s)  # d/dz ln(1 + eᶻ) = σ(z)


def _gelu_value(z: Numbers, a: Numbers) -> list[Call]:
    # z Φ(z), the exact form (Hendrycks & Gimpel 2016), not the one with a tanh.
    return [*standard_normal.cumulative(z, a), partial(np.multiply, a, z, a)]


def _gelu_slope(z: Numbers, a: Numbers, s: Numbers) -> list[Call]:
    room = np.empty_like(z)
    return [
        *standard_normal.cumulative(z, s),  # Φ(z)
        *standard_normal.density(z, room),  # φ(z)
        partial(np.multiply, room, z, room),  # z φ(z)
        partial(np.add, s, room, s),  # Φ(z) + z φ(z)
    ]


def _silu_value(z: Numbers, a: Numbers) -> list[Call]:
    # z σ(z), also known as "swish" (Elfwing et al. 2018).
    return [*_sigmoid_value(z, a), partial(np.multiply, a, z, a)]


def _silu_slope(z: Numbers, a: Numbers, s: Numbers) -> list[Call]:
    room = np.empty_like(z)
    return [
        *_sigmoid_value(z, s),  # σ
        partial(np.subtract, number(1.0, z), s, room),  # 1 − σ
        partial(np.multiply, room, z, room),  # z (1 − σ)
        partial(np.add, room, number(1.0, z), room),  # 1 + z (1 − σ)
        partial(np.multiply, s, room, s),  # σ (1 + z (1 − σ))
    ]


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
LEAKY_RELU = Activation(
    name="leaky_relu",
    value=_leaky_relu_value,
    slope=_leaky_relu_slope,
    limits=(-np.inf, np.inf),
    slope_maximum=1.0,
    saturates=False,
    can_die=False,
    formula=rf"\max({LEAK:g}\,z, z)",
)
ELU = Activation(
    name="elu",
    value=_elu_value,
    slope=_elu_slope,
    limits=(-1.0, np.inf),
    slope_maximum=1.0,
    saturates=True,
    can_die=False,
    formula=r"\max(z, e^{\min(z, 0)}-1)",
)
SOFTPLUS = Activation(
    name="softplus",
    value=_softplus_value,
    slope=_softplus_slope,
    limits=(0.0, np.inf),
    slope_maximum=1.0,
    saturates=True,
    can_die=False,
    formula=r"\ln(1+e^z)",
)
GELU = Activation(
    name="gelu",
    value=_gelu_value,
    slope=_gelu_slope,
    limits=(-0.16997120747990369, np.inf),
    slope_maximum=1.1289041451202353,
    saturates=True,
    can_die=False,
    formula=r"z\,\Phi(z)",
)
SILU = Activation(
    name="silu",
    value=_silu_value,
    slope=_silu_slope,
    limits=(-0.27846454276107379, np.inf),
    slope_maximum=1.099839320128867,
    saturates=True,
    can_die=False,
    formula=r"\frac{z}{1+e^{-z}}",
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

ACTIVATIONS = MappingProxyType(
    {row.name: row for row in (SIGMOID, TANH, RELU, LEAKY_RELU, ELU, SOFTPLUS, GELU, SILU, LINEAR)}
)
"""The hidden layers' activations, by name."""
