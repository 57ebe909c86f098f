"""A further window opens in the middle of the active one, and all of it is on screen."""

from PySide6.QtCore import QRect, QSize

from nnviz.ui.toolkit.over_active import centred

ROOM = QRect(0, 0, 1280, 720)


def test_it_stands_in_the_middle_of_the_other():
    around = QRect(200, 100, 800, 500)
    assert centred(QSize(400, 300), around, ROOM) == QRect(400, 200, 400, 300)


def test_it_stays_on_screen():
    assert ROOM.contains(centred(QSize(600, 400), QRect(1000, 500, 500, 500), ROOM))
    assert ROOM.contains(centred(QSize(600, 400), QRect(-300, -300, 500, 500), ROOM))


def test_it_is_no_larger_than_the_screen():
    assert centred(QSize(3000, 3000), QRect(0, 0, 300, 300), ROOM) == ROOM
