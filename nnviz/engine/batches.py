"""Mini-batches: the training part, shuffled afresh each epoch and cut into batches, laid out once an epoch."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from nnviz.engine.data import Examples
from nnviz.engine.experiment import Training
from nnviz.engine.types import Array, Indices


class Batches:
    """The batches of a run, one after the other.

    Attributes:
        count: How many an epoch has.
        place: How many of this epoch are done.
        generator_state: The state of the generator before it shuffled this epoch.
    """

    def __init__(self, examples: Examples, training: Training) -> None:
        self._train = examples.train
        total = len(self._train)
        self._size = total if training.batch_size == "full" else min(training.batch_size, total)
        self.count = -(-total // self._size)
        rows = examples.x[self._train], np.ones((total, 1)), examples.y[self._train]
        self._rows = np.ascontiguousarray(np.hstack(rows))
        self._laid_out = self._rows.copy()
        # Views of what is laid out: each batch as (inputs + 1 + outputs, batch).
        self._blocks = [self._laid_out[start : start + self._size].T for start in range(0, total, self._size)]
        self._order: Indices = np.arange(total)
        self._generator = np.random.default_rng(training.seed)
        self.place = 0
        self._stale = False
        self._begin_epoch()

    def next(self) -> Array:
        """The next batch: inputs, ones and targets as rows, examples as columns."""
        if self.place == 0 and self._stale:
            self._begin_epoch()
        block = self._blocks[self.place]
        self.place += 1
        if self.place == self.count:
            self.place, self._stale = 0, True
        return block

    def examples(self) -> Indices:
        """The examples of the batch that comes next, as places in the data set."""
        if self.place == 0 and self._stale:
            self._begin_epoch()
        start = self.place * self._size
        return self._train[self._order[start : start + self._size]]

    def restore(self, generator_state: Mapping[str, Any], place: int) -> None:
        """Go to a place in the epoch that a generator state leads to."""
        self._generator.bit_generator.state = dict(generator_state)
        self._begin_epoch()
        self.place = place

    @property
    def generator_state(self) -> Mapping[str, Any]:
        """The state of the generator before it shuffled the epoch that the next batch belongs to."""
        return self._generator.bit_generator.state if self._stale else self._state_before

    def _begin_epoch(self) -> None:
        self._stale = False
        self._state_before = self._generator.bit_generator.state
        if self.count > 1:
            # All examples at once need no shuffling: their mean is the same.
            self._order = self._generator.permutation(len(self._train))
            np.take(self._rows, self._order, axis=0, out=self._laid_out)
