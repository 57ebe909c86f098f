"""Cycles are collected on the thread of the widgets alone."""

import gc
from threading import Thread, current_thread

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from nnviz.ui.look.turn_clock import TurnClock
from nnviz.ui.toolkit.collector import MOST_PUT_OFF, WHOLE_ANYWAY, WHOLE_EVERY, Collector


class Knot:
    """A cycle that notes on which thread it ends."""

    def __init__(self, ends: list[Thread]) -> None:
        self.ends, self.itself = ends, self

    def __del__(self) -> None:
        self.ends.append(current_thread())


@pytest.fixture
def collector(qapp):
    was_on = gc.isenabled()
    collector = Collector()
    yield collector
    collector.close()
    if not was_on:
        gc.disable()


def test_cycles_made_on_another_thread_end_on_this_one(qtbot: QtBot, collector: Collector) -> None:
    ends: list[Thread] = []
    other = Thread(target=lambda: [Knot(ends) for _ in range(5000)])
    other.start()
    other.join()
    qtbot.waitUntil(lambda: len(ends) == 5000)
    assert set(ends) == {current_thread()}


def old_knot(ends: list[Thread]) -> None:
    """A cycle that nobody has any more, among those that live long."""
    knot = Knot(ends)
    gc.collect()
    del knot


def test_what_has_lived_long_is_collected_soon_after_nobody_has_it_any_more(qtbot: QtBot, collector: Collector) -> None:
    ends: list[Thread] = []
    old_knot(ends)
    for _ in range(WHOLE_ANYWAY):
        collector.collect()
    qtbot.waitUntil(lambda: ends == [current_thread()])


def test_after_a_window_has_gone_it_is_collected_sooner(qtbot: QtBot, qapp: QApplication) -> None:
    window = QWidget()
    collector, ends = Collector(), list[Thread]()
    try:
        old_knot(ends)
        for _ in range(WHOLE_EVERY):
            collector.collect()
        assert not collector._whole.isActive()
        delete(window)
        collector.collect()
        qtbot.waitUntil(lambda: ends == [current_thread()])
    finally:
        collector.close()


def test_everything_is_looked_through_in_a_turn_without_anything_else(
    qtbot: QtBot, collector: Collector, monkeypatch: pytest.MonkeyPatch
) -> None:
    ends: list[Thread] = []
    old_knot(ends)
    monkeypatch.setattr(TurnClock, "seconds", 1.0)
    for _ in range(WHOLE_ANYWAY):
        collector.collect()
    collector._collect_all()
    assert ends == [] and collector._whole.isActive()
    monkeypatch.undo()
    qtbot.waitUntil(lambda: ends == [current_thread()])


def test_nor_does_it_wait_for_such_a_turn_for_ever(
    qtbot: QtBot, collector: Collector, monkeypatch: pytest.MonkeyPatch
) -> None:
    ends: list[Thread] = []
    old_knot(ends)
    monkeypatch.setattr(TurnClock, "seconds", 1.0)
    for _ in range(MOST_PUT_OFF):
        collector._collect_all()
    assert ends == []
    collector._collect_all()
    assert ends == [current_thread()]


def test_what_there_is_when_it_begins_is_looked_through_no_more(collector: Collector) -> None:
    collector.close()
    kept = [[] for _ in range(1000)]
    assert any(each is kept for each in gc.get_objects())
    again = Collector()
    later = [[] for _ in range(1000)]
    assert not any(each is kept for each in gc.get_objects())
    assert any(each is later for each in gc.get_objects()), "as a window is, which goes"
    again.close()


def test_closed_it_leaves_python_as_it_was(collector: Collector) -> None:
    assert not gc.isenabled()
    collector.close()
    assert gc.isenabled() and not gc.get_freeze_count()
