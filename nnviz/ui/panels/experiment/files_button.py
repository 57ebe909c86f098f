"""Experiments in and out of files: one button with a small menu."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import plain_name, plain_tip
from nnviz.ui.toolkit.controls import Button

MOST_RECENT = 8


class FilesButton(Button):
    """Open, save, and the files that were used last.

    Signals:
        open_requested(): An experiment from a file.
        save_requested(): The experiment into a file.
        recent_requested(object): The experiment from this path.
    """

    open_requested = Signal()
    save_requested = Signal()
    recent_requested = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("File"), icon="folder-open", kind="segment", parent=parent)
        self.setToolTip(self.tr("Open an experiment from a file, or save this one"))
        self._recent: tuple[Path, ...] = ()
        self._menu: QMenu | None = None
        self.clicked.connect(self._show_menu)

    def set_recent(self, paths: Sequence[Path]) -> None:
        """The files that were used last, the latest first."""
        self._recent = tuple(paths[:MOST_RECENT])

    def fresh_menu(self) -> QMenu:
        """The menu as it is now."""
        if self._menu is None:
            self._menu = QMenu(self)
            self._menu.setToolTipsVisible(True)
        menu = self._menu
        menu.clear()
        menu.setFont(self._look.font("body"))
        menu.addAction(self.tr("Open…"), self.open_requested.emit)
        menu.addAction(self.tr("Save as…"), self.save_requested.emit)
        if self._recent:
            menu.addSeparator()
        for path in self._recent:
            menu.addAction(self._recent_action(path, menu))
        return menu

    def _recent_action(self, path: Path, menu: QMenu) -> QAction:
        """Its name, and its folder where another file has the same name."""
        same = [each for each in self._recent if each.name == path.name]
        text = path.name if len(same) == 1 else f"{path.parent.name}/{path.name}"
        action = QAction(plain_name(text), menu)
        action.setToolTip(plain_tip(str(path)))
        action.triggered.connect(lambda: self.recent_requested.emit(path))
        return action

    def _show_menu(self) -> None:
        self.fresh_menu().popup(self.mapToGlobal(self.rect().bottomLeft()))
