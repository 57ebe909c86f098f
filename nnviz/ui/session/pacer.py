"""When the model may train on, and how much: a credit for every painted frame, as the pace has it."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from nnviz.ui.session.pace import FULL_SPEED, Budget, Length, pace_named

FRAME_MILLISECONDS = 16
WITHOUT_PAINTING_MILLISECONDS = 100
"""A window that nobody sees paints nothing; training then goes on at this beat."""


class Pacer(QObject):
    """Grants credits one at a time: each when what came of the one before has been painted.

    Args:
        may_go: Whether a credit can be used right now.
        frames: How many frames it takes to paint what came of one.

    Signals:
        granted(Train): The model may do this now.
    """

    granted = Signal(object)

    def __init__(self, may_go: Callable[[], bool], frames: int = 1, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._may_go = may_go
        self._frames = frames
        self._pace = pace_named(FULL_SPEED)
        self._budget: Budget | None = None
        self._granted_at = self._arrived_at = 0.0
        self._wait = self._timer(self._grant)
        # What was new may come on screen in more than one frame, and painting beside the model takes twice as long.
        self._settled = self._timer(self._on_settled)
        self._unpainted = self._timer(self.painted)

    def _timer(self, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(then)
        return timer

    def set_pace(self, name: str, length: Length | None) -> None:
        """How fast training goes; ``None`` while there is nothing to train."""
        self._pace = pace_named(name)
        if length is not None:
            self._budget = Budget(self._pace, length)

    def begin(self, length: Length, gather: bool) -> None:
        """Training begins: slowly (``gather``), or at full speed at once."""
        self._budget = Budget(self._pace, length, gather)
        self._granted_at = perf_counter()

    def arrived(self) -> None:
        """There is something new to paint."""
        self._arrived_at = perf_counter()

    def await_frame(self) -> None:
        """The next credit comes with the next frame; without one if none is painted."""
        self._unpainted.start(WITHOUT_PAINTING_MILLISECONDS)

    def painted(self) -> None:
        """Something new has been painted: the credit comes when nothing else is to be painted right after it."""
        if not self._wait.isActive() and self._may_go():
            self._settled.start(0)

    def _on_settled(self) -> None:
        if self._wait.isActive() or not self._may_go():
            return
        if self._budget is not None:
            self._budget.painted((perf_counter() - self._arrived_at) / self._frames)
        self._unpainted.stop()
        self._grant()

    def stop(self) -> None:
        """Grant nothing more."""
        for timer in (self._wait, self._unpainted, self._settled):
            timer.stop()

    def _grant(self) -> None:
        if self._budget is None or not self._may_go():
            return
        now = perf_counter()
        credit = self._budget.credit(now - self._granted_at)
        self._granted_at = now
        if credit is None:
            self._wait.start(FRAME_MILLISECONDS)
        else:
            self.granted.emit(credit)
