"""A button with a menu of choices."""

from pytestqt.qtbot import QtBot

from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.controls.menu_button import MenuButton


def test_presented_it_is_read_and_not_used(qtbot: QtBot, look: Look) -> None:
    button = MenuButton(look, "Layer")
    qtbot.addWidget(button)
    button.show_choice(1, "hidden layer 1")
    assert button.text() == "hidden layer 1 ▾"
    look.set_presenting(True)
    assert button.text() == "hidden layer 1"
    look.set_presenting(False)
    assert button.text() == "hidden layer 1 ▾"
