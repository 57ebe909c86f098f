"""Losses and scores of a network on a whole part of the data."""

from __future__ import annotations

import math

import numpy as np

from nnviz.engine.data.examples import Examples
from nnviz.engine.kernel.arena import Arena
from nnviz.engine.networks.network import Architecture
from nnviz.engine.networks.plan import forward_steps
from nnviz.engine.types import Array, Indices

MOST_AT_ONCE = 25_000
"""Examples that are scored in one go: of more, the room for what lies between inputs and predictions would be large."""


class Scorer:
    """Scores one part of the data with the parameters as they are; has room of its own and leaves the model's alone.

    Args:
        theta: The parameters, read afresh each time.
        part: The examples to score, as places in ``examples``.

    Attributes:
        predictions: ŷ as it was last scored, shape (outputs, examples); the next time writes over it.
    """

    def __init__(self, architecture: Architecture, examples: Examples, theta: Array, part: Indices) -> None:
        self._examples, self._count = examples, len(part)
        self._pieces = [part[start : start + MOST_AT_ONCE] for start in range(0, self._count, MOST_AT_ONCE)]
        sizes = {len(piece) for piece in self._pieces}
        self._rooms = {size: _Room(architecture, examples, theta, size) for size in sizes}
        self.predictions: Array = np.empty((architecture.widths[-1], 0))
        if len(self._pieces) == 1:
            room = self._rooms[self._count]
            room.take(examples, part)
            self.predictions = room.predictions
        elif self._pieces:
            self.predictions = np.empty((architecture.widths[-1], self._count))

    def __call__(self) -> tuple[float, float]:
        """The mean loss (penalty left out), and accuracy or RMSE in the target's own unit; nan for an empty part."""
        if self._count == 0:
            return math.nan, math.nan
        if len(self._pieces) == 1:
            loss, hits = self._rooms[self._count]()
        else:
            loss, hits = self._in_pieces()
        if self._examples.task == "regression":
            return loss, math.sqrt(hits / self.predictions.size)
        return loss, hits / self._count

    def _in_pieces(self) -> tuple[float, float]:
        loss = hits = 0.0
        for place, piece in enumerate(self._pieces):
            room = self._rooms[len(piece)]
            room.take(self._examples, piece)
            piece_loss, piece_hits = room()
            loss += piece_loss * (len(piece) / self._count)
            hits += piece_hits
            start = place * MOST_AT_ONCE
            self.predictions[:, start : start + len(piece)] = room.predictions
        return loss, hits


class _Room:
    """Room to score so many examples."""

    def __init__(self, architecture: Architecture, examples: Examples, theta: Array, count: int) -> None:
        self._architecture = architecture
        self._arena = arena = Arena.empty(architecture.widths, count)
        self.predictions, self._y = arena.a[-1], arena.y
        self._labels: Indices | None = None
        # The arena's room for slopes and error signals is free here.
        self._room = arena.delta[-1]
        self._losses = np.empty((1, count))
        forward = [call for _, call in forward_steps(architecture, architecture.blocks(theta), arena)]
        self._calls = (
            *forward,
            *architecture.loss.value(arena.z[-1], self.predictions, self._y, self._room, self._losses),
        )
        self._share = np.full(count, 1.0 / count)
        # What turns a difference into the target's own unit; ``None`` where it is in it.
        unit = examples.target_deviation[:, None]
        self._unit = unit if (unit != 1.0).any() else None

    def take(self, examples: Examples, part: Indices) -> None:
        """Score these examples from now on."""
        self._arena.x[...] = examples.x[part].T
        self._arena.y[...] = examples.y[part].T
        self._labels = examples.labels[part] if examples.task != "regression" else None

    def __call__(self) -> tuple[float, float]:
        """The mean loss, and how many are right, or the sum of the squared differences in the target's own unit."""
        for call in self._calls:
            call()
        loss = float(self._losses[0].dot(self._share))
        if self._labels is None:
            np.subtract(self.predictions, self._y, self._room)
            if self._unit is not None:
                np.multiply(self._room, self._unit, self._room)
            difference = self._room.ravel()
            return loss, float(difference.dot(difference))
        return loss, int(np.count_nonzero(predicted_classes(self.predictions, self._architecture) == self._labels))


def predicted_classes(a: Array, architecture: Architecture) -> Indices:
    """The class that each prediction says; ``a`` has shape (outputs, batch), or is a stack of such arrays."""
    if a.shape[-2] > 1:
        classes: Indices = np.argmax(a, axis=-2)
        return classes
    no, yes = architecture.output.targets
    classes = (a[..., 0, :] > 0.5 * (no + yes)).astype(np.int64)
    return classes
