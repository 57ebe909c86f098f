"""Other processes that train a part of a sweep. Each has a pipe to this one, and ends when that is closed.

Small NumPy calls hold the interpreter's lock, so that threads would gain nothing.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from time import perf_counter
from types import TracebackType

from nnviz.engine.sweeps.sweep_jobs import ExampleStore, Job, Terms
from nnviz.engine.sweeps.sweep_members import Member
from nnviz.engine.sweeps.sweep_results import Result

SLICE = 0.1
"""Seconds between two looks at whether there is something new."""
PATIENCE = 5.0
"""Seconds that a process has to end by itself."""


class Crew:
    """A number of processes, which start when there is work for them.

    Programs that use them need the guard ``if __name__ == "__main__":``, as all do that start processes of Python.

    Args:
        size: At most so many.
        alone: Seconds that pass before the first starts.
    """

    def __init__(self, size: int, terms: Terms, alone: float = 0.0) -> None:
        self._size, self._terms = size, terms
        self._from = perf_counter() + alone
        self._idle: list[_Worker] = []
        self._busy: dict[Connection, tuple[_Worker, Job]] = {}

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        workers = [*self._idle, *(worker for worker, _ in self._busy.values())]
        for worker in workers:
            worker.connection.close()
        for worker in workers:
            worker.end()
        for _, job in self._busy.values():
            job.begin_again()

    @property
    def at_once(self) -> int:
        """How many jobs are worked on at once, with the one that is done here."""
        return self._size + 1

    @property
    def busy(self) -> bool:
        """Whether somebody is at work."""
        return bool(self._busy)

    def take_from(self, jobs: deque[Job]) -> None:
        """Take over what has not begun, the last first, while somebody is free; leaves one."""
        if perf_counter() < self._from:
            return
        while len(jobs) > 1 and not jobs[-1].begun and len(self._busy) < self._size:
            worker = self._idle.pop() if self._idle else _Worker()
            job = jobs.pop()
            job.begun = True
            self._busy[worker.connection] = worker, job
            with suppress(OSError):  # it has ended, and collect finds it out
                worker.connection.send((tuple(job.left.values()), self._terms))

    def collect(self, seconds: float, jobs: deque[Job]) -> None:
        """Let jobs know the news of them, waited for at most so long; what somebody could not finish is given back.

        Raises:
            Exception: What went wrong over there.
        """
        for connection in wait(list(self._busy), seconds):
            assert isinstance(connection, Connection)
            worker, job = self._busy[connection]
            try:
                news: tuple[int, Sequence[Result]] | Exception = connection.recv()
            except (EOFError, OSError):  # killed, or out of memory
                del self._busy[connection]
                self._size -= 1
                worker.end()
                job.begin_again()
                jobs.append(job)
                continue
            if isinstance(news, Exception):
                raise news
            job.note(*news)
            if job.finished:
                del self._busy[connection]
                self._idle.append(worker)


class _Worker:
    """One process."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, there = context.Pipe()
        self._process: SpawnProcess = context.Process(target=_work, args=(there,), daemon=True)
        with _deaf_to_interrupts():
            self._process.start()
        there.close()

    def end(self) -> None:
        """Wait until it has ended, its connection being closed."""
        self._process.join(PATIENCE)
        if self._process.is_alive():
            self._process.terminate()
            self._process.join()
        self._process.close()


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """An interrupt waits until a process has been started; and what is started never hears one.

    A terminal sends Ctrl-C to all of them: whoever started it tells it to end.
    """
    if threading.current_thread() is not threading.main_thread():  # interrupts are raised in that one alone
        with _blocked_interrupts():
            yield
        return
    heard: list[int] = []
    own = signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    try:
        with _blocked_interrupts():
            yield
    finally:
        signal.signal(signal.SIGINT, own if own is not None else signal.default_int_handler)
        if heard:
            signal.raise_signal(signal.SIGINT)


@contextmanager
def _blocked_interrupts() -> Iterator[None]:
    """Processes started meanwhile inherit that interrupts are blocked; where the system knows such a thing."""
    if sys.platform == "win32":
        yield
        return
    from multiprocessing import resource_tracker

    # It starts with the first process, and lets interrupts through again.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(connection: Connection) -> None:
    """What a process does: one job after the other, with news in between, until its connection is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    examples = ExampleStore()
    with suppress(EOFError, OSError):
        while True:
            members, terms = _received(connection)
            try:
                for news in trained(members, terms, SLICE, examples):
                    connection.send(news)
                    if connection.poll():
                        break
            except Exception as error:
                connection.send(error)
                return


def trained(
    members: Sequence[Member], terms: Terms, seconds: float, examples: ExampleStore | None = None
) -> Iterator[tuple[int, Sequence[Result]]]:
    """Train members to the end; every so many seconds the epochs done and the results since the last time."""
    job = Job(members, terms)
    examples = examples or ExampleStore()
    while not job.finished:
        job.advance(perf_counter() + seconds, examples)
        yield job.epochs_done, job.take_results()


def _received(connection: Connection) -> tuple[tuple[Member, ...], Terms]:
    job: tuple[tuple[Member, ...], Terms] = connection.recv()
    return job
