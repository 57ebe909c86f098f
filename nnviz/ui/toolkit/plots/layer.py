"""A part of a picture that is kept, because painting it takes longer than putting it down again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPaintEngine, QPainter, QPixmap

_VECTORS = (QPaintEngine.Type.SVG, QPaintEngine.Type.Pdf, QPaintEngine.Type.Picture)


class Layer:
    """A part of a plot that is painted anew only when what it shows has changed."""

    def __init__(self) -> None:
        self._pixmap = QPixmap()
        self._key: tuple[object, ...] = ()

    def forget(self) -> None:
        """Paint it anew the next time."""
        self._key = ()

    def put(
        self,
        painter: QPainter,
        area: QRectF,
        paint: Callable[[QPainter, QSizeF], None],
        shown: object,
    ) -> None:
        """Put it down over an area; ``shown`` is what it is painted from, told from others by identity."""
        if paints_vectors(painter):
            painter.save()
            painter.translate(area.topLeft())
            paint(painter, area.size())
            painter.restore()
            return
        ratio = pixel_ratio(painter)
        key = (area, ratio, shown)
        if not self._key or key[:2] != self._key[:2] or shown is not self._key[2]:
            self._key = key
            size = (area.size() * ratio).toSize()
            self._pixmap = QPixmap(size)
            self._pixmap.setDevicePixelRatio(ratio)
            self._pixmap.fill(Qt.GlobalColor.transparent)
            with QPainter(self._pixmap) as into:
                into.setRenderHint(QPainter.RenderHint.Antialiasing)
                paint(into, area.size())
        painter.drawPixmap(area.topLeft(), self._pixmap)


def pixel_ratio(painter: QPainter) -> float:
    """How many pixels of the device a pixel that is painted takes: more on fine screens and in enlarged pictures."""
    return float(painter.deviceTransform().m11())


def paints_vectors(painter: QPainter) -> bool:
    """Whether what is painted stays lines and text."""
    return painter.paintEngine().type() in _VECTORS
