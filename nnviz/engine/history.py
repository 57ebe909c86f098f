"""How a run went: a row of losses and scores for each epoch, the best epoch, and why it stopped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from nnviz.engine.types import Array, frozen

StopReason = Literal["epochs", "early_stopping", "diverged"]
COLUMNS = ("epoch", "iteration", "train_loss", "validation_loss", "train_score", "validation_score")


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
    """Rows that grow, with room to spare so that adding one is cheap."""

    def __init__(self) -> None:
        self._room = np.empty((64, len(COLUMNS)))
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def append(self, row: tuple[float, ...]) -> None:
        """Add a row."""
        if self._count == len(self._room):
            self._room = np.concatenate([self._room, np.empty_like(self._room)])
        self._room[self._count] = row
        self._count += 1

    def rows(self, start: int = 0) -> Array:
        """A frozen copy of the rows from a place on."""
        return frozen(self._room[start : self._count].copy())

    def keep_up_to(self, iteration: int) -> None:
        """Drop the rows of later iterations."""
        self._count = int(np.searchsorted(self._room[: self._count, 1], iteration, side="right"))
