"""A batch's examples in their row: where each is, and how it looks."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from nnviz.ui.examples.marks import class_shape
from nnviz.ui.look.look import Look
from nnviz.worker.messages import RunInfo

WIDEST_PITCH = 18.0
"""From dot to dot, in pixels at scale 1; few dots do not spread over the whole strip."""

NARROWEST_PITCH = 5.0
"""Dots closer than this could not be told apart."""

LARGEST_RADIUS = 4.6
RADIUS_SHARE = 0.34
"""Of the distance from dot to dot."""

SHOWN_RADIUS = 6.6
GROOVE = 5


@dataclass(frozen=True)
class ExamplePlaces:
    """``count`` examples side by side from ``left`` on, ``pitch`` pixels apart, as dots or along a groove."""

    count: int
    left: float
    pitch: float
    dots: bool

    @classmethod
    def within(cls, count: int, left: float, width: float, unit: float = 1.0) -> ExamplePlaces:
        """The places of a batch in so much room; ``unit`` is the length of one pixel at scale 1."""
        pitch = width / max(count, 1)
        if pitch >= NARROWEST_PITCH * unit:
            return cls(count, left, min(pitch, WIDEST_PITCH * unit), dots=True)
        return cls(count, left, pitch, dots=False)

    @property
    def width(self) -> float:
        """How far they reach."""
        return self.count * self.pitch

    def x_of(self, place: int) -> float:
        """The middle of an example."""
        return self.left + (place + 0.5) * self.pitch

    def at(self, x: float) -> int:
        """The example nearest to a place; there must be one."""
        return min(max(int((x - self.left) // self.pitch), 0), self.count - 1)


class ExampleMarks:
    """Paints examples of a run in the colour and shape of their class."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self.run: RunInfo | None = None

    def paint_dot(self, painter: QPainter, centre: QPointF, example: int, radius: float) -> None:
        """One that is there."""
        colour = self._colour(example)
        painter.setPen(QPen(colour, min(1.5 * self._look.factor, 0.6 * radius)))
        faint = QColor(colour)
        faint.setAlphaF(0.16)
        painter.setBrush(faint)
        painter.drawPath(class_shape(self._label(example), centre, radius))

    def paint_groove(self, painter: QPainter, places: ExamplePlaces, middle: float) -> None:
        """All of them, where they are too many for dots; ``middle`` is its height."""
        high = self._look.px(GROOVE)
        box = QRectF(places.left, middle - high / 2, places.width, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("groove"))
        painter.drawRoundedRect(box, high / 2, high / 2)

    def paint_shown(self, painter: QPainter, centre: QPointF, example: int, focused: bool) -> None:
        """The one that is shown; ``focused`` with a ring around it."""
        factor = self._look.factor
        rim = QPen(self._look.colour("card"), 4 * factor)
        rim.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        path = class_shape(self._label(example), centre, SHOWN_RADIUS * factor)
        painter.setPen(rim)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(example))
        painter.drawPath(path)
        if focused:
            painter.setPen(QPen(self._look.colour("focus"), self._look.px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, 1.6 * SHOWN_RADIUS * factor, 1.6 * SHOWN_RADIUS * factor)

    def paint_pin(self, painter: QPainter, centre: QPointF) -> None:
        """A drawing pin on an example, as large as its place allows: needle, plate and head."""
        factor = self._look.factor
        tip = QPointF(centre.x(), centre.y() - (SHOWN_RADIUS + 0.6) * factor)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("text"))
        for half, bottom, high in ((0.7, 0.0, 3.0), (3.8, 2.6, 1.6), (2.1, 4.0, 3.8)):
            top = tip.y() - (bottom + high) * factor
            painter.drawRect(QRectF(tip.x() - half * factor, top, 2 * half * factor, high * factor))

    def _label(self, example: int) -> int | None:
        examples = self.run.examples if self.run is not None else None
        return int(examples.labels[example]) if examples is not None and examples.classes else None

    def _colour(self, example: int) -> QColor:
        label = self._label(example)
        return self._look.theme.class_colour(label) if label is not None else self._look.colour("text_muted")
