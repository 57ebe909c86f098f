"""Small pictures that are painted over and over: frames of units, knobs, glowing dots. Made once, then only copied."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QRadialGradient

from nnviz.ui.look.kept import Kept
from nnviz.ui.toolkit.plots.layer import paints_vectors

_MOST_KEPT = 400


class Marks:
    """Keeps small pictures by what they look like."""

    def __init__(self) -> None:
        self._ratio = 1.0
        self._kept: Kept[QPixmap] = Kept(_MOST_KEPT)

    def use_ratio(self, ratio: float) -> None:
        """Make pictures for a screen with so many device pixels for each pixel."""
        if ratio != self._ratio:
            self._ratio = ratio
            self._kept.clear()

    def frame(self, painter: QPainter, square: QRectF, ground: QColor, border: QColor, width: float) -> None:
        """Round a square picture's corners off in the colour of the ground, and put a border around it."""
        side = square.width()
        # Whole pixels: between two of them it would be blurred.
        reach = ceil(width) + 1.0
        self._put(
            painter,
            square.topLeft() - QPointF(reach, reach),
            ("frame", side, ground.rgba(), border.rgba(), width),
            side + 2.0 * reach,
            lambda on: _paint_frame(on, QRectF(reach, reach, side, side), ground, border, width),
        )

    def glow(self, painter: QPainter, centre: QPointF, radius: float, colour: QColor, core: QColor) -> None:
        """A dot with a soft halo."""
        step = max(1.0, round(radius * 2.0) / 2.0)
        reach = step * 2.6 + 1.0
        self._put(
            painter,
            centre - QPointF(reach, reach),
            ("glow", step, colour.rgba(), core.rgba()),
            2.0 * reach,
            lambda on: _paint_glow(on, QPointF(reach, reach), step, colour, core),
        )

    def knob(self, painter: QPainter, centre: QPointF, radius: float, fill: QColor, ring: QColor, sign: int) -> None:
        """A bias's knob: a dot with the sign in it."""
        reach = radius + 2.0
        self._put(
            painter,
            centre - QPointF(reach, reach),
            ("knob", radius, fill.rgba(), ring.rgba(), sign),
            2.0 * reach,
            lambda on: _paint_knob(on, QPointF(reach, reach), radius, fill, ring, sign),
        )

    def lock(self, painter: QPainter, centre: QPointF, side: float, colour: QColor, ground: QColor) -> None:
        """A small padlock on a disc: what does not train."""
        middle = QPointF(side / 2.0 + 1.0, side / 2.0 + 1.0)
        self._put(
            painter,
            centre - middle,
            ("lock", side, colour.rgba(), ground.rgba()),
            side + 2.0,
            lambda on: _paint_lock(on, middle, side, colour, ground),
        )

    def _put(
        self,
        painter: QPainter,
        corner: QPointF,
        key: tuple[object, ...],
        side: float,
        paint: Callable[[QPainter], None],
    ) -> None:
        """Put one down; where what is painted stays lines, paint it there."""
        if not paints_vectors(painter):
            painter.drawPixmap(corner, self._get(key, side, paint))
            return
        painter.save()
        painter.translate(corner)
        paint(painter)
        painter.restore()

    def _get(self, key: tuple[object, ...], side: float, paint: Callable[[QPainter], None]) -> QPixmap:
        return self._kept.get(key, lambda: self._made(side, paint))

    def _made(self, side: float, paint: Callable[[QPainter], None]) -> QPixmap:
        pixels = max(1, round(side * self._ratio))
        pixmap = QPixmap(pixels, pixels)
        pixmap.setDevicePixelRatio(self._ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint(painter)
        return pixmap


def corner(side: float) -> float:
    """The radius of a unit's corners."""
    return min(9.0, 0.13 * side)


def _paint_frame(painter: QPainter, square: QRectF, ground: QColor, border: QColor, width: float) -> None:
    radius = corner(square.width())
    path = QPainterPath()
    path.addRect(square.adjusted(-0.5, -0.5, 0.5, 0.5))
    path.addRoundedRect(square.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawPath(path)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(border, width))
    # Within the square: over and under it stand numbers.
    inset = width / 2.0
    inner = max(1.0, radius + 0.5 - inset)
    painter.drawRoundedRect(square.adjusted(inset, inset, -inset, -inset), inner, inner)


def _paint_glow(painter: QPainter, centre: QPointF, radius: float, colour: QColor, core: QColor) -> None:
    halo = QRadialGradient(centre, radius * 2.6)
    clear = QColor(colour)
    for place, opacity in ((0.0, 0.9), (0.38, 0.75), (0.6, 0.28), (1.0, 0.0)):
        clear.setAlphaF(opacity)
        halo.setColorAt(place, clear)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(halo)
    painter.drawEllipse(centre, radius * 2.6, radius * 2.6)
    painter.setBrush(core)
    painter.drawEllipse(centre, radius * 0.62, radius * 0.62)


def _paint_knob(painter: QPainter, centre: QPointF, radius: float, fill: QColor, ring: QColor, sign: int) -> None:
    painter.setPen(QPen(ring, 1.6))
    painter.setBrush(fill)
    painter.drawEllipse(centre, radius, radius)
    if radius < 4.0 or sign == 0:
        return
    arm = radius * 0.5
    painter.setPen(QPen(ring, max(1.2, radius * 0.22), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(centre - QPointF(arm, 0.0), centre + QPointF(arm, 0.0))
    if sign > 0:
        painter.drawLine(centre - QPointF(0.0, arm), centre + QPointF(0.0, arm))


def _paint_lock(painter: QPainter, centre: QPointF, side: float, colour: QColor, ground: QColor) -> None:
    painter.setPen(QPen(colour, max(1.0, 0.07 * side)))
    painter.setBrush(ground)
    painter.drawEllipse(centre, side / 2.0, side / 2.0)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, max(1.0, 0.09 * side)))
    bow = QRectF(centre.x() - 0.15 * side, centre.y() - 0.28 * side, 0.3 * side, 0.4 * side)
    painter.drawArc(bow, 0, 180 * 16)
    painter.fillRect(QRectF(centre.x() - 0.23 * side, centre.y() - 0.06 * side, 0.46 * side, 0.32 * side), colour)
