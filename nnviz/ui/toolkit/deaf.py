"""A window that hears nobody for a while."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


class _Ears(QObject):
    """Takes keys, clicks and the wheel for itself, and does nothing with them."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputEvent):
            event.accept()
            return True
        return super().eventFilter(watched, event)


@contextmanager
def deaf(window: QWidget) -> Iterator[None]:
    """Meanwhile keys, clicks and the wheel do nothing in a window, which looks as it did."""
    handle, ears = window.windowHandle(), _Ears()
    if handle is not None:
        handle.installEventFilter(ears)
    try:
        yield
    finally:
        if handle is not None and isValid(handle):
            handle.removeEventFilter(ears)
