"""Where the docks of the panels stand: in their usual spots, one under the other, or as the user has put them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QMainWindow, QTabWidget

from nnviz.ui.look.look import Look
from nnviz.ui.panels.table import PANELS, Spot
from nnviz.ui.window.docks import PanelDock
from nnviz.view import PanelName

LAYOUT_VERSION = 2
"""Of what Qt remembers of the docks: that of another version is not taken."""

LEFT_WIDTH, RIGHT_WIDTH = 304, 540
"""Pixels at the usual type size."""

LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea


class DockPlaces:
    """Puts docks into a window, and moves them where they are to stand. Which can be seen is said elsewhere.

    Attributes:
        are_usual: Whether the user has moved none.
    """

    def __init__(self, window: QMainWindow, look: Look, docks: Mapping[PanelName, PanelDock]) -> None:
        self._window, self._look, self._docks = window, look, docks
        self._spots = {row.id: row.spot for row in PANELS}
        self._stacked = False
        self.are_usual = True
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        for name, dock in docks.items():
            window.addDockWidget(self._area(name), dock)
        # Qt moves docks out of tabs and back only as a whole: what is not in the state it is given stays in its tabs.
        self._apart = self.layout()
        self._join()
        self._joined = self.layout()

    def layout(self) -> QByteArray:
        """How they stand, as Qt writes it."""
        return self._window.saveState(LAYOUT_VERSION)

    def restore(self, layout: QByteArray | bytes) -> bool:
        """Let them stand so again. Returns whether Qt could make something of it."""
        return self._window.restoreState(layout, LAYOUT_VERSION)

    def position(self, name: PanelName) -> tuple[bool, int, int]:
        """What orders them from left to right and down."""
        dock = self._docks[name]
        return self._area(name) != LEFT, dock.y(), dock.x()

    def arrange(self) -> bool:
        """As wide and as high as they are until the user has moved one. Returns whether that is so."""
        if self.are_usual:
            px = self._look.px
            stacked = [self._foremost(spot) for spot in Spot if spot is not Spot.LEFT]
            first = [self._foremost(Spot.LEFT), stacked[0]]
            self._window.resizeDocks(first, [px(LEFT_WIDTH), px(RIGHT_WIDTH)], Qt.Orientation.Horizontal)
            heights = [px(spot.value) for spot in Spot if spot is not Spot.LEFT]
            self._window.resizeDocks(stacked, heights, Qt.Orientation.Vertical)
        return self.are_usual

    def make_room(self, panels: tuple[PanelName, ...]) -> None:
        """Put these elsewhere where they would cover each other, or stand in another order."""
        usual = self._is_usual_order(panels)
        if self.are_usual and usual and self._stacked:
            self.restore(self._joined)
            self._stacked = False
        elif not usual and (self.are_usual or self._cover_each_other(panels)):
            self._stack(panels)

    def _area(self, name: PanelName) -> Qt.DockWidgetArea:
        return LEFT if self._spots[name] is Spot.LEFT else RIGHT

    def _of(self, spot: Spot) -> list[PanelDock]:
        return [self._docks[row.id] for row in PANELS if row.spot is spot]

    def _foremost(self, spot: Spot) -> PanelDock:
        """Of the panels of a spot the one that can be seen, else the first."""
        docks = self._of(spot)
        return next((dock for dock in docks if dock.is_in_front), docks[0])

    def _join(self) -> None:
        """Those of a spot as tabs, the first in front."""
        for spot in Spot:
            first, *others = self._of(spot)
            for other in others:
                self._window.tabifyDockWidget(first, other)
            first.raise_()

    def _stack(self, panels: tuple[PanelName, ...]) -> None:
        """These one under the other, without tabs, and the others out of sight."""
        self.restore(self._apart)
        for name, dock in self._docks.items():
            if name not in panels:
                dock.hide()
        for name in panels:
            # Once more, so that it comes to stand under those before it.
            self._window.addDockWidget(self._area(name), self._docks[name])
            self._docks[name].bring()
        self._stacked = True

    def _cover_each_other(self, panels: tuple[PanelName, ...]) -> bool:
        """Whether some of these share a place, wherever the user has put them."""
        for name in panels:
            # Of what is hidden Qt does not say with what it shares its place.
            self._docks[name].bring()
        docks = {self._docks[name] for name in panels}
        return any(docks.intersection(self._window.tabifiedDockWidgets(dock)) for dock in docks)

    def _is_usual_order(self, panels: tuple[PanelName, ...]) -> bool:
        """Whether each of these has a spot of its own, from top to bottom."""
        right = [self._spots[name] for name in panels if self._spots[name] is not Spot.LEFT]
        return right == [spot for spot in Spot if spot in right]
