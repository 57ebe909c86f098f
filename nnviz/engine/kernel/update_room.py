"""Room for an update: vectors as long as θ, side by side, shared by the plans of all batch sizes.

For a stack of networks each vector is a row of vectors, shape (networks, parameters).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnviz.engine.types import Array


@dataclass(frozen=True, eq=False)
class Restraints:
    """What is laid on a gradient or an update beside the loss; ``None`` for what is not there.

    Attributes:
        l1, l2: λ for each weight and 0 for each bias, shaped as θ.
        clip_norm: The largest norm that the gradient may have.
        trainable: 1 for what trains and 0 for what is frozen, shaped as θ.
    """

    l1: Array | None = None
    l2: Array | None = None
    clip_norm: float | None = None
    trainable: Array | None = None


@dataclass(frozen=True, eq=False)
class UpdateRoom:
    """What an update works on.

    Attributes:
        before: The optimiser's memory and θ in one piece: what a record copies before an update.
        after: The same and the gradient: what it copies after one.
        step: What the update takes off θ.
        scratch: To work in.
        memory: What the optimiser remembers, shape (vectors, parameters).
        powers: How often the optimiser has forgotten so far: β₁ᵗ and the like, a number for each of its kinds.
        rate: The learning rate, an array of one number; in a stack, shaped as θ.
        clipping: The norm of the gradient, and the factor that clipping multiplied it by; shape (…, 2).
    """

    before: Array
    after: Array
    theta: Array
    gradient: Array
    step: Array
    scratch: Array
    memory: Array
    powers: Array
    rate: Array
    clipping: Array
    restraints: Restraints

    @classmethod
    def starting_from(
        cls, theta: Array, vectors: int, powers: int, rate: float | Array, restraints: Restraints
    ) -> UpdateRoom:
        """Room for a run: θ is copied in; the optimiser remembers so many vectors, all zero, and no power yet."""
        numbers = np.zeros((vectors + 4, *theta.shape))
        numbers[vectors] = theta
        return cls(
            before=numbers[: vectors + 1],
            after=numbers[: vectors + 2],
            theta=numbers[vectors],
            gradient=numbers[vectors + 1],
            step=numbers[vectors + 2],
            scratch=numbers[vectors + 3],
            memory=numbers[:vectors],
            powers=np.ones(powers),
            rate=np.array(rate, dtype=np.float64),
            clipping=np.ones((*theta.shape[:-1], 2)),
            restraints=restraints,
        )
