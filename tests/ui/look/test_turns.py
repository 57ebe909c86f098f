"""A change of the look in turns of the loop: what holds at the end is what was asked for last."""

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nnviz.ui.look.look import Look
from nnviz.ui.look.theme import themes
from nnviz.ui.look.turns import Turns


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    QPushButton("a", window)
    qtbot.addWidget(window)
    window.show()
    return window


def test_it_is_heard_of_once_when_all_is_there(qtbot: QtBot, qapp: QApplication, look: Look, window: QWidget) -> None:
    look.dress(qapp)
    look.change_in_turns()
    heard: list[tuple[str, float, bool]] = []
    look.changed.connect(lambda: heard.append((look.theme.name, look.scale, window.updatesEnabled())))
    before = qapp.styleSheet()
    try:
        look.set_theme("dark")
        look.set_scale(1.5)
        assert heard == [] and not window.updatesEnabled(), "what is on screen stays for the moment"
        qtbot.waitUntil(lambda: window.updatesEnabled())
        assert set(heard) == {("dark", 1.5, False)}
        assert qapp.styleSheet() not in ("", before)
        dark = qapp.styleSheet()
        look.set_theme("light")
        qtbot.waitUntil(lambda: window.updatesEnabled())
        assert qapp.styleSheet() != dark
    finally:
        qapp.setStyleSheet("")


@pytest.mark.parametrize("turns", range(4))
def test_whenever_it_is_changed_again_the_last_holds(
    qtbot: QtBot, qapp: QApplication, look: Look, window: QWidget, turns: int
) -> None:
    look.dress(qapp)
    look.change_in_turns()
    try:
        look.set_theme("dark")
        for _ in range(turns):
            assert look._turns is not None
            look._turns._go_on()
        look.set_theme("projector")
        qtbot.waitUntil(lambda: window.updatesEnabled())
        sheet = qapp.styleSheet()
        look._dressed = None
        for _ in look._dress_again():
            pass
        assert qapp.styleSheet() == sheet and look.theme is themes()[-1]
    finally:
        qapp.setStyleSheet("")


def test_what_goes_wrong_leaves_no_window_unpainted(qtbot: QtBot, window: QWidget) -> None:
    turns = Turns()

    def pieces():
        yield
        raise ZeroDivisionError("on purpose")

    turns.begin(pieces)
    turns._next.stop()
    turns._go_on()
    with pytest.raises(ZeroDivisionError):
        turns._go_on()
    assert window.updatesEnabled()


class Counting(QWidget):
    """Counts how often it is painted."""

    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1


def test_what_was_to_be_painted_when_it_began_is_painted_when_it_is_over(qtbot: QtBot, window: QWidget) -> None:
    part, turns = Counting(window), Turns()
    part.show()
    qtbot.waitUntil(lambda: part.painted > 0)

    def pieces():
        # As Qt does, which hears in between that something is to be painted.
        QApplication.sendPostedEvents(window)
        yield

    part.update()
    before = part.painted
    turns.begin(pieces)
    qtbot.waitUntil(lambda: window.updatesEnabled())
    qtbot.waitUntil(lambda: part.painted > before)
