"""How a run went: a row of losses and scores for each epoch, the best epoch, and why it stopped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from nnviz.engine.early_stopping import Best, improves
from nnviz.engine.experiment import EarlyStopping
from nnviz.engine.types import Array, frozen

StopReason = Literal["epochs", "early_stopping", "diverged"]
COLUMNS = ("epoch", "iteration", "train_loss", "validation_loss", "train_score", "validation_score")
NO_ROW = -1


@dataclass(frozen=True, eq=False)
class History:
    """A run up to now. The first row is epoch 0: the untrained network.

    Attributes:
        rows: Shape (epochs + 1, 6); the columns are ``COLUMNS``, with nan where there is no validation part.
        score: What the scores are: ``accuracy`` or ``rmse``.
        best_epoch: The epoch with the lowest validation loss (by more than ``min_delta``); ``None`` without validation.
        best_iteration: How many updates that was.
        stopped_epoch: The epoch at which the run ended by itself; ``None`` while it may go on.
        stop_reason: Why it ended.
        message: The same in a sentence.
        patience: Epochs that early stopping waits for an improvement; ``None`` where it is off.
        waited: Epochs since the best one.
    """

    rows: Array
    score: Literal["accuracy", "rmse"]
    best_epoch: int | None
    best_iteration: int | None
    stopped_epoch: int | None
    stop_reason: StopReason | None
    message: str
    patience: int | None
    waited: int

    def __repr__(self) -> str:
        return f"<History of {len(self) - 1} epochs, best {self.best_epoch}, stopped by {self.stop_reason}>"

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def epochs(self) -> Array:
        """Epochs, from 0."""
        return self.rows[:, 0]

    @property
    def iterations(self) -> Array:
        """Updates made by the end of each epoch."""
        return self.rows[:, 1]

    @property
    def train_loss(self) -> Array:
        """The mean loss over the training part, penalty left out."""
        return self.rows[:, 2]

    @property
    def validation_loss(self) -> Array:
        """The mean loss over the validation part; nan where there is none."""
        return self.rows[:, 3]

    @property
    def train_score(self) -> Array:
        """Accuracy or RMSE over the training part."""
        return self.rows[:, 4]

    @property
    def validation_score(self) -> Array:
        """Accuracy or RMSE over the validation part; nan where there is none."""
        return self.rows[:, 5]


class Log:
    """The rows of a history, and which one was the best at each; with room to spare, so that adding one is cheap."""

    def __init__(self, settings: EarlyStopping | None) -> None:
        self._settings = settings
        self._room = np.empty((64, len(COLUMNS)))
        self._best_rows = np.empty(64, dtype=np.int64)
        self._count = 0

    def append(self, row: tuple[float, ...]) -> bool:
        """Add a row; true when it is the best one so far."""
        if self._count == len(self._room):
            self._room = np.concatenate([self._room, np.empty_like(self._room)])
            self._best_rows = np.concatenate([self._best_rows, np.empty_like(self._best_rows)])
        place = self._count
        better = improves(row[3], self._best(place), self._settings)
        self._room[place] = row
        self._best_rows[place] = place if better else self._best_rows[place - 1] if place else NO_ROW
        self._count += 1
        return better

    def keep_up_to(self, iteration: int) -> None:
        """Drop the rows of later iterations."""
        self._count = self.count_at(iteration)

    def knows(self, iteration: int) -> bool:
        """Whether there is a row of exactly that iteration."""
        count = self.count_at(iteration)
        return bool(count and self._room[count - 1, 1] == iteration)

    def count_at(self, iteration: int) -> int:
        """How many rows there were by an iteration."""
        if self._count == 0 or self._room[self._count - 1, 1] <= iteration:
            return self._count
        return int(np.searchsorted(self._room[: self._count, 1], iteration, side="right"))

    def best_at(self, iteration: int) -> Best | None:
        """The best epoch by an iteration."""
        return self._best(self.count_at(iteration))

    def rows(self, start: int, iteration: int) -> Array:
        """A frozen copy of the rows from a place on, up to an iteration."""
        return frozen(self._room[start : self.count_at(iteration)].copy())

    def _best(self, count: int) -> Best | None:
        """The best among the first rows."""
        place = self._best_rows[count - 1] if count else NO_ROW
        if place == NO_ROW:
            return None
        row = self._room[place]
        return Best(float(row[3]), int(row[0]), int(row[1]))
