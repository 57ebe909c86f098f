"""What a window offers to take away, as rows of its table of actions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from PySide6.QtGui import QAction

from nnviz.ui.actions.spec import ActionGroup, ActionSpec, Command
from nnviz.ui.names.translation import QT_TRANSLATE_NOOP
from nnviz.ui.sharing.forms import Form
from nnviz.ui.sharing.sharing import Sharing


class Shares(Protocol):
    """A window that something can be taken from."""

    sharing: Sharing


OFFERED = ("copy_", "share_")
"""What the ids of the actions begin with that stand in the menu."""

S = TypeVar("S", bound=Shares)


def share_actions(forms: Iterable[Form], *own: ActionSpec[S]) -> ActionGroup[S]:
    """The menu, copying, what a window has of its own, and these forms."""
    menu: ActionSpec[S] = Command(
        id="share",
        title=QT_TRANSLATE_NOOP("Actions", "Share…"),
        tip=QT_TRANSLATE_NOOP("Actions", "The forms in which what is on screen can leave nnviz, as a menu"),
        keys=("Ctrl+Shift+E",),
        slot=lambda window: window.sharing.show_menu(),
    )
    copy: ActionSpec[S] = Command(
        id="copy_picture",
        title=QT_TRANSLATE_NOOP("Actions", "Copy picture"),
        tip=QT_TRANSLATE_NOOP("Actions", "Copy what is on screen, to paste it into slides or a document"),
        keys=("Ctrl+C",),
        icon="copy",
        slot=lambda window: window.sharing.copy(),
    )
    return ActionGroup(QT_TRANSLATE_NOOP("Actions", "Share"), (menu, copy, *own, *map(_row, forms)))


def offered(actions: Iterable[QAction]) -> list[QAction]:
    """Of a window's actions, those of the menu."""
    return [action for action in actions if action.objectName().startswith(OFFERED)]


def _row(form: Form) -> ActionSpec[S]:
    name = form.id
    return Command(
        id=f"share_{name}",
        title=form.action,
        tip=form.tip,
        keys=form.keys,
        icon=form.icon,
        slot=lambda window: window.sharing.ask(name),
    )
