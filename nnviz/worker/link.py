"""The UI's side of the thread: asks one thing at a time, and hears the answers."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from nnviz.engine.training.timeline.coalescing import coalesced
from nnviz.worker.messages import Answer, Ask, Bring, Change, Load, Refresh, Request, Visit, Wanted
from nnviz.worker.model import Model
from nnviz.worker.threads import end, work_thread


class ModelLink(QObject):
    """Starts the model thread and speaks with it. At most one request is under way; the others wait here, in order.

    Signals:
        answered(Answer): On the UI thread, once for each request that was sent.
    """

    answered = Signal(object)
    _asked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = work_thread("model", self)
        self._model = Model()
        self._model.moveToThread(self._thread)
        self._asked.connect(self._model.answer)
        self._model.answered.connect(self._hear)
        self._waiting: deque[Ask] = deque()
        self._under_way: Ask | None = None
        self._last_number = 0
        self._holding = False
        self._kept: Answer | None = None
        self._thread.start()

    @property
    def idle(self) -> bool:
        """Whether nothing is under way or waiting."""
        return self._under_way is None

    @property
    def running(self) -> bool:
        """Whether the model thread is there."""
        return self._thread.isRunning()

    def ask(self, request: Request, wanted: Wanted) -> int:
        """Send a request, or let it wait its turn. Returns its number.

        Dragging a slider asks faster than the model answers: a waiting request that a later one makes pointless is
        dropped, so that nothing piles up.
        """
        self._last_number += 1
        ask = Ask(self._last_number, request, wanted)
        if self._under_way is None:
            self._send(ask)
            return ask.number
        if isinstance(request, Load | Bring):
            self._waiting.clear()
        elif self._waiting and (both := merged(self._waiting[-1].request, request)) is not None:
            self._waiting.pop()
            ask = Ask(ask.number, both, wanted)
        self._waiting.append(ask)
        return ask.number

    @contextmanager
    def held(self) -> Iterator[None]:
        """Meanwhile nothing is answered, and what is asked for waits: who would hear it is not ready yet."""
        self._holding = True
        try:
            yield
        finally:
            self._holding = False
            kept, self._kept = self._kept, None
            if kept is not None:
                self._hear(kept)

    def close(self) -> None:
        """Let what is under way end, and end the thread. Nothing is answered afterwards; closing again does nothing."""
        if not self.running:
            return
        self._waiting.clear()
        self._model.answered.disconnect(self._hear)
        self._asked.disconnect(self._model.answer)
        end(self._thread)
        self._under_way = self._kept = None

    def _send(self, ask: Ask) -> None:
        self._under_way = ask
        self._asked.emit(ask)

    @Slot(object)
    def _hear(self, answer: Answer) -> None:
        if self._holding:
            self._kept = answer
            return
        self._under_way = None
        if self._waiting:
            self._send(self._waiting.popleft())
        self.answered.emit(answer)


def merged(earlier: Request, later: Request) -> Request | None:
    """One request that does the work of two in a row; ``None`` where they are not of a kind."""
    if isinstance(earlier, Visit | Refresh) and isinstance(later, Visit):
        return later
    if isinstance(earlier, Refresh) and isinstance(later, Refresh):
        return later
    if not isinstance(earlier, Change) or not isinstance(later, Change):
        return None
    if (earlier.redo, earlier.gesture) != (later.redo, later.gesture):
        return None
    return replace(later, events=coalesced((*earlier.events, *later.events)))
