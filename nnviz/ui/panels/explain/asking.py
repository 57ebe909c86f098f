"""When an explanation asks its question, and which answer is the one it waits for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from nnviz.ui.toolkit.refresh import Refresh
from nnviz.worker.questions import Question

SELDOM = 200
"""Milliseconds from one explanation to the next while training: five a second can be read no better than more."""


class Asking:
    """Asks when there is a question that was not asked yet: only while the page is visible, seldom while training.

    Args:
        page: Whose visibility counts; its show event calls ``flush``.
        make: What the page wants to know right now; ``None`` for nothing.
        ask: Sends a question off.
        nothing: Called when there is nothing to ask.
    """

    def __init__(
        self,
        page: QWidget,
        make: Callable[[], Question | None],
        ask: Callable[[Question], None],
        nothing: Callable[[], None],
    ) -> None:
        self._make = make
        self._ask = ask
        self._nothing = nothing
        self._latest: Question | None = None
        self._refresh = Refresh(page, self._ask_if_new, interval=SELDOM)

    def request(self, training: bool = False) -> None:
        """Something may have changed: ask at once, or soon while the model trains."""
        self._refresh.request()
        if not training:
            self._refresh.flush()

    def flush(self) -> None:
        """Ask what is due right now, if the page is visible."""
        self._refresh.flush()

    def forget(self) -> None:
        """Wait for no answer any more."""
        self._latest = None

    def is_latest(self, question: Question) -> bool:
        """Whether it is the question that was asked last."""
        return question is self._latest

    def _ask_if_new(self) -> None:
        question = self._make()
        if question is None:
            self._latest = None
            self._nothing()
        elif self._latest is None or not _same(question, self._latest):
            self._latest = question
            self._ask(question)


def _same(one: Question, other: Question) -> bool:
    """Whether two questions are about the same place of the same record."""
    return type(one) is type(other) and vars(one) == vars(other)
