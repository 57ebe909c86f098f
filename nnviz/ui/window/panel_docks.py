"""The panels around the diagram: which share a place, how large they are at first, and what happens when presenting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QTabWidget, QWidget

from nnviz.ui.actions.actions import Actions
from nnviz.ui.look.look import Look
from nnviz.ui.window.docks import PanelDock

LAYOUT_VERSION = 2
"""Of what Qt remembers of the docks: that of another version is not taken."""

LEFT_WIDTH, RIGHT_WIDTH = 304, 540
"""Pixels at the usual type size."""

PRESENTED_SHARE = 0.4
"""Of the window's width, for panels that are shown while presenting."""


@dataclass(frozen=True)
class Row:
    """Panels that share a place, as tabs where there are several.

    Attributes:
        height: Pixels at the usual type size.
    """

    panels: tuple[str, ...]
    height: int
    area: Qt.DockWidgetArea = Qt.DockWidgetArea.RightDockWidgetArea


class Arrangement(NamedTuple):
    """Where everything stands, and which panels are shown."""

    maximised: bool
    shown: dict[str, bool]
    geometry: QByteArray
    layout: QByteArray


class PanelDocks(QObject):
    """Puts panels into docks of a window, shows and hides them, and remembers how they stood before presenting.

    Args:
        panels: Name to title and panel; there is an action ``panel_<name>`` for each.
        rows: Where they stand, from top to bottom.

    Signals:
        shown_changed(): Other panels can be seen now.
    """

    shown_changed = Signal()

    def __init__(
        self,
        window: QMainWindow,
        look: Look,
        actions: Actions,
        panels: Mapping[str, tuple[str, QWidget]],
        rows: tuple[Row, ...],
    ) -> None:
        super().__init__(window)
        self._window, self._look, self._rows = window, look, rows
        self._before_presenting: Arrangement | None = None
        self.layout_is_usual = True
        self.docks: dict[str, PanelDock] = {}
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        for row in rows:
            for name in row.panels:
                self._add(name, *panels[name], row, actions)
            self.docks[row.panels[0]].raise_()

    def _add(self, name: str, title: str, panel: QWidget, row: Row, actions: Actions) -> None:
        dock = PanelDock(name, title, panel, self._window)
        self.docks[name] = dock
        self._window.addDockWidget(row.area, dock)
        if name != row.panels[0]:
            self._window.tabifyDockWidget(self.docks[row.panels[0]], dock)
        action = actions[f"panel_{name}"]
        dock.visibilityChanged.connect(lambda _: action.setChecked(not dock.isHidden()))
        dock.visibilityChanged.connect(lambda _: self.shown_changed.emit())

    # ---- showing and hiding --------------------------------------------------------------------------------------

    def toggle(self, name: str, shown: bool) -> None:
        """Show a panel, in front of those that share its place; or hide it. One that is behind others comes forward."""
        dock = self.docks[name]
        if not shown and self.is_behind(name):
            shown = True
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

    def is_behind(self, name: str) -> bool:
        """Whether a panel is there, but another one of its place is in front of it."""
        dock = self.docks[name]
        return not dock.isHidden() and dock.panel.isHidden()

    def shown(self) -> list[str]:
        """The names of the panels that are there, also behind others."""
        return [name for name, dock in self.docks.items() if not dock.isHidden()]

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
            geometry=self._window.saveGeometry(),
            layout=self._window.saveState(LAYOUT_VERSION),
        )

    def arrange_usually(self) -> None:
        """As wide and as high as they are until the user has moved one."""
        px = self._look.px
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        left = [row for row in self._rows if row.area == Qt.DockWidgetArea.LeftDockWidgetArea]
        right = [row for row in self._rows if row.area == Qt.DockWidgetArea.RightDockWidgetArea]
        first = [self.docks[rows[0].panels[0]] for rows in (left, right)]
        self._window.resizeDocks(first, [px(LEFT_WIDTH), px(RIGHT_WIDTH)], across)
        stacked = [self.docks[row.panels[0]] for row in right]
        self._window.resizeDocks(stacked, [px(row.height) for row in right], down)

    def set_arranging(self, arranging: bool) -> None:
        """Title bars, to drag, float and close panels by."""
        self.layout_is_usual = False
        for dock in self.docks.values():
            dock.set_arranging(arranging)

    def recall(self, layout: bytes | None) -> None:
        """Stand as the last time."""
        self.layout_is_usual = layout is None or not self._window.restoreState(layout, LAYOUT_VERSION)
