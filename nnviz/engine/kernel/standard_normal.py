"""The standard normal distribution as bound calls: NumPy has no error function.

With Mills' ratio ``M(x) = Φ(−x) / φ(x)``, which is smooth and falls slowly, ``Φ(z)`` is ``φ(z) M(−z)`` for negative z:
exact to rounding far out in the tail too, where ``½ (1 + erf(z / √2))`` has lost its digits. M is read off a table of
Taylor polynomials; its derivatives follow from ``M′ = x M − 1`` (Feller, An Introduction to Probability Theory, VII.1).
"""

from __future__ import annotations

import math
from functools import cache, partial

import numpy as np

from nnviz.engine.kernel.calls import Call, number
from nnviz.engine.types import Array, Numbers

NODES = 64
"""Nodes of the table for each unit of z."""
DEGREE = 6
FURTHEST = 37.0
"""Beyond it φ is below 1e-297, and M is taken for what it is here."""


def density(z: Numbers, out: Numbers) -> list[Call]:
    """The calls that write ``φ(z) = exp(−z² / 2) / √(2π)`` into ``out``."""
    return [
        partial(np.multiply, z, z, out),
        partial(np.multiply, out, number(-0.5, z), out),
        partial(np.exp, out, out),
        partial(np.multiply, out, number(1.0 / math.sqrt(2.0 * math.pi), z), out),
    ]


def cumulative(z: Numbers, out: Numbers) -> list[Call]:
    """The calls that write ``Φ(z)`` into ``out``, an array other than ``z``."""
    polynomials = np.asarray(_mills_ratio(), dtype=z.dtype)
    place, away, ratio = (np.empty_like(z) for _ in range(3))
    row, negative = np.empty(z.shape, dtype=np.intp), np.empty(z.shape, dtype=bool)
    calls = [
        partial(np.abs, z, away),
        # nan stays nan in the result, by way of the density.
        partial(np.fmin, away, number(FURTHEST, z), out=away),
        partial(np.multiply, away, number(NODES, z), away),
        partial(np.rint, away, place),
        partial(np.copyto, row, place, "unsafe"),
        partial(np.subtract, away, place, away),
        partial(polynomials[DEGREE].take, row, None, ratio, "clip"),
    ]
    for power in reversed(range(DEGREE)):
        calls += [
            partial(np.multiply, ratio, away, ratio),
            partial(polynomials[power].take, row, None, place, "clip"),
            partial(np.add, ratio, place, ratio),
        ]
    return [
        *calls,
        *density(z, place),
        partial(np.multiply, ratio, place, ratio),
        partial(np.less, z, number(0.0, z), negative),
        partial(np.subtract, number(1.0, z), ratio, out),
        partial(np.copyto, out, ratio, where=negative),
    ]


@cache
def _mills_ratio() -> Array:
    """Taylor coefficients of M at each node, in distances between nodes: shape (degree + 1, nodes)."""
    nodes = [place / NODES for place in range(round(FURTHEST * NODES) + 1)]
    ratios = [math.sqrt(0.5 * math.pi) * math.erfc(x / math.sqrt(2.0)) * math.exp(0.5 * x * x) for x in nodes]
    x = np.array(nodes)
    derivatives = [np.array(ratios), x * ratios - 1.0]
    for order in range(1, DEGREE):
        derivatives.append(x * derivatives[order] + order * derivatives[order - 1])
    return np.array([each / (math.factorial(order) * NODES**order) for order, each in enumerate(derivatives)])
