"""Reads what takes its time, beside the window, which never waits, until the user has enough of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject

from nnviz.shortened import called
from nnviz.ui.names.translation import in_words
from nnviz.worker.messages import Failure
from nnviz.worker.table_reader import TableLink

Made = TypeVar("Made")


class Reading(QObject):
    """Reads one at a time; a later one takes the place of an earlier one.

    Args:
        say: Says that something happens.
        say_error: Says what went wrong.
    """

    def __init__(self, say: Callable[[str], None], say_error: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._say, self._say_error = say, say_error
        self._then: Callable[[Any], None] | None = None
        self._instead: Callable[[], None] = _nothing
        self._link = TableLink(self)
        self._link.made.connect(self._on_made)
        self._link.failed.connect(self._on_failed)

    @property
    def idle(self) -> bool:
        """Whether nothing is being read."""
        return self._then is None

    def read(
        self,
        read: Callable[[], Made],
        file: str,
        then: Callable[[Made], None],
        instead: Callable[[], None] | None = None,
    ) -> None:
        """Read an experiment, a session, a recording or a lecture.

        Args:
            read: Reads it; what it refuses is said.
            file: What takes its time.
            then: Gets it.
            instead: Is called where the user stops it.
        """
        self.close()
        self._then, self._instead = then, instead or _nothing
        self._say(self.tr("Reading %1 … Esc stops it.").replace("%1", called(file)))
        self._link.read(read)

    def stop(self) -> None:
        """The user does not want to wait for it: nothing of it is heard any more."""
        if not self.idle:
            self.close()
            self._instead()

    def close(self) -> None:
        """Nothing is heard any more of what is being read."""
        self._then = None
        self._link.close()

    def _on_made(self, made: object) -> None:
        then, self._then = self._then, None
        self._link.close()
        if then is not None:
            then(made)

    def _on_failed(self, failure: Failure) -> None:
        self.close()
        self._say_error(in_words(failure.text) if failure.refused else f"{in_words(failure.text)} ({failure.details})")


def _nothing() -> None:
    """What follows where nothing does."""
