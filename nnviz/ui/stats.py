"""What the app measures of itself: what a bug report about speed should contain."""

from __future__ import annotations

import platform
import sys
from array import array
from time import perf_counter, time
from typing import Any

import numpy as np
from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QObject, Qt, QTimer, qVersion

from nnviz import __version__

HEARTBEAT_MILLISECONDS = 5
LONGEST_FRAME_MILLISECONDS = 250.0
"""A longer time between two frames is a pause, not a slow frame."""


class Stats(QObject):
    """Counts frames and listens to its own heart while the window is open.

    A heartbeat timer fires every 5 ms on the UI thread; how late it fires is how long the UI was stalled.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._startup: float | None = None
        self._frames: array[float] = array("d")
        self._paints: array[float] = array("d")
        self._stalls: array[float] = array("d")
        self._last_frame: float | None = None
        self._frame_count = 0
        self._iterations = 0
        self._training_seconds = 0.0
        self._training_since: float | None = None
        self._opened = perf_counter()
        self._due = 0.0
        self._heart = QTimer(self)
        self._heart.setTimerType(Qt.TimerType.PreciseTimer)
        self._heart.setInterval(HEARTBEAT_MILLISECONDS)
        self._heart.timeout.connect(self._beat)

    def frame_painted(self, seconds: float) -> None:
        """A frame has been painted, which took so long."""
        now = perf_counter()
        if self._startup is None:
            self._startup = (time() - _process_start()) * 1e3
            self._opened = now
            self._due = now + HEARTBEAT_MILLISECONDS / 1e3
            self._heart.start()
        if self._last_frame is not None and (now - self._last_frame) * 1e3 < LONGEST_FRAME_MILLISECONDS:
            self._frames.append((now - self._last_frame) * 1e3)
        self._last_frame = now
        self._frame_count += 1
        self._paints.append(seconds * 1e3)

    def iterations_made(self, count: int) -> None:
        """The model has made so many updates."""
        self._iterations += count

    def training_changed(self, training: bool) -> None:
        """Training has begun or ended."""
        now = perf_counter()
        if self._training_since is not None:
            self._training_seconds += now - self._training_since
        self._training_since = now if training else None

    def report(self) -> dict[str, Any]:
        """Everything measured, as plain numbers and strings."""
        self.training_changed(training=self._training_since is not None)
        seconds = perf_counter() - self._opened
        return {
            "format": "nnviz-stats/1",
            "startup_ms": _rounded(self._startup),
            "seconds": _rounded(seconds),
            "frames": self._frame_count,
            "frames_per_s": _rounded(self._frame_count / seconds if seconds else 0.0),
            "frame_ms": _quantiles(self._frames),
            "paint_ms": _quantiles(self._paints),
            "ui_stall_ms": _quantiles(self._stalls),
            "iterations": self._iterations,
            "training_s": _rounded(self._training_seconds),
            "iterations_per_s": _rounded(self._iterations / self._training_seconds if self._training_seconds else 0.0),
            **_memory(),
            "versions": {
                "nnviz": __version__,
                "python": platform.python_version(),
                "numpy": np.__version__,
                "pyside": pyside_version,
                "qt": qVersion(),
            },
            "platform": platform.platform(),
        }

    def _beat(self) -> None:
        now = perf_counter()
        self._stalls.append(max(0.0, now - self._due) * 1e3)
        self._due = now + HEARTBEAT_MILLISECONDS / 1e3


def _process_start() -> float:
    import psutil

    return float(psutil.Process().create_time())


def _memory() -> dict[str, float]:
    import psutil

    process = psutil.Process()
    memory = {"rss_mb": _rounded(process.memory_info().rss / 1e6)}
    if sys.platform == "linux":
        memory["pss_mb"] = _rounded(process.memory_full_info().pss / 1e6)
    return memory


def _quantiles(values: array[float]) -> dict[str, float]:
    if not values:
        return {"p50": 0.0, "p95": 0.0, "p99": 0.0, "max": 0.0}
    p50, p95, p99 = np.percentile(values, [50, 95, 99])
    return {"p50": _rounded(p50), "p95": _rounded(p95), "p99": _rounded(p99), "max": _rounded(max(values))}


def _rounded(value: float | None) -> float:
    return round(float(value or 0.0), 3)
