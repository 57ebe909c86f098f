"""Mini-batches: the training part, shuffled afresh each epoch and cut into batches, laid out once an epoch."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from nnviz.engine.data.examples import Examples
from nnviz.engine.settings import Training
from nnviz.engine.types import Array, Indices

AT_ONCE = 50_000
"""Training examples that are kept as rows besides; of more, pieces of so many become batches one after the other."""


class Batches:
    """The batches of a run, epoch after epoch.

    Attributes:
        blocks: The batches of the epoch that is laid out: inputs, ones and targets as rows, examples as columns, shape
            (inputs + 1 + outputs, batch). The same arrays in every epoch, with other numbers in them.
        count: How many an epoch has.
        place: How many of this epoch are done.
    """

    def __init__(self, examples: Examples, training: Training) -> None:
        self._train = examples.train
        self._shuffles = training.shuffle
        total = len(self._train)
        self._size = batch_size(training, total)
        self._take(examples)
        self._order = np.arange(total)
        whole, rest = divmod(total, self._size)
        width = examples.x.shape[1] + 1 + examples.y.shape[1]
        self._whole = np.empty((whole, width, self._size))
        self._rest = np.empty((width, rest))
        self.blocks = [*self._whole, *([self._rest] if rest else [])]
        self.count = len(self.blocks)
        self.place = 0
        self._in_order: Indices = self._train.copy()
        self._in_order.setflags(write=False)
        self._generator = np.random.default_rng(training.seed)
        self._begin_epoch()

    def lay_out(self) -> None:
        """Make sure that the epoch which the next batch belongs to is laid out."""
        if self._stale:
            self._begin_epoch()

    def advance(self, batches: int) -> bool:
        """So many more batches of this epoch are done; true when they were its last ones."""
        self.place += batches
        if self.place < self.count:
            return False
        self.place, self._stale = 0, True
        return True

    def examples(self) -> Indices:
        """The examples of the batch that comes next, as places in the data set; closed for writing."""
        self.lay_out()
        start = self.place * self._size
        return self._in_order[start : start + self._size]

    def restore(self, generator_state: Mapping[str, Any], place: int) -> None:
        """Go to a place in the epoch that a generator state leads to."""
        self._generator.bit_generator.state = dict(generator_state)
        self._begin_epoch()
        self.place = place

    @property
    def generator_state(self) -> Mapping[str, Any]:
        """The state of the generator before it shuffled the epoch that the next batch belongs to."""
        return self._generator.bit_generator.state if self._stale else self._state_before

    def use(self, examples: Examples) -> None:
        """Train on these examples, the same ones with other numbers, from here on: in the same order."""
        self._take(examples)
        self._fill()

    def _take(self, examples: Examples) -> None:
        few = len(self._train) <= AT_ONCE
        self._examples, self._rows = examples, training_rows(examples) if few else None
        self._shuffled = self._rows.copy() if self._rows is not None else None

    def _begin_epoch(self) -> None:
        self._stale = False
        self._state_before: Mapping[str, Any] = self._generator.bit_generator.state
        # All examples at once need no shuffling: their mean is the same.
        if self.count > 1 and self._shuffles:
            self._order = self._generator.permutation(len(self._train))
            self._in_order = self._train[self._order]
            self._in_order.setflags(write=False)
        self._fill()

    def _fill(self) -> None:
        """Lay the examples out as the epoch has them."""
        size, (whole, width, _) = self._size, self._whole.shape
        step = max(1, AT_ONCE // size)
        for first in range(0, whole, step):
            part = self._whole[first : first + step]
            rows = self._rows_at(first * size, (first + len(part)) * size)
            np.copyto(part, rows.reshape(-1, size, width).transpose(0, 2, 1))
        np.copyto(self._rest, self._rows_at(whole * size, len(self._order)).T)

    def _rows_at(self, start: int, stop: int) -> Array:
        """The rows from one place in the order of the epoch to another."""
        order = self._order[start:stop]
        if self._rows is None or self._shuffled is None:
            return _rows(self._examples, self._train[order])
        # "clip" spares a detour over a buffer; every place is within bounds.
        return self._rows.take(order, 0, self._shuffled[start:stop], "clip")


def batch_size(training: Training, examples: int) -> int:
    """How many of so many examples a whole batch holds."""
    return examples if training.batch_size == "full" else min(training.batch_size, examples)


def training_rows(examples: Examples) -> Array:
    """A row for each training example: its inputs, a one and its targets."""
    return _rows(examples, examples.train)


def _rows(examples: Examples, places: Indices) -> Array:
    return np.hstack((examples.x[places], np.ones((len(places), 1)), examples.y[places]))
