"""Values that a slider goes through as a list: 1, 2, 5, 10, … and "all of them" at the end."""

from __future__ import annotations

import math
from dataclasses import dataclass

from nnviz.ui.toolkit.controls import SliderRange


@dataclass(frozen=True)
class ListedRange(SliderRange):
    """Whole numbers, equal steps apart on the slider; others can be typed, from ``minimum`` to ``maximum``.

    Attributes:
        values: What the slider stops at, rising; the last one may be infinity.
    """

    values: tuple[float, ...] = ()

    @classmethod
    def of(cls, *values: float, lowest: float = 1, highest: float | None = None) -> ListedRange:
        """The values of a slider, and how far one may go by typing."""
        return cls(lowest, values[-1] if highest is None else highest, values=values)

    @property
    def last(self) -> int:
        return len(self.values) - 1

    def value_at(self, position: int) -> float:
        return self.values[min(max(position, 0), self.last)]

    def position_of(self, value: float) -> int:
        if math.isinf(value):
            return self.last
        finite = [each for each in self.values if math.isfinite(each)]
        return min(range(len(finite)), key=lambda place: abs(math.log(finite[place] / max(value, 1.0))))

    def nearest(self, value: float) -> float:
        value = min(max(value, self.minimum), self.maximum)
        return value if math.isinf(value) else float(round(value))
