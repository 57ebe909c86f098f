"""Changing a weight or a bias by dragging up and down on it, or by the wheel."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

from nnviz.ui.session.moment import Selection

PER_PIXEL = 0.01
"""What a pixel of the drag is worth; with Shift a tenth of it."""

PER_NOTCH = 0.1
"""What a notch of the wheel is worth; with Shift a tenth of it."""

NOTCH = 120
"""What Qt reports for one notch."""


@dataclass
class ValueDrag:
    """A drag that began on a weight or a bias.

    Attributes:
        selection: What it began on.
        under_way: Whether the pointer has gone far enough for it not to be a click.
    """

    selection: Selection
    value: float
    start: QPointF
    under_way: bool = False

    def value_at(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> float | None:
        """The value for a place of the pointer; ``None`` while it may still be a click."""
        up = self.start.y() - point.y()
        if not self.under_way and abs(up) < QApplication.startDragDistance():
            return None
        self.under_way = True
        per_pixel, digits = _fineness(PER_PIXEL, 2, modifiers)
        return round(self.value + up * per_pixel, digits)


@dataclass
class Turning:
    """Turns of the wheel over a weight or a bias that follow each other: they are added up before they are rounded.

    Attributes:
        value: What they have come to.
        last: When it was last turned, in seconds.
    """

    selection: Selection
    value: float
    last: float

    def turn(self, by: int, modifiers: Qt.KeyboardModifier) -> float:
        """Turn on, by Qt's eighths of a degree. Returns the value, rounded to a tenth of a notch."""
        per_notch, digits = _fineness(PER_NOTCH, 1, modifiers)
        self.value += by / NOTCH * per_notch
        return round(self.value, digits + 1)


def _fineness(step: float, digits: int, modifiers: Qt.KeyboardModifier) -> tuple[float, int]:
    return (step / 10.0, digits + 1) if modifiers & Qt.KeyboardModifier.ShiftModifier else (step, digits)
