"""Where a further window opens: over the one that the user works in."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget


def open_over_active(window: QWidget, size: QSize) -> None:
    """Give a window that is not shown yet a size, and put it in the middle of the active window, all of it on screen.

    Without an active window it comes to the middle of the screen.
    """
    active = QApplication.activeWindow()
    screen = active.screen() if active is not None else QGuiApplication.primaryScreen()
    room = screen.availableGeometry()
    around = active.frameGeometry() if active is not None else room
    window.setGeometry(centred(size.expandedTo(window.minimumSizeHint()), around, room))


def centred(size: QSize, around: QRect, room: QRect) -> QRect:
    """A rectangle of that size in the middle of another, as far as it stays within the room."""
    box = QRect(room.topLeft(), size.boundedTo(room.size()))
    box.moveCenter(around.center())
    box.moveRight(min(box.right(), room.right()))
    box.moveBottom(min(box.bottom(), room.bottom()))
    box.moveLeft(max(box.left(), room.left()))
    box.moveTop(max(box.top(), room.top()))
    return box
