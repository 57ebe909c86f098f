"""Where much has come in a turn of the loop, what is to be seen of it is painted in the next."""

from time import thread_time

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nnviz.ui.look.turn_clock import TurnClock
from nnviz.ui.toolkit.painted_apart import PaintedApart


class Noting(QWidget):
    """Notes what is done, and when it is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.notes: list[str] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        self.notes.append("painted")


@pytest.fixture
def window(qtbot: QtBot) -> Noting:
    window = Noting()
    PaintedApart(window)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: "painted" in window.notes)
    window.notes.clear()
    return window


def come(window: Noting) -> None:
    """Something comes that is to be seen, and somebody waits for the next turn."""
    window.notes.append("came")
    window.update()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.UpdateRequest)
    QTimer.singleShot(0, lambda: window.notes.append("next"))


def test_much_is_painted_in_the_next_turn(qtbot: QtBot, window: Noting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TurnClock, "is_long", True)
    come(window)
    assert window.notes == ["came"]
    qtbot.waitUntil(lambda: "painted" in window.notes)
    assert window.notes.count("painted") == 1, "though the next one is long, too"


def test_little_is_painted_at_once(qtbot: QtBot, window: Noting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TurnClock, "is_long", False)
    come(window)
    assert window.notes == ["came", "painted"]


def test_what_comes_while_painting_waits_is_painted_too(
    qtbot: QtBot, window: Noting, monkeypatch: pytest.MonkeyPatch
) -> None:
    for turn in range(5):
        monkeypatch.setattr(TurnClock, "is_long", turn % 2 == 0)
        come(window)
    qtbot.waitUntil(lambda: window.notes.count("next") == 5)
    qtbot.waitUntil(lambda: len(window.notes) > 0 and window.notes.count("painted") > 0)
    window.notes.clear()
    monkeypatch.setattr(TurnClock, "is_long", False)
    come(window)
    assert window.notes[:2] == ["came", "painted"]


def test_a_turn_is_long_by_the_time_of_this_thread(qtbot: QtBot, window: Noting) -> None:
    def much() -> None:
        end = thread_time() + 0.1
        while thread_time() < end:
            pass
        come(window)
        window.notes.append("done")

    QTimer.singleShot(0, much)
    qtbot.waitUntil(lambda: "painted" in window.notes)
    assert window.notes.index("painted") > window.notes.index("done")
