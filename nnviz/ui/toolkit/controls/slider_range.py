"""Which values a slider can take, and where on it they lie."""

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


def _two_significant_digits(value: float) -> float:
    return float(f"{value:.1e}")
