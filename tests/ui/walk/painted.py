"""What a window writes: every text that is painted while it is grabbed, with its place, its colour and its clip."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPixmap
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class Written:
    """A text that was painted into a widget: where its ink is, what it may cover, both in the widget's coordinates."""

    widget: QWidget
    text: str
    ink: QRectF
    clip: QRectF
    colour: QColor
    pixels: int
    turned: bool


@contextmanager
def recording(window: QWidget) -> Iterator[list[Written]]:
    """Everything that is written meanwhile, by ``QPainter.drawText`` called from Python, into a window's widgets.

    What is painted into a picture first, of a widget's own size, counts as painted into that widget: of several of that
    size, the one that has begun to paint last.
    """
    found: list[Written] = []
    draw, enter = QPainter.drawText, QPainter.__enter__
    painting: list[QWidget] = []
    by_size = {each.size().toTuple(): each for each in window.findChildren(QWidget) if each.isVisible()}

    def record(painter: QPainter, *what: Any) -> Any:
        device = painter.device()
        if isinstance(device, QPixmap):
            size = device.deviceIndependentSize().toSize()
            device = painting[-1] if painting and painting[-1].size() == size else by_size.get(size.toTuple())
        written = _written(painter, device, what)
        if written is not None:
            found.append(written)
        return draw(painter, *what)

    def begin(painter: QPainter) -> QPainter:
        device = painter.device()
        if isinstance(device, QWidget):
            painting[:] = [device]
        return enter(painter)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QPainter, "__enter__", begin)
        patch.setattr(QPainter, "drawText", record)
        yield found


def _written(painter: QPainter, device: object, what: tuple[Any, ...]) -> Written | None:
    text = next((each for each in what if isinstance(each, str)), "")
    if not isinstance(device, QWidget) or not text.strip():
        return None
    metrics = QFontMetricsF(painter.font())
    if isinstance(what[0], (QPoint, QPointF)):
        ink = metrics.tightBoundingRect(text).translated(QPointF(what[0]))
    elif isinstance(what[0], (QRect, QRectF)):
        box, flags = QRectF(what[0]), 0 if isinstance(what[1], str) else getattr(what[1], "value", what[1])
        ink = metrics.boundingRect(box, flags, text)
        tight = metrics.tightBoundingRect(text)
        if "\n" not in text and not flags & Qt.TextFlag.TextWordWrap.value:
            ink = QRectF(ink.left(), ink.top() + metrics.ascent() + tight.top(), ink.width(), tight.height())
    else:
        return None
    turn = painter.worldTransform()
    clip = QRectF(device.rect())
    if painter.hasClipping():
        clip &= turn.mapRect(painter.clipBoundingRect())
    opacity = QColor(painter.pen().color())
    opacity.setAlphaF(opacity.alphaF() * painter.opacity())
    return Written(device, text, turn.mapRect(ink), clip, opacity, painter.font().pixelSize(), turn.isRotating())
