"""Keys that a widget means for itself, though the window has a shortcut for them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent


def claims_key(event: QEvent, means: Callable[[QKeyEvent], bool]) -> bool:
    """Whether an event is Qt's question who wants a key, and the widget does: it is accepted then, and answered.

    Without it the window takes the arrow keys, for one, for steps in time.
    """
    if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and means(event):
        event.accept()
        return True
    return False
