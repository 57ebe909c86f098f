"""Panels as docks: calm while they are in place, with handles while the user arranges them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QMoveEvent
from PySide6.QtWidgets import QDockWidget, QFrame, QMainWindow, QVBoxLayout, QWidget

from nnviz.ui.panels.panel import Panel


class PanelDock(QDockWidget):
    """A dock around one panel, which is made when it is first seen, but not before ``begin``.

    Its title bar appears only while panels are being arranged, or when it floats.

    Args:
        make: Makes the panel.
    """

    def __init__(self, name: str, title: str, make: Callable[[], Panel[Any]], parent: QMainWindow) -> None:
        super().__init__(title, parent)
        self.setObjectName(name)
        self.panel: Panel[Any] | None = None
        self._make = make
        self._prepared: Panel[Any] | None = None
        self._begun = self._seen = False
        # What Qt's dock holds stays visible while the dock is behind others of its place; the panel in it does not, so
        # that it does not work for nothing.
        holder = QWidget(self)
        # As the panel will look, until it is there.
        self._blank = QFrame(holder)
        self._blank.setProperty("surface", "card")
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._blank)
        # Around nothing, or a panel that is hidden, Qt would lay a dock out nowhere.
        holder.setMinimumSize(1, 1)
        self.setWidget(holder)
        self.visibilityChanged.connect(self._on_visible)
        # An empty widget in place of the title bar: the panel has a header of its own.
        self._no_title = QWidget(self)
        self._arranging = False
        self.topLevelChanged.connect(self._choose_title)
        self._choose_title()

    def made(self) -> Panel[Any]:
        """The panel; it is made now if it has not been yet."""
        if self.panel is None:
            self.panel = panel = self._prepared or self._make()
            self._prepared = None
            panel.setVisible(False)
            self._column.replaceWidget(self._blank, panel)
            # Until it is deleted it must not shine through the panel's round corners.
            self._blank.hide()
            self._blank.deleteLater()
        return self.panel

    def begin(self) -> bool:
        """Make the panel if it can be seen, and the next time put it in its place; from now on as soon as it can.

        Returns whether there was anything to do.
        """
        self._begun = True
        if not self._seen:
            return False
        if self.panel is None and self._prepared is None:
            self._prepared = self._make()
            return True
        placed = self.panel is None
        self.made().setVisible(True)
        return placed

    def wait(self) -> None:
        """Make no panel before ``begin``: which can be seen is not known yet."""
        self._begun = False

    def bring(self) -> None:
        """Let it be seen, in front of those that share its place."""
        self.made().setVisible(True)
        self._seen = True
        self.show()
        self.raise_()

    @property
    def is_in_front(self) -> bool:
        """Whether it can be seen: it is there, and not behind another of its place."""
        return not self.isHidden() and self._seen

    def set_arranging(self, arranging: bool) -> None:
        """Show the title bar, to drag, float or close the panel by."""
        self._arranging = arranging
        self._choose_title()

    def _on_visible(self, visible: bool) -> None:
        self._seen = visible
        if visible and (self._begun or self.panel is not None):
            self.made().setVisible(True)
        elif self.panel is not None:
            self.panel.setVisible(False)

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        # A dock that is laid out late says nothing of becoming visible; what is behind others stands off the window.
        place = self.geometry()
        if self.isVisible():
            self._on_visible(self.isFloating() or (place.right() >= 0 and place.bottom() >= 0))

    def _choose_title(self) -> None:
        wanted = None if self._arranging or self.isFloating() else self._no_title
        if self.titleBarWidget() is not wanted:
            self.setTitleBarWidget(wanted)  # type: ignore[arg-type]  # None brings Qt's own back
            self._no_title.setVisible(wanted is not None)
