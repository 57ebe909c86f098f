"""Panels as docks: calm while they are in place, with handles while the user arranges them."""

from __future__ import annotations

from PySide6.QtWidgets import QDockWidget, QMainWindow, QVBoxLayout, QWidget


class PanelDock(QDockWidget):
    """A dock around one panel. Its title bar appears only while panels are being arranged, or when it floats."""

    def __init__(self, name: str, title: str, panel: QWidget, parent: QMainWindow) -> None:
        super().__init__(title, parent)
        self.setObjectName(name)
        # What Qt's dock holds stays visible while the dock is behind others of its place; the panel in it does not, so
        # that it does not work for nothing.
        self.panel = panel
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)
        self.setWidget(holder)
        self.visibilityChanged.connect(panel.setVisible)
        # An empty widget in place of the title bar: the panel has a header of its own.
        self._no_title = QWidget(self)
        self._arranging = False
        self.topLevelChanged.connect(self._choose_title)
        self._choose_title()

    def set_arranging(self, arranging: bool) -> None:
        """Show the title bar, to drag, float or close the panel by."""
        self._arranging = arranging
        self._choose_title()

    def _choose_title(self) -> None:
        wanted = None if self._arranging or self.isFloating() else self._no_title
        if self.titleBarWidget() is not wanted:
            self.setTitleBarWidget(wanted)  # type: ignore[arg-type]  # None brings Qt's own back
            self._no_title.setVisible(wanted is not None)
