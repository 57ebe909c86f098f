"""How far one has stepped within a phase: a tick for each unit, and a bar for the terms of the one in play."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from nnviz.ui.look.look import Look
from nnviz.ui.session.moment import Moment

TICK_HEIGHT = 3.0
"""In pixels at scale 1, as all lengths here."""

WIDEST_TICK = 10.0
NARROWEST_TICK = 2.0
"""More units than fit as ticks of this width are one bar."""

GAP = 1.6
BAR_HEIGHT = 2.0
SIDE = 6.0
FOOT = 2.6
PALE = 0.38
"""How strong what is still to come is, of 1."""


@dataclass(frozen=True)
class Inside:
    """Unit ``unit`` of ``units`` of a phase is in play, and term ``term`` of its ``terms`` has just been added.

    Both count from 0; ``term`` is ``None`` where all terms of a unit are one step.
    """

    unit: int
    units: int
    term: int | None = None
    terms: int = 1

    @classmethod
    def of(cls, moment: Moment) -> Inside | None:
        """Where a moment is within its phase; ``None`` where all units of a phase are one step."""
        if moment.unit is None or moment.training:
            return None
        walk = moment.walk
        return cls(moment.unit, len(walk.units(moment.phase_index)), moment.term, walk.terms(moment.step))


def ticks_in(area: QRectF, count: int, unit: float) -> list[QRectF]:
    """A tick for each unit at the foot of a cell; none where there is no room for so many.

    ``unit`` is the length of one pixel at scale 1.
    """
    room = area.width() - 2 * SIDE * unit
    gap = GAP * unit
    width = min(WIDEST_TICK * unit, (room + gap) / count - gap)
    if width < NARROWEST_TICK * unit:
        return []
    left = area.center().x() - (count * (width + gap) - gap) / 2
    top = area.bottom() - (FOOT + TICK_HEIGHT) * unit
    return [QRectF(left + place * (width + gap), top, width, TICK_HEIGHT * unit) for place in range(count)]


def bar_in(area: QRectF, height: float, below: float, unit: float) -> QRectF:
    """A bar across the foot of a cell, so high and so far above its lower edge."""
    return area.adjusted(SIDE * unit, area.height() - (below + height) * unit, -SIDE * unit, -below * unit)


def paint_inside(painter: QPainter, inside: Inside, area: QRectF, look: Look, colour: QColor) -> None:
    """Paint both into the current cell, in the colour of its label."""
    unit = look.factor
    pale = QColor(colour)
    pale.setAlphaF(PALE)
    painter.setPen(Qt.PenStyle.NoPen)
    ticks = ticks_in(area, inside.units, unit)
    for place, tick in enumerate(ticks):
        painter.setBrush(colour if place <= inside.unit else pale)
        painter.drawRoundedRect(tick, tick.height() / 2, tick.height() / 2)
    if not ticks:
        _paint_bar(painter, bar_in(area, TICK_HEIGHT, FOOT, unit), (inside.unit + 1) / inside.units, colour, pale)
    if inside.term is not None and inside.terms > 1:
        # Between the label and the ticks, so that the bar reads as belonging to the cell's unit in play.
        bar = bar_in(area, BAR_HEIGHT, FOOT + TICK_HEIGHT + GAP, unit)
        _paint_bar(painter, bar, (inside.term + 1) / inside.terms, colour, pale)


def _paint_bar(painter: QPainter, box: QRectF, share: float, colour: QColor, pale: QColor) -> None:
    painter.setBrush(pale)
    painter.drawRect(box)
    painter.setBrush(colour)
    painter.drawRect(QRectF(box.left(), box.top(), box.width() * share, box.height()))
