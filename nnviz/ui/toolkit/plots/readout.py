"""The small table beside the pointer: what is there, in names and numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.lettering import LEFT, RIGHT, Lettering


def paint_readout(
    painter: QPainter, look: Look, lettering: Lettering, area: QRectF, at: QPointF, lines: Sequence[tuple[str, str]]
) -> None:
    """A small table of names and numbers beside a place, inside an area."""
    name_width = max(lettering.width(name, "tiny") for name, _ in lines)
    number_width = max(lettering.width(number, "mono_small") for _, number in lines)
    pad, row = look.px(6), max(lettering.line("tiny"), lettering.line("mono_small"))
    width, height = name_width + number_width + 4 * pad, row * len(lines) + 2 * pad
    left = at.x() + 2 * pad if at.x() + 2 * pad + width <= area.right() else at.x() - 2 * pad - width
    left = min(max(left, area.left()), max(area.right() - width, area.left()))
    top = min(max(at.y() - height / 2, area.top()), max(area.bottom() - height, area.top()))
    painter.setPen(QPen(look.colour("control_border"), max(1, look.px(1))))
    painter.setBrush(look.colour("card"))
    painter.drawRoundedRect(QRectF(left, top, width, height).adjusted(0.5, 0.5, -0.5, -0.5), pad, pad)
    for place, (name, number) in enumerate(lines):
        box = QRectF(left + pad, top + pad + place * row, width - 2 * pad, row)
        lettering.write(painter, box, name, "tiny", look.colour("text_muted"), LEFT)
        lettering.write(painter, box, number, "mono_small", look.colour("text"), RIGHT)
