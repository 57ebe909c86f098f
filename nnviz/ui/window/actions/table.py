"""Everything the user can ask of the window. Menus, tool tips, shortcuts and the list of keys read it."""

from __future__ import annotations

from nnviz.ui.actions.spec import ActionGroup, ActionSpec
from nnviz.ui.window.actions.changes import CHANGE_ACTIONS
from nnviz.ui.window.actions.compare import COMPARE_ACTIONS
from nnviz.ui.window.actions.experiment import EXPERIMENT_ACTIONS
from nnviz.ui.window.actions.help import HELP_ACTIONS
from nnviz.ui.window.actions.lecture import LECTURE_ACTIONS
from nnviz.ui.window.actions.panels import PANEL_ACTIONS
from nnviz.ui.window.actions.share import SHARE_ACTIONS
from nnviz.ui.window.actions.target import Window
from nnviz.ui.window.actions.time import TIME_ACTIONS
from nnviz.ui.window.actions.training import TRAINING_ACTIONS
from nnviz.ui.window.actions.view import VIEW_ACTIONS

GROUPS: tuple[ActionGroup[Window], ...] = (
    TIME_ACTIONS,
    TRAINING_ACTIONS,
    CHANGE_ACTIONS,
    VIEW_ACTIONS,
    PANEL_ACTIONS,
    COMPARE_ACTIONS,
    EXPERIMENT_ACTIONS,
    SHARE_ACTIONS,
    LECTURE_ACTIONS,
    HELP_ACTIONS,
)
"""In the menu's order."""

ACTIONS: tuple[ActionSpec[Window], ...] = tuple(spec for group in GROUPS for spec in group.rows)
