"""What a soak has found, in lines to read."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import combinations
from statistics import median

WARM = 0.4
"""Of the time is needed until everything has been used once."""


@dataclass
class Found:
    """What came of it.

    Attributes:
        asked: How often what was asked for.
        faults: What went wrong: a line each, with what was asked for last.
        compared: How often numbers on screen were compared with an engine of their own.
        differences: Where they were others.
        stalls: Milliseconds of processor time that one turn of Qt's loop took, by what was asked for last.
        memory: Minutes and megabytes.
    """

    asked: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    compared: int = 0
    differences: list[str] = field(default_factory=list)
    stalls: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    memory: list[tuple[float, float]] = field(default_factory=list)

    @property
    def growth(self) -> float:
        """By how many megabytes an hour memory grows once it is warm: the slope between any two of its marks, mostly.

        Libraries, types and pictures come with the first use of each thing, and what is open now is larger or smaller
        than before: of both, the median of all slopes (Theil and Sen) sees little.
        """
        warm = [mark for mark in self.memory if mark[0] >= WARM * self.memory[-1][0]]
        slopes = [60.0 * (b[1] - a[1]) / (b[0] - a[0]) for a, b in combinations(warm, 2) if b[0] > a[0]]
        return median(slopes) if slopes else 0.0

    def lines(self) -> list[str]:
        """All of it."""
        stalls = sorted(self.stalls.items(), key=lambda item: -max(item[1]))
        memory = "  ".join(
            f"{minutes:.0f}: {used:.0f}" for minutes, used in self.memory[:: max(1, len(self.memory) // 12)]
        )
        return [
            f"{self.asked.total():,} things asked for, {len(self.asked)} different ones",
            f"{self.compared:,} pictures compared with an engine of their own, {len(self.differences)} others",
            *self.differences[:20],
            f"{len(self.faults)} faults",
            *self.faults[:20],
            f"{sum(map(len, self.stalls.values()))} stalls over 100 ms of processor time",
            *(f"  {name}: {len(times)}, at most {max(times):.0f} ms" for name, times in stalls[:25]),
            f"memory, MB at minutes: {memory}",
            f"once it is warm, memory grows by {self.growth:+.0f} MB an hour",
        ]
