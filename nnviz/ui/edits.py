"""Undo and redo of what the user changes in the middle of a run.

A change begins a new line through time; the line before it is kept. To undo a change is to return to that line, to the
iteration at which it was made, so that it is exact to the last bit whatever was changed; to redo it is to come back.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from time import perf_counter

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack

SAME_GESTURE_SECONDS = 1.5
"""Changes of the same thing within this time are one: a drag, a few turns of the wheel."""

MOST_UNDONE = 50


class LineChange(QUndoCommand):
    """A change that led from one line to another, at an iteration."""

    def __init__(self, text: str, before: int, after: int, iteration: int, go: Callable[[int, int], None]) -> None:
        super().__init__(text)
        self.before, self.after, self.iteration = before, after, iteration
        self._go = go
        self._made = False

    def undo(self) -> None:
        self._go(self.before, self.iteration)

    def redo(self) -> None:
        # A stack redoes what it is given first: that has been done by then.
        if self._made:
            self._go(self.after, self.iteration)
        self._made = True


class Edits(QObject):
    """The changes of a run, as a stack to undo and redo, and which of them are one gesture.

    Args:
        go: Goes to a line and an iteration.
    """

    def __init__(self, go: Callable[[int, int], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(MOST_UNDONE)
        self._go = go
        self._gesture = 0
        self._about: Hashable = None
        self._last = -SAME_GESTURE_SECONDS
        self._held = False

    def gesture_for(self, about: Hashable) -> int:
        """The number of the gesture that a change of something belongs to: the last one, or a new one."""
        now = perf_counter()
        if about != self._about or not (self._held or now - self._last < SAME_GESTURE_SECONDS):
            self._gesture += 1
        self._about, self._last = about, now
        return self._gesture

    def hold(self) -> None:
        """A gesture begins: what follows is one change until ``release``, however long it takes."""
        self.end()
        self._held = True

    def release(self) -> None:
        """The gesture is over."""
        self.end()

    def end(self) -> None:
        """Whatever is changed from here on is another change."""
        self._about, self._held = None, False

    def made(self, text: str, before: int, after: int, iteration: int) -> None:
        """A change led from one line to another; nothing is noted where it went on with the last gesture."""
        if before != after:
            self.stack.push(LineChange(text, before, after, iteration, self._go))

    def take_back(self, line: int) -> None:
        """Undo the last change as if it had never been, if it led to this line."""
        command = self.stack.command(self.stack.index() - 1)
        if isinstance(command, LineChange) and command.after == line:
            command.setObsolete(True)
            self.stack.undo()

    def clear(self) -> None:
        """Another run: nothing to undo."""
        self.end()
        self.stack.clear()
