"""How a run went: a row of losses and scores for each epoch, the best epoch, and why it stopped."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from math import isnan, nan
from typing import Literal

import numpy as np

from nnviz.engine.data.datasets import Task
from nnviz.engine.settings import EarlyStopping
from nnviz.engine.training.timeline.early_stopping import Best, improves, monitored, waited
from nnviz.engine.training.timeline.events import Stopped, StopReason
from nnviz.engine.types import Array, frozen

ScoreName = Literal["accuracy", "rmse"]
BEST_COLUMNS = ("value", "epoch", "iteration")
"""What is kept beside each row: of the best epoch as of it, nan where there is none."""
COLUMNS = ("epoch", "iteration", "train_loss", "validation_loss", "train_score", "validation_score")


def score_name(task: Task) -> ScoreName:
    """What a task is scored by."""
    return "rmse" if task == "regression" else "accuracy"


@dataclass(frozen=True, eq=False)
class History:
    """A run up to now. The first row is epoch 0: the untrained network.

    Attributes:
        rows: Shape (epochs + 1, 6), or fewer rows where a trainer keeps a shorter history; the columns are ``COLUMNS``,
            with nan where there is no validation part.
        score: What the scores are: ``accuracy`` or ``rmse``.
        best_epoch: The epoch with the lowest validation loss, or with the best validation score where early stopping
            monitors that (by more than ``min_delta``); ``None`` without validation.
        best_iteration: How many updates that was.
        stopped_epoch: The epoch at which the run ended by itself; ``None`` while it may go on.
        stop_reason: Why it ended.
        message: The same in a sentence.
        patience: Epochs that early stopping waits for an improvement; ``None`` where it is off.
        waited: Epochs since the best one; where a run that had stopped went on after it, since then.
    """

    rows: Array
    score: ScoreName
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
    """The rows of a history, and the best epoch as of each; with room to spare, so that adding one is cheap.

    Args:
        most: Keep about so many rows: when they are more, only every second, fourth, ... epoch keeps its row, beside
            the best and the last one. Left out: every epoch keeps its row.

    Attributes:
        score: What the scores are.
        stride: Every so many epochs keep their row.
    """

    def __init__(self, settings: EarlyStopping | None, score: ScoreName, most: int | None = None) -> None:
        self._settings = settings
        self.score = score
        self._most = most
        # The columns of a row, and then the monitored value, epoch and iteration of the best one so far.
        self._room = np.empty((64, len(COLUMNS) + len(BEST_COLUMNS)))
        self._count = 0
        self._newest: tuple[int, Best | None] = (0, None)
        """How many rows there were when the last one was added, and the best epoch as of it."""
        self.stride = 1

    def append(self, row: tuple[float, ...]) -> bool:
        """Add a row; true when it is the best one so far."""
        best = self._best(self._count)
        value = monitored(row[3], row[5], self.score == "accuracy", self._settings)
        better = improves(value, best, self._settings)
        if better:
            best = Best(value, int(row[0]), int(row[1]))
        if self.stride > 1 and self._count and not self._keeps(self._room[self._count - 1, 0], best):
            self._count -= 1
        if self._most is not None and self._count >= self._most:
            self._thin_out(best)
        if self._count == len(self._room):
            self._room = np.concatenate([self._room, np.empty_like(self._room)])
        known = (best.value, best.epoch, best.iteration) if best is not None else (nan, nan, nan)
        self._room[self._count] = (*row, *known)
        self._count += 1
        self._newest = self._count, best
        return better

    def keep_up_to(self, iteration: int) -> None:
        """Drop the rows of later iterations."""
        self._count = self.count_at(iteration)

    def knows(self, iteration: int) -> bool:
        """Whether it has been this far."""
        return bool(self._count and self._room[self._count - 1, 1] >= iteration)

    def count_at(self, iteration: int) -> int:
        """How many rows there are up to an iteration."""
        if self._count == 0 or self._room[self._count - 1, 1] <= iteration:
            return self._count
        return int(np.searchsorted(self._room[: self._count, 1], iteration, side="right"))

    def best_at(self, iteration: int) -> Best | None:
        """The best epoch by an iteration."""
        return self._best(self.count_at(iteration))

    def rows(self, start: int, iteration: int) -> Array:
        """A frozen copy of the rows from a place on, up to an iteration."""
        return frozen(self._room[start : self.count_at(iteration), : len(COLUMNS)].copy())

    def rows_after(self, iteration: int) -> Array:
        """A frozen copy of the rows after an iteration: of what is known to come."""
        return frozen(self._room[self.count_at(iteration) : self._count, : len(COLUMNS)].copy())

    @property
    def content(self) -> Array:
        """All that is kept of the rows, a frozen copy: their columns, and then ``BEST_COLUMNS``."""
        return frozen(self._room[: self._count].copy())

    def holding(self, content: Array, stride: int) -> Log:
        """A log with this content, as wide as ``content`` is, and with this stride."""
        other = copy(self)
        other._room = np.concatenate([content, np.empty((64, content.shape[1]))])
        other._count, other.stride, other._newest = len(content), stride, (0, None)
        return other

    def thinned_out(self, most: int) -> Log:
        """A copy with about so many rows at most."""
        other = self.holding(self.content, self.stride)
        while other._count > most and other.stride < other._room[other._count - 1, 0]:
            other._thin_out(other._best(other._count))
        return other

    def up_to(self, iteration: int) -> Log:
        """A copy with the rows up to an iteration."""
        other = copy(self)
        other.keep_up_to(iteration)
        other._room = self._room[: max(64, other._count)].copy()
        return other

    def history(self, row: int, iteration: int, epoch: int, stop: Stopped | None, waits_from: int = 0) -> History:
        """The run up to an iteration and epoch, with its rows from one place on only; frozen."""
        best = self.best_at(iteration)
        return History(
            rows=self.rows(row, iteration),
            score=self.score,
            best_epoch=best.epoch if best is not None else None,
            best_iteration=best.iteration if best is not None else None,
            stopped_epoch=stop.epoch if stop is not None else None,
            stop_reason=stop.reason if stop is not None else None,
            message=stop.message if stop is not None else "",
            patience=self._settings.patience if self._settings is not None else None,
            waited=waited(epoch, best, waits_from),
        )

    def _best(self, count: int) -> Best | None:
        """The best as of the last of the first rows."""
        if count == self._newest[0]:
            return self._newest[1]
        if count == 0:
            return None
        value, epoch, iteration = self._room[count - 1, len(COLUMNS) :].tolist()
        return Best(value, int(epoch), int(iteration)) if not isnan(epoch) else None

    def _keeps(self, epoch: float, best: Best | None) -> bool:
        return epoch % self.stride == 0 or (best is not None and epoch == best.epoch)

    def _thin_out(self, best: Best | None) -> None:
        """Leave out every second one of the epochs that are left."""
        self.stride *= 2
        rows = self._room[: self._count]
        kept = rows[[self._keeps(epoch, best) for epoch in rows[:, 0]]]
        self._count = len(kept)
        self._room[: self._count] = kept
