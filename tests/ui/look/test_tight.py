"""Controls with less room in them: they are as large with the keyboard as without it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from nnviz.ui.look.tight import tight
from nnviz.ui.toolkit.controls.button import Button


@pytest.mark.parametrize("scale", [1.0, 1.6, 2.0])
@pytest.mark.parametrize("theme", ["light", "projector"])
@pytest.mark.parametrize(("upright", "side", "least"), [(0, 4, 18), (2, 7, 20), (0, 4, 30)])
def test_the_keyboard_makes_nothing_larger(qapp, qtbot, look, theme, scale, upright, side, least):
    look.dress(qapp)
    look.set_theme(theme)
    look.set_scale(scale)
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    other, control = QPushButton("other"), Button(look, "a text", kind="segment")
    control.setStyleSheet(tight(look, side, upright, least))
    for widget in (other, control):
        row.addWidget(widget)
    window.show()
    window.activateWindow()
    other.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(other.hasFocus)
    before = control.sizeHint()
    control.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(control.hasFocus)
    # Qt asks itself anew only when the text is another.
    control.setText("another")
    control.setText("a text")
    assert control.sizeHint() == before
