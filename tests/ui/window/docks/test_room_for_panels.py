"""Where type is so large that panels have no room beside each other, they share one place; and back."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QTabBar
from pytestqt.qtbot import QtBot

from nnviz.ui.app import App
from nnviz.ui.window.docks.dock_places import CENTRE_SHARE, LEFT_LEAST, RIGHT_LEAST
from nnviz.view import View

Open = Callable[..., App]


@pytest.fixture
def app(open_app: Open) -> Iterator[App]:
    return open_app()


def enlarge(qtbot: QtBot, app: App, scale: float) -> None:
    app.look.set_scale(scale)
    app.window.panels.places.arrange()
    qtbot.waitUntil(lambda: tabs_fit(app))


def bars(app: App) -> list[QTabBar]:
    return [bar for bar in app.window.findChildren(QTabBar) if bar.isVisible()]


def tabs_fit(app: App) -> bool:
    return all(
        bar.tabRect(place).width() >= QFontMetricsF(bar.font()).horizontalAdvance(bar.tabText(place))
        and bar.rect().contains(bar.tabRect(place))
        for bar in bars(app)
        for place in range(bar.count())
    )


def test_with_large_type_what_was_seen_is_in_tabs_of_one_place_and_comes_apart_again(qtbot: QtBot, app: App) -> None:
    panels = app.window.panels
    assert not panels.places.are_together and panels.in_front() == View().panels
    shown = set(panels.shown())
    enlarge(qtbot, app, 1.5)
    assert panels.places.are_together and set(panels.shown()) == set(View().panels)
    assert [bar.count() for bar in bars(app)] == [len(View().panels)]
    seen = [name for name, dock in panels.docks.items() if dock.is_in_front]
    assert seen == ["experiment"]
    panel = panels.panel("experiment")
    assert panel.width() >= panel.minimumSizeHint().width()
    assert app.window.view().panels == View().panels, "what could be seen with more room is not forgotten"
    enlarge(qtbot, app, 0.75)
    assert not panels.places.are_together and panels.in_front() == View().panels
    assert set(panels.shown()) == shown


def test_what_is_shown_and_hidden_meanwhile_is_so_afterwards(qtbot: QtBot, app: App) -> None:
    panels = app.window.panels
    enlarge(qtbot, app, 1.5)
    # The first time it comes forward, the second time it goes.
    panels.toggle("loss", False)
    qtbot.waitUntil(panels.panel("loss").isVisible)
    panels.toggle("loss", False)
    panels.toggle("data", True)
    qtbot.waitUntil(panels.panel("data").isVisible)
    enlarge(qtbot, app, 0.75)
    assert "loss" not in panels.shown()
    qtbot.waitUntil(lambda: panels.panel("data").isVisible() and not panels.panel("saturation").isVisible())


def test_a_view_is_shown_in_tabs_too(qtbot: QtBot, app: App) -> None:
    panels = app.window.panels
    enlarge(qtbot, app, 1.5)
    panels.show(("results", "experiment"))
    assert panels.in_front() == ("results", "experiment") and set(panels.shown()) == {"results", "experiment"}
    assert panels.panel("results").isVisible()


def test_large_type_is_no_reason_to_forget_how_panels_stood(qtbot: QtBot, open_app: Open, settings: Path) -> None:
    first = open_app()
    first.window.panels.toggle("explain", False)
    enlarge(qtbot, first, 1.5)
    seen = first.window.panels.in_front()
    first.window.close()
    second = open_app()
    assert second.window.panels.in_front() == seen and "explain" not in second.window.panels.shown()


def test_a_window_that_changes_its_size_while_panels_change_their_places_is_followed_once_they_stand(
    qtbot: QtBot, app: App
) -> None:
    window, sizes, turned = app.window, [(1500, 900), (700, 500)], []

    def turn() -> None:
        # As where a panel that comes to be seen needs more room than there is.
        if len(turned) < 40:
            turned.append(window.width())
            window.resize(*sizes[len(turned) % 2])

    for dock in window.panels.docks.values():
        dock.visibilityChanged.connect(turn)
    for size in sizes * 4:
        window.resize(*size)
        QApplication.processEvents()
    assert turned
    for dock in window.panels.docks.values():
        dock.visibilityChanged.disconnect(turn)
    for room, together in ((1500, False), (700, True)):
        window.resize(room, room * 3 // 5)
        qtbot.waitUntil(lambda together=together: window.panels.places.are_together is together)


@pytest.mark.parametrize("scale", [0.75, 1.0, 1.5])
def test_no_tab_is_cut_and_no_bar_is_left_behind(qtbot: QtBot, app: App, scale: float) -> None:
    enlarge(qtbot, app, scale)
    centre = app.window.centralWidget().geometry()
    assert bars(app) and not any(bar.geometry().intersects(centre) for bar in bars(app))


@pytest.mark.parametrize("scale", [0.75, 1.0, 1.2])
def test_side_by_side_every_column_has_what_it_needs(qtbot: QtBot, app: App, scale: float) -> None:
    enlarge(qtbot, app, scale)
    assert not app.window.panels.places.are_together
    for name in View().panels:
        panel = app.window.panels.panel(name)
        qtbot.waitUntil(lambda panel=panel: panel.width() >= panel.minimumSizeHint().width())
    assert app.window.centralWidget().width() >= app.window.centralWidget().minimumSizeHint().width()


def test_where_the_window_is_narrow_the_network_keeps_its_share_of_it(qtbot: QtBot, app: App) -> None:
    app.window.resize(1024, 768)
    places, centre = app.window.panels.places, app.window.centralWidget()
    qtbot.waitUntil(lambda: app.window.width() == 1024 and centre.width() >= 0.98 * CENTRE_SHARE * 1024)
    assert not places.are_together
    assert app.window.panels.docks["loss"].width() >= app.look.px(RIGHT_LEAST)


def test_columns_that_were_left_as_strips_are_wide_enough_the_next_time(
    qtbot: QtBot, open_app: Open, settings: Path
) -> None:
    least = {"experiment": LEFT_LEAST, "loss": RIGHT_LEAST}
    first = open_app()
    docks = [first.window.panels.docks[name] for name in least]
    first.window.resizeDocks(docks, [21, 60], Qt.Orientation.Horizontal)
    qtbot.waitUntil(lambda: all(dock.width() < 200 for dock in docks))
    first.window.close()
    second = open_app().window
    for name, width in least.items():
        dock = second.panels.docks[name]
        qtbot.waitUntil(lambda dock=dock, width=width: dock.width() >= second.look.px(width))


def test_columns_that_were_left_narrow_but_wide_enough_stay_so(qtbot: QtBot, open_app: Open, settings: Path) -> None:
    first = open_app()
    dock, width = first.window.panels.docks["loss"], first.look.px(RIGHT_LEAST) + 12
    first.window.resizeDocks([dock], [width], Qt.Orientation.Horizontal)
    qtbot.waitUntil(lambda: dock.width() == width)
    first.window.close()
    second = open_app().window
    qtbot.waitUntil(lambda: second.panels.docks["loss"].width() == width)


def test_no_tab_is_cut_in_another_theme(qtbot: QtBot, app: App) -> None:
    app.window.resize(1024, 768)
    qtbot.waitUntil(lambda: app.window.panels.docks["loss"].width() < 330 and tabs_fit(app))
    for theme in ("projector", "dark", "light"):
        app.look.set_theme(theme)
        QApplication.processEvents()
        qtbot.waitUntil(lambda: tabs_fit(app))
