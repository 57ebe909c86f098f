"""Learning-rate schedules: what the rate is multiplied by in each epoch. Adding one is adding a row to ``SCHEDULES``.

They change the rate between epochs, as PyTorch's schedulers are usually stepped.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType

from nnviz.engine.settings import Schedule, Training


@dataclass(frozen=True)
class ScheduleKind:
    """A schedule.

    Attributes:
        settings: What can be set, and the defaults.
        factor: ``factor(epoch, schedule, epochs)``, epochs counted from 0 and ``epochs`` the length of the training.
    """

    name: str
    settings: MappingProxyType[str, float | int | None]
    factor: Callable[[int, Schedule, int], float]


def changes_rate(training: Training) -> bool:
    """Whether the learning rate of a complete experiment is not the same in all epochs."""
    schedule = training.schedule
    assert isinstance(schedule, Schedule), "a complete experiment"
    return schedule.name != "constant" or bool(schedule.warmup)


def rate_factor(epoch: int, training: Training) -> float:
    """What the learning rate of a complete experiment is multiplied by in an epoch, counted from 0."""
    schedule = training.schedule
    assert isinstance(schedule, Schedule), "a complete experiment"
    factor = SCHEDULES[schedule.name].factor(epoch, schedule, training.epochs)
    warmup = schedule.warmup or 0
    # The full rate comes after the warm-up, so that the first of its epochs is not yet at it.
    return factor * (epoch + 1) / (warmup + 1) if epoch < warmup else factor


def _constant(epoch: int, schedule: Schedule, epochs: int) -> float:
    return 1.0


def _step(epoch: int, schedule: Schedule, epochs: int) -> float:
    return float((schedule.factor or 1.0) ** (epoch // (schedule.every or 1)))


def _exponential(epoch: int, schedule: Schedule, epochs: int) -> float:
    return float((schedule.factor or 1.0) ** epoch)


def _cosine(epoch: int, schedule: Schedule, epochs: int) -> float:
    # From 1 to the lowest, and there it stays (Loshchilov & Hutter 2017, without restarts).
    lowest = schedule.lowest or 0.0
    done = min(1.0, epoch / (schedule.epochs or epochs))
    return lowest + (1.0 - lowest) * 0.5 * (1.0 + math.cos(math.pi * done))


def _row(name: str, rule: Callable[[int, Schedule, int], float], **settings: float | int | None) -> ScheduleKind:
    return ScheduleKind(name, MappingProxyType({"warmup": 0, **settings}), rule)


SCHEDULES = MappingProxyType(
    {
        row.name: row
        for row in (
            _row("constant", _constant),
            _row("step", _step, factor=0.5, every=100),
            _row("exponential", _exponential, factor=0.99),
            _row("cosine", _cosine, epochs=None, lowest=0.0),
            _row("warmup", _constant, warmup=10),
        )
    }
)
"""The schedules, by name; each may begin with a warm-up."""
