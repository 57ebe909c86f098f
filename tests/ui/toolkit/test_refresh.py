import pytest
from PySide6.QtWidgets import QWidget

from nnviz.ui.toolkit.refresh import Refresh


def panel(qtbot, visible):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setVisible(visible)
    return widget


def test_of_many_requests_the_first_is_done_at_once_and_the_last_soon(qtbot):
    told, shown = [], []
    refresh = Refresh(panel(qtbot, visible=True), lambda: shown.append(told[-1]))
    for number in range(60):
        told.append(number)
        refresh.request()
        if number == 0:
            assert shown == [0]
    qtbot.waitUntil(lambda: shown[-1] == 59)
    assert not refresh.due and len(shown) < 10


def test_flushing_does_it_now_and_only_once(qtbot):
    calls = []
    refresh = Refresh(panel(qtbot, visible=True), lambda: calls.append(1))
    refresh.request()
    refresh.flush()
    refresh.flush()
    assert calls == [1]


def test_a_hidden_panel_is_never_refreshed(qtbot):
    calls = []
    widget = panel(qtbot, visible=False)
    refresh = Refresh(widget, lambda: calls.append(1))
    refresh.request()
    refresh.flush()
    assert calls == [] and refresh.due
    widget.show()
    refresh.flush()
    assert calls == [1]


def test_what_cannot_wait_is_done_at_once_however_lately_the_last_was(qtbot):
    calls = []
    refresh = Refresh(panel(qtbot, visible=True), lambda: calls.append(1))
    refresh.now()
    refresh.now()
    assert calls == [1, 1] and not refresh.due


def test_a_longer_interval_has_fewer_refreshes(qtbot, monkeypatch):
    now, calls = [100.0], []
    monkeypatch.setattr("nnviz.ui.toolkit.refresh.monotonic", lambda: now[0])
    refresh = Refresh(panel(qtbot, visible=True), lambda: calls.append(now[0]), interval=200)
    for _ in range(100):
        refresh.request()
        now[0] += 0.01
    assert calls == pytest.approx([100.0, 100.2, 100.4, 100.6, 100.8])
