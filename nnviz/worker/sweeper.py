"""The thread of a sweep: the UI grants one piece of training after the other, so that painting never waits for long."""

from __future__ import annotations

import sys
import traceback
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QObject, QThread, QTimer, Signal, Slot

from nnviz.engine.errors import NnvizError
from nnviz.said import said
from nnviz.worker.messages import Failure
from nnviz.worker.sweep_course import SweepCourse
from nnviz.worker.sweep_messages import Progress, SweepEnd, SweepPlan, SweepRequest
from nnviz.worker.threads import end, work_thread

PIECE = 0.01
"""Seconds of training between two looks at what the UI wants."""
HURRIED_PIECE = 0.08
"""The same where somebody waits for the end."""
REST_MILLISECONDS = 50
"""Where a sweep is ahead of whoever watches, it rests for so long."""


@dataclass(frozen=True, eq=False)
class _Ask:
    """Begin a sweep, or go on with it for a piece; ``tells`` asks for all that is new, and for no more afterwards.

    Where somebody ``watches``, what is new comes with every piece.
    """

    number: int
    request: SweepRequest | None = None
    seconds: float = PIECE
    tells: bool = False
    watches: bool = False


@dataclass(frozen=True, eq=False)
class _Answer:
    number: int
    result: SweepPlan | Progress | Failure | None
    finished: bool = False
    told_all: bool = False
    share: float = 0.0
    """Of all epochs, that are done."""


class _Sweeper(QObject):
    """Lives on the thread."""

    answered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._course: SweepCourse | None = None

    @Slot(object)
    def answer(self, ask: _Ask) -> None:
        try:
            answer = self._do(ask)
        except NnvizError as error:
            answer = _Answer(ask.number, Failure(error.text, refused=True))
        except MemoryError:
            text = said("Engine", "there is not enough memory for so many networks of this size")
            answer = _Answer(ask.number, Failure(text, refused=True))
        except Exception as error:
            place = traceback.extract_tb(sys.exc_info()[2])[-1]
            details = f"{place.filename}:{place.lineno} in {place.name}"
            failure = Failure(f"{type(error).__name__}: {error}", refused=False, details=details)
            answer = _Answer(ask.number, failure)
        self.answered.emit(answer)

    def _do(self, ask: _Ask) -> _Answer:
        if ask.request is not None:
            self._course = None
            self._course = SweepCourse(ask.request)
            return _Answer(ask.number, self._course.plan)
        course = self._course
        assert course is not None, "a sweep begins before it goes on"
        course.advance(ask.seconds)
        tells = ask.tells or course.finished
        news = course.news() if tells or ask.watches or course.news_is_due() else None
        if tells:
            self._course = None
        return _Answer(ask.number, news, course.finished, tells, course.share)


class SweeperLink(QObject):
    """The UI's side. A piece is granted when the one before has been heard of: while the UI is busy, nothing trains.

    Signals:
        begun(SweepPlan): A sweep has begun: these networks will be trained.
        progressed(Progress): News of some of them, at most ten times a second.
        finished(SweepEnd): Nothing more will come; also where a sweep could not begin.
    """

    begun = Signal(object)
    progressed = Signal(object)
    finished = Signal(object)
    _asked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: QThread | None = None
        self._sweeper: _Sweeper | None = None
        self._number = 0
        self._stopping = False
        self.running = False
        self._seconds = self._share = 0.0
        self._piece = PIECE
        self._clock = QElapsedTimer()
        self._rest = QTimer(self, singleShot=True, interval=REST_MILLISECONDS)
        self._rest.timeout.connect(self._go_on)

    def start(self, request: SweepRequest, seconds: float = 0.0) -> None:
        """Begin a sweep; one that is under way is dropped. The thread starts with the first one.

        Args:
            request: What is trained.
            seconds: It is to take so long at the least, for somebody who watches.
        """
        if self._thread is None:
            self._start_thread()
        self._number += 1
        self._stopping, self.running = False, True
        self._seconds, self._piece = seconds, PIECE
        self._rest.stop()
        self._clock.start()
        self._asked.emit(_Ask(self._number, request))

    def hurry(self) -> bool:
        """Nobody watches any more: be done as soon as may be. Returns whether anybody did."""
        watched, self._seconds = self.running and self._seconds > 0.0, 0.0
        self._piece = HURRIED_PIECE
        if self._rest.isActive():
            self._rest.stop()
            self._go_on()
        return watched

    def stop(self) -> None:
        """Go no further; what is new comes yet, and then ``finished``."""
        self._stopping = self.running

    def close(self) -> None:
        """End the thread, also in the middle of a sweep; nothing is heard afterwards. Closing again does nothing."""
        self.running = self._stopping = False
        self._number += 1
        self._rest.stop()
        if self._thread is None or self._sweeper is None:
            return
        self._sweeper.answered.disconnect(self._hear)
        self._asked.disconnect(self._sweeper.answer)
        end(self._thread)
        self._thread = self._sweeper = None

    def _start_thread(self) -> None:
        self._thread, self._sweeper = work_thread("sweep", self), _Sweeper()
        self._asked.connect(self._sweeper.answer)
        self._sweeper.answered.connect(self._hear)
        self._sweeper.moveToThread(self._thread)
        self._thread.start()

    @Slot(object)
    def _hear(self, answer: _Answer) -> None:
        if answer.number != self._number or not self.running:
            return
        match answer.result:
            case SweepPlan() as plan:
                self.begun.emit(plan)
            case Progress() as progress:
                self.progressed.emit(progress)
            case Failure() as failure:
                self._finish(SweepEnd(failure=failure))
        # Whoever heard it may have closed this, or begun another.
        if answer.number != self._number or not self.running:
            return
        if answer.finished or answer.told_all:
            self._finish(SweepEnd(stopped=not answer.finished))
        else:
            self._share = answer.share
            self._go_on()

    def _go_on(self) -> None:
        """Grant another piece, unless it is ahead of whoever watches."""
        if self._share * self._seconds * 1e3 > self._clock.elapsed() and not self._stopping:
            self._rest.start()
        elif self._stopping:
            self._asked.emit(_Ask(self._number, seconds=0.0, tells=True))
        else:
            self._asked.emit(_Ask(self._number, seconds=self._piece, watches=self._seconds > 0.0))

    def _finish(self, end: SweepEnd) -> None:
        self.running = self._stopping = False
        self.finished.emit(end)
