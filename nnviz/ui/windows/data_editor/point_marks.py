"""The marks of the board: a shape and a colour for each class; where numbers are predicted, sign and size tell them."""

from __future__ import annotations

import math
from functools import partial

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from nnviz.ui.examples.marks import class_shape
from nnviz.ui.examples.stamps import StampBox
from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.tints import COLOURS, colour_table
from nnviz.ui.windows.data_editor.drawing import Drawing

RADIUS = 5.0
"""Of a mark, in pixels at scale 1."""
WRONG_RADIUS = 6.2
STEPS = 24
"""So many numbers are told apart by colour."""
UP, DOWN = 2, 4
"""The shapes of positive and of negative numbers: triangles that point up and down."""
SMALL = 0.03
"""Numbers below this share of the largest are circles: neither positive nor negative to the eye."""


class PointMarks:
    """Paints points; each kind of mark once, and then it is put down many times."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._box = StampBox(look)

    def put_all(self, painter: QPainter, drawing: Drawing, places: list[list[float]]) -> None:
        """Put every point of a drawing down; ``places`` are in pixels."""
        wrong = drawing.wrong.tolist()
        kinds, rim = self.kinds(drawing), rim_of(drawing)
        for place, (shape, colour), is_wrong in zip(places, kinds, wrong, strict=True):
            radius = (WRONG_RADIUS if is_wrong else RADIUS) * self._look.factor
            paint = partial(
                self.paint, shape=shape, colour=QColor.fromRgb(colour), radius=radius, wrong=is_wrong, rim=rim
            )
            self._box.put(painter, QPointF(*place), (shape, colour, is_wrong, rim), radius, paint)

    def kinds(self, drawing: Drawing) -> list[tuple[int, int]]:
        """The shape and the colour of each point."""
        theme = self._look.theme
        if drawing.classes:
            colours = [theme.class_colour(label).rgb() for label in range(drawing.classes)]
            return [(label, colours[label]) for label in drawing.labels.tolist()]
        if drawing.inputs == 1:
            # Their height is the number.
            return [(0, theme.colour("training").rgb())] * len(drawing)
        reach = reach_of(drawing)
        return [self.kind_of_number(value, reach) for value in drawing.y.tolist()]

    def kind_of_number(self, value: float, reach: float) -> tuple[int, int]:
        """The shape and the colour of a number, where the largest one is ``reach``."""
        if not math.isfinite(value):
            return 0, self._look.colour("axis").rgb()
        share = min(max(value / reach, -1.0), 1.0)
        table = colour_table(self._look.theme)
        step = round((share + 1.0) / 2.0 * STEPS) / STEPS
        shape = 0 if abs(share) < SMALL else UP if share > 0 else DOWN
        return shape, int(table[round(step * (COLOURS - 1))])

    def paint(
        self, painter: QPainter, shape: int, colour: QColor, radius: float, wrong: bool = False, rim: str = "card"
    ) -> None:
        """Paint a mark around the origin, with a rim that sets it off; crossed out if its label is wrong."""
        factor = self._look.factor
        pen = QPen(self._look.colour("text" if wrong else rim), (1.4 if wrong else 1.0) * factor)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(colour)
        painter.drawPath(class_shape(shape, QPointF(), radius))
        if wrong:
            arm = 0.45 * radius
            painter.setPen(QPen(self._look.colour("card"), 1.7 * factor))
            painter.drawLine(QPointF(-arm, -arm), QPointF(arm, arm))
            painter.drawLine(QPointF(-arm, arm), QPointF(arm, -arm))


def reach_of(drawing: Drawing) -> float:
    """The largest size of a number to predict; 1 where there is none."""
    reach = float(abs(drawing.y).max(initial=0.0))
    return reach if reach > 0.0 else 1.0


def rim_of(drawing: Drawing) -> str:
    """The colour of the marks' rims, by its role: numbers near zero are painted much like the board."""
    return "text_faint" if drawing.inputs == 2 and not drawing.classes else "card"
