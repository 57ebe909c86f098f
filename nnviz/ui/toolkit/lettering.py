"""Type for what panels paint themselves: the look's fonts, kept, and text set by its baseline."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from nnviz.ui.look.look import Look

LEFT, CENTRE, RIGHT = 0.0, 0.5, 1.0
BOLD = "_bold"


class Lettering:
    """Fonts by role of the look; a role that ends in ``_bold`` is the bold of the one before.

    Making a font takes longer than painting a word with it, and a text in a box longer than one on its baseline.
    """

    def __init__(self, look: Look) -> None:
        self._look = look
        self._factor = 0.0
        self._types: dict[str, tuple[QFont, QFontMetricsF]] = {}

    def font(self, role: str) -> QFont:
        return self._of(role)[0]

    def metrics(self, role: str) -> QFontMetricsF:
        return self._of(role)[1]

    def width(self, text: str, role: str) -> float:
        return self._of(role)[1].horizontalAdvance(text)

    def line(self, role: str) -> float:
        """How high a line is."""
        return self._of(role)[1].height()

    def write(
        self, painter: QPainter, box: QRectF, text: str, role: str, colour: QColor, align: float = CENTRE
    ) -> None:
        """Write one line into a box, in the middle of its height; ``align`` 0 is at its left, 1 at its right."""
        font, metrics = self._of(role)
        x = box.x() + (box.width() - metrics.horizontalAdvance(text)) * align if align else box.x()
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(QPointF(x, box.center().y() + (metrics.ascent() - metrics.descent()) / 2), text)

    def _of(self, role: str) -> tuple[QFont, QFontMetricsF]:
        if self._look.factor != self._factor:
            self._types.clear()
            self._factor = self._look.factor
        if role not in self._types:
            font = self._look.font(role.removesuffix(BOLD))
            if role.endswith(BOLD):
                font.setBold(True)
            self._types[role] = font, QFontMetricsF(font)
        return self._types[role]
