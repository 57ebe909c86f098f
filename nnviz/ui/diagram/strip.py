"""Which units of a layer are shown: all of them, or the first and last of a wide one with an ellipsis between."""

from __future__ import annotations

from dataclasses import dataclass

ALWAYS_SHOWN = 16
"""Layers up to this width are never cut."""


@dataclass(frozen=True)
class Strip:
    """The units of a layer that are shown, from top to bottom.

    Attributes:
        units: Their numbers.
        hidden: How many are left out.
        ellipsis: Before which place among ``units`` the ellipsis stands; ``None`` where nothing is left out.
    """

    units: tuple[int, ...]
    hidden: int = 0
    ellipsis: int | None = None

    @property
    def slots(self) -> int:
        """How many places the column needs, the ellipsis included."""
        return len(self.units) + (self.ellipsis is not None)

    @property
    def slot_of_place(self) -> tuple[int, ...]:
        """The slot of each unit that is shown."""
        if self.ellipsis is None:
            return tuple(range(len(self.units)))
        return tuple(place + (place >= self.ellipsis) for place in range(len(self.units)))


def strip_of(width: int, slots: int) -> Strip:
    """The units to show of a layer, when there is room for so many slots."""
    if width <= ALWAYS_SHOWN:
        return Strip(tuple(range(width)))
    shown = max(2, min(ALWAYS_SHOWN, slots) - 1)
    first = (shown + 1) // 2
    units = (*range(first), *range(width - (shown - first), width))
    return Strip(units, width - shown, first)
