"""The gap between the training and the validation curve: a faint band, and how wide it is now."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from nnviz.engine.types import Array
from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.lettering import LEFT, Lettering
from nnviz.ui.toolkit.plots.measure import Measure
from nnviz.ui.toolkit.plots.plot import polygon

OPACITY = 0.09
"""How much of the colour of text is in the band."""
FONT = "small"


def word_ground(look: Look) -> QColor | None:
    """What is under words in the plot, so that no line runs through them; nothing where the plot has no ground."""
    return None if look.bare else look.colour("card", 0.85)


class GapBand:
    """Paints the gap into a plot of two curves.

    Attributes:
        value: How much worse held-out data fares now; nan where there is none.
        text: The same in words; empty where there is none.
    """

    def __init__(self, look: Look) -> None:
        self._look = look
        self.value = math.nan
        self.text = ""
        self.band = QPolygonF()

    def show(self, measure: Measure, training: float, validation: float) -> None:
        """Say how wide the gap is where the curves have these values."""
        self.value = measure.gap(training, validation)
        self.text = measure.gap_text(self.value, self._look.numbers) if math.isfinite(self.value) else ""

    def stretch(self, curves: list[Array]) -> None:
        """Stretch the band between two curves, each of shape (points, 2) in pixels; between fewer there is none."""
        self.band = QPolygonF()
        if len(curves) == 2:
            self.band = polygon(np.concatenate((curves[0], curves[1][::-1])))

    def width(self, lettering: Lettering) -> float:
        """How much room its words need."""
        return lettering.width(self.text, FONT)

    def paint_band(self, painter: QPainter) -> None:
        """Under the curves."""
        painter.save()
        # Its edges lie under the curves: smoothing them would take time that nobody sees.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("text", OPACITY))
        painter.drawPolygon(self.band)
        painter.restore()

    def paint_words(
        self, painter: QPainter, lettering: Lettering, dots: list[QPointF], names: list[QRectF], low: float
    ) -> list[QRectF]:
        """Its width, beside a line from curve to curve: between the curves' names, or else under or above them.

        ``dots`` are where the curves end and ``names`` where their names stand, the upper one first; ``low`` is where
        the plot ends. Returns the room that they take.
        """
        if not self.text or self.width(lettering) > names[0].width():
            return []
        painter.setPen(QPen(self._look.colour("text_muted"), max(1, self._look.px(1))))
        painter.drawLine(*dots)
        line, (upper, lower) = lettering.line(FONT), names
        between = lower.top() - upper.bottom()
        top = (lower.top() + upper.bottom() - line) / 2 if between >= line else lower.bottom()
        if top + line > low:
            top = upper.top() - line
        box = QRectF(upper.left(), top, upper.width(), line)
        lettering.write(painter, box, self.text, FONT, self._look.colour("text"), LEFT, word_ground(self._look))
        return [box]
