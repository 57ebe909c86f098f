"""Marks as pictures: putting one down takes a fraction of painting it."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.plots.layer import paints_vectors, pixel_ratio


class StampBox:
    """Each kind of mark is painted once, for the look and the pixels as they are, and then put down many times."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._key: tuple[object, ...] = ()
        self._pixmaps: dict[Hashable, QPixmap] = {}

    def put(
        self, painter: QPainter, place: QPointF, kind: Hashable, radius: float, paint: Callable[[QPainter], None]
    ) -> None:
        """Put a mark down with its middle at a place; where lines are to stay lines, it is painted there.

        Marks of one ``kind`` look the same: as ``paint`` paints one around the origin. Its corners reach half as far
        again as its ``radius`` at the most.
        """
        if paints_vectors(painter):
            painter.save()
            painter.translate(place)
            paint(painter)
            painter.restore()
            return
        ratio = pixel_ratio(painter)
        key = (self._look.theme.name, self._look.factor, ratio)
        if key != self._key:
            self._key = key
            self._pixmaps.clear()
        pixmap = self._pixmaps.get(kind)
        if pixmap is None:
            pixmap = self._pixmaps[kind] = self._painted(radius, paint, ratio)
        half = pixmap.width() / (2.0 * ratio)
        painter.drawPixmap(QPointF(place.x() - half, place.y() - half), pixmap)

    def _painted(self, radius: float, paint: Callable[[QPainter], None], ratio: float) -> QPixmap:
        side = 2 * math.ceil(1.5 * radius + 2.0 * self._look.factor)
        pixmap = QPixmap(round(side * ratio), round(side * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(side / 2.0, side / 2.0)
            paint(painter)
        return pixmap
