"""Frames in which something is seen: what forgets them is told of them by marks, which nobody sees."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

_FIRST = 0xF0E000
"""The colour of the first mark, which has no opacity; the next ones count on from there."""
MOST = 0xFF
END = 0
"""The number of the mark at which the last frame that was begun ends; the first frame has 1."""


class Frames:
    """Those of one picture, in the order in which they begin, in the coordinates of that picture."""

    def __init__(self) -> None:
        self.boxes: list[QRectF] = []

    @contextmanager
    def within(self, painter: QPainter, frame: QRect) -> Iterator[None]:
        """Of what is painted meanwhile, what lies in the frame is seen, also where clips are forgotten."""
        painter.setClipRect(frame, Qt.ClipOperation.IntersectClip)
        if len(self.boxes) == MOST:
            yield
            return
        self.boxes.append(painter.transform().mapRect(QRectF(frame)))
        _mark(painter, len(self.boxes))
        yield
        _mark(painter, END)


def _mark(painter: QPainter, number: int) -> None:
    colour = QColor(_FIRST + number)
    colour.setAlpha(0)
    painter.save()
    painter.setPen(QPen(colour, 1.0))
    painter.drawLine(QPoint(), QPoint(1, 0))
    painter.restore()
