"""The actions of the window without a window: they can be asked for, and nothing comes of it."""

from unittest.mock import Mock

from nnviz.ui.actions.actions import Actions
from nnviz.ui.window.actions.table import GROUPS


def idle_actions(look, parent=None):
    return Actions(look, GROUPS, Mock(), parent)
