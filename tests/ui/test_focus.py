"""Who has no mouse sees where the keyboard is, wherever it comes to."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from nnviz.engine.types import Array
from nnviz.lecture.files import find, read
from nnviz.ui.panels.table import PANELS
from nnviz.ui.window.lecture.giving import Giving
from tests.ui.every_window import PATIENCE, windows_beside

STRONG, SEEN = 60, 40
"""So many pixels change by so much, of 765."""


def picture(window: QWidget, place: QRect) -> Array:
    image = window.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return pixels[:, :, :3].astype(int)


def tab(qtbot, window: QWidget) -> QWidget:
    """Where the keyboard comes to next."""
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
    # What is painted some other time is not what the keyboard brings.
    QCoreApplication.processEvents()
    return QApplication.focusWidget()


def unseen(qtbot, window: QWidget, within: QWidget | None = None) -> list[str]:
    """What the keyboard comes to with Tab, and looks there as when it is elsewhere: once around, or within a part."""
    found, stops = [], []
    here = tab(qtbot, window) if within is None else first_stop(within)
    while here not in stops and (within is None or within.isAncestorOf(here)):
        stops.append(here)
        place = QRect(here.mapTo(window, QPoint(0, 0)), here.size()) & window.rect()
        before, came_from, here = picture(window, place), here, tab(qtbot, window)
        changed = (abs(picture(window, place) - before).sum(axis=2) > STRONG).sum()
        if here is not came_from and changed < SEEN:
            found.append(f"{type(came_from).__name__} {came_from.accessibleName()}")
    return found


def first_stop(within: QWidget) -> QWidget:
    """The keyboard is brought to the first thing in a part that Tab comes to."""
    stops = [each for each in within.findChildren(QWidget) if each.isVisible() and each.isEnabled()]
    first = next(each for each in stops if each.focusPolicy() & Qt.FocusPolicy.TabFocus)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QCoreApplication.processEvents()
    return QApplication.focusWidget()


def test_it_is_seen_all_around_the_window(open_app, qtbot):
    app = open_app()
    assert unseen(qtbot, app.window) == []


def test_it_is_seen_in_every_panel(open_app, qtbot):
    app = open_app("worked-example")
    found = {}
    for row in PANELS:
        app.window.panels.show((row.id,))
        app.window.panels.complete()
        qtbot.waitUntil(lambda: app.link.idle and app.controller.idle, timeout=PATIENCE)
        found[row.id] = unseen(qtbot, app.window, app.window.panels.docks[row.id])
    assert {name: stops for name, stops in found.items() if stops} == {}


def test_it_is_seen_in_every_window_beside_it(open_app, qtbot):
    app = open_app()
    found = {name: unseen(qtbot, window) for name, window in windows_beside(app, qtbot)}
    assert {name: stops for name, stops in found.items() if stops} == {}


def test_it_is_seen_in_a_tour(open_app, qtbot):
    app = open_app()
    lecturing = app.window.lecturing
    app.window.lectures.begin(Giving(reading=read(find("hidden-layers")), tour=True))
    qtbot.waitUntil(lambda: lecturing.giving and lecturing.idle, timeout=PATIENCE)
    assert unseen(qtbot, app.window) == []


def test_it_is_seen_on_what_leaves_the_window(open_app, qtbot):
    app = open_app()
    shelf = app.window.sharing.shelf
    shelf.add("Film", "circle.gif").show_progress(3, 10)
    shelf.add("Picture", "circle.png").show_files([Path("circle.png")])
    QCoreApplication.processEvents()
    assert unseen(qtbot, app.window, shelf) == []


def test_from_anywhere_it_comes_to_the_network_and_to_its_units(open_app, qtbot):
    app = open_app()
    window = app.window
    window.activateWindow()
    window.actions_["search_settings"].trigger()
    qtbot.waitUntil(lambda: not window.diagram.hasFocus() and QApplication.focusWidget() is not None)
    for _ in range(2):
        # What is being typed hears it first.
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(window.diagram.hasFocus)
    qtbot.keyClick(window.diagram, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: app.controller.moment.selection is not None)


def test_what_it_comes_to_is_scrolled_to(open_app, qtbot):
    app = open_app()
    app.window.panels.show(("experiment",))
    app.window.panels.complete()
    panel = app.window.panels.panel("experiment")
    (area,) = [each for each in panel.findChildren(QScrollArea) if each.verticalScrollBar().maximum() > 0]
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    first = next(each for each in area.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus)
    assert first.visibleRegion().isEmpty()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    assert not first.visibleRegion().isEmpty()
