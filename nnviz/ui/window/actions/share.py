"""What leaves the window."""

from __future__ import annotations

from nnviz.ui.actions.spec import ActionGroup
from nnviz.ui.sharing.actions import share_actions
from nnviz.ui.sharing.forms import FORMS
from nnviz.ui.window.actions.target import Window

SHARE_ACTIONS: ActionGroup[Window] = share_actions(FORMS)
