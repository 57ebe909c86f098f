"""The history's rows as the window has them: a buffer that grows, and is cut back when time is."""

from __future__ import annotations

import numpy as np

from nnviz.engine.training.timeline.history import COLUMNS
from nnviz.engine.types import Array


class HistoryRows:
    """Rows of ``COLUMNS``, one for each epoch from 0 on; a column is contiguous in memory."""

    def __init__(self) -> None:
        self._room = np.empty((len(COLUMNS), 256))
        self._count = 0
        self._shown = 0

    def __len__(self) -> int:
        """How many rows are shown."""
        return self._shown

    @property
    def held(self) -> int:
        """How many rows there are."""
        return self._count

    def clear(self) -> None:
        """Drop all rows."""
        self._count = self._shown = 0

    def show_until(self, updates: int | None) -> None:
        """Show what was known after so many updates: without the last row if it came later. ``None`` shows all."""
        last = self._room[COLUMNS.index("iteration"), self._count - 1] if self._count > 1 else 0.0
        self._shown = self._count - int(updates is not None and last > updates)

    def replace_from(self, start: int, rows: Array) -> None:
        """Keep the rows before ``start``, and put ``rows``, shape (rows, columns), in the place of all others.

        Rows that never came leave no gap: each row says its epoch itself.
        """
        start = min(start, self._count)
        end = start + len(rows)
        if end > self._room.shape[1]:
            roomier = np.empty((len(COLUMNS), max(end, 2 * self._room.shape[1])))
            roomier[:, :start] = self._room[:, :start]
            self._room = roomier
        self._room[:, start:end] = rows.T
        self._count = self._shown = end

    def column(self, name: str) -> Array:
        """A view of one column of ``COLUMNS``, shape (rows,)."""
        return self._room[COLUMNS.index(name), : self._shown]

    def place_of(self, epoch: float) -> int:
        """The place of the row nearest to an epoch. There must be a row."""
        epochs = self.column("epoch")
        right = min(int(np.searchsorted(epochs, epoch)), self._shown - 1)
        left = max(right - 1, 0)
        return left if abs(epochs[left] - epoch) <= abs(epochs[right] - epoch) else right
