"""The ring around what the keyboard is at."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from nnviz.ui.look.look import Look


def paint_focus(painter: QPainter, look: Look, box: QRectF, rounding: int = 6) -> None:
    """A rounded frame in the colour of the keyboard's place."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour("focus"), 2 * look.factor))
    painter.drawRoundedRect(box, look.px(rounding), look.px(rounding))
