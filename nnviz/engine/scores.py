"""Losses and scores of a network on a whole part of the data."""

from __future__ import annotations

import math

import numpy as np

from nnviz.engine.arena import Arena
from nnviz.engine.data import Examples
from nnviz.engine.network import Architecture
from nnviz.engine.plan import forward_steps
from nnviz.engine.types import Array, Indices


class Scorer:
    """Scores one part of the data with the parameters as they are; has room of its own and leaves the model's alone.

    Args:
        theta: The parameters, read afresh each time.
        part: The examples to score, as places in ``examples``.
    """

    def __init__(self, architecture: Architecture, examples: Examples, theta: Array, part: Indices) -> None:
        self._architecture = architecture
        self._examples = examples
        self._part = part
        if len(part) == 0:
            return
        self._arena = Arena.empty(architecture.widths, len(part))
        self._arena.x[...] = examples.x[part].T
        self._arena.y[...] = examples.y[part].T
        steps = forward_steps(architecture, architecture.blocks(theta), self._arena)
        self._calls = tuple(call for _, call in steps)

    def __call__(self) -> tuple[float, float]:
        """The mean loss (penalty left out), and accuracy or RMSE; both nan for an empty part."""
        if len(self._part) == 0:
            return math.nan, math.nan
        for call in self._calls:
            call()
        z, a, y = self._arena.z[-1], self._arena.a[-1], self._arena.y
        loss = float(self._architecture.loss.per_example(z, a, y).mean())
        if self._examples.task == "regression":
            difference = (a - y).ravel()
            return loss, math.sqrt(float(difference.dot(difference)) / difference.size)
        right = np.count_nonzero(predicted_classes(a, self._architecture) == self._examples.labels[self._part])
        return loss, right / len(self._part)


def predicted_classes(a: Array, architecture: Architecture) -> Indices:
    """The class that each prediction says; ``a`` has shape (outputs, batch)."""
    if len(a) > 1:
        classes: Indices = np.argmax(a, axis=0)
        return classes
    no, yes = architecture.output.targets
    classes = (a[0] > 0.5 * (no + yes)).astype(np.int64)
    return classes
