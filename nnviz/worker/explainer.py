"""A thread that answers questions about records, beside the model's: an explanation waits for no training.

It has nothing of its own but what a question brings, so that it can never be out of step with the model.
"""

from __future__ import annotations

import sys
import traceback
from dataclasses import dataclass

from PySide6.QtCore import QObject, QThread, Signal, Slot

from nnviz.engine.errors import NnvizError
from nnviz.worker.messages import Failure
from nnviz.worker.questions import Question
from nnviz.worker.threads import end, work_thread


@dataclass(frozen=True, eq=False)
class Explained:
    """The answer to a question, or why there is none."""

    question: Question
    result: object


class _Explainer(QObject):
    """Lives on the thread."""

    answered = Signal(object)

    @Slot(object)
    def answer(self, question: Question) -> None:
        result: object
        try:
            result = question.answer()
        except NnvizError as error:
            result = Failure(error.text, refused=True)
        except Exception as error:
            place = traceback.extract_tb(sys.exc_info()[2])[-1]
            details = f"{place.filename}:{place.lineno} in {place.name}"
            result = Failure(f"{type(error).__name__}: {error}", refused=False, details=details)
        self.answered.emit(Explained(question, result))


class ExplainerLink(QObject):
    """The UI's side: one question of each kind waits at the most, the latest; answers come back on the UI thread.

    Signals:
        answered(Explained): The answer to a question; those that were overtaken by another of their kind have none.
    """

    answered = Signal(object)
    _asked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: QThread | None = None
        self._explainer = _Explainer()
        self._asked.connect(self._explainer.answer)
        self._explainer.answered.connect(self._hear)
        self._waiting: dict[type, Question] = {}
        self._under_way: Question | None = None

    @property
    def idle(self) -> bool:
        """Whether everything that was asked has been answered."""
        return self._under_way is None

    def ask(self, question: Question) -> None:
        """Ask; a question of the same kind that still waits is dropped. The thread starts with the first question."""
        if self._thread is None:
            self._thread = work_thread("explanations", self)
            self._explainer.moveToThread(self._thread)
            self._thread.start()
        if self._under_way is None:
            self._send(question)
        else:
            self._waiting[type(question)] = question

    def close(self) -> None:
        """End the thread; nothing is answered afterwards. Closing again does nothing."""
        if self._thread is None or not self._thread.isRunning():
            return
        self._waiting.clear()
        self._explainer.answered.disconnect(self._hear)
        self._asked.disconnect(self._explainer.answer)
        end(self._thread)
        self._under_way = None

    def _send(self, question: Question) -> None:
        self._under_way = question
        self._asked.emit(question)

    @Slot(object)
    def _hear(self, explained: Explained) -> None:
        self._under_way = None
        overtaken = type(explained.question) in self._waiting
        if self._waiting:
            self._send(self._waiting.pop(next(iter(self._waiting))))
        if not overtaken:
            self.answered.emit(explained)
