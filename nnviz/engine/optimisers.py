"""Optimisers: what an update makes of the gradient. Adding one is adding a row to ``OPTIMISERS``.

Formulas and defaults are PyTorch's. All parameters of a network are one vector θ, and so is the gradient.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

import numpy as np

from nnviz.engine.activations import Call
from nnviz.engine.types import Array


@dataclass(frozen=True)
class Optimiser:
    """An optimiser as the calls of one update.

    Attributes:
        state_vectors: How many vectors as long as θ it remembers between updates.
        step: ``step(rate, gradient, state, out)`` gives the calls that write what is taken off θ into ``out``;
            ``rate`` is an array of one number, so that it can change during a run.
        formula: The update in LaTeX.
    """

    name: str
    state_vectors: int
    step: Callable[[Array, Array, Array, Array], list[Call]]
    formula: str


def _sgd_step(rate: Array, gradient: Array, state: Array, out: Array) -> list[Call]:
    return [partial(np.multiply, gradient, rate, out)]


SGD = Optimiser("sgd", 0, _sgd_step, r"\theta \leftarrow \theta - \eta\,\nabla_\theta L")

OPTIMISERS = MappingProxyType({row.name: row for row in (SGD,)})
"""The optimisers, by name."""
