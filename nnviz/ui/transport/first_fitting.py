"""Of several ways to lay something out, from the fullest to the barest, the first that there is room for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

Way = TypeVar("Way")


class FirstFitting(Generic[Way]):
    """Each way is tried once in a look, since trying is what costs.

    To try one may change the room, of which Qt tells in the midst: then it is chosen once more, afterwards.

    Args:
        widget: Whose width is the room.
        ways: The fullest first; the last is taken where none fits.
        take: Lays it out so.
        needed: How wide it has to be as it is laid out now.
    """

    def __init__(
        self, widget: QWidget, ways: Iterable[Way], take: Callable[[Way], object], needed: Callable[[], int]
    ) -> None:
        self._widget, self._ways, self._take, self._needed = widget, tuple(ways), take, needed
        self._needs: dict[Way, int] = {}
        self._choosing = False

    def forget(self) -> None:
        """What each way needs is another."""
        self._needs.clear()

    def knows(self, way: Way) -> bool:
        """Whether it has been tried in this look."""
        return way in self._needs

    def choose(self) -> None:
        """Take the first that fits."""
        if self._choosing:
            return
        self._choosing = True
        try:
            for _ in range(2):
                room = self._widget.width()
                self._choose_for(room)
                if room == self._widget.width():
                    break
        finally:
            self._choosing = False

    def _choose_for(self, room: int) -> None:
        way = self._ways[-1]
        for way in self._ways:
            if way not in self._needs:
                self._take(way)
                self._needs[way] = self._needed()
            if self._needs[way] <= room:
                break
        self._take(way)
