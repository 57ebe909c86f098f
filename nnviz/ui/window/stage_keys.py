"""Which keys hold: those of the window, or before them those of presenting."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from nnviz.ui.actions.actions import Actions
from nnviz.ui.look.look import Look
from nnviz.ui.window.actions.stage import STAGE_ACTIONS
from nnviz.ui.window.actions.table import ACTIONS
from nnviz.ui.window.actions.target import Window

OTHERWISE = frozenset(key for spec in STAGE_ACTIONS.rows for key in spec.keys)
"""Keys that mean something else while presenting."""


class StageKeys(QObject):
    """Takes keys from the window's actions while presenting, and gives them back.

    Args:
        actions: The window's.
        window: The window.
    """

    def __init__(self, look: Look, actions: Actions, window: Window) -> None:
        parent = window if isinstance(window, QObject) else None
        super().__init__(parent)
        self._actions = actions
        self.stage = Actions(look, (STAGE_ACTIONS,), window, self)

    def set_stage(self, presenting: bool) -> None:
        """Whether the keys of presenting hold."""
        for action in self.stage:
            action.setEnabled(presenting)
        for spec in ACTIONS:
            keys = [key for key in spec.keys if not (presenting and key in OTHERWISE)]
            self._actions[spec.id].setShortcuts([QKeySequence(key) for key in keys])
