"""What has been drawn on the stage with the pen: it belongs to what was shown when it was drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QPainter, QPainterPath, QPen, Qt

from nnviz.sessions.on_stage import Drawing, Point, Surface
from nnviz.ui.look.look import Look

Stroke: TypeAlias = list[Point]

WIDTH, EDGE = 4.0, 2.0
"""Of a stroke, and of what sets it off from whatever it lies on, in pixels at scale 1."""


class Ink:
    """The strokes of every place that was drawn on, and the place that is shown."""

    def __init__(self) -> None:
        self._strokes: dict[Surface, list[Stroke]] = {}
        self._place = Surface()

    @property
    def drawings(self) -> tuple[Drawing, ...]:
        """All that was drawn."""
        return tuple(
            Drawing(on=place, strokes=tuple(map(tuple, strokes))) for place, strokes in self._strokes.items() if strokes
        )

    def take_up(self, drawings: Iterable[Drawing]) -> None:
        """This was drawn, and nothing else."""
        self._strokes = {drawing.on: [list(stroke) for stroke in drawing.strokes] for drawing in drawings}

    def show_place(self, place: Surface) -> bool:
        """Something else is shown. Returns whether other strokes belong to it."""
        before = self.strokes
        self._place = place
        return before != self.strokes

    @property
    def strokes(self) -> Sequence[Stroke]:
        """What belongs to the place that is shown."""
        return self._strokes.get(self._place, ())

    def begin(self, point: Point) -> None:
        """Put the pen down."""
        self._strokes.setdefault(self._place, []).append([point])

    def draw(self, point: Point) -> None:
        """Go on with the last stroke."""
        self.strokes[-1].append(point)

    def take_back(self) -> None:
        """The last stroke away."""
        if self.strokes:
            self._strokes[self._place].pop()

    def wipe(self) -> None:
        """All strokes of the place that is shown away."""
        self._strokes.pop(self._place, None)


def paint_strokes(painter: QPainter, look: Look, strokes: Sequence[Stroke], size: QSizeF) -> None:
    """Paint strokes over a stage of that size: in red, with an edge that parts them from what is red as well."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    paths = [_path(stroke, size) for stroke in strokes]
    for role, width in (("card", WIDTH + 2.0 * EDGE), ("error", WIDTH)):
        cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.setPen(QPen(look.colour(role), width * look.factor, Qt.PenStyle.SolidLine, cap, join))
        for path in paths:
            painter.drawPath(path)


def _path(stroke: Stroke, size: QSizeF) -> QPainterPath:
    points = [QPointF(x * size.width(), y * size.height()) for x, y in stroke]
    path = QPainterPath(points[0])
    if len(points) == 1:
        # A dot: a line of no length is not painted.
        path.lineTo(points[0] + QPointF(0.1, 0.0))
    for point in points[1:]:
        path.lineTo(point)
    return path
