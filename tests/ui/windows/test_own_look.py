"""A window's own look: the shared one, but that it may present by itself."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from nnviz.ui.look.look import Look
from nnviz.ui.windows.own_look import OwnLook


@pytest.fixture
def own(qtbot: QtBot, look: Look) -> OwnLook:
    window = QWidget()
    qtbot.addWidget(window)
    return OwnLook(look, window)


def test_it_follows_the_shared_look(own: OwnLook, look: Look) -> None:
    look.set_theme("dark")
    look.set_scale(1.25)
    look.set_digits(5)
    look.set_reduced_motion(True)
    assert (own.theme.name, own.scale, own.numbers.digits, own.reduced_motion) == ("dark", 1.25, 5, True)


def test_it_presents_by_itself(own: OwnLook, look: Look) -> None:
    own.present(True)
    assert own.factor == 1.5
    assert not look.presenting
    own.present(False)
    assert own.factor == 1.0


def test_it_presents_while_the_shared_look_does(own: OwnLook, look: Look) -> None:
    look.set_presenting(True)
    assert own.presenting
    look.set_presenting(False)
    assert not own.presenting


def test_only_a_size_of_its_own_needs_a_style_sheet_of_its_own(own: OwnLook, look: Look) -> None:
    window = own.parent()
    assert isinstance(window, QWidget)
    assert window.styleSheet() == ""
    own.present(True)
    assert window.styleSheet() != ""
    look.set_presenting(True)
    assert window.styleSheet() == ""


def test_in_turns_it_follows_in_one_of_its_own_before_anything_is_painted(
    qtbot: QtBot, own: OwnLook, look: Look
) -> None:
    turns, heard = look.change_in_turns(), []
    own._window.show()
    look.changed.connect(lambda: heard.append((own.theme.name, own._window.updatesEnabled())))
    own.changed.connect(lambda: heard.append((own.theme.name, own._window.updatesEnabled())))
    look.set_theme("dark")
    qtbot.waitUntil(lambda: turns.idle)
    assert heard == [("light", False), ("dark", False)]
    assert own._window.updatesEnabled()


def test_a_window_that_is_closed_before_its_turn_has_none(qtbot: QtBot, look: Look) -> None:
    turns, window = look.change_in_turns(), QWidget()
    own = OwnLook(look, window)
    look.changed.connect(window.deleteLater)
    look.set_theme("dark")
    qtbot.waitUntil(lambda: turns.idle)
    assert not isValid(own) and look.theme.name == "dark"
