"""What somebody hears who cannot see the window: the tree that a screen reader reads, and what it is told at a step."""

import pytest
from PySide6.QtGui import QAccessible

from nnviz.ui.panels.table import PANELS
from nnviz.ui.toolkit.controls.labelled_slider import LabelledSlider

NAME, DESCRIPTION, VALUE = QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value
LISTS = (QAccessible.Role.ComboBox,)
"""Their name is what is chosen in them; of what, is their description."""


def tree(interface):
    """What is on screen, from the window down."""
    if interface.state().invisible:
        return
    yield interface
    for place in range(interface.childCount()):
        child = interface.child(place)
        if child is not None and child.isValid():
            yield from tree(child)


def nameless(window):
    """What the keyboard reaches and nobody can name."""
    found = []
    for each in tree(QAccessible.queryAccessibleInterface(window)):
        if each.role() == QAccessible.Role.PageTabList:
            continue  # Qt's: each of its tabs has a name
        if each.state().focusable and not each.text(DESCRIPTION if each.role() in LISTS else NAME).strip():
            found.append(f"{each.role().name} {type(each.object()).__name__} {each.text(VALUE)}")
    return found


@pytest.mark.parametrize("panel", [row.id for row in PANELS])
def test_everything_that_the_keyboard_reaches_has_a_name(open_app, qtbot, panel):
    app = open_app()
    app.window.panels.show((panel,))
    app.window.panels.complete()
    qtbot.waitUntil(lambda: app.link.idle)
    assert nameless(app.window) == []


def test_a_slider_is_told_with_its_value(open_app):
    app = open_app()
    (rate,) = [each for each in app.window.findChildren(LabelledSlider) if each.shown_value() == "0.01"]
    heard = QAccessible.queryAccessibleInterface(rate.focusProxy())
    assert heard.text(NAME) == "Learning rate"
    assert heard.text(DESCRIPTION) == "0.01"
    rate.set_value(0.1)
    assert heard.text(DESCRIPTION) == "0.1"
