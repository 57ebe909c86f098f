"""A thread that reads a table, or whatever else takes its time, and tries what can be learned from a table.

A large one takes a few seconds.
"""

from __future__ import annotations

import atexit
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal, Slot

from nnviz.engine.data.tables.choice import TableChoice
from nnviz.engine.data.tables.preview import Effect, TablePreview, effect_of, preview_table
from nnviz.engine.errors import ExperimentError, NnvizError
from nnviz.engine.experiment import Experiment
from nnviz.engine.experiments.table_experiments import experiment_of_table
from nnviz.engine.settings import FOUND_OUT, Reading
from nnviz.said import said
from nnviz.worker.messages import Failure


@dataclass(frozen=True)
class _Ask:
    """Read a file, or say what a choice gives; with ``makes``, make the experiment of it; or read an experiment."""

    number: int
    path: Path | None = None
    reading: Reading = FOUND_OUT
    choice: TableChoice | None = None
    makes: bool = False
    read: Callable[[], object] | None = None


@dataclass(frozen=True, eq=False)
class _Made:
    """What somebody had read."""

    what: object


@dataclass(frozen=True, eq=False)
class _Answer:
    number: int
    result: TablePreview | Effect | _Made | Failure


class _CancelledError(NnvizError):
    """Nobody wants to know any more."""


class _Reader(QObject):
    """Lives on the thread, and keeps what has been read."""

    answered = Signal(object)
    progressed = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self._preview: TablePreview | None = None
        self.cancelled = False

    @Slot(object)
    def answer(self, ask: _Ask) -> None:
        result: TablePreview | Effect | _Made | Failure
        try:
            result = self._do(ask)
        except NnvizError as error:
            result = Failure(error.text, refused=True)
        except MemoryError:
            result = Failure(said("Engine", "there is not enough memory for this table"), refused=True)
        except Exception as error:
            place = traceback.extract_tb(sys.exc_info()[2])[-1]
            details = f"{place.filename}:{place.lineno} in {place.name}"
            result = Failure(f"{type(error).__name__}: {error}", refused=False, details=details)
        self.answered.emit(_Answer(ask.number, result))

    def _pause(self, done: float) -> None:
        if self.cancelled:
            raise _CancelledError
        if 0.0 < done < 1.0:
            self.progressed.emit(done)

    def _do(self, ask: _Ask) -> TablePreview | Effect | _Made:
        if ask.read is not None:
            return _Made(ask.read())
        if ask.path is not None:
            self._preview = None  # there may be no room for two
            self._preview = preview_table(ask.path, self._pause, ask.reading)
            return self._preview
        assert self._preview is not None and ask.choice is not None, "a table is read before something is chosen"
        effect = effect_of(self._preview, ask.choice)
        if not ask.makes:
            return effect
        if effect.table is None:
            raise ExperimentError(effect.problem, "", self._preview.name)
        return _Made(experiment_of_table(Experiment, self._preview.path, ask.choice, effect.table))


class _Thread(QThread):
    """Keeps its reader until it has ended."""

    def __init__(self, reader: _Reader) -> None:
        super().__init__()
        self._reader = reader
        self.setObjectName("table")
        reader.moveToThread(self)
        # Whoever asked may be gone before a file has been read, and a running thread must not go with Python.
        atexit.register(self.end)
        self.finished.connect(self._forget)

    def cancel(self) -> None:
        """End as soon as can be, which in the middle of a large file is after a second or two."""
        self._reader.cancelled = True
        self.quit()

    def end(self) -> None:
        """End now, and wait for it."""
        self.cancel()
        self.wait()

    @Slot()
    def _forget(self) -> None:
        atexit.unregister(self.end)


class TableLink(QObject):
    """The UI's side. Of several choices in a row only the last one is answered.

    Signals:
        opened(TablePreview): The table has been read.
        tried(Effect): What the last choice gives.
        made(object): The experiment of a choice, or what was to be read.
        failed(Failure): There is none; or the table cannot be read.
        progressed(float): How much of it has been read, from 0 to 1.
    """

    opened = Signal(object)
    tried = Signal(object)
    made = Signal(object)
    failed = Signal(object)
    progressed = Signal(float)
    _asked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: _Thread | None = None
        self._reader: _Reader | None = None
        self._number = 0
        self._waiting: _Ask | None = None
        self._under_way = False

    @property
    def idle(self) -> bool:
        """Whether everything that was asked has been answered."""
        return not self._under_way

    def open(self, path: Path, reading: Reading = FOUND_OUT) -> None:
        """Read a file, as somebody says that it is written."""
        if self._thread is None:
            self._start_thread()
        self._ask(_Ask(self._next(), path=path, reading=reading))

    def read(self, read: Callable[[], object]) -> None:
        """Have something read that takes its time."""
        if self._thread is None:
            self._start_thread()
        self._ask(_Ask(self._next(), read=read))

    def try_choice(self, choice: TableChoice) -> None:
        """Find out what a choice gives."""
        self._ask(_Ask(self._next(), choice=choice))

    def make(self, choice: TableChoice) -> None:
        """Make the experiment of a choice."""
        self._ask(_Ask(self._next(), choice=choice, makes=True))

    def close(self) -> None:
        """Nothing is heard afterwards; the thread ends by itself as soon as it can, and nobody waits for it."""
        if self._thread is None or self._reader is None:
            return
        self._number += 1
        self._waiting, self._under_way = None, False
        self._reader.answered.disconnect(self._hear)
        self._reader.progressed.disconnect(self.progressed)
        self._asked.disconnect(self._reader.answer)
        thread = self._thread
        self._thread = self._reader = None
        thread.finished.connect(thread.deleteLater)
        thread.cancel()

    def _next(self) -> int:
        self._number += 1
        return self._number

    def _ask(self, ask: _Ask) -> None:
        if self._under_way:
            self._waiting = ask
        else:
            self._under_way = True
            self._asked.emit(ask)

    def _start_thread(self) -> None:
        self._reader = _Reader()
        self._thread = _Thread(self._reader)
        self._asked.connect(self._reader.answer)
        self._reader.answered.connect(self._hear)
        self._reader.progressed.connect(self.progressed)
        application = QCoreApplication.instance()
        if application is not None:
            self._thread.setParent(application)
        self._thread.start()

    @Slot(object)
    def _hear(self, answer: _Answer) -> None:
        waiting, self._waiting = self._waiting, None
        self._under_way = False
        if waiting is not None:
            self._ask(waiting)
        if answer.number != self._number:
            return
        match answer.result:
            case TablePreview() as preview:
                self.opened.emit(preview)
            case Effect() as effect:
                self.tried.emit(effect)
            case _Made(what):
                self.made.emit(what)
            case Failure() as failure:
                self.failed.emit(failure)
