"""Output layers: what the last layer makes of its pre-activations, and what it can predict."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

import numpy as np

from nnviz.engine.functions.activations import LINEAR, SIGMOID, TANH
from nnviz.engine.kernel.calls import Call, product
from nnviz.engine.types import Array, Numbers


@dataclass(frozen=True)
class Output:
    """An output activation, applied to (units, batch), or to a stack of such arrays.

    Attributes:
        name: What experiment files call it.
        value: ``value(z, a)`` gives the calls that write the prediction into ``a``.
        slope: ``slope(z, a, s)`` gives the calls that write ``g′`` into ``s``; ``None`` where the units are coupled, as
            a softmax's are: shares of classes that sum to 1.
        limits: The lowest and the highest prediction.
        targets: The targets that stand for "no" and "yes" in a classification.
        formula: In LaTeX.
    """

    name: str
    value: Callable[[Numbers, Numbers], list[Call]]
    slope: Callable[[Numbers, Numbers, Numbers], list[Call]] | None
    limits: tuple[float, float]
    targets: tuple[float, float]
    formula: str

    @property
    def is_coupled(self) -> bool:
        """Whether each unit's answer depends on all: shares of classes, a unit for each of them."""
        return self.slope is None

    def of(self, z: Array) -> Array:
        """The prediction for pre-activations of shape (batch, units), a new array of that shape."""
        columns = np.ascontiguousarray(np.asarray(z, dtype=np.float64).T)
        a = np.empty_like(columns)
        with np.errstate(all="ignore"):
            for call in self.value(columns, a):
                call()
        return a.T


def _softmax_value(z: Numbers, a: Numbers) -> list[Call]:
    # The largest z is taken off first: the result is the same, and exp never overflows.
    row, rows = np.empty_like(z[..., :1, :]), np.empty_like(z)
    ones = np.ones((1, z.shape[-2]), dtype=z.dtype)
    # A product with ones gives each unit the row: quicker than to subtract or divide by one row from all of them.
    for_each = product(ones.mT, row, rows)
    return [
        partial(np.maximum.reduce, z, -2, None, row, True),  # the largest z
        for_each,
        partial(np.subtract, z, rows, a),  # z − the largest
        partial(np.exp, a, a),  # eᶻ, but for a factor that all units share
        product(ones, a, row),  # Σ eᶻ, with the same factor
        for_each,
        partial(np.divide, a, rows, a),  # eᶻ / Σ eᶻ
    ]


OUTPUTS = MappingProxyType(
    {
        row.name: row
        for row in (
            Output("sigmoid", SIGMOID.value, SIGMOID.slope, SIGMOID.limits, (0.0, 1.0), SIGMOID.formula),
            Output("softmax", _softmax_value, None, (0.0, 1.0), (0.0, 1.0), r"\frac{e^{z_k}}{\sum_j e^{z_j}}"),
            Output("linear", LINEAR.value, LINEAR.slope, LINEAR.limits, (0.0, 1.0), LINEAR.formula),
            Output("tanh", TANH.value, TANH.slope, TANH.limits, (-1.0, 1.0), TANH.formula),
        )
    }
)
"""The output layers' activations, by name."""
