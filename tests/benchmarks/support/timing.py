"""Timing that stands a busy machine: everything in turn, many short rounds, medians of what each round says."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Mapping
from statistics import median
from time import process_time


def stay_on_one_core() -> None:
    """Keep this process on one core, where the system lets it."""
    with contextlib.suppress(AttributeError, OSError):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


@contextlib.contextmanager
def on_every_core() -> Iterator[int]:
    """Meanwhile this process, and those that it starts, may use every core; says how many those are."""
    if not hasattr(os, "sched_setaffinity"):
        yield os.cpu_count() or 1
        return
    here = os.sched_getaffinity(0)
    os.sched_setaffinity(0, range(os.cpu_count() or 1))
    try:
        yield len(os.sched_getaffinity(0))
    finally:
        os.sched_setaffinity(0, here)


def in_turn(works: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """Seconds of processor time that each piece of work took, in rounds: one after the other, on the same machine."""
    seconds: dict[str, list[float]] = {name: [] for name in works}
    for work in works.values():
        work()
    for _ in range(rounds):
        for name, work in works.items():
            start = process_time()
            work()
            seconds[name].append(process_time() - start)
    return seconds


def ratio(seconds: Mapping[str, list[float]], name: str, base: str) -> float:
    """How many times as long one took as another: the median over the rounds."""
    return median(one / other for one, other in zip(seconds[name], seconds[base], strict=True))
