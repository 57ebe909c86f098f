"""Larger type for a page that has room to spare, when it is to be read from the back row."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from nnviz.ui.look.look import Look

GROWTHS = (1.4, 1.3, 1.2, 1.1)
"""What sizes may be multiplied by, from the largest; few, so that type does not change with every number."""


class RoomyLook(Look):
    """The window's look, with sizes that a page may multiply by a growth of its own while presenting.

    Signals:
        changed(): The window's look is another, or the growth is.
    """

    def __init__(self, of: Look, parent: QObject | None = None) -> None:
        super().__init__(of.theme.name, of.scale, of.numbers, parent)
        self._of = of
        self._growth = 1.0
        self.growing = False
        of.changed.connect(self._follow)
        self._take_over()

    @property
    def factor(self) -> float:
        return super().factor * self._growth

    @property
    def growth(self) -> float:
        """What sizes are multiplied by right now."""
        return self._growth

    def fill(self, fits: Callable[[], bool]) -> None:
        """Take the largest growth with which everything fits; none at all while not presenting.

        ``changed`` is sent along the way, and ``growing`` is true meanwhile: nothing but sizes is new.
        """
        self.growing = True
        for growth in GROWTHS if self.presenting else ():
            self._grow(growth)
            if fits():
                break
        else:
            self._grow(1.0)
        self.growing = False

    def _grow(self, growth: float) -> None:
        if growth != self._growth:
            self._growth = growth
            self.changed.emit()

    def _follow(self) -> None:
        self._take_over()
        self.changed.emit()

    def _take_over(self) -> None:
        of = self._of
        self._theme, self._scale, self._presenting, self._numbers = of.theme, of.scale, of.presenting, of.numbers
        if not of.presenting:
            self._growth = 1.0
