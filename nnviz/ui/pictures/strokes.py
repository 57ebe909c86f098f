"""Widgets painted as strokes: where lines stay lines, nobody but this keeps what scrolls within its frame."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPicture, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from nnviz.ui.pictures.frames import Frames
from nnviz.ui.pictures.svg import Svg

FLAGS = QWidget.RenderFlag


class Strokes(QPicture):
    """Strokes that are kept, to be painted later on whatever it is."""

    def __init__(self) -> None:
        super().__init__()
        self.frames = Frames()

    def paint_on(self, painter: QPainter) -> None:
        """Paint them."""
        device = painter.device()
        if isinstance(device, Svg):
            device.frames.boxes = [painter.transform().mapRect(box) for box in self.frames.boxes]
        painter.drawPicture(0, 0, self)


def paint_strokes(painter: QPainter, widget: QWidget, flags: QWidget.RenderFlag) -> None:
    """Paint a widget with all that stands on it, each within what of it can be seen."""
    scrolls = isinstance(widget, QAbstractScrollArea) or widget.findChild(QAbstractScrollArea) is not None
    flags = flags & ~FLAGS.DrawChildren if scrolls else flags | FLAGS.DrawChildren
    # A view has another method of that name.
    QWidget.render(widget, painter, QPoint(), QRegion(), flags)
    if not scrolls:
        return
    device = painter.device()
    within = device.frames.within if isinstance(device, Svg | Strokes) else _within
    for child in widget.children():
        if not isinstance(child, QWidget) or not child.isVisible() or child.isWindow():
            continue
        seen = child.geometry() & widget.rect()
        if seen.isEmpty():
            continue
        painter.save()
        if seen == child.geometry() and not _scrolls(child, widget):
            _paint_child(painter, child)
        else:
            with within(painter, seen):
                _paint_child(painter, child)
        painter.restore()


def _paint_child(painter: QPainter, child: QWidget) -> None:
    painter.translate(child.pos())
    paint_strokes(painter, child, FLAGS.IgnoreMask)


def _scrolls(child: QWidget, parent: QWidget) -> bool:
    return isinstance(parent, QAbstractScrollArea) and parent.viewport() is child


@contextmanager
def _within(painter: QPainter, frame: QRect) -> Iterator[None]:
    painter.setClipRect(frame, Qt.ClipOperation.IntersectClip)
    yield
