"""The actions of the window, made from their table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from nnviz.ui.actions.table import ACTIONS, GROUPS, ActionSpec
from nnviz.ui.look.look import Look

_ARROWS = {"Right": "→", "Left": "←", "Up": "↑", "Down": "↓"}


class Actions(QObject):
    """One ``QAction`` for every row of the table, looked up by its id.

    They work in the window they are attached to. Titles, tips and icons are in the user's language and theme.
    """

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._actions = {spec.id: self._made(spec) for spec in ACTIONS}

    def __getitem__(self, action: str) -> QAction:
        """Return the action of that id. Raises KeyError if there is none."""
        return self._actions[action]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def connect_to(self, action: str, slot: Callable[..., Any]) -> None:
        """Call ``slot()`` when the action is asked for, ``slot(checked)`` when it is checkable."""
        made = self._actions[action]
        made.triggered.connect(lambda checked: slot(checked) if made.isCheckable() else slot())

    def attach(self, window: QWidget) -> None:
        """Make every shortcut work in a window."""
        window.addActions(list(self))

    def in_group(self, group: str) -> list[QAction]:
        """Return the actions of a group in the table's order."""
        return [self._actions[spec.id] for spec in ACTIONS if spec.group == group]

    def fill_menu(self, menu: QMenu) -> None:
        """Put every action into a menu, a submenu for each group."""
        # Icons are painted when a menu first shows them: nothing else does, and there are many.
        menu.aboutToShow.connect(self._tint)
        for group in GROUPS:
            submenu = menu.addMenu(group_title(group))
            submenu.setToolTipsVisible(True)
            submenu.addActions(self.in_group(group))

    def _made(self, spec: ActionSpec) -> QAction:
        action = QAction(title_of(spec), self)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setToolTip(tool_tip(spec))
        action.setStatusTip(tip_of(spec))
        action.setCheckable(spec.checkable)
        action.setAutoRepeat(spec.repeats)
        return action

    def _tint(self) -> None:
        for spec in ACTIONS:
            if spec.icon:
                self._actions[spec.id].setIcon(self._look.icon(spec.icon))


def title_of(spec: ActionSpec) -> str:
    """Return an action's title in the user's language."""
    return QCoreApplication.translate("Actions", spec.title)


def tip_of(spec: ActionSpec) -> str:
    """Return what an action does, in the user's language."""
    return QCoreApplication.translate("Actions", spec.tip)


def group_title(group: str) -> str:
    """Return a group's title in the user's language."""
    return QCoreApplication.translate("Actions", GROUPS[group])


def shown_keys(spec: ActionSpec) -> list[str]:
    """Return an action's shortcuts as they are printed, arrows as arrows: ``["Shift+→"]``."""
    return [_shown(key) for key in spec.keys]


def tool_tip(spec: ActionSpec) -> str:
    """Return ``What it does (key)``."""
    keys = shown_keys(spec)
    return f"{tip_of(spec)} ({keys[0]})" if keys else tip_of(spec)


def _shown(key: str) -> str:
    *modifiers, last = key.split("+")
    if last in _ARROWS:
        return "+".join([*modifiers, _ARROWS[last]])
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
