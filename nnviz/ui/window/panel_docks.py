"""The panels around the diagram: which share a place, how large they are at first, and what happens when presenting."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabWidget

from nnviz.ui.actions.actions import Actions
from nnviz.ui.look.look import Look
from nnviz.ui.names.translation import translate
from nnviz.ui.panels.panel import Panel
from nnviz.ui.panels.table import PANELS, PanelRow, Spot
from nnviz.ui.window.docks import PanelDock
from nnviz.view import PanelName, View

LAYOUT_VERSION = 2
"""Of what Qt remembers of the docks: that of another version is not taken."""

LEFT_WIDTH, RIGHT_WIDTH = 304, 540
"""Pixels at the usual type size."""

PRESENTED_SHARE = 0.4
"""Of the window's width, for panels that are shown while presenting."""

LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea


class Arrangement(NamedTuple):
    """Where everything stands, and which panels are shown."""

    maximised: bool
    shown: dict[PanelName, bool]
    in_front: tuple[PanelName, ...]
    geometry: QByteArray
    layout: QByteArray


class PanelDocks(QObject):
    """Puts panels into docks of a window, shows and hides them, and remembers how they stood before presenting.

    Its methods are many because Qt's docks need telling: what is shown, what is in front, where it stands, how wide.

    Args:
        make: Makes the panel of a row, when it is first seen.

    Signals:
        shown_changed(): Other panels can be seen now.
    """

    shown_changed = Signal()

    def __init__(
        self, window: QMainWindow, look: Look, actions: Actions, make: Callable[[PanelRow], Panel[Any]]
    ) -> None:
        super().__init__(window)
        self._window, self._look, self._make = window, look, make
        self._before_presenting: Arrangement | None = None
        self._order: tuple[PanelName, ...] = ()
        self._stacked = False
        self.layout_is_usual = True
        self.docks: dict[PanelName, PanelDock] = {}
        self._rows = {row.id: row for row in PANELS}
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        for row in PANELS:
            self._add(row, actions)
        # Qt moves docks out of tabs and back only as a whole: what is not in the state it is given stays in its tabs.
        self._apart = window.saveState(LAYOUT_VERSION)
        self._join()
        self._joined = window.saveState(LAYOUT_VERSION)

    def _add(self, row: PanelRow, actions: Actions) -> None:
        title = translate("Panels", row.title)
        dock = PanelDock(row.id, title, partial(self._make, row), self._window)
        self.docks[row.id] = dock
        self._window.addDockWidget(self._area(row.id), dock)
        action = actions[f"panel_{row.id}"]
        dock.visibilityChanged.connect(lambda _: action.setChecked(not dock.isHidden()))
        dock.visibilityChanged.connect(lambda _: self.shown_changed.emit())

    # ---- showing and hiding --------------------------------------------------------------------------------------

    def begin(self) -> None:
        """There is a network on screen: make the panels that can be seen, one after the other."""
        if any(dock.begin() for dock in self.docks.values()):
            QTimer.singleShot(0, self, self.begin)

    def complete(self) -> None:
        """Make at once the panels that can be seen."""
        for dock in self.docks.values():
            dock.begin()

    def panel(self, name: PanelName) -> Panel[Any]:
        """A panel; it is made now if it has not been yet."""
        return self.docks[name].made()

    def toggle(self, name: PanelName, shown: bool) -> None:
        """Show a panel, in front of those that share its place; or hide it. One that is behind others comes forward."""
        dock = self.docks[name]
        if not shown and self.is_behind(name):
            shown = True
        if shown:
            dock.made()
        if shown and self._look.presenting:
            # One beside the diagram is as much as the back row can read.
            for other in self.docks.values():
                other.setVisible(other is dock)
        dock.setVisible(shown)
        if shown:
            dock.raise_()
            if self._look.presenting:
                width = round(PRESENTED_SHARE * self._window.width())
                self._window.resizeDocks([dock], [width], Qt.Orientation.Horizontal)
            elif self.layout_is_usual:
                self.arrange_usually()
        self.shown_changed.emit()

    def is_behind(self, name: PanelName) -> bool:
        """Whether a panel is there, but another one of its place is in front of it."""
        dock = self.docks[name]
        return not dock.isHidden() and not dock.is_in_front

    def shown(self) -> list[PanelName]:
        """The names of the panels that are there, also behind others."""
        return [name for name, dock in self.docks.items() if not dock.isHidden()]

    def in_front(self) -> tuple[PanelName, ...]:
        """The names of the panels that can be seen: as they were asked for, or else from left to right and down."""
        seen = [name for name, dock in self.docks.items() if dock.is_in_front]
        if set(seen) == set(self._order):
            return self._order
        return tuple(sorted(seen, key=self._position))

    def _position(self, name: PanelName) -> tuple[bool, int, int]:
        dock = self.docks[name]
        return self._area(name) != LEFT, dock.y(), dock.x()

    def show(self, panels: tuple[PanelName, ...]) -> None:
        """Let just these be seen, in this order; what shares a place with one of them stays behind it."""
        if panels == self.in_front():
            return
        self._place(panels)
        siblings = {other for name in panels for other in self._window.tabifiedDockWidgets(self.docks[name])}
        for name, dock in self.docks.items():
            if name in panels:
                dock.bring()
            elif dock not in siblings:
                dock.hide()
        self._order = panels
        if self.layout_is_usual:
            self.arrange_usually()
        self.shown_changed.emit()

    def hide_all(self) -> None:
        """Out of the way."""
        for dock in self.docks.values():
            dock.hide()
        self.shown_changed.emit()

    # ---- presenting ----------------------------------------------------------------------------------------------

    def before_presenting(self) -> None:
        """Remember how everything stands, and hide it."""
        self._before_presenting = self.arrangement()
        self.hide_all()

    def after_presenting(self) -> bool:
        """Show what was shown before. Returns whether the window was maximised."""
        before = self._before_presenting
        for name, dock in self.docks.items():
            dock.setVisible(before is None or before.shown[name])
        # As wide and as high as they were, once the window has its size again.
        QTimer.singleShot(0, self, self._stand_as_before)
        return before is not None and before.maximised

    def _stand_as_before(self) -> None:
        if self._before_presenting is None or self._look.presenting:
            return
        if self.layout_is_usual:
            self.arrange_usually()
        else:
            self._window.restoreState(self._before_presenting.layout, LAYOUT_VERSION)

    # ---- where they stand ----------------------------------------------------------------------------------------

    def arrangement(self) -> Arrangement:
        """How everything stands; while presenting, how it stood before."""
        if self._look.presenting and self._before_presenting is not None:
            return self._before_presenting
        return Arrangement(
            maximised=self._window.isMaximized(),
            shown={name: not dock.isHidden() for name, dock in self.docks.items()},
            in_front=self.in_front(),
            geometry=self._window.saveGeometry(),
            layout=self._window.saveState(LAYOUT_VERSION),
        )

    def arrange_usually(self) -> None:
        """As wide and as high as they are until the user has moved one."""
        px = self._look.px
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        stacked = [self._foremost(spot) for spot in Spot if spot is not Spot.LEFT]
        first = [self._foremost(Spot.LEFT), stacked[0]]
        self._window.resizeDocks(first, [px(LEFT_WIDTH), px(RIGHT_WIDTH)], across)
        heights = [px(spot.value) for spot in Spot if spot is not Spot.LEFT]
        self._window.resizeDocks(stacked, heights, down)

    def set_arranging(self, arranging: bool) -> None:
        """Title bars, to drag, float and close panels by."""
        self.layout_is_usual = False
        # From here on, where they stand says in which order they do.
        self._order = ()
        for dock in self.docks.values():
            dock.set_arranging(arranging)

    def recall(self, layout: bytes | None, panels: tuple[PanelName, ...]) -> None:
        """Stand as the last time. Where Qt does not know any more how that was, these panels are seen."""
        self.layout_is_usual = layout is None or not self._window.restoreState(layout, LAYOUT_VERSION)
        panels = tuple(dict.fromkeys(panels))
        if not self.layout_is_usual:
            self._order = panels
        elif panels != View().panels:
            self.show(panels)

    def _area(self, name: PanelName) -> Qt.DockWidgetArea:
        return LEFT if self._rows[name].spot is Spot.LEFT else RIGHT

    def _foremost(self, spot: Spot) -> QDockWidget:
        """Of the panels of a spot the one that can be seen, else the first."""
        docks = [self.docks[row.id] for row in PANELS if row.spot is spot]
        return next((dock for dock in docks if dock.is_in_front), docks[0])

    def _join(self) -> None:
        """Those of a spot as tabs, the first in front."""
        for spot in Spot:
            first, *others = [self.docks[row.id] for row in PANELS if row.spot is spot]
            for other in others:
                self._window.tabifyDockWidget(first, other)
            first.raise_()

    def _stand_usually(self) -> None:
        """Each in its spot, the first of a spot in front."""
        self._window.restoreState(self._joined, LAYOUT_VERSION)
        self._stacked = False

    def _stack(self, panels: tuple[PanelName, ...]) -> None:
        """These one under the other, without tabs, and the others out of sight."""
        self._window.restoreState(self._apart, LAYOUT_VERSION)
        for name, dock in self.docks.items():
            if name not in panels:
                dock.hide()
        for name in panels:
            # Once more, so that it comes to stand under those before it.
            self._window.addDockWidget(self._area(name), self.docks[name])
            self.docks[name].bring()
        self._stacked = True

    def _place(self, panels: tuple[PanelName, ...]) -> None:
        """Make room for these where they would cover each other, or stand in another order."""
        usual = self._is_usual_order(panels)
        if self.layout_is_usual and usual and self._stacked:
            self._stand_usually()
        elif not usual and (self.layout_is_usual or self._cover_each_other(panels)):
            self._stack(panels)

    def _cover_each_other(self, panels: tuple[PanelName, ...]) -> bool:
        """Whether some of these share a place, wherever the user has put them."""
        for name in panels:
            # Of what is hidden Qt does not say with what it shares its place.
            self.docks[name].bring()
        docks = {self.docks[name] for name in panels}
        return any(docks.intersection(self._window.tabifiedDockWidgets(dock)) for dock in docks)

    def _is_usual_order(self, panels: tuple[PanelName, ...]) -> bool:
        """Whether each of these has a spot of its own, from top to bottom."""
        right = [self._rows[name].spot for name in panels if self._rows[name].spot is not Spot.LEFT]
        return right == [spot for spot in Spot if spot in right]
