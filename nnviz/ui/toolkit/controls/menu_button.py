"""A short text that opens a list: a choice that takes no more room than its words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import plain_tip
from nnviz.ui.look.tight import NO_INDICATOR, tight
from nnviz.ui.toolkit.controls import Button


class MenuButton(Button):
    """A flat button with a menu of which one entry is chosen.

    Signals:
        picked(int): The key of what the user picked.
    """

    picked = Signal(int)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, kind="segment", parent=parent)
        self._menu = QMenu(self)
        self._group = QActionGroup(self._menu)
        self._group.triggered.connect(self._on_triggered)
        self.setMenu(self._menu)
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(name))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._chosen = ""
        look.changed.connect(self._tighten)
        self._tighten()

    def set_choices(self, choices: Sequence[tuple[int, str]]) -> None:
        """Offer these, as (key, text)."""
        for action in self._group.actions():
            self._group.removeAction(action)
            self._menu.removeAction(action)
            action.deleteLater()
        for key, text in choices:
            action = QAction(text, self._group)
            action.setCheckable(True)
            action.setData(key)
            self._menu.addAction(action)

    def choices(self) -> list[int]:
        """The keys on offer."""
        return [action.data() for action in self._group.actions()]

    def show_choice(self, key: int, text: str) -> None:
        """Show what is chosen, in words of its own; no signal is sent."""
        for action in self._group.actions():
            action.setChecked(action.data() == key)
        if self._chosen != text:
            self._chosen = text
            self._show_text()

    def pick(self, key: int) -> None:
        """As the user does it."""
        next(action for action in self._group.actions() if action.data() == key).trigger()

    def _on_triggered(self, action: QAction) -> None:
        self.picked.emit(action.data())

    def _show_text(self) -> None:
        # Presented, it is read and not used.
        self.setText(self._chosen if self._look.presenting else f"{self._chosen} ▾")

    def _tighten(self) -> None:
        self._show_text()
        self._menu.setFont(self._look.font("body"))
        self.setStyleSheet(tight(self._look, 4, least=18) + NO_INDICATOR)
