"""Keys that a widget means for itself, though the window has a shortcut for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

T = TypeVar("T")
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""Both keys that are called so."""


def claims_key(event: QEvent, means: Callable[[QKeyEvent], bool]) -> bool:
    """Whether an event is Qt's question who wants a key, and the widget does: it is accepted then, and answered.

    Without it the window takes the arrow keys, for one, for steps in time.
    """
    if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and means(event):
        event.accept()
        return True
    return False


def claims_escape(event: QEvent) -> bool:
    """The same for a field in which Esc brings back what was there: the window would leave what is presented."""
    return claims_key(event, lambda key: key.key() == Qt.Key.Key_Escape)


def meaning(event: QKeyEvent, keys: Mapping[Qt.Key, T]) -> T | None:
    """What a key does by a table; ``None`` for another key, and for one that is held together with Ctrl or the like."""
    if event.modifiers() in PLAIN and event.key() in keys:
        return keys[Qt.Key(event.key())]
    return None
