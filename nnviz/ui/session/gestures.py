"""Which changes are one: a drag, a few turns of the wheel."""

from __future__ import annotations

from collections.abc import Hashable
from time import perf_counter

SAME_GESTURE_SECONDS = 1.5
"""Changes of the same thing within this time are one."""


class Gestures:
    """Numbers the gestures that changes belong to."""

    def __init__(self) -> None:
        self._number = 0
        self._about: Hashable = None
        self._last = -SAME_GESTURE_SECONDS
        self._held = False
        self._held_number: int | None = None

    def number_for(self, about: Hashable) -> int:
        """The number of the gesture that a change of something belongs to: the last one, or a new one."""
        now = perf_counter()
        if about != self._about or not (self._held or now - self._last < SAME_GESTURE_SECONDS):
            self._number += 1
        self._about, self._last = about, now
        if self._held and self._held_number is None:
            self._held_number = self._number
        return self._number

    def hold(self) -> None:
        """A gesture begins: what follows is one change until ``release``, however long it takes."""
        self.end()
        self._held, self._held_number = True, None

    def release(self) -> int | None:
        """The gesture is over. Returns its number; ``None`` where nothing was changed in it.

        Something else that was changed meanwhile, by the wheel, is a gesture of its own.
        """
        number, self._held_number = self._held_number, None
        self.end()
        return number

    def end(self) -> None:
        """Whatever is changed from here on is another change."""
        self._about, self._held = None, False
