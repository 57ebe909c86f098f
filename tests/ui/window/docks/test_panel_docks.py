"""The panels around the diagram: shown, hidden, behind each other, and out of the way when presenting."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nnviz.ui.app import App
from tests.ui.window.test_main_window import press

Open = Callable[..., App]


@pytest.fixture
def app(open_app: Open) -> Iterator[App]:
    return open_app()


def test_at_first_every_panel_is_there(app: App) -> None:
    assert set(app.window.panels.shown()) == set(app.window.panels.docks)


def test_a_key_brings_a_panel_forward_that_is_behind_another_and_then_hides_it(qtbot: QtBot, app: App) -> None:
    window = app.window
    assert window.panels.is_behind("data")
    press(qtbot, app, Qt.Key.Key_D)
    assert not window.panels.is_behind("data") and window.panels.panel("data").isVisible()
    assert not window.panels.panel("saturation").isVisible()
    press(qtbot, app, Qt.Key.Key_D)
    assert "data" not in window.panels.shown()


def test_presenting_hides_the_panels_and_each_can_be_shown_all_the_same(qtbot: QtBot, app: App) -> None:
    window = app.window
    press(qtbot, app, Qt.Key.Key_F5)
    assert window.panels.shown() == []
    press(qtbot, app, Qt.Key.Key_C)
    assert window.panels.shown() == ["explain"]
    press(qtbot, app, Qt.Key.Key_Escape)
    assert window.panels.shown() == [] and app.look.presenting
    press(qtbot, app, Qt.Key.Key_Escape)
    assert not app.look.presenting
    assert set(window.panels.shown()) == set(window.panels.docks)


def test_on_their_way_back_panels_wait_until_it_is_known_which_can_be_seen(qtbot: QtBot, app: App) -> None:
    window = app.window
    window.resize(1600, 1000)
    press(qtbot, app, Qt.Key.Key_F5)
    panels, data = window.panels, window.panels.docks["data"]
    kept = panels.arrangement()
    panels._kept = kept._replace(in_front=tuple("data" if name == "saturation" else name for name in kept.in_front))
    assert "saturation" in kept.in_front and data.panel is None
    app.look.set_presenting(False)
    panels.come_back()
    panels._stand_as_before()
    assert data.panel is None
    qtbot.waitUntil(lambda: data.panel is not None and data.panel.isVisible())


def test_a_view_without_panels_hides_those_too_that_will_be_seen(app: App) -> None:
    window = app.window
    window.hide()
    assert window.panels.in_front() == () != window.panels.shown()
    window.panels.show(())
    assert window.panels.shown() == []


def test_what_was_recalled_does_not_come_back_on_the_way_to_the_stage(app: App) -> None:
    window = app.window
    window.resize(1600, 1000)
    window.panels.recall(window.panels.arrangement().layout.data(), window.panels.in_front())
    window.panels.before_presenting()
    window.resize(1700, 1050)
    assert window.panels.shown() == []


def test_chosen_tabs_are_in_front_again_after_presenting(qtbot: QtBot, app: App) -> None:
    window = app.window
    window.resize(1600, 1000)
    for key in (Qt.Key.Key_D, Qt.Key.Key_Y):
        press(qtbot, app, key)
    chosen = window.panels.in_front()
    assert {"data", "results"} <= set(chosen)
    back = Qt.Key.Key_Escape
    for keys in ((Qt.Key.Key_F5, back), (Qt.Key.Key_F5, Qt.Key.Key_U, back, back)):
        for key in keys:
            press(qtbot, app, key)
        qtbot.waitUntil(lambda: window.panels.in_front() == chosen)
    assert not app.look.presenting


def test_what_is_hidden_is_hidden_the_next_time_too(qtbot: QtBot, open_app: Open, settings: Path) -> None:
    first = open_app()
    press(qtbot, first, Qt.Key.Key_C)
    first.window.close()
    assert "explain" not in open_app().window.panels.shown()


def test_maps_for_the_data_are_asked_for_only_while_the_panel_is_seen(qtbot: QtBot, app: App) -> None:
    # What comes forward in its place is no panel that has maps of its own.
    app.window.panels.toggle("units", True)
    app.window.panels.toggle("units", False)
    press(qtbot, app, Qt.Key.Key_M)
    assert app.controller.wanted.maps == 0
    press(qtbot, app, Qt.Key.Key_D)
    assert app.controller.wanted.maps > 0
    press(qtbot, app, Qt.Key.Key_D)
    assert app.controller.wanted.maps == 0


def test_units_have_their_maps_where_the_network_has_none(qtbot: QtBot, app: App) -> None:
    press(qtbot, app, Qt.Key.Key_M)
    press(qtbot, app, Qt.Key.Key_U)
    assert app.controller.wanted.maps > 0
    maps = app.window.panels.panel("units").maps
    qtbot.waitUntil(lambda: maps.isVisible() and len(maps.cells) > 0)
