"""Losses and scores of a network on a whole part of the data."""

from __future__ import annotations

import math

import numpy as np

from nnviz.engine.data.examples import Examples
from nnviz.engine.kernel.arena import Arena
from nnviz.engine.networks.network import Architecture
from nnviz.engine.networks.plan import forward_steps
from nnviz.engine.types import Array, Indices


class Scorer:
    """Scores one part of the data with the parameters as they are; has room of its own and leaves the model's alone.

    Args:
        theta: The parameters, read afresh each time.
        part: The examples to score, as places in ``examples``.

    Attributes:
        predictions: ŷ as it was last scored, shape (outputs, examples); the next time writes over it.
    """

    def __init__(self, architecture: Architecture, examples: Examples, theta: Array, part: Indices) -> None:
        self._architecture = architecture
        self._count = len(part)
        self.predictions: Array = np.empty((architecture.widths[-1], 0))
        if self._count == 0:
            return
        arena = Arena.empty(architecture.widths, self._count)
        arena.x[...] = examples.x[part].T
        arena.y[...] = examples.y[part].T
        self.predictions, self._y = arena.a[-1], arena.y
        self._labels = examples.labels[part] if examples.task != "regression" else None
        # The arena's room for slopes and error signals is free here.
        self._room = arena.delta[-1]
        self._losses = np.empty((1, self._count))
        forward = [call for _, call in forward_steps(architecture, architecture.blocks(theta), arena)]
        self._calls = (
            *forward,
            *architecture.loss.value(arena.z[-1], self.predictions, self._y, self._room, self._losses),
        )
        self._share = np.full(self._count, 1.0 / self._count)
        # What turns a difference into the target's own unit; ``None`` where it is in it.
        unit = examples.target_deviation[:, None]
        self._unit = unit if (unit != 1.0).any() else None

    def __call__(self) -> tuple[float, float]:
        """The mean loss (penalty left out), and accuracy or RMSE in the target's own unit; nan for an empty part."""
        if self._count == 0:
            return math.nan, math.nan
        for call in self._calls:
            call()
        loss = float(self._losses[0].dot(self._share))
        if self._labels is None:
            np.subtract(self.predictions, self._y, self._room)
            if self._unit is not None:
                np.multiply(self._room, self._unit, self._room)
            difference = self._room.ravel()
            return loss, math.sqrt(float(difference.dot(difference)) / difference.size)
        right = int(np.count_nonzero(predicted_classes(self.predictions, self._architecture) == self._labels))
        return loss, right / self._count


def predicted_classes(a: Array, architecture: Architecture) -> Indices:
    """The class that each prediction says; ``a`` has shape (outputs, batch), or is a stack of such arrays."""
    if a.shape[-2] > 1:
        classes: Indices = np.argmax(a, axis=-2)
        return classes
    no, yes = architecture.output.targets
    classes = (a[..., 0, :] > 0.5 * (no + yes)).astype(np.int64)
    return classes
