"""The panels around the diagram: one action for each, and arranging them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from nnviz.ui.actions.spec import QT_TRANSLATE_NOOP, ActionGroup, Switch
from nnviz.ui.window.actions.target import Window


class _PanelRow(NamedTuple):
    """A panel: its name, and the words, keys and icon of the action that shows or hides it."""

    name: str
    title: str
    tip: str
    keys: tuple[str, ...]
    icon: str


_PANELS = (
    _PanelRow(
        name="experiment",
        title=QT_TRANSLATE_NOOP("Actions", "Experiment panel"),
        tip=QT_TRANSLATE_NOOP("Actions", "Show or hide the data, the network and the training settings"),
        keys=("Ctrl+1",),
        icon="settings",
    ),
    _PanelRow(
        name="loss",
        title=QT_TRANSLATE_NOOP("Actions", "Loss panel"),
        tip=QT_TRANSLATE_NOOP("Actions", "Show or hide the loss curves"),
        keys=("Ctrl+2",),
        icon="panel",
    ),
    _PanelRow(
        name="saturation",
        title=QT_TRANSLATE_NOOP("Actions", "Saturation panel"),
        tip=QT_TRANSLATE_NOOP("Actions", "Show or hide where on their curve the units work"),
        keys=("Ctrl+3",),
        icon="panel",
    ),
    _PanelRow(
        name="explain",
        title=QT_TRANSLATE_NOOP("Actions", "Explanations"),
        tip=QT_TRANSLATE_NOOP("Actions", "Show or hide why a number is what it is: chain rule, blame, update"),
        keys=(
            "C",
            "Ctrl+4",
        ),
        icon="help",
    ),
    _PanelRow(
        name="data",
        title=QT_TRANSLATE_NOOP("Actions", "Data panel"),
        tip=QT_TRANSLATE_NOOP("Actions", "Show or hide the data and what the network makes of it"),
        keys=(
            "D",
            "Ctrl+5",
        ),
        icon="grid",
    ),
    _PanelRow(
        name="hidden_space",
        title=QT_TRANSLATE_NOOP("Actions", "Hidden space"),
        tip=QT_TRANSLATE_NOOP(
            "Actions", "Show or hide the examples as each layer sees them, and how well a straight line does there"
        ),
        keys=(
            "H",
            "Ctrl+6",
        ),
        icon="grid",
    ),
    _PanelRow(
        name="gradient_flow",
        title=QT_TRANSLATE_NOOP("Actions", "Gradient flow"),
        tip=QT_TRANSLATE_NOOP("Actions", "Show or hide how the signals fare from layer to layer"),
        keys=(
            "G",
            "Ctrl+7",
        ),
        icon="panel",
    ),
    _PanelRow(
        name="units",
        title=QT_TRANSLATE_NOOP("Actions", "Units"),
        tip=QT_TRANSLATE_NOOP(
            "Actions", "Show or hide what each unit has learned, large, and the one matrix that linear layers are"
        ),
        keys=(
            "U",
            "Ctrl+8",
        ),
        icon="grid",
    ),
    _PanelRow(
        name="results",
        title=QT_TRANSLATE_NOOP("Actions", "Results"),
        tip=QT_TRANSLATE_NOOP("Actions", "Show or hide how good the network is on each part of the data"),
        keys=("Y", "Ctrl+9"),
        icon="panel",
    ),
)


def _toggled(name: str) -> Callable[[Window, bool], None]:
    return lambda window, shown: window.panels.toggle(name, shown)


PANEL_ACTIONS: ActionGroup[Window] = ActionGroup(
    QT_TRANSLATE_NOOP("Actions", "Panels"),
    (
        *(
            Switch(
                id=f"panel_{row.name}",
                title=row.title,
                tip=row.tip,
                keys=row.keys,
                icon=row.icon,
                slot=_toggled(row.name),
            )
            for row in _PANELS
        ),
        Switch(
            id="arrange",
            title=QT_TRANSLATE_NOOP("Actions", "Arrange the panels"),
            tip=QT_TRANSLATE_NOOP("Actions", "Show the panels' title bars, to move, float or close them by"),
            slot=lambda window, arranging: window.panels.set_arranging(arranging),
        ),
    ),
)
