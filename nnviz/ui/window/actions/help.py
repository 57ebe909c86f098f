"""Help."""

from __future__ import annotations

from nnviz.ui.actions.spec import ActionGroup, Command
from nnviz.ui.names.translation import QT_TRANSLATE_NOOP
from nnviz.ui.window.actions.target import Window

HELP_ACTIONS: ActionGroup[Window] = ActionGroup(
    QT_TRANSLATE_NOOP("Actions", "Help"),
    (
        Command(
            id="keys",
            title=QT_TRANSLATE_NOOP("Actions", "Keys"),
            tip=QT_TRANSLATE_NOOP("Actions", "List every key"),
            keys=("F1",),
            icon="keyboard",
            slot=lambda window: window.show_keys(),
        ),
    ),
)
