"""What a network makes of its inputs, layer by layer, and how many directions are left of it: pure functions."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnviz.engine.analysis.layer_answers import layer_answers
from nnviz.engine.networks.network import Architecture
from nnviz.engine.types import Array


def representations(architecture: Architecture, theta: Array, x: Array) -> list[Array]:
    """The inputs as they are, and what each hidden layer makes of them.

    Args:
        architecture: The network's.
        theta: Its parameters, laid out as ``Architecture`` says.
        x: Inputs as the network sees them, shape (examples, inputs).

    Returns:
        New arrays of shape (examples, units): the inputs first, then each hidden layer.
    """
    return [x.copy(), *layer_answers(architecture, theta, x)[:-1]]


def is_measurable(values: Array) -> bool:
    """Whether all numbers are finite, and so are their squares; those of a diverged network are not."""
    with np.errstate(all="ignore"):
        return bool(np.isfinite(np.square(values).sum()))


@dataclass(frozen=True)
class Rank:
    """Along how many directions the examples spread in a representation.

    Attributes:
        numerical: Singular values above the tolerance.
        effective: The same by weight, from 1 to ``numerical``, and 0 where nothing spreads: ``exp(−Σ p ln p)`` of
            singular values that are scaled to sum to 1 (Roy & Vetterli 2007, "The effective rank").
    """

    numerical: int
    effective: float


def rank_of(values: Array, tolerance: float | None = None) -> Rank | None:
    """The rank of a representation around its mean: a unit that answers every example the same adds nothing to it.

    Args:
        values: Activations, shape (examples, units).
        tolerance: Singular values count above this share of the largest that the activations have before their mean is
            taken off; left out, what rounding may leave: the longer side of ``values`` times 2.2e-16.

    Returns:
        ``None`` where there are no examples, or numbers beyond what can be measured.
    """
    if len(values) == 0 or not is_measurable(values):
        return None
    if tolerance is None:
        tolerance = max(values.shape) * float(np.finfo(np.float64).eps)
    spreads = np.linalg.svd(values - values.mean(axis=0), compute_uv=False)
    spreads = spreads[spreads > tolerance * np.linalg.norm(values, 2)]
    shares = spreads / spreads.sum()
    effective = float(np.exp(-(shares * np.log(shares)).sum())) if len(spreads) else 0.0
    return Rank(len(spreads), effective)


def layer_ranks(
    architecture: Architecture, theta: Array, x: Array, tolerance: float | None = None
) -> list[Rank | None]:
    """The rank of each representation: the inputs' first, then each hidden layer's.

    Args:
        architecture: The network's.
        theta: Its parameters.
        x: Inputs as the network sees them, shape (examples, inputs).
        tolerance: As in ``rank_of``.
    """
    return [rank_of(values, tolerance) for values in representations(architecture, theta, x)]
