"""Where the gradients of single batches point, as arrows: straight up is that of the whole training part."""

from __future__ import annotations

from math import cos, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.engine.analysis.gradient_noise import GradientFan
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import whole, written
from nnviz.ui.toolkit.lettering import Lettering

LEAST = 90
ROUND = 0.97
"""How far the arrows of batches reach, as a share of the whole one's."""
HEAD, WHOLE_HEAD = 0.07, 0.12
STRENGTH = 0.65


class FanPlot(QWidget):
    """An arrow for each batch, turned by as much as it is off; all of one length, for only directions are compared."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lettering = Lettering(look)
        self.fan: GradientFan | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_fan(self, fan: GradientFan) -> None:
        """Draw these batches."""
        self.fan = fan
        self.setAccessibleName(
            self.tr("{count} batches of {size}: mean cosine {cosine}").format(
                count=whole(len(fan.angles)),
                size=whole(fan.size),
                cosine=written(fan.mean_cosine, self._look.numbers),
            )
        )
        self.update()

    def _restyle(self) -> None:
        self.setMinimumSize(self._look.px(LEAST), self._look.px(LEAST))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        fan, look = self.fan, self._look
        if fan is None:
            return
        line = self._lettering.line("small")
        middle = QPointF(self.width() / 2.0, line + (self.height() - line) / 2.0)
        reach = min(self.width(), self.height() - line) / 2.0 - look.px(4)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            circle = QRectF(middle.x() - reach, middle.y() - reach, 2.0 * reach, 2.0 * reach)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("groove", 0.5))
            painter.drawEllipse(circle)
            painter.setPen(QPen(look.colour("grid"), look.factor, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(circle.left(), middle.y()), QPointF(circle.right(), middle.y()))
            for angle in fan.angles.tolist():
                colour = look.colour("backward", STRENGTH)
                painter.setPen(QPen(colour, 1.8 * look.factor))
                painter.setBrush(colour)
                _paint_arrow(painter, middle, angle, ROUND * reach, HEAD * reach)
            colour = look.colour("text")
            painter.setPen(QPen(colour, 4.0 * look.factor))
            painter.setBrush(colour)
            _paint_arrow(painter, middle, 0.0, reach, WHOLE_HEAD * reach)
            text = self.tr("all {} examples").format(whole(fan.whole))
            self._lettering.write(painter, QRectF(0.0, 0.0, self.width(), line), text, "small_bold", colour)


def _paint_arrow(painter: QPainter, start: QPointF, angle: float, length: float, head: float) -> None:
    """An arrow that is turned by so much from straight up, to the right."""
    across, up = sin(angle), cos(angle)
    end = QPointF(start.x() + length * across, start.y() - length * up)
    foot = QPointF(end.x() - head * across, end.y() + head * up)
    side = QPointF(0.45 * head * up, 0.45 * head * across)
    painter.drawLine(start, foot)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(QPolygonF([end, foot + side, foot - side]))
    painter.restore()
