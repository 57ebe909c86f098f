"""Where the docks of the panels stand: in their usual spots, one under the other, or as the user has put them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer
from PySide6.QtWidgets import QMainWindow, QTabBar, QTabWidget

from nnviz.ui.look.look import Look
from nnviz.ui.panels.table import PANELS, Spot
from nnviz.ui.toolkit.soon import soon
from nnviz.ui.window.docks.docks import PanelDock
from nnviz.ui.window.docks.tab_bars import TabBars
from nnviz.view import PanelName

LAYOUT_VERSION = 2
"""Of what Qt remembers of the docks: that of another version is not taken."""

SETTLED_MILLISECONDS = 500
"""From when a window is seen until it has the size that it is given."""

LEFT_WIDTH, RIGHT_WIDTH = 304, 540
"""Pixels at the usual type size."""

LEFT_LEAST, CENTRE_LEAST, RIGHT_LEAST, GAPS = 290, 360, 330, 40
"""Pixels at the usual type size below which columns do not stand side by side, and what is around and between them."""

CENTRE_SHARE = 0.45
"""Of the window's width, for the network: the right gives way to it until it has no more than it needs."""

ROW_LEAST, HEAD = 170, 80
"""The same for panels one under the other, and what is above them."""

PRESENTED_SHARE = 0.46
"""Of the window's width, for a panel beside the network that is presented."""

TOGETHER_SHARE = 0.44
"""Of the window's width for panels that share one place."""

LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea


class DockPlaces(QObject):
    """Puts docks into a window, and moves them where they are to stand. Which can be seen is said elsewhere.

    Where there is no room for them side by side, or one under the other, they share one place, as tabs.

    Its methods are one thing, in small steps: how docks stand now, how they stood, and what Qt is asked for in between.

    Attributes:
        are_usual: Whether the user has moved none.
        in_front: While they share one place: those that could be seen with more room.
    """

    def __init__(self, window: QMainWindow, look: Look, docks: Mapping[PanelName, PanelDock]) -> None:
        super().__init__(window)
        self._window, self._look, self._docks = window, look, docks
        self._tabs = TabBars(window, look)
        self._spots = {row.id: row.spot for row in PANELS}
        self._stacked = False
        self.are_usual = True
        self.in_front: tuple[PanelName, ...] = ()
        self._before: QByteArray | None = None
        self._recalled: tuple[QByteArray, tuple[PanelName, ...]] | None = None
        self._restoring = self._missed = False
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MILLISECONDS)
        self._settled.timeout.connect(self.keep_as_it_is)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        for name, dock in docks.items():
            window.addDockWidget(self._area(name), dock)
        # Qt moves docks out of tabs and back only as a whole: what is not in the state it is given stays in its tabs.
        self._apart = self.layout()
        self._join()
        self._joined = self.layout()
        self._bring_together()
        self._together = self.layout()
        self.restore(self._joined)
        self._factor = look.factor
        look.changed.connect(self._follow)

    def _follow(self) -> None:
        """Larger type needs more room."""
        if self._look.factor != self._factor:
            self._factor = self._look.factor
            self._arrange()

    def layout(self) -> QByteArray:
        """How they stand, or would with more room, as Qt writes it."""
        recalled = self._recalled[0] if self._recalled is not None else None
        return self._before or recalled or self._window.saveState(LAYOUT_VERSION)

    def restore(self, layout: QByteArray | bytes) -> bool:
        """Let them stand so again. Returns whether Qt could make something of it."""
        self.keep_as_it_is()
        return self._restore(layout)

    def _restore(self, layout: QByteArray | bytes) -> bool:
        if self._restoring:
            return False
        window, old = self._window, self._window.findChildren(QTabBar)
        state = window.windowState()
        if not window.isVisible():
            # WORKAROUND: of a window that is going to be as large as the screen, Qt keeps what it has restored, to do
            # it again once it is; where something else has been restored meanwhile, that ends the process.
            window.setWindowState(Qt.WindowState.WindowNoState)
        self._restoring = True
        try:
            done = window.restoreState(layout, LAYOUT_VERSION)
        finally:
            self._restoring = False
        window.setWindowState(state)
        if self._missed:
            self._missed = False
            soon(self, self._arrange)
        if done:
            for bar in old:
                # Qt makes others, and leaves these where they were, behind the centre and in its gaps.
                bar.hide()
        return done

    def recall(self, layout: bytes, seen: tuple[PanelName, ...]) -> bool:
        """Let them stand as the last time, and again with each size that the window comes to in being shown.

        ``seen`` are those that could be seen. Returns whether Qt could make something of it.
        """
        if not self._restore(layout):
            return False
        self._recalled = QByteArray(layout), seen
        return True

    def follow_window(self) -> None:
        """The window has another size."""
        seen = None
        if self._recalled is not None and self._window.isVisible():
            layout, seen = self._recalled
            if not (self.are_together or self._look.presenting):
                self._restore(layout)
            if not self._settled.isActive():
                self._settled.start()
        self._arrange(seen)
        if seen is not None:
            self._widen(seen)

    def keep_as_it_is(self) -> None:
        """What was recalled is not restored again, whatever size the window comes to."""
        self._recalled = None

    def position(self, name: PanelName) -> tuple[bool, int, int]:
        """What orders them from left to right and down."""
        dock = self._docks[name]
        return self._area(name) != LEFT, dock.y(), dock.x()

    def arrange(self, seen: tuple[PanelName, ...] | None = None) -> bool:
        """As wide and as high as they are until the user has moved one. Returns whether that is so.

        ``seen`` are those that are to be seen, where they have just been put there: Qt does not know it yet.
        """
        self.keep_as_it_is()
        return self._arrange(seen)

    def _arrange(self, seen: tuple[PanelName, ...] | None = None) -> bool:
        if self._restoring:
            # Docks that come and go may make the window larger. Where Qt restores one layout in the midst of another,
            # it goes on with what it has deleted: the process ends.
            self._missed = True
        elif self._look.presenting:
            docks = [dock for dock in self._docks.values() if not dock.isHidden()]
            width = round(PRESENTED_SHARE * self._window.width())
            self._window.resizeDocks(docks, [width] * len(docks), Qt.Orientation.Horizontal)
        elif not all(dock.isHidden() for dock in self._docks.values()):
            # On its way to the stage a window changes its size, and none of those that it hides is to come back.
            if seen is None:
                seen = tuple(name for name, dock in self._docks.items() if dock.is_in_front)
            if self.have_room(self.in_front if self.are_together else seen) == self.are_together:
                self._part() if self.are_together else self._share(seen)
            if self.are_together or self.are_usual:
                self._size()
            # Once Qt has laid them out.
            soon(self._tabs, self._tabs.fit)
        return self.are_usual

    @property
    def are_together(self) -> bool:
        """Whether they share one place, as tabs."""
        return self._before is not None

    def have_room(self, seen: tuple[PanelName, ...]) -> bool:
        """Whether these have room beside each other."""
        left = sum(self._area(name) == LEFT for name in seen)
        right = [self._spots[name] for name in seen if self._area(name) != LEFT]
        columns = CENTRE_LEAST + GAPS + LEFT_LEAST * (left > 0) + RIGHT_LEAST * bool(right)
        # Unless they have been put one under the other, those of a spot share it.
        stacked = self._stacked or self.are_together
        rows = HEAD + ROW_LEAST * max(left, len(right) if stacked else len(set(right))) if self.are_usual else 0
        return self._window.width() >= self._look.px(columns) and self._window.height() >= self._look.px(rows)

    def note(self, name: PanelName, shown: bool) -> None:
        """The user has shown or hidden one while they share a place."""
        others = (other for other in self.in_front if self._spots[other] is not self._spots[name] or not shown)
        self.in_front = (*(other for other in others if other != name), *((name,) if shown else ()))

    def _size(self) -> None:
        px, across, down = self._look.px, Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        if self.are_together:
            foremost = [dock for dock in self._docks.values() if dock.is_in_front][:1]
            share = round(self._window.width() * TOGETHER_SHARE)
            self._window.resizeDocks(foremost, [share] * len(foremost), across)
            return
        stacked = [self._foremost(spot) for spot in Spot if spot is not Spot.LEFT]
        heights = [px(spot.value) for spot in Spot if spot is not Spot.LEFT]
        seen = [dock for name, dock in self._docks.items() if dock.is_in_front and self._area(name) != LEFT]
        if not set(seen) <= set(stacked):
            # Several of one spot: one as high as the other.
            stacked, heights = seen, [self._window.height()] * len(seen)
        widths = self._widths()
        self._window.resizeDocks([self._foremost(Spot.LEFT), stacked[0]], [widths[LEFT], widths[RIGHT]], across)
        self._window.resizeDocks(stacked, heights, down)

    def _widths(self) -> dict[Qt.DockWidgetArea, int]:
        """How wide the columns are at the left and at the right, until the user has made them others."""
        px, whole = self._look.px, self._window.width()
        # The centre keeps what it needs, and its share: the right gives way first.
        room = whole - px(GAPS) - max(px(CENTRE_LEAST), round(CENTRE_SHARE * whole))
        right = min(px(RIGHT_WIDTH), max(px(RIGHT_LEAST), room - px(LEFT_WIDTH)))
        return {LEFT: min(px(LEFT_WIDTH), max(px(LEFT_LEAST), room - right)), RIGHT: right}

    def _widen(self, seen: tuple[PanelName, ...]) -> None:
        """What was left too narrow to be used is as wide as usual: on another screen it may have been enough."""
        if self.are_together or self._look.presenting:
            return
        widths, least = self._widths(), {LEFT: LEFT_LEAST, RIGHT: RIGHT_LEAST}
        areas = {self._docks[name]: self._window.dockWidgetArea(self._docks[name]) for name in seen}
        narrow = [
            dock
            for dock, area in areas.items()
            if area in widths and not dock.isFloating() and dock.width() < self._look.px(least[area])
        ]
        self._window.resizeDocks(narrow, [widths[areas[dock]] for dock in narrow], Qt.Orientation.Horizontal)

    def _share(self, front: tuple[PanelName, ...]) -> None:
        """All that can be seen in one place, the first in front."""
        before = self.layout()
        if front and self._restore(self._together):
            self.in_front, self._before = front, before
            for name, dock in self._docks.items():
                dock.setVisible(name in front)
            self._docks[front[0]].bring()

    def _part(self) -> None:
        """Each where it stood before, with what has been shown and hidden since."""
        front, before = self.in_front, self._before
        self.in_front, self._before = (), None
        if before is not None and self._restore(before):
            for name in front:
                self._docks[name].bring()
            for name, dock in self._docks.items():
                # Of what has just been restored, it is not known yet which can be seen.
                if name not in front and not self._is_covered(dock, front):
                    dock.hide()

    def _is_covered(self, dock: PanelDock, front: tuple[PanelName, ...]) -> bool:
        return any(self._docks[name] in self._window.tabifiedDockWidgets(dock) for name in front)

    def _bring_together(self) -> None:
        first, *others = self._docks.values()
        self._window.addDockWidget(RIGHT, first)
        for other in others:
            self._window.tabifyDockWidget(first, other)
        first.raise_()

    def make_room(self, panels: tuple[PanelName, ...]) -> None:
        """Put these elsewhere where they would cover each other, or stand in another order."""
        if self.are_together:
            self.in_front = panels
            return
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
