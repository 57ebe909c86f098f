"""What is known of each network of a sweep, when it counts as solved, their order, and the axes that they share."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Literal

import numpy as np

from nnviz.engine.analysis.responses import Map
from nnviz.engine.sweeps.sweep_members import Member
from nnviz.engine.training.timeline.history import History
from nnviz.engine.types import Array
from nnviz.worker.messages import RunInfo
from nnviz.worker.sweep_messages import News

Measure = Literal["accuracy", "loss"]
CHANCE_ROOM = 0.05
"""An accuracy so little above that of always saying the commonest class is no better than chance."""

FEWEST_EPOCHS = 10
TIMES_THE_START = 10.0
"""The loss axis reaches so many times as high as the untrained networks: one that diverges leaves it."""
DECADES = 6
"""The logarithmic axis reaches at most so many decades down from there."""


class State(Enum):
    """How far a network has come."""

    WAITING = "nothing is known of it yet"
    TRAINING = "it trains"
    STOPPED = "the user stopped it before its end"
    SOLVED = "it has ended, and solved its task"
    UNSOLVED = "it has ended without solving its task"
    DIVERGED = "its numbers went beyond all bounds"


@dataclass(frozen=True)
class Criterion:
    """When a network counts as one that has solved its task: by its accuracy or loss on the training part."""

    measure: Measure
    bound: float

    def holds(self, accuracy: float | None, loss: float | None) -> bool:
        """Whether figures reach the bound; those that are not numbers do not."""
        value = accuracy if self.measure == "accuracy" else loss
        if value is None or math.isnan(value):
            return False
        return value >= self.bound if self.measure == "accuracy" else value <= self.bound


@dataclass(frozen=True, eq=False)
class Multiple:
    """One network, and the last news of it.

    Attributes:
        map: What its output answered when the last map was made.
        news: ``None`` before the first.
    """

    member: Member
    news: News | None = None
    map: Map | None = None

    def with_news(self, news: News) -> Multiple:
        """The network with what is new; the last map stays until there is another."""
        return Multiple(self.member, news, news.map if news.map is not None else self.map)

    @property
    def history(self) -> History | None:
        return self.news.history if self.news is not None else None

    @property
    def ended(self) -> bool:
        """Whether it has come to its end by itself."""
        return self.news is not None and self.news.result is not None

    @property
    def rate(self) -> float:
        return self.member.experiment.training.learning_rate

    def figure(self, part: str, name: str) -> float | None:
        """Loss or score of a part, ``"train"`` for example: the final one, or that of the last epoch.

        ``None`` where it is not known.
        """
        if self.news is None:
            return None
        if self.news.result is not None:
            return self.news.result.figures.get(f"{part}_{name}")
        history = self.news.history
        if part == "test" or name not in ("loss", history.score):
            return None
        value = float(getattr(history, f"{part}_{'loss' if name == 'loss' else 'score'}")[-1])
        return None if math.isnan(value) else value

    @property
    def best_is_back(self) -> bool:
        """Whether its end has put the best epoch's weights back: its map and its figures are theirs."""
        history, stopping = self.history, self.member.experiment.training.early_stopping
        if not self.ended or history is None or history.stop_reason != "early_stopping":
            return False
        return stopping is not None and stopping.restore_best and history.best_epoch is not None

    def solved(self, criterion: Criterion) -> bool:
        """Whether it has solved its task as of the last news; what diverged has not."""
        if self.history is not None and self.history.stop_reason == "diverged":
            return False
        return criterion.holds(self.figure("train", "accuracy"), self.figure("train", "loss"))

    def at_chance(self, commonest: float | None) -> bool:
        """Whether it has ended no better than one that always says the commonest class, where there are classes.

        Args:
            commonest: The share of that class in the training part.
        """
        accuracy = self.figure("train", "accuracy")
        if commonest is None or accuracy is None or not self.ended or accuracy >= 1.0:
            return False
        diverged = self.history is not None and self.history.stop_reason == "diverged"
        return not diverged and accuracy <= commonest + CHANCE_ROOM

    def state(self, criterion: Criterion, running: bool) -> State:
        """How far it has come, where the sweep is still running or not."""
        if self.news is None:
            return State.WAITING
        if not self.ended:
            return State.TRAINING if running else State.STOPPED
        if self.news.history.stop_reason == "diverged":
            return State.DIVERGED
        return State.SOLVED if self.solved(criterion) else State.UNSOLVED


def commonest_share(run: RunInfo) -> float | None:
    """Which share of the training part the commonest class has; ``None`` where there are no classes."""
    if not run.examples.classes:
        return None
    labels = run.examples.labels[run.examples.train]
    return float(np.bincount(labels).max() / len(labels))


def by_loss(multiples: Sequence[Multiple]) -> list[int]:
    """Places, those that have ended first, by their final training loss; what is not a number comes last of them."""

    def key(place: int) -> tuple[bool, float, int]:
        multiple = multiples[place]
        loss = multiple.figure("train", "loss") if multiple.ended else None
        diverged = multiple.history is not None and multiple.history.stop_reason == "diverged"
        known = loss is not None and math.isfinite(loss) and not diverged
        return not multiple.ended, loss if known and loss is not None else math.inf, place

    return sorted(range(len(multiples)), key=key)


@dataclass(frozen=True)
class Axes:
    """From epoch 0 to ``epochs``, and from one loss to another, each in the power of ten where ``log``."""

    epochs: float
    low: float
    high: float
    log: bool

    @classmethod
    def around(cls, multiples: Sequence[Multiple], log: bool) -> Axes:
        """The axes that hold all curves."""
        histories = [multiple.history for multiple in multiples if multiple.history is not None]
        epochs = max((float(history.epochs[-1]) for history in histories), default=0.0)
        losses = [history.rows[:, 2:4].ravel() for history in histories]
        start = max((float(history.train_loss[0]) for history in histories), default=1.0)
        start = start if math.isfinite(start) and start > 0.0 else 1.0
        known = np.concatenate(losses) if losses else np.array([start])
        known = known[np.isfinite(known) & (known <= TIMES_THE_START * start)]
        high = float(known.max(initial=start))
        if not log:
            return cls(_rounded(max(epochs, FEWEST_EPOCHS)), 0.0, high * 1.05, log)
        top = math.ceil(math.log10(high) - 0.2)
        least = float(known[known > 0.0].min(initial=high / 2.0))
        bottom = min(max(math.floor(math.log10(least)), top - DECADES), top - 1)
        return cls(_rounded(max(epochs, FEWEST_EPOCHS)), float(bottom), float(top), log)

    def lines(self, most: float) -> range:
        """The powers of ten within a logarithmic axis, or every second, third, ... where they are more than so many."""
        decades = int(self.high - self.low)
        return range(int(self.low) + 1, int(self.high), max(1, math.ceil(decades / max(most, 1.0))))

    def across(self, epochs: Array) -> Array:
        """Where epochs lie, 0 to 1."""
        return np.asarray(epochs / self.epochs)

    def up(self, losses: Array) -> Array:
        """Where losses lie, 0 to 1 within the axis."""
        with np.errstate(all="ignore"):
            heights = np.log10(losses) if self.log else losses
        return np.asarray(np.clip((heights - self.low) / (self.high - self.low), 0.0, 1.0))


def _rounded(epochs: float) -> float:
    """Up to two digits: while networks train, the axis then changes only now and then."""
    step = 10.0 ** (math.floor(math.log10(epochs)) - 1)
    return math.ceil(epochs / step - 1e-9) * step
