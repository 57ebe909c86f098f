"""The actions of the window, made from their tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from nnviz.ui.actions.spec import ActionGroup, ActionSpec, Switch, Target
from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import plain_tip
from nnviz.ui.names.translation import translate

_ARROWS = {"Right": "→", "Left": "←", "Up": "↑", "Down": "↓"}


class Actions(QObject):
    """One ``QAction`` for every row of the tables, looked up by its id; each does what its row says.

    They work in the window they are attached to. Titles, tips and icons are in the user's language and theme.

    Args:
        groups: The tables, in the order of the menu.
        target: What the rows act on.
    """

    def __init__(
        self, look: Look, groups: Sequence[ActionGroup[Target]], target: Target, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._groups = tuple(groups)
        self._actions = {spec.id: self._made(spec, target) for group in groups for spec in group.rows}

    def __getitem__(self, action: str) -> QAction:
        """Return the action of that id. Raises KeyError if there is none."""
        return self._actions[action]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def attach(self, window: QWidget) -> None:
        """Make every shortcut work in a window."""
        window.addActions(list(self))

    def in_group(self, group: ActionGroup[Any]) -> list[QAction]:
        """Return the actions of a group in the table's order."""
        return [self._actions[spec.id] for spec in group.rows]

    def fill_menu(self, menu: QMenu) -> None:
        """Put every action into a menu, a submenu for each group."""
        # Icons are painted when a menu first shows them: nothing else does, and there are many.
        menu.aboutToShow.connect(self._tint)
        for group in self._groups:
            submenu = menu.addMenu(group_title(group))
            submenu.setToolTipsVisible(True)
            submenu.addActions(self.in_group(group))

    def _made(self, spec: ActionSpec[Target], target: Target) -> QAction:
        action = QAction(title_of(spec), self)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setToolTip(plain_tip(tool_tip(spec)))
        action.setStatusTip(tip_of(spec))
        action.setCheckable(isinstance(spec, Switch))
        action.setAutoRepeat(spec.repeats)
        if spec.everywhere:
            action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
        action.triggered.connect(lambda on: spec.ask(target, on))
        return action

    def _tint(self) -> None:
        for group in self._groups:
            for spec in group.rows:
                if spec.icon:
                    self._actions[spec.id].setIcon(self._look.icon(spec.icon))


def title_of(spec: ActionSpec[Any]) -> str:
    """Return an action's title in the user's language."""
    return translate("Actions", spec.title)


def tip_of(spec: ActionSpec[Any]) -> str:
    """Return what an action does, in the user's language."""
    return translate("Actions", spec.tip)


def group_title(group: ActionGroup[Any]) -> str:
    """Return a group's title in the user's language."""
    return translate("Actions", group.title)


def shown_keys(spec: ActionSpec[Any]) -> list[str]:
    """Return an action's shortcuts as they are printed, arrows as arrows: ``["Shift+→"]``."""
    return [_shown(key) for key in spec.keys]


def tool_tip(spec: ActionSpec[Any]) -> str:
    """Return ``What it does (key)``."""
    keys = shown_keys(spec)
    return f"{tip_of(spec)} ({keys[0]})" if keys else tip_of(spec)


def _shown(key: str) -> str:
    *modifiers, last = key.split("+")
    if last in _ARROWS:
        return "+".join([*modifiers, _ARROWS[last]])
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
