"""What a row of a table of actions holds: the words, the keys, and what is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

Target = TypeVar("Target")
"""What actions act on: the window."""


@dataclass(frozen=True, kw_only=True)
class ActionSpec(Generic[Target]):
    """One thing the user can ask for: a ``Command`` or a ``Switch``.

    Attributes:
        id: Its name in the program.
        title: What menus and the list of keys call it, before translation.
        tip: What it does, before translation.
        keys: Shortcuts as ``QKeySequence`` reads them, the first one shown in menus and tool tips.
        icon: The name of its icon, "" for none.
        repeats: Holding the key down repeats it.
        everywhere: Its keys work in every window of nnviz that does not wait for an answer.
    """

    id: str
    title: str
    tip: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    repeats: bool = False
    everywhere: bool = False

    def ask(self, target: Target, on: bool) -> None:
        """Do it; ``on`` is whether it is on now, for what can be on or off."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class Command(ActionSpec[Target]):
    """Something that is done.

    Attributes:
        slot: Does it.
    """

    slot: Callable[[Target], object]

    def ask(self, target: Target, on: bool) -> None:
        self.slot(target)


@dataclass(frozen=True, kw_only=True)
class Switch(ActionSpec[Target]):
    """Something that is on or off.

    Attributes:
        slot: Turns it on (``True``) or off.
    """

    slot: Callable[[Target, bool], object]

    def ask(self, target: Target, on: bool) -> None:
        self.slot(target, on)


@dataclass(frozen=True)
class ActionGroup(Generic[Target]):
    """Actions that stand together in the menu and in the list of keys.

    Attributes:
        title: Before translation.
        rows: In their order.
    """

    title: str
    rows: tuple[ActionSpec[Target], ...]
