"""What painted pictures of numbers share: beside the pointer stands what is under it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.lettering import Lettering
from nnviz.ui.toolkit.plots.readout import paint_readout


class ReadByPointer(QWidget):
    """A widget that paints itself; subclasses say what is under the pointer, and paint that last.

    Attributes:
        pointer: Where it is in the widget; ``None`` where it is not over it.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.lettering = Lettering(look)
        self.pointer: QPointF | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def readout(self) -> list[tuple[str, str]]:
        """What is under the pointer: names and values; nothing where there is nothing to read."""
        return []

    def paint_readout(self, painter: QPainter) -> None:
        """Write that beside the pointer."""
        lines = self.readout()
        if lines and self.pointer is not None:
            paint_readout(painter, self.look, self.lettering, QRectF(self.rect()), self.pointer, lines)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointer = event.position()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.pointer = None
        self.update()
