"""The cells of a confusion matrix: the darker, the larger their share of their row, with their numbers in them."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from nnviz.engine.training.run.evaluation import ClassScores
from nnviz.engine.types import Array
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import NumberStyle, percent, whole
from nnviz.ui.toolkit.lettering import CENTRE, Lettering

STRONGEST = 0.5
"""How much of the accent is in a cell that has its whole row: text still stands out on it."""
SHADES = 32
MOST_ROUND = 5
"""Of more classes, cells have square corners: round ones would take several times as long, and hardly be seen."""
NOTHING = "–"


@dataclass(frozen=True)
class CellStyle:
    """A way to write a cell: the type of its count, that of its share below it, or whether that stands beside it."""

    role: str
    below: str = ""
    share: bool = False

    def in_a_line(self, number: str, part: str) -> str:
        """What is written where nothing stands below."""
        return f"{number} · {part}" if self.share else number


CELL_STYLES = (
    CellStyle("title", below="small"),
    CellStyle("strong", below="tiny"),
    CellStyle("small_strong", below="tiny"),
    CellStyle("small", share=True),
    CellStyle("tiny", share=True),
    CellStyle("small"),
    CellStyle("tiny"),
)


def shares_of(scores: ClassScores) -> Array:
    """What share of each class (row) was taken for each class (column); nan where there is nothing of a class."""
    with np.errstate(all="ignore"):
        return np.asarray(scores.confusion / scores.confusion.sum(axis=1, keepdims=True))


def share_text(share: float, style: NumberStyle, digits: int = 0) -> str:
    """A share as a percentage, a dash where there is none."""
    return percent(share, digits, style) if math.isfinite(share) else NOTHING


def shade(look: Look, share: float) -> QColor:
    """The ground of a cell with such a share of its row."""
    ground, full = look.colour("card"), look.colour("accent")
    strength = STRONGEST * share if math.isfinite(share) else 0.0
    return QColor(
        round(ground.red() + (full.red() - ground.red()) * strength),
        round(ground.green() + (full.green() - ground.green()) * strength),
        round(ground.blue() + (full.blue() - ground.blue()) * strength),
    )


class ConfusionCells:
    """Paints the cells into an area."""

    def __init__(self, look: Look, lettering: Lettering) -> None:
        self._look = look
        self._lettering = lettering

    def style(self, scores: ClassScores, width: float, height: float) -> CellStyle | None:
        """The first of the ways to write a cell for which all cells of a size have the room."""
        lettering = self._lettering
        width, height = width - 12.0 * self._look.factor, height - 4.0 * self._look.factor
        number, part = whole(int(scores.confusion.max(initial=0))), percent(1.0)
        for style in CELL_STYLES:
            if style.below:
                wide = max(lettering.width(number, style.role), lettering.width(part, style.below))
                high = lettering.line(style.role) + lettering.line(style.below)
            else:
                wide = lettering.width(style.in_a_line(number, part), style.role)
                # Digits are lower than their line.
                high = 0.62 * lettering.line(style.role)
            if wide <= width and high <= height:
                return style
        return None

    def paint(self, painter: QPainter, area: QRectF, scores: ClassScores) -> None:
        """Paint all of them; those of the diagonal, which are right, have a frame."""
        classes, shares = len(scores.confusion), shares_of(scores)
        width, height = area.width() / classes, area.height() / classes
        boxes = [
            [
                QRectF(area.left() + column * width, area.top() + row * height, width, height)
                for column in range(classes)
            ]
            for row in range(classes)
        ]
        self._paint_grounds(painter, boxes, shares)
        style = self.style(scores, width, height)
        if style is not None:
            self._paint_numbers(painter, boxes, scores, shares, style)

    def _paint_grounds(self, painter: QPainter, boxes: list[list[QRectF]], shares: Array) -> None:
        factor = self._look.factor
        radius = 4.0 * factor if len(boxes) <= MOST_ROUND else 0.0
        gap = (1.5 if radius else 1.0) * factor
        shades = [shade(self._look, step / SHADES) for step in range(SHADES + 1)]
        steps = np.rint(np.nan_to_num(shares) * SHADES).astype(int).tolist()
        for right, role, width in ((False, "card_border", 1.0), (True, "text", 1.6)):
            painter.setPen(QPen(self._look.colour(role), width * factor))
            for row, line in enumerate(boxes):
                for column, box in enumerate(line):
                    if (row == column) is right:
                        painter.setBrush(shades[steps[row][column]])
                        inner = box.adjusted(gap, gap, -gap, -gap)
                        if radius:
                            painter.drawRoundedRect(inner, radius, radius)
                        else:
                            painter.drawRect(inner)

    def _paint_numbers(
        self, painter: QPainter, boxes: list[list[QRectF]], scores: ClassScores, shares: Array, style: CellStyle
    ) -> None:
        """How many are in each cell, and below or beside it their share of the row."""
        lettering, some, none = self._lettering, self._look.colour("text"), self._look.colour("text_faint")
        high, low = lettering.line(style.role), lettering.line(style.below) if style.below else 0.0
        counts, says_share, numbers = scores.confusion.tolist(), style.share or style.below, self._look.numbers
        for row, line in enumerate(boxes):
            for column, box in enumerate(line):
                count = counts[row][column]
                colour, number = some if count else none, whole(count)
                part = share_text(float(shares[row, column]), numbers) if says_share else ""
                if not style.below:
                    lettering.write(painter, box, style.in_a_line(number, part), style.role, colour, CENTRE)
                    continue
                upper = QRectF(box.left(), box.center().y() - (high + low) / 2, box.width(), high)
                lettering.write(painter, upper, number, style.role, colour, CENTRE)
                lower = QRectF(box.left(), upper.bottom(), box.width(), low)
                lettering.write(painter, lower, part, style.below, colour, CENTRE)
