"""A turn of the loop is measured from where it begins."""

import gc
import weakref
from time import thread_time

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from nnviz.ui.look.short import LONG_SECONDS
from nnviz.ui.look.turn_clock import TurnClock
from nnviz.ui.look.turns import MOST_PUT_OFF, Turns


def work(seconds: float) -> None:
    """Take so much of this thread's time."""
    end = thread_time() + seconds
    while thread_time() < end:
        pass


def test_what_was_done_in_this_turn_counts_and_in_the_next_no_more(qtbot: QtBot) -> None:
    clock, seen = TurnClock(), list[bool]()

    def first() -> None:
        work(2 * LONG_SECONDS)
        seen.append(clock.is_long)
        QTimer.singleShot(1, lambda: seen.append(clock.seconds < 2 * LONG_SECONDS))

    QTimer.singleShot(0, first)
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == [True, True]


def test_the_loop_keeps_no_clock_that_nobody_has(qtbot: QtBot) -> None:
    clock = TurnClock()
    kept = weakref.ref(clock)
    del clock
    gc.collect()
    assert kept() is None
    qtbot.wait(1)


def test_a_piece_waits_for_a_turn_that_is_not_long_but_not_for_ever(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns, done = Turns(), list[int]()

    def pieces():
        done.append(1)
        yield
        done.append(2)

    monkeypatch.setattr(TurnClock, "is_long", True)
    turns.begin(pieces)
    for _ in range(MOST_PUT_OFF):
        turns._take_turn()
    assert done == []
    turns._take_turn()
    assert done == [1]
    qtbot.waitUntil(lambda: turns.idle)
    assert done == [1, 2]
