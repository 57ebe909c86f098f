"""How far a batch's gradient points where that of the whole training part does: small batches give noisy directions.

The gradients are those of the data alone: no penalty (it is the same for every batch), no unit dropped out, nothing
clipped, and of every parameter, frozen or not. The plan that trains computes them, in room of its own.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from nnviz.engine.data.examples import Examples
from nnviz.engine.kernel.update_room import Restraints, UpdateRoom
from nnviz.engine.networks.network import Architecture
from nnviz.engine.networks.plan import compile_plan
from nnviz.engine.types import Array, Indices, frozen


class DataGradient:
    """The gradient of the loss on batches of one size.

    Args:
        architecture: The network's.
        theta: Its parameters, laid out as ``Architecture`` says; copied.
        examples: The data.
        size: How many examples a batch has, at least 1.
    """

    def __init__(self, architecture: Architecture, theta: Array, examples: Examples, size: int) -> None:
        self._examples = examples
        self._room = UpdateRoom.starting_from(theta, vectors=0, powers=0, rate=0.0, restraints=Restraints())
        plan = compile_plan(replace(architecture, dropout=()), [], self._room, size, generators=())
        self._arena = plan.arena
        self._calls = [call for phase, call in plan.steps if phase != "update"]

    def __call__(self, batch: Indices) -> Array:
        """∇L, the mean over a batch, as long as θ.

        Args:
            batch: The examples, as places in the data set, shape (size,).
        """
        self._arena.x[...] = self._examples.x[batch].T
        self._arena.y[...] = self._examples.y[batch].T
        with np.errstate(all="ignore"):
            for call in self._calls:
                call()
        return self._room.gradient.copy()


@dataclass(frozen=True, eq=False)
class GradientFan:
    """How far the gradients of some batches point away from that of the whole training part.

    Attributes:
        size: Examples in a batch.
        whole: Examples in the training part.
        angles: Of each batch, in radians, −π to π: how far it is off, and to which side of the direction in which they
            scatter most. A batch without a gradient has none.
    """

    size: int
    whole: int
    angles: Array

    @property
    def mean_cosine(self) -> float:
        """Of all batches; nan where none has a gradient."""
        return float(np.cos(self.angles).mean()) if len(self.angles) else math.nan


def gradient_fan(
    architecture: Architecture, theta: Array, examples: Examples, size: int, count: int, seed: int = 0
) -> GradientFan:
    """The directions of many batches of one size, drawn at random.

    Args:
        architecture: The network's.
        theta: Its parameters.
        examples: The data.
        size: How many examples a batch has; more than there are to train on means all of them.
        count: How many batches.
        seed: Of the draws.
    """
    train = examples.train
    size = min(size, len(train))
    generator = np.random.default_rng(seed)
    full = DataGradient(architecture, theta, examples, len(train))(train)
    gradient = DataGradient(architecture, theta, examples, size)
    gradients = [gradient(generator.choice(train, size, replace=False)) for _ in range(count)]
    cosines = np.array([cosine(each, full) for each in gradients])
    known = np.isfinite(cosines)
    if not known.any():
        return GradientFan(size, len(train), frozen(np.zeros(0)))
    # Apart from the whole one; seen along the direction in which they differ most, one half lies on either side.
    unit = full / np.sqrt(full.dot(full))
    rest = np.array([each / np.sqrt(each.dot(each)) for each in np.array(gradients)[known]])
    rest -= np.outer(rest.dot(unit), unit)
    _, vectors = np.linalg.eigh(rest.dot(rest.T))
    sides = np.where(rest.dot(rest.T.dot(vectors[:, -1])) < 0.0, -1.0, 1.0)
    return GradientFan(size, len(train), frozen(sides * np.arccos(cosines[known])))


def batch_cosine(architecture: Architecture, theta: Array, examples: Examples, batch: Indices) -> float:
    """The cosine between a batch's gradient and that of the whole training part; nan where one of them is zero.

    Args:
        architecture: The network's.
        theta: Its parameters.
        examples: The data.
        batch: The examples of the batch, as places in the data set, at least one.
    """
    full = DataGradient(architecture, theta, examples, len(examples.train))(examples.train)
    return cosine(DataGradient(architecture, theta, examples, len(batch))(batch), full)


def batch_cosines(
    architecture: Architecture, theta: Array, examples: Examples, size: int, count: int | None = None, seed: int = 0
) -> Array:
    """The cosines of many batches of one size to the whole training part.

    Args:
        architecture: The network's.
        theta: Its parameters.
        examples: The data.
        size: How many examples a batch has; more than there are to train on means all of them.
        count: Draw so many batches at random, each on its own; left out, the batches of one epoch: all training
            examples, shuffled and cut up, without a smaller rest.
        seed: Of the draws.

    Returns:
        A cosine for each batch, from −1 to 1; nan where a gradient is zero.
    """
    train = examples.train
    size = min(size, len(train))
    generator = np.random.default_rng(seed)
    if count is None:
        batches = generator.permutation(train)[: len(train) // size * size].reshape(-1, size)
    else:
        batches = np.array([generator.choice(train, size, replace=False) for _ in range(count)]).reshape(-1, size)
    full = DataGradient(architecture, theta, examples, len(train))(train)
    gradient = DataGradient(architecture, theta, examples, size)
    return np.array([cosine(gradient(batch), full) for batch in batches])


def cosine(one: Array, other: Array) -> float:
    """The cosine of the angle between two vectors; nan where one of them is zero or not finite."""
    with np.errstate(all="ignore"):
        # Scaled first, so that no square is too large or too small for a number.
        one, other = one / np.abs(one).max(), other / np.abs(other).max()
        exact = float(one.dot(other) / np.sqrt(one.dot(one) * other.dot(other)))
        return float(np.clip(exact, -1.0, 1.0))
