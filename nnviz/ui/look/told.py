"""A signal that hundreds hear of: sent to some of them at a time, so that no turn of Qt's loop is a long one."""

from __future__ import annotations

from collections.abc import Callable, Generator

from PySide6.QtCore import SIGNAL, QObject, Signal
from shiboken6 import isValid

from nnviz.ui.look.short import in_short_turns

TOGETHER = 6
"""So many hear of it one after the other before one looks at the clock."""
LOOKED_AT = 4
"""Of those who may have gone, so many are looked at for each that comes."""


class _Some(QObject):
    """Some of those who hear of it."""

    told = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.room = TOGETHER

    @property
    def forsaken(self) -> bool:
        """Whether all of them have gone."""
        return self.receivers(SIGNAL("told()")) == 0


class Told:
    """Connected to and emitted as a signal of ``owner``; who was connected first hears first, in turns or at once."""

    def __init__(self, owner: QObject) -> None:
        self._owner = owner
        self._all = [_Some(owner)]
        self._looked_at = 0

    def connect(self, slot: Callable[..., object]) -> object:
        """From now on tell this one, for as long as its object lives."""
        some = self._all[-1]
        if some.room == 0:
            self._forget_the_gone()
            some = _Some(self._owner)
            self._all.append(some)
        some.room -= 1
        return some.told.connect(slot)

    def _forget_the_gone(self) -> None:
        """A few are looked at whenever others come: all of them each time takes longer than to make a window."""
        for _ in range(min(LOOKED_AT, len(self._all))):
            self._looked_at %= len(self._all)
            some = self._all[self._looked_at]
            if some.forsaken and len(self._all) > 1:
                self._all.remove(some)
                some.deleteLater()
            else:
                self._looked_at += 1

    def emit(self) -> None:
        """Tell all of them at once."""
        for _ in self.in_turns():
            pass

    def in_turns(self) -> Generator[None]:
        """Tell all of them, in as many turns as it takes; who comes meanwhile need not hear of it."""
        yield from in_short_turns(tuple(self._all), _tell)


def _tell(some: _Some) -> None:
    if isValid(some):
        some.told.emit()
