"""A share as a thin bar, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.ui.look.look import Look


class ThinBar(QWidget):
    """A bar of a few pixels' height, filled up to a share of 1; what it means is written beside it."""

    def __init__(self, look: Look, role: str = "accent", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._role = role
        self.share = 0.0
        # Painted before a layout has placed it, it would fill a panel.
        self.resize(self.sizeHint())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def set_share(self, share: float) -> None:
        """Show a share, from 0 to 1."""
        if share != self.share:
            self.share = share
            self.update()

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(64), self._look.px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_bar(painter, self._look, QRectF(self.rect()), self.share, self._role)


def paint_bar(painter: QPainter, look: Look, box: QRectF, share: float, role: str) -> None:
    """A rounded bar filled up to a share; what is not nothing can be seen."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    rounding = box.height() / 2
    painter.setBrush(look.colour("groove"))
    painter.drawRoundedRect(box, rounding, rounding)
    if share > 0.0:
        painter.setBrush(look.colour(role))
        filled = QRectF(box.left(), box.top(), max(box.height(), box.width() * min(share, 1.0)), box.height())
        painter.drawRoundedRect(filled, rounding, rounding)
