"""Where a batch's examples are on their strip: dots while there is room for them, else places along a groove."""

from __future__ import annotations

from dataclasses import dataclass

WIDEST_PITCH = 18.0
"""From dot to dot, in pixels at scale 1; few dots do not spread over the whole strip."""

NARROWEST_PITCH = 5.0
"""Dots closer than this could not be told apart."""


@dataclass(frozen=True)
class ExamplePlaces:
    """``count`` examples side by side from ``left`` on, ``pitch`` pixels apart, as dots or along a groove."""

    count: int
    left: float
    pitch: float
    dots: bool

    @classmethod
    def within(cls, count: int, left: float, width: float, unit: float = 1.0) -> ExamplePlaces:
        """The places of a batch in so much room; ``unit`` is the length of one pixel at scale 1."""
        pitch = width / max(count, 1)
        if pitch >= NARROWEST_PITCH * unit:
            return cls(count, left, min(pitch, WIDEST_PITCH * unit), dots=True)
        return cls(count, left, pitch, dots=False)

    @property
    def width(self) -> float:
        """How far they reach."""
        return self.count * self.pitch

    def x_of(self, place: int) -> float:
        """The middle of an example."""
        return self.left + (place + 0.5) * self.pitch

    def at(self, x: float) -> int:
        """The example nearest to a place; there must be one."""
        return min(max(int((x - self.left) // self.pitch), 0), self.count - 1)
