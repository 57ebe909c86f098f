"""The values of a slider, of which others than those on it can be typed."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.ui.toolkit.controls import SliderRange


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
