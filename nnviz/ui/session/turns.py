"""One thing at a time: what is asked while something is under way waits for its turn."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TypeAlias

Command: TypeAlias = Callable[[], object]


class Turns:
    """Does commands one after the other: no key is lost, and none overtakes another.

    Args:
        is_busy: Whether something is under way, so that whatever comes has to wait.
    """

    def __init__(self, is_busy: Callable[[], bool]) -> None:
        self._is_busy = is_busy
        self._waiting: deque[Command] = deque()

    @property
    def last(self) -> Command | None:
        """What was asked for last and still waits; ``None`` where nothing does."""
        return self._waiting[-1] if self._waiting else None

    def take(self, command: Command) -> None:
        """Do it now, or as soon as what is under way is done."""
        if self._is_busy():
            self._waiting.append(command)
        else:
            command()

    def replace_last(self, command: Command) -> None:
        """Do this in place of the last command that waits."""
        self._waiting[-1] = command

    def go_on(self) -> None:
        """Something is done: whose turn it is now may be done."""
        while self._waiting and not self._is_busy():
            self._waiting.popleft()()

    def drop(self) -> None:
        """What waits is pointless now."""
        self._waiting.clear()
