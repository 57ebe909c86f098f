"""A window as a screen reader reads it: its tree, from the top down."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

NAME, DESCRIPTION, VALUE = QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value
LISTS = (QAccessible.Role.ComboBox,)
"""Their name is what is chosen in them; of what, is their description."""


def tree(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """What is on screen, from the window down."""
    if interface.state().invisible:
        return
    yield interface
    for place in range(interface.childCount()):
        child = interface.child(place)
        if child is not None and child.isValid():
            yield from tree(child)


def nameless(window: QWidget) -> list[str]:
    """What the keyboard reaches and nobody can name."""
    found = []
    for each in tree(QAccessible.queryAccessibleInterface(window)):
        if each.role() == QAccessible.Role.PageTabList:
            continue  # Qt's: each of its tabs has a name
        if each.object() is window:
            continue  # It takes the keyboard for its keys; its title is its name
        if each.state().focusable and not each.text(DESCRIPTION if each.role() in LISTS else NAME).strip():
            found.append(f"{each.role().name} {type(each.object()).__name__} {each.text(VALUE)}")
    return found
