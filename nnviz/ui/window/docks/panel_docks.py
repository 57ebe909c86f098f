"""The panels around the diagram: which can be seen, and what happens while presenting."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtWidgets import QMainWindow

from nnviz.ui.actions.actions import Actions
from nnviz.ui.look.look import Look
from nnviz.ui.names.translation import translate
from nnviz.ui.panels.panel import Panel
from nnviz.ui.panels.table import PANELS, PanelRow
from nnviz.ui.toolkit.soon import soon
from nnviz.ui.window.docks.dock_places import DockPlaces
from nnviz.ui.window.docks.docks import PanelDock
from nnviz.view import PanelName, View


class Arrangement(NamedTuple):
    """Where everything stands, and which panels are shown."""

    maximised: bool
    shown: dict[PanelName, bool]
    in_front: tuple[PanelName, ...]
    geometry: QByteArray
    layout: QByteArray


class PanelDocks(QObject):
    """Puts panels into docks of a window, shows and hides them, and remembers how they stood before presenting.

    Args:
        make: Makes the panel of a row, when it is first seen.

    Attributes:
        places: Where they stand.

    Signals:
        shown_changed(): Other panels can be seen now.
    """

    shown_changed = Signal()

    def __init__(
        self, window: QMainWindow, look: Look, actions: Actions, make: Callable[[PanelRow], Panel[Any]]
    ) -> None:
        super().__init__(window)
        self._window, self._look, self._make = window, look, make
        self._kept: Arrangement | None = None
        self._order: tuple[PanelName, ...] = ()
        self._begun = False
        self.docks: dict[PanelName, PanelDock] = {}
        for row in PANELS:
            self._add(row, actions)
        self.places = DockPlaces(window, look, self.docks)
        look.changed.connect(self._restyle)
        self._restyle()

    def _add(self, row: PanelRow, actions: Actions) -> None:
        title = translate("Panels", row.title)
        dock = PanelDock(row.id, title, partial(self._make, row), self._window)
        self.docks[row.id] = dock
        action = actions[f"panel_{row.id}"]
        dock.visibilityChanged.connect(lambda _: action.setChecked(not dock.isHidden()))
        dock.visibilityChanged.connect(lambda _: self.shown_changed.emit())

    def _restyle(self) -> None:
        self._window.setAnimated(not self._look.reduced_motion)

    # ---- showing and hiding --------------------------------------------------------------------------------------

    def begin(self) -> None:
        """There is a network on screen: make the panels that can be seen, one after the other, in two turns each."""
        self._begun = True
        if any(dock.begin() for dock in self.docks.values()):
            soon(self, self.begin)

    def complete(self) -> None:
        """Make at once the panels that can be seen."""
        for dock in self.docks.values():
            while dock.begin():
                pass

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
        if self.places.are_together:
            self.places.note(name, shown)
        if shown:
            dock.raise_()
            self.places.arrange()
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
        if self.places.are_together:
            return self.places.in_front
        seen = [name for name, dock in self.docks.items() if dock.is_in_front]
        if set(seen) == set(self._order):
            return self._order
        return tuple(sorted(seen, key=self.places.position))

    def show(self, panels: tuple[PanelName, ...]) -> None:
        """Let just these be seen, in this order; what shares a place with one of them stays behind it."""
        if panels == self.in_front() and (panels or not self.shown()):
            return
        self.places.make_room(panels)
        if self.places.are_together:
            for name, dock in self.docks.items():
                dock.setVisible(name in panels)
            for name in reversed(panels):
                self.docks[name].bring()
            self.places.arrange()
            self.shown_changed.emit()
            return
        siblings = {other for name in panels for other in self._window.tabifiedDockWidgets(self.docks[name])}
        for name, dock in self.docks.items():
            if name in panels:
                dock.bring()
            elif dock not in siblings:
                dock.hide()
        self._order = panels
        self.places.arrange(panels)
        self.shown_changed.emit()

    def show_only(self, panels: tuple[PanelName, ...]) -> None:
        """Of all panels let only these be seen."""
        for name, dock in self.docks.items():
            if name in panels:
                dock.bring()
            else:
                dock.hide()
        self.shown_changed.emit()

    # ---- what is there for a while -------------------------------------------------------------------------------

    def keep(self) -> None:
        """Remember how everything stands until it comes back: what a lecture shows is not how the user wants it."""
        if self._kept is None:
            self._kept = self.arrangement()

    def before_presenting(self) -> None:
        """Remember how everything stands, and hide it."""
        self.keep()
        self.places.keep_as_it_is()
        self.show_only(())

    @property
    def was_maximised(self) -> bool:
        """Whether the window was, when everything was as the user wants it."""
        return self._kept is not None and self._kept.maximised

    def come_back(self) -> None:
        """Show what was shown before."""
        for name, dock in self.docks.items():
            # On their way back, those behind others are in front for a moment.
            dock.wait()
            dock.setVisible(self._kept is None or self._kept.shown[name])
        # As wide and as high as they were, once the window has its size again.
        soon(self, self._stand_as_before)

    def _stand_as_before(self) -> None:
        if self._kept is None or self._look.presenting:
            return
        before, self._kept = self._kept, None
        if not self.places.arrange(before.in_front):
            self.places.restore(before.layout)
        # What has been hidden in between comes back behind others of its place.
        for name in reversed(before.in_front):
            if before.shown[name]:
                self.docks[name].raise_()
        if self._begun:
            soon(self, self.begin)

    # ---- where they stand ----------------------------------------------------------------------------------------

    def arrangement(self) -> Arrangement:
        """How everything stands; while presenting or in a tour, how it stood before."""
        if self._kept is not None:
            return self._kept
        return Arrangement(
            maximised=self._window.isMaximized(),
            shown={name: not dock.isHidden() for name, dock in self.docks.items()},
            in_front=self.in_front(),
            geometry=self._window.saveGeometry(),
            layout=self.places.layout(),
        )

    def set_arranging(self, arranging: bool) -> None:
        """Title bars, to drag, float and close panels by."""
        self.places.are_usual = False
        # From here on, where they stand says in which order they do.
        self._order = ()
        for dock in self.docks.values():
            dock.set_arranging(arranging)

    def recall(self, layout: bytes | None, panels: tuple[PanelName, ...]) -> None:
        """Stand as the last time. Where Qt does not know any more how that was, these panels are seen."""
        panels = tuple(dict.fromkeys(panels))
        self.places.are_usual = layout is None or not self.places.recall(layout, panels)
        if not self.places.are_usual:
            self._order = panels
        elif panels != View().panels:
            self.show(panels)
