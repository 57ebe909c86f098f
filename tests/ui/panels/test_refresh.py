from PySide6.QtWidgets import QWidget

from nnviz.ui.panels.refresh import Refresh


def panel(qtbot, visible):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setVisible(visible)
    return widget


def test_many_requests_are_one_refresh_soon(qtbot):
    calls = []
    refresh = Refresh(panel(qtbot, visible=True), lambda: calls.append(1))
    for _ in range(60):
        refresh.request()
    assert calls == []
    qtbot.waitUntil(lambda: calls == [1])
    assert not refresh.due


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
