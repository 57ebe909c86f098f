"""The windows that compare."""

from __future__ import annotations

from nnviz.ui.actions.spec import ActionGroup, Command
from nnviz.ui.names.translation import QT_TRANSLATE_NOOP
from nnviz.ui.window.actions.target import Window

COMPARE_ACTIONS: ActionGroup[Window] = ActionGroup(
    QT_TRANSLATE_NOOP("Actions", "Compare"),
    (
        Command(
            id="seeds",
            title=QT_TRANSLATE_NOOP("Actions", "Seeds and rates…"),
            tip=QT_TRANSLATE_NOOP("Actions", "Train the experiment with many seeds or learning rates, side by side"),
            keys=("Ctrl+Shift+S",),
            icon="grid",
            slot=lambda window: window.comparisons.open_seeds(),
        ),
        Command(
            id="twin",
            title=QT_TRANSLATE_NOOP("Actions", "Compare two…"),
            tip=QT_TRANSLATE_NOOP("Actions", "Train two experiments side by side that differ in one thing"),
            keys=("Ctrl+Shift+C",),
            icon="panel",
            slot=lambda window: window.comparisons.ask_for_twin(),
        ),
    ),
)
