"""Which values a slider can take, and where on it they lie."""

from __future__ import annotations

import math
from dataclasses import dataclass

_LOGARITHMIC_POSITIONS = 200


@dataclass(frozen=True)
class SliderRange:
    """The values from ``minimum`` to ``maximum``.

    Attributes:
        step: The distance of neighbouring values; a logarithmic slider rounds to two significant digits instead.
        logarithmic: Equal distances are equal ratios.
        with_zero: The left end of a logarithmic slider is 0, for "off".
    """

    minimum: float
    maximum: float
    step: float = 1.0
    logarithmic: bool = False
    with_zero: bool = False

    def __post_init__(self) -> None:
        if not self.minimum < self.maximum:
            raise ValueError(f"nothing lies between {self.minimum} and {self.maximum}")
        if self.logarithmic and self.minimum <= 0:
            raise ValueError("a logarithmic range starts above 0")
        if self.step <= 0:
            raise ValueError(f"the step must be above 0, got {self.step}")

    @property
    def last(self) -> int:
        """The number of the last position; the first is 0."""
        if self.logarithmic:
            return _LOGARITHMIC_POSITIONS
        return round((self.maximum - self.minimum) / self.step)

    def value_at(self, position: int) -> float:
        """Return the value at a position, which is kept within the slider."""
        position = min(max(position, 0), self.last)
        if position == self.last:
            return self.maximum
        if not self.logarithmic:
            # From whole multiples of the step where possible, so that 0.1 + 0.2 is shown and kept as 0.3.
            return round(self.minimum + position * self.step, 12)
        if position == 0:
            return 0.0 if self.with_zero else self.minimum
        ratio = self.maximum / self.minimum
        value = self.minimum * ratio ** (position / self.last)
        return min(max(_two_significant_digits(value), self.minimum), self.maximum)

    def position_of(self, value: float) -> int:
        """Return the position nearest to a value."""
        if not self.logarithmic:
            return min(max(round((value - self.minimum) / self.step), 0), self.last)
        if value <= 0:
            return 0
        span = math.log(self.maximum / self.minimum)
        position = round(math.log(value / self.minimum) / span * self.last)
        return min(max(position, 1 if self.with_zero else 0), self.last)

    def nearest(self, value: float) -> float:
        """Return a typed value kept within the range; a whole-numbered range rounds it to its steps."""
        if self.with_zero and value <= 0:
            return 0.0
        value = min(max(value, self.minimum), self.maximum)
        if self.logarithmic or not float(self.step).is_integer():
            return value
        return self.value_at(self.position_of(value))


@dataclass(frozen=True)
class OpenRange(SliderRange):
    """The slider goes over what is usual; what can be typed goes further.

    Attributes:
        lowest, highest: The limits of what can be typed.
    """

    lowest: float = 0.0
    highest: float = 1e6

    def nearest(self, value: float) -> float:
        if self.with_zero and value <= 0:
            return 0.0
        value = min(max(value, self.lowest), self.highest)
        return float(round(value)) if not self.logarithmic and float(self.step).is_integer() else value


@dataclass(frozen=True)
class ListedRange(SliderRange):
    """Whole numbers, equal steps apart on the slider; others can be typed, from ``minimum`` to ``maximum``.

    Attributes:
        values: What the slider stops at, rising; the last one may be infinity.
        highest: The largest number that can be typed.
    """

    values: tuple[float, ...] = ()
    highest: float = math.inf

    @classmethod
    def of(cls, *values: float, lowest: float = 1, highest: float | None = None) -> ListedRange:
        """The values of a slider, and how far one may go by typing; where it stops at infinity, further is that."""
        farthest = values[-1] if highest is None else highest
        return cls(lowest, max(values[-1], farthest), values=values, highest=farthest)

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
        value = max(value, self.minimum)
        if value > self.highest:
            value = self.maximum
        return value if math.isinf(value) else float(round(value))


def _two_significant_digits(value: float) -> float:
    return float(f"{value:.1e}")
