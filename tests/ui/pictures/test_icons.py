"""Icons of buttons in pictures that are larger than the screen."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter

from nnviz.ui.pictures.kinds import Sitter, image_of
from nnviz.ui.pictures.recorded import Recorded
from nnviz.ui.toolkit.controls import Button


def pixels(image):
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[:, :, :3].astype(int)


@pytest.mark.parametrize("kind", [Sitter, Recorded])
def test_they_are_as_fine_as_the_picture(qtbot, look, qapp, kind):
    look.dress(qapp)
    button = Button(look, icon="play")
    qtbot.addWidget(button)
    button.resize(60, 40)
    button.show()
    picture = image_of(kind(button, look), 2.0)
    icon = look.pixmap("play", device_ratio=2.0)
    place = QRect(QPoint(), icon.size())
    place.moveCenter(QPoint(60, 40))
    wanted = picture.copy(0, 0, place.width(), place.height())
    wanted.setDevicePixelRatio(1.0)
    wanted.fill(look.colour("control"))
    with QPainter(wanted) as painter:
        painter.drawPixmap(QRect(QPoint(), icon.size()), icon)
    near = [pixels(picture.copy(place.translated(x, y))) for x in (-1, 0, 1) for y in (-1, 0, 1)]
    assert min(abs(each - pixels(wanted)).mean() for each in near) < 2.0
