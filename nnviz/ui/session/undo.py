"""Undo and redo of what the user changes in the middle of a run.

A change begins a new line through time; the line before it is kept. To undo a change is to return to that line, to the
iteration at which it was made, so that it is exact to the last bit whatever was changed; to redo it is to come back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack

MOST_UNDONE = 50


@dataclass(frozen=True)
class LinePlace:
    """An iteration on a line."""

    line: int
    iteration: int


Go: TypeAlias = Callable[[LinePlace, int | None], None]


class LineChange(QUndoCommand):
    """A change that led from one line to another.

    Args:
        go: Goes to a place, and forgets a line.
    """

    def __init__(self, text: str, before: LinePlace, after: LinePlace, gesture: int | None, go: Go) -> None:
        super().__init__(text)
        self.before, self.after, self.gesture = before, after, gesture
        self.never_was = False
        self._go = go
        self._made = False

    def id(self) -> int:
        return 1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, LineChange) or other.gesture is None or other.gesture != self.gesture:
            return False
        self.setText(other.text())
        self.after = other.after
        return True

    def undo(self) -> None:
        self._go(self.before, self.after.line if self.never_was else None)
        # Only now: a stack does not undo what is obsolete, it drops it.
        self.setObsolete(self.never_was)

    def redo(self) -> None:
        # A stack redoes what it is given first: that has been done by then.
        if self._made:
            self._go(self.after, None)
        self._made = True


class UndoHistory(QObject):
    """The changes of a run, as a stack to undo and redo.

    Args:
        go: Goes to a place, and forgets a line where one is named.
    """

    def __init__(self, go: Go, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(MOST_UNDONE)
        self._go = go

    def lines(self) -> frozenset[int]:
        """The lines that undo leads to, and those that it leads from: what comes next drops what could be redone."""
        commands = [self.stack.command(place) for place in range(self.stack.index())]
        made = [command for command in commands if isinstance(command, LineChange)]
        return frozenset(place.line for command in made for place in (command.before, command.after))

    def made(self, text: str, before: LinePlace, after: LinePlace, gesture: int | None) -> None:
        """A change led from one place to another; where it went on with the last gesture, that one has another end."""
        latest = self.stack.command(self.stack.index() - 1)
        if before.line != after.line:
            self.stack.push(LineChange(text, before, after, gesture, self._go))
        elif isinstance(latest, LineChange) and latest.after.line == after.line and latest.gesture == gesture:
            # One change in the making: it is called what it has come to.
            self.stack.push(LineChange(text, latest.before, after, gesture, self._go))

    def take_back(self, gesture: int) -> None:
        """Undo the last change as if it had never been, if it was this gesture."""
        command = self.stack.command(self.stack.index() - 1)
        if isinstance(command, LineChange) and command.gesture == gesture:
            command.never_was = True
            self.stack.undo()

    def clear(self) -> None:
        """Another run: nothing to undo."""
        self.stack.clear()
