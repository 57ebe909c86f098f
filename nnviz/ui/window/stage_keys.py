"""Which keys hold: those of the window, or before them those of presenting or of a tour."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from nnviz.ui.actions.actions import Actions, shown_keys, title_of
from nnviz.ui.actions.spec import ActionGroup
from nnviz.ui.console.window import Console
from nnviz.ui.look.look import Look
from nnviz.ui.window.actions.stage import STAGE_ACTIONS
from nnviz.ui.window.actions.table import ACTIONS
from nnviz.ui.window.actions.target import Window
from nnviz.ui.window.actions.tour import TOUR_ACTIONS

TOLD = (
    *("stage_list", "stage_again", "stage_blank", "stage_freeze", "stage_spotlight", "stage_pen"),
    *("stage_swap", "stage_console"),
)
"""Actions whose keys the console tells: those that one may not know by heart."""
THEME = "theme"


class StageKeys(QObject):
    """Takes keys from the window's actions while presenting or in a tour, and gives them back.

    Args:
        actions: The window's.
        window: The window.
    """

    def __init__(self, look: Look, actions: Actions, window: Window) -> None:
        parent = window if isinstance(window, QWidget) else None
        super().__init__(parent)
        self._actions = actions
        self.stage = Actions(look, (STAGE_ACTIONS,), window, self)
        self.tour = Actions(look, (TOUR_ACTIONS,), window, self)
        if parent is not None:
            self.stage.attach(parent)
            self.tour.attach(parent)
        window.presenting.backstage.take_keys(self)

    def attach(self, console: Console) -> None:
        """Let the keys work in the console too, those of the window as well; what is in front of one changes theme."""
        self.stage.attach(console)
        console.addActions([action for action in self._actions if action.objectName() != THEME])
        # From every window, its key would mean both.
        self._actions[THEME].setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        theme = QAction(console)
        theme.setShortcuts(self._actions[THEME].shortcuts())
        theme.triggered.connect(console.look.next_theme)
        console.addAction(theme)

    def told(self) -> list[str]:
        """What the console tells of keys, each as ``Blank .``."""
        rows = {spec.id: spec for spec in STAGE_ACTIONS.rows}
        # No line ends between a key and what it does, or within that.
        told = (f"{title_of(rows[name])} {shown_keys(rows[name])[0]}" for name in TOLD)
        return [each.replace(" ", "\N{NO-BREAK SPACE}") for each in told]

    def hold(self, presenting: bool, touring: bool) -> None:
        """Whose keys hold."""
        taken = {*_keys(STAGE_ACTIONS, presenting), *_keys(TOUR_ACTIONS, touring)}
        for own, there in ((self.stage, presenting), (self.tour, touring)):
            for action in own:
                action.setEnabled(there)
        for spec in ACTIONS:
            keys = [key for key in spec.keys if key not in taken]
            self._actions[spec.id].setShortcuts([QKeySequence(key) for key in keys])


def _keys(group: ActionGroup[Window], there: bool) -> set[str]:
    """The keys that mean something else there."""
    return {key for spec in group.rows for key in spec.keys} if there else set()
