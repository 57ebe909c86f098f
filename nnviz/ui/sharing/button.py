"""The button that opens what can be taken away."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QWidget

from nnviz.ui.actions.actions import Actions
from nnviz.ui.look.look import Look
from nnviz.ui.sharing.actions import offered
from nnviz.ui.sharing.sharing import MENU
from nnviz.ui.toolkit.controls import Button


class ShareButton(Button):
    """A button with the menu of a window's actions that share."""

    def __init__(self, look: Look, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Share"), icon="share", parent=parent)
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.addActions(offered(actions))
        self.setMenu(menu)
        self.setToolTip(actions[MENU].toolTip())
