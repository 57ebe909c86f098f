"""The panels around the diagram: one action for each, and arranging them."""

from __future__ import annotations

from collections.abc import Callable

from nnviz.ui.actions.spec import ActionGroup, Switch
from nnviz.ui.names.translation import QT_TRANSLATE_NOOP
from nnviz.ui.panels.table import PANELS
from nnviz.ui.window.actions.target import Window
from nnviz.view import PanelName


def _toggled(name: PanelName) -> Callable[[Window, bool], None]:
    return lambda window, shown: window.panels.toggle(name, shown)


PANEL_ACTIONS: ActionGroup[Window] = ActionGroup(
    QT_TRANSLATE_NOOP("Actions", "Panels"),
    (
        *(
            Switch(
                id=f"panel_{row.id}",
                title=row.action,
                tip=row.tip,
                keys=(*row.keys, *([f"Ctrl+{number}"] if number < 10 else [])),
                icon=row.icon,
                slot=_toggled(row.id),
            )
            for number, row in enumerate(PANELS, 1)
        ),
        Switch(
            id="arrange",
            title=QT_TRANSLATE_NOOP("Actions", "Arrange the panels"),
            tip=QT_TRANSLATE_NOOP("Actions", "Show the panels' title bars, to move, float or close them"),
            slot=lambda window, arranging: window.panels.set_arranging(arranging),
        ),
    ),
)
