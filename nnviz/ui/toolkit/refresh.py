"""Repainting a few times a second, however often there is something new."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

INTERVAL_MILLISECONDS = 90
GRACE_MILLISECONDS = 30
"""How long after an interval's end a frame may still come by itself."""


class Refresh:
    """Calls a panel's refresh when there is something new, at most once an interval, and never while it is hidden.

    Time is cut into intervals, and the first request in each is done at once: it comes with a frame, and the panel is
    painted with it. Panels with other offsets then never refresh in the same frame, so that no single one has to wait
    for all of them. Later requests wait for the next interval's frame, or for a little longer where none comes.

    Args:
        panel: Whose visibility counts.
        refresh: What is called; it brings the panel up to date.
        offset: Where the intervals begin, in milliseconds.
        interval: How long they are, in milliseconds.
    """

    def __init__(
        self, panel: QWidget, refresh: Callable[[], None], offset: int = 0, interval: int = INTERVAL_MILLISECONDS
    ) -> None:
        self._panel = panel
        self._refresh = refresh
        self._offset = offset
        self._length = interval
        self._timer = QTimer(panel)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)
        self._interval = -1
        self.due = False

    def request(self) -> None:
        """There is something new: refresh now or soon, or when the panel is next shown."""
        self.due = True
        if not self._panel.isVisible():
            return
        interval, passed = divmod(round(monotonic() * 1000) - self._offset, self._length)
        if interval != self._interval:
            self._interval = interval
            self.flush()
        elif not self._timer.isActive():
            self._timer.start(self._length - passed + GRACE_MILLISECONDS)

    def now(self) -> None:
        """There is something new that cannot wait: refresh at once, or when the panel is next shown."""
        self.due = True
        self.flush()

    def flush(self) -> None:
        """Refresh now if there is something new and the panel is visible. Its show event calls this too."""
        self._timer.stop()
        if self.due and self._panel.isVisible():
            self.due = False
            self._refresh()
