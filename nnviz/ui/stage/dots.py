"""How far one is in a scene: a dot for each of its cues."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.ui.look.look import Look

RADIUS, PITCH = 5.5, 19.0
"""In pixels at scale 1."""


class Dots(QWidget):
    """Full ones for cues that have been shown, rings for those that come."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.shown, self.count = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def show_count(self, shown: int, count: int) -> None:
        """So many of so many."""
        if (shown, count) != (self.shown, self.count):
            self.shown, self.count = shown, count
            self.setAccessibleName(self.tr("{0} of {1}").format(shown, count))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(PITCH * max(1, self.count)), self._look.px(PITCH))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, factor = self._look, self._look.factor
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for place in range(self.count):
                full = place < self.shown
                painter.setPen(Qt.PenStyle.NoPen if full else QPen(look.colour("text_muted"), 1.5 * factor))
                painter.setBrush(look.colour("accent") if full else Qt.BrushStyle.NoBrush)
                centre = QPointF((place + 0.5) * PITCH * factor, self.height() / 2.0)
                painter.drawEllipse(centre, RADIUS * factor, RADIUS * factor)
