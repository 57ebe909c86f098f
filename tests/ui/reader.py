"""A window as a screen reader reads it: its tree, from the top down."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

NAME, DESCRIPTION, VALUE = QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value
PRESSED = (QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.ButtonMenu)
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


def tree_of(window: QWidget) -> Iterator[QAccessibleInterface]:
    """What is on screen of a window."""
    return tree(QAccessible.queryAccessibleInterface(window))


def told(window: QWidget, name: str) -> str:
    """What is said of something besides its name."""
    return next(each.text(DESCRIPTION) for each in tree_of(window) if each.text(NAME) == name)


def symbols(window: QWidget) -> list[str]:
    """The buttons that nobody can make sense of who hears nothing but their name."""
    found = []
    for each in tree_of(window):
        name = each.text(NAME)
        spoken = sum(character.isalpha() and character.isascii() for character in name.rpartition(": ")[2])
        if each.role() in PRESSED and each.state().focusable and spoken < 2 and not name.endswith(tuple("0123456789")):
            found.append(f"{type(each.object()).__name__} {name}")
    return found


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
