"""Repainting a few times a second, however often there is something new."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

INTERVAL_MILLISECONDS = 90


class Refresh:
    """Calls a panel's refresh when there is something new, at most once an interval, and never while it is hidden.

    The calls fall on a grid in time. Panels with other offsets then never refresh in the same frame, so that no single
    frame has to wait for all of them.

    Args:
        panel: Whose visibility counts.
        refresh: What is called; it brings the panel up to date.
        offset: The place on the grid, in milliseconds.
    """

    def __init__(self, panel: QWidget, refresh: Callable[[], None], offset: int = 0) -> None:
        self._panel = panel
        self._refresh = refresh
        self._offset = offset
        self._timer = QTimer(panel)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)
        self.due = False

    def request(self) -> None:
        """There is something new: refresh soon, or when the panel is next shown."""
        self.due = True
        if self._panel.isVisible() and not self._timer.isActive():
            now = round(monotonic() * 1000) - self._offset
            self._timer.start(INTERVAL_MILLISECONDS - now % INTERVAL_MILLISECONDS)

    def flush(self) -> None:
        """Refresh now if there is something new and the panel is visible. Its show event calls this too."""
        self._timer.stop()
        if self.due and self._panel.isVisible():
            self.due = False
            self._refresh()
