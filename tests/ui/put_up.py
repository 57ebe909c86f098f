"""A widget on the screen, as large as a test wants it."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

W = TypeVar("W", bound=QWidget)


def put_up(qtbot: QtBot, widget: W, width: int, height: int) -> W:
    """Show it; it goes when the test ends."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    return widget
