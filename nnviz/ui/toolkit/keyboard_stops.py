"""What Tab stops at in a layout, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def keyboard_stops(layout: QLayout) -> Iterator[QWidget]:
    """The widgets, from top to bottom, in sight or not; the dot of a setting comes after its control."""
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget = item.widget()
        if widget is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        inner = item.layout() if widget is None else widget.layout()
        if inner is not None:
            yield from keyboard_stops(inner)
        if isinstance(beside := getattr(widget, "dot", None), QWidget):
            yield beside
