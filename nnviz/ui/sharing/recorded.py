"""What a part of a window shows, kept as strokes: pictures of every kind are made from them, of the same moment."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QMarginsF, QPoint, QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPaintDevice, QPainter, QPdfWriter, QPicture, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

SCALE = 2
"""Pixels of a picture for each of the screen's: it is pasted where there is more room."""
PIXELS_AN_INCH = 96
POINTS_AN_INCH = 72
QUICK = 80
"""Qt's quality of a PNG: nothing is lost, and packing takes half as long as usual."""


class Recorded:
    """A widget as it is now.

    Args:
        widget: What is recorded.
        bare: Without the ground that its window gives it.
    """

    def __init__(self, widget: QWidget, bare: bool = False) -> None:
        self.size: QSize = widget.size()
        self._title = widget.window().windowTitle()
        self._strokes = QPicture()
        flags = QWidget.RenderFlag.DrawChildren
        if not bare:
            flags |= QWidget.RenderFlag.DrawWindowBackground
        with QPainter(self._strokes) as painter:
            # What is painted by way of pixels has enough of them.
            painter.scale(SCALE, SCALE)
            widget.render(painter, QPoint(), QRegion(), flags)

    def image(self) -> QImage:
        """In pixels."""
        image = QImage(self.size * SCALE, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        self._put(image, 1.0)
        image.setDotsPerMeterX(round(SCALE * PIXELS_AN_INCH / 0.0254))
        image.setDotsPerMeterY(round(SCALE * PIXELS_AN_INCH / 0.0254))
        return image

    def svg(self) -> bytes:
        """As a drawing."""
        content, buffer = _buffer()
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(self.size)
        generator.setViewBox(QRect(QPoint(), self.size))
        generator.setTitle(self._title)
        self._put(generator, 1.0 / SCALE)
        return bytes(content.data())

    def pdf(self) -> bytes:
        """As a page."""
        content, buffer = _buffer()
        writer = QPdfWriter(buffer)
        writer.setTitle(self._title)
        writer.setResolution(PIXELS_AN_INCH)
        points = QSizeF(self.size) * (POINTS_AN_INCH / PIXELS_AN_INCH)
        page = QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
        writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
        self._put(writer, 1.0 / SCALE)
        return bytes(content.data())

    def _put(self, device: QPaintDevice, scale: float) -> None:
        with QPainter(device) as painter:
            painter.scale(scale, scale)
            painter.drawPicture(0, 0, self._strokes)


def png(image: QImage) -> bytes:
    """An image as a file; on whichever thread."""
    content, buffer = _buffer()
    image.save(buffer, "PNG", QUICK)  # type: ignore[call-overload]
    return bytes(content.data())


def _buffer() -> tuple[QByteArray, QBuffer]:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    return content, buffer
