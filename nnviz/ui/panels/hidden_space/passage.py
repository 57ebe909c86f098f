"""Points and lines on their way from one layer's picture to the next."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

from nnviz.engine.types import Array

MOVE_MILLISECONDS = 480
"""How long the way from one layer to the next takes."""


class Passage(QObject):
    """Where everything is, also on its way. Places are shares of a frame, from the left and from below.

    Signals:
        moved(): Everything is somewhere else than before.
    """

    moved = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._points: Array = np.zeros((0, 2))
        self._lines: Array | None = None
        self._points_from: Array = self._points
        self._lines_from: Array | None = None
        self._share = 1.0
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setDuration(MOVE_MILLISECONDS)
        self._animation.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._animation.valueChanged.connect(self._on_way)

    @property
    def moving(self) -> bool:
        """Whether everything is on its way."""
        return self._animation.state() == QVariantAnimation.State.Running

    @property
    def points(self) -> Array:
        """Where the points are now, shape (points, 2)."""
        return self._between(self._points_from, self._points)

    @property
    def lines(self) -> Array | None:
        """Where the lines are now, shape (lines, places, 2); ``None`` where there are none."""
        if self._lines is None or self._lines_from is None:
            return self._lines
        return self._between(self._lines_from, self._lines)

    @property
    def lines_seen(self) -> float:
        """How much of the lines is to be seen, 0 to 1: where there were none, they appear on the way."""
        return self._share if self._lines_from is None else 1.0

    def lead_to(self, points: Array, lines: Array | None) -> None:
        """This is where everything is, or is going to be."""
        self._points, self._lines = points, lines

    def set_out(self, points: Array, lines: Array | None) -> None:
        """Go there from here."""
        self._animation.stop()
        self._points_from, self._lines_from, self._share = points, lines, 0.0
        self._animation.start()

    def finish(self) -> None:
        """Be there at once."""
        self._animation.stop()
        self._share = 1.0
        self.moved.emit()

    def _on_way(self, share: float) -> None:
        self._share = float(share)
        self.moved.emit()

    def _between(self, start: Array, end: Array) -> Array:
        if self._share >= 1.0 or start.shape != end.shape:
            return end
        return start + self._share * (end - start)
