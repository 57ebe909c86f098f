"""What is on screen as the content of a file: pixels, or lines and text that stay lines and text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QBuffer, QByteArray, QMarginsF, QPoint, QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPaintDevice, QPainter, QPdfWriter, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from nnviz.paper import POINTS_AN_INCH, Paper
from nnviz.ui.look.icons import IN_PICTURES
from nnviz.ui.look.look import Look
from nnviz.ui.pictures.strokes import paint_strokes
from nnviz.ui.pictures.svg import Svg
from nnviz.ui.toolkit.plots.layer import paints_vectors

PIXELS_AN_INCH = 96


@dataclass(frozen=True, eq=False)
class Sitter:
    """What a picture is made of.

    Attributes:
        widget: The window, or a part of it, laid out and up to date.
        title: What the picture is called.
        transparent: Whether the ground that it lies on is left out.
    """

    widget: QWidget
    look: Look
    title: str = ""
    transparent: bool = False

    @property
    def size(self) -> QSize:
        """How large it is, in pixels of the screen."""
        return self.widget.size()

    def paint(self, device: QPaintDevice, zoom: float = 1.0) -> None:
        """Paint it on a surface, so much larger."""
        flags = QWidget.RenderFlag.DrawChildren | QWidget.RenderFlag.IgnoreMask
        if not self.transparent:
            flags |= QWidget.RenderFlag.DrawWindowBackground
        as_on_screen = isinstance(device, QImage) and device.devicePixelRatio() * zoom <= 1.0
        with (
            QPainter(device) as painter,
            self._without_ground() if self.transparent else nullcontext(),
            nullcontext() if as_on_screen else self.look.finer(IN_PICTURES),
        ):
            painter.scale(zoom, zoom)
            if paints_vectors(painter):
                paint_strokes(painter, self.widget, flags)
            else:
                # A view has another method of that name.
                QWidget.render(self.widget, painter, QPoint(), QRegion(), flags)

    @contextmanager
    def _without_ground(self) -> Iterator[None]:
        styled = Qt.WidgetAttribute.WA_StyledBackground
        had = self.widget.testAttribute(styled)
        self.widget.setAttribute(styled, False)
        try:
            with self.look.without_ground():
                yield
        finally:
            self.widget.setAttribute(styled, had)


def image_of(sitter: Sitter, zoom: float = 1.0) -> QImage:
    """As pixels, ``zoom`` of them for each of the screen."""
    size = (QSizeF(sitter.size) * zoom).toSize().expandedTo(QSize(1, 1))
    formats = QImage.Format
    image = QImage(size, formats.Format_ARGB32_Premultiplied if sitter.transparent else formats.Format_RGB32)
    image.fill(Qt.GlobalColor.transparent if sitter.transparent else sitter.look.colour("window"))
    image.setDevicePixelRatio(zoom)
    sitter.paint(image)
    return image


def png(sitter: Sitter, zoom: float = 1.0) -> bytes:
    """As a PNG."""
    content, buffer = _memory()
    QPixmap.fromImage(image_of(sitter, zoom)).save(buffer, "PNG")
    return bytes(content.data())


def svg(sitter: Sitter, zoom: float = 1.0) -> bytes:
    """As an SVG, whose units are the pixels of the screen."""
    content, buffer = _memory()
    generator = Svg()
    generator.setOutputDevice(buffer)
    generator.setResolution(PIXELS_AN_INCH)
    generator.setSize((QSizeF(sitter.size) * zoom).toSize())
    generator.setViewBox(QRect(QPoint(), sitter.size))
    generator.setTitle(sitter.title)
    sitter.paint(generator)
    return generator.common(bytes(content.data()).decode()).encode()


def pdf(sitter: Sitter, zoom: float = 1.0) -> bytes:
    """As a page of a PDF, whose fonts are in it."""
    content, buffer = _memory()
    writer = pdf_writer(buffer, sitter.size * zoom, sitter.title)
    sitter.paint(writer, zoom)
    return bytes(content.data())


def pdf_writer(buffer: QBuffer, size: QSize, title: str) -> QPdfWriter:
    """What writes a PDF with pages of a size in pixels of the screen."""
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setResolution(PIXELS_AN_INCH)
    points = QSizeF(size) * (POINTS_AN_INCH / PIXELS_AN_INCH)
    page = QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
    return writer


def page_size_of(paper: Paper) -> QPageSize:
    """A sheet of paper as Qt has it."""
    return QPageSize(QSizeF(paper.width, paper.height), QPageSize.Unit.Millimeter)


def _memory() -> tuple[QByteArray, QBuffer]:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    return content, buffer


KINDS: MappingProxyType[str, Callable[[Sitter, float], bytes]] = MappingProxyType({"png": png, "svg": svg, "pdf": pdf})
"""The kinds of pictures, by the ending of their files. Text stays text in the latter two."""
