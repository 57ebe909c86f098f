"""The small pictures of the diagram."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from nnviz.ui.diagram.marks import Marks

WHITE, BLACK = QColor("white"), QColor("black")
SIDE, AT = 40, 20


@pytest.mark.parametrize("width", [1.0, 2.0, 3.5])
def test_a_border_of_any_width_stays_within_its_square(qapp, width):
    image = QImage(80, 80, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    with QPainter(image) as painter:
        Marks().frame(painter, QRectF(AT, AT, SIDE, SIDE), WHITE, BLACK, width)
    middle = AT + SIDE // 2
    assert image.pixelColor(middle, AT) != WHITE
    assert [image.pixelColor(middle, y) for y in (AT - 2, AT - 1, AT + SIDE, AT + SIDE + 1)] == [WHITE] * 4
