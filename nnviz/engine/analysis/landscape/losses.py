"""The loss of many parameter vectors at once: a network is asked the same examples with each of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from nnviz.engine.kernel.arena import Arena
from nnviz.engine.kernel.calls import Call
from nnviz.engine.networks.network import Architecture, weight_mask
from nnviz.engine.networks.plan import forward_steps
from nnviz.engine.types import Array, Numbers

NUMBERS_AT_ONCE = 200_000
"""About so many numbers are worked on at once: more of them would not stay near the processor."""
INPUTS_OF_AN_ANSWER = 16
"""To add up so many products takes about as long as to bend a sum."""


@dataclass(frozen=True, eq=False)
class LossOf:
    """What a loss is the mean of, and the penalty that is added: ``λ₁ Σ |W| + ½ λ₂ Σ W²``.

    Units that are silenced are silent; none is dropped out.

    Attributes:
        architecture: The network's.
        x: Inputs, shape (examples, inputs).
        y: Targets, shape (examples, outputs).
        l1, l2: λ₁ and λ₂.
    """

    architecture: Architecture
    x: Array
    y: Array
    l1: float = 0.0
    l2: float = 0.0

    def thinned(self, most: int) -> LossOf:
        """The same of so many examples at most, evenly taken."""
        if len(self.x) <= most:
            return self
        places = np.linspace(0, len(self.x) - 1, most).round().astype(np.int64)
        return replace(self, x=self.x[places], y=self.y[places])

    @property
    def work(self) -> float:
        """What one loss takes, as so many units' answers: products count as far as they take time."""
        return len(self.x) * self.work_of_example

    @property
    def work_of_example(self) -> float:
        """The same for one example."""
        pairs = pairwise(self.architecture.widths)
        return sum(units * (1.0 + before / INPUTS_OF_AN_ANSWER) for before, units in pairs)

    def at(self, thetas: Numbers, dtype: npt.DTypeLike = np.float64) -> Array:
        """The losses of parameter vectors, shape (vectors,).

        Args:
            thetas: Shape (vectors, parameters).
            dtype: float32 is quicker and good enough to paint with; numbers that are told are float64.
        """
        count = len(thetas)
        numbers = len(self.x) * sum(self.architecture.widths[1:])
        at_once = min(count, max(1, NUMBERS_AT_ONCE // max(1, numbers)))
        vectors = np.empty((at_once, self.architecture.parameter_count), dtype=dtype)
        means, losses = self._compiled(vectors)
        found = np.empty(count)
        with np.errstate(all="ignore"):
            for start in range(0, count, at_once):
                some = thetas[start : start + at_once]
                vectors[: len(some)] = some
                for call in means:
                    call()
                found[start : start + at_once] = losses.mean(axis=(1, 2), dtype=np.float64)[: len(some)]
            return found + self._penalties(thetas)

    def at_one(self, theta: Array) -> float:
        """The loss of one parameter vector, exactly."""
        return float(self.at(theta[None])[0])

    def _compiled(self, vectors: Numbers) -> tuple[list[Call], Numbers]:
        """The calls that write the losses of vectors, shape (vectors, 1, examples), and where they write them."""
        architecture, stack, batch = self.architecture, (len(vectors),), len(self.x)
        size = len(vectors) * Arena.size(architecture.widths, batch)
        arena = Arena.over(np.zeros(size, dtype=vectors.dtype), architecture.widths, batch, stack=stack)
        for below in arena.below:
            below[..., -1, :] = 1.0
        arena.x[...], arena.y[...] = self.x.T, self.y.T
        losses = np.empty((len(vectors), 1, batch), dtype=vectors.dtype)
        steps = forward_steps(architecture, architecture.blocks(vectors), arena)
        calls = [call for _, call in steps]
        # The arena's room for error signals is free here.
        return [*calls, *architecture.loss.value(arena.z[-1], arena.a[-1], arena.y, arena.delta[-1], losses)], losses

    def _penalties(self, thetas: Numbers) -> Array:
        if not (self.l1 or self.l2):
            return np.zeros(len(thetas))
        weights = thetas * weight_mask(self.architecture)
        penalties: Array = self.l1 * np.abs(weights).sum(axis=1) + 0.5 * self.l2 * np.square(weights).sum(axis=1)
        return penalties
