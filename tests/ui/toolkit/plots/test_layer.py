"""Layers are kept as fine as they are seen, and lines stay lines."""

import pytest
from PySide6.QtCore import QBuffer, QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter, QPdfWriter

from nnviz.ui.examples.marks import Stamps
from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.plots.layer import Layer, paints_vectors, pixel_ratio

AREA = QRectF(0.0, 0.0, 40.0, 40.0)


@pytest.mark.parametrize("ratio", [1.0, 2.5])
def test_what_is_kept_is_as_fine_as_the_picture_that_it_is_put_on(qapp, ratio):
    picture = QImage(round(40 * ratio), round(40 * ratio), QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(ratio)
    found = []

    def paint(painter: QPainter, size: QSizeF) -> None:
        found.append(painter.device().devicePixelRatio())

    layer = Layer()
    with QPainter(picture) as painter:
        assert pixel_ratio(painter) == ratio and not paints_vectors(painter)
        layer.put(painter, AREA, paint, None)
        layer.put(painter, AREA, paint, None)
    assert found == [ratio], "it is painted once"


def test_in_a_pdf_nothing_is_kept_as_pixels(qapp):
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    with QPainter(writer) as painter:
        Layer().put(painter, AREA, lambda on, size: on.drawLine(0, 0, 9, 9), None)
        Stamps(Look()).put(painter, QPointF(9.0, 9.0), 0, QColor("red"), in_batch=False)
    assert b"/Subtype /Image" not in bytes(buffer.data().data())


def test_marks_of_examples_are_as_fine_as_the_picture_too(qapp):
    picture = QImage(120, 120, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    picture.setDevicePixelRatio(4.0)
    with QPainter(picture) as painter:
        Stamps(Look()).put(painter, QPointF(15.0, 15.0), 2, QColor("black"), in_batch=False)
    row = [QColor(picture.pixel(x, 60)).red() for x in range(120)]
    assert sum(0 < red < 255 for red in row) <= 4, "a square's sides are sharp"
    assert row[60] == 0
