"""Type for what panels paint themselves: the look's fonts, kept, and text set by its baseline."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.fitting import Fitted, fit

LEFT, CENTRE, RIGHT = 0.0, 0.5, 1.0
BOLD = "_bold"
_MOST_KEPT = 500


class Lettering:
    """Fonts by role of the look; a role that ends in ``_bold`` is the bold of the one before.

    Making a font takes longer than painting a word with it, and a text in a box longer than one on its baseline.
    """

    def __init__(self, look: Look) -> None:
        self._look = look
        self._factor = 0.0
        self._types: dict[str, tuple[QFont, QFontMetricsF]] = {}
        self._fitted: dict[tuple[str, int, tuple[str, ...]], Fitted] = {}

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
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        role: str,
        colour: QColor,
        align: float = CENTRE,
        ground: QColor | None = None,
    ) -> None:
        """Write one line into a box, in the middle of its height; ``align`` 0 is at its left, 1 at its right.

        ``ground`` is painted behind the letters where lines may run, but not behind those of the line above.
        """
        font, metrics = self._of(role)
        width = metrics.horizontalAdvance(text) if align or ground is not None else 0.0
        x = box.x() + (box.width() - width) * align
        if ground is not None:
            top = box.center().y() - 0.6 * metrics.capHeight()
            painter.fillRect(QRectF(x, top, width, 1.1 * metrics.capHeight() + metrics.descent()), ground)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(QPointF(x, box.center().y() + (metrics.ascent() - metrics.descent()) / 2), text)

    def fitted(self, role: str, room: float, *wordings: str) -> Fitted:
        """The longest of these wordings that there is room for; see ``fit``."""
        font, key = self.font(role), (role, int(room), wordings)
        if key not in self._fitted:
            if len(self._fitted) >= _MOST_KEPT:
                self._fitted.clear()
            self._fitted[key] = fit(font, int(room), *wordings, least=self._look.least_pixels)
        return self._fitted[key]

    def write_fitting(
        self, painter: QPainter, box: QRectF, wordings: tuple[str, ...], role: str, colour: QColor, align: float = LEFT
    ) -> str:
        """Write the longest of these wordings that fits into a box, as ``write`` does. Returns what is written."""
        text, font = self.fitted(role, box.width(), *wordings)
        metrics = QFontMetricsF(font)
        x = box.x() + (box.width() - metrics.horizontalAdvance(text)) * align if align else box.x()
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(QPointF(x, box.center().y() + (metrics.ascent() - metrics.descent()) / 2), text)
        return text

    def _of(self, role: str) -> tuple[QFont, QFontMetricsF]:
        if self._look.factor != self._factor:
            self._types.clear()
            self._fitted.clear()
            self._factor = self._look.factor
        if role not in self._types:
            font = self._look.font(role.removesuffix(BOLD))
            if role.endswith(BOLD):
                font.setBold(True)
            self._types[role] = font, QFontMetricsF(font)
        return self._types[role]
