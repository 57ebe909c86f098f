"""What leaves the window."""

from __future__ import annotations

from nnviz.ui.actions.spec import ActionGroup, Command
from nnviz.ui.names.translation import QT_TRANSLATE_NOOP
from nnviz.ui.sharing.actions import share_actions
from nnviz.ui.sharing.forms import FORMS
from nnviz.ui.window.actions.target import Window

SHARE_ACTIONS: ActionGroup[Window] = share_actions(
    FORMS,
    Command(
        id="copy_diagram",
        title=QT_TRANSLATE_NOOP("Actions", "Copy the network"),
        tip=QT_TRANSLATE_NOOP("Actions", "Copy the network alone, without the ground that it lies on"),
        icon="copy",
        slot=lambda window: window.sharing.parts.copy(window.diagram, bare=True),
    ),
)
