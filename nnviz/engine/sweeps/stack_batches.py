"""Mini-batches for a stack of networks: for each one what ``Batches`` would give it alone, laid out side by side."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nnviz.engine.data.examples import Examples
from nnviz.engine.settings import Training
from nnviz.engine.training.timeline.batches import batch_size, training_rows
from nnviz.engine.types import Array


class StackBatches:
    """The batches of a stack, epoch after epoch.

    Args:
        examples: Those of each network; as many to train on in each.
        training: How they are cut into batches, and whether they are shuffled.
        generators: What shuffles those of each network.

    Attributes:
        blocks: The batches of the epoch that is laid out, shape (networks, inputs + 1 + outputs, batch). The same
            arrays in every epoch, with other numbers in them.
    """

    def __init__(
        self, examples: Sequence[Examples], training: Training, generators: Sequence[np.random.Generator]
    ) -> None:
        rows = np.stack([training_rows(each) for each in examples])
        networks, self._total, width = rows.shape
        self._rows = rows.reshape(-1, width)
        self._shuffled = np.empty_like(self._rows)
        self._generators = generators
        self._size = batch_size(training, self._total)
        self._whole, rest = divmod(self._total, self._size)
        # Each row of a block holds that row of every network, as an arena has it.
        self._blocks = np.empty((self._whole, width, networks, self._size)).swapaxes(1, 2)
        self._rest = np.empty((width, networks, rest)).swapaxes(0, 1)
        self.blocks: list[Array] = [*self._blocks, *([self._rest] if rest else [])]
        self._shuffles = training.shuffle and len(self.blocks) > 1
        # Where the examples of each network begin.
        self._starts = np.arange(networks)[:, None] * self._total
        self._order = np.empty((networks, self._total), dtype=np.int64)
        self._order[...] = np.arange(self._total)
        self._fill()

    def lay_out_epoch(self) -> None:
        """Lay the next epoch out: shuffled, where there is something to shuffle."""
        if self._shuffles:
            for order, generator in zip(self._order, self._generators, strict=True):
                order[...] = generator.permutation(self._total)
            self._fill()

    def _fill(self) -> None:
        # "clip" spares a detour over a buffer; every place is within bounds.
        self._rows.take((self._order + self._starts).ravel(), 0, self._shuffled, "clip")
        networks, width = len(self._order), self._rows.shape[1]
        by_network = self._shuffled.reshape(networks, self._total, width)
        whole = self._whole * self._size
        by_batch = by_network[:, :whole].reshape(networks, self._whole, self._size, width)
        np.copyto(self._blocks, by_batch.transpose(1, 0, 3, 2))
        np.copyto(self._rest, by_network[:, whole:].transpose(0, 2, 1))
