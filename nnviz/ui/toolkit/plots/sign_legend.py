"""What the colours from negative to positive mean, in one small bar with a number or a sign at each end."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.lettering import LEFT, Lettering
from nnviz.ui.toolkit.tints import COLOURS, colour_table

BAR = 46
STOPS = 9


class SignLegend(QWidget):
    """A bar of the maps' colours, as wide as its words need."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lettering = Lettering(look)
        self.ends = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)

    def set_ends(self, low: str, high: str) -> None:
        """Say what the colours at the two ends stand for."""
        if (low, high) != self.ends:
            self.ends = (low, high)
            self.setAccessibleName(self.tr("colours from {} to {}").format(low, high))
            self._restyle()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        words = sum(self._lettering.width(end, "tiny") for end in self.ends)
        return QSize(round(words) + self._look.px(BAR + 12), round(self._lettering.line("tiny")))

    def paintEvent(self, event: QPaintEvent) -> None:
        px = self._look.px
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            low, high = self.ends
            colour, line = self._look.colour("text_muted"), QRectF(self.rect())
            self._lettering.write(painter, line, low, "tiny", colour, LEFT)
            start = self._lettering.width(low, "tiny") + px(5)
            bar = QRectF(start, line.center().y() - px(4), px(BAR), px(8))
            shades, table = QLinearGradient(bar.topLeft(), bar.topRight()), colour_table(self._look.theme)
            for stop in range(STOPS):
                share = stop / (STOPS - 1)
                shades.setColorAt(share, QColor.fromRgb(int(table[round(share * (COLOURS - 1))])))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shades)
            painter.drawRoundedRect(bar, px(4), px(4))
            line.setLeft(bar.right() + px(5))
            self._lettering.write(painter, line, high, "tiny", colour, LEFT)
