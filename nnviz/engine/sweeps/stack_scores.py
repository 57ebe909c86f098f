"""Losses and scores of a stack of networks on a whole part of the data: for each one what ``Scorer`` says of it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nnviz.engine.data.examples import Examples
from nnviz.engine.kernel.arena import Arena
from nnviz.engine.networks.network import Architecture
from nnviz.engine.networks.plan import forward_steps
from nnviz.engine.training.run.scores import predicted_classes
from nnviz.engine.types import Array

NUMBERS_AT_ONCE = 300_000
"""About so many numbers are worked on at once: more of them would not stay near the processor."""


class StackScorer:
    """Scores one part of the data of each network with the parameters as they are.

    Args:
        examples: Those of each network; as many in this part of each.
        theta: The parameters, shape (networks, parameters), read afresh each time.
        part: ``"train"``, ``"validation"`` or ``"test"``.
    """

    def __init__(self, architecture: Architecture, examples: Sequence[Examples], theta: Array, part: str) -> None:
        self._figures = np.full((len(examples), 2), np.nan)
        count = len(examples[0].part(part))
        self._pieces: list[_Piece] = []
        if count == 0:
            return
        at_once = min(len(examples), max(1, NUMBERS_AT_ONCE // Arena.size(architecture.widths, count)))
        arenas: dict[int, Arena] = {}
        for start in range(0, len(examples), at_once):
            here = slice(start, start + at_once)
            networks = len(examples[here])
            if networks not in arenas:
                arenas[networks] = Arena.empty(architecture.widths, count, stack=(networks,))
            piece = _Piece(architecture, arenas[networks], examples[here], theta[here], part, self._figures[here])
            self._pieces.append(piece)

    def __call__(self) -> Array:
        """The mean loss (penalty left out), and accuracy or RMSE, shape (networks, 2); nan for an empty part.

        The same array each time, with other numbers in it.
        """
        for piece in self._pieces:
            piece()
        return self._figures


class _Piece:
    """So many networks as are scored at once, in an arena that they share with others."""

    def __init__(
        self,
        architecture: Architecture,
        arena: Arena,
        examples: Sequence[Examples],
        theta: Array,
        part: str,
        figures: Array,
    ) -> None:
        networks, count = len(examples), len(examples[0].part(part))
        for place, each in enumerate(examples):
            arena.x[place] = each.x[each.part(part)].T
            arena.y[place] = each.y[each.part(part)].T
        self._place, self._batch = arena.batch, arena.batch.copy("K")
        self._architecture, self._figures = architecture, figures
        self._predictions, self._y = arena.a[-1], arena.y
        # The arena's room for slopes and error signals is free here.
        self._room = arena.delta[-1]
        losses = np.empty((networks, 1, count))
        forward = [call for _, call in forward_steps(architecture, architecture.blocks(theta), arena)]
        self._calls = (
            *forward,
            *architecture.loss.value(arena.z[-1], self._predictions, self._y, self._room, losses),
        )
        self._losses = losses[:, 0]
        self._share = np.full(count, 1.0 / count)
        self._unit = np.stack([each.target_deviation for each in examples])[:, :, None]
        classes = examples[0].task != "regression"
        self._labels = np.stack([each.labels[each.part(part)] for each in examples]) if classes else None

    def __call__(self) -> None:
        np.copyto(self._place, self._batch)
        for call in self._calls:
            call()
        np.vecdot(self._losses, self._share, out=self._figures[:, 0])
        if self._labels is None:
            np.subtract(self._predictions, self._y, self._room)
            np.multiply(self._room, self._unit, self._room)
            difference = self._room.reshape(len(self._room), -1)
            self._figures[:, 1] = np.sqrt(np.vecdot(difference, difference) / difference.shape[1])
        else:
            right = predicted_classes(self._predictions, self._architecture) == self._labels
            self._figures[:, 1] = np.count_nonzero(right, axis=1) / len(self._share)
