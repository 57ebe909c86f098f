"""Other machines that train parts of a sweep: the workers of a Dask cluster.

What goes there and comes back is what a process of ``Crew`` gets and sends; there too a job comes to what it comes to
here.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence
from time import sleep
from types import TracebackType
from typing import Any
from uuid import uuid4

from nnviz import __version__
from nnviz.engine.errors import NnvizError
from nnviz.engine.sweeps.sweep_crew import trained
from nnviz.engine.sweeps.sweep_jobs import Job, Terms
from nnviz.engine.sweeps.sweep_members import Member
from nnviz.engine.sweeps.sweep_results import Result
from nnviz.said import said

PATIENCE = 10
"""Seconds that a scheduler has to answer, and a first worker to be there."""
SECONDS_BETWEEN_NEWS = 0.5


class ClusterError(NnvizError):
    """A cluster that cannot be used: names its address and the reason."""


class Cluster:
    """The workers of a cluster, which take all jobs there are; a worker that is lost gives its job to another.

    Args:
        address: The scheduler's, for example ``tcp://scheduler:8786``.

    Raises:
        ClusterError: The library is not installed, nothing answers, there is no worker, or one has another version of
            nnviz or NumPy, with which the last digits would be others.
    """

    def __init__(self, address: str, terms: Terms) -> None:
        self._distributed = _library()
        self._address, self._terms = address, terms
        self._client = self._connected()
        self._topic = f"nnviz-{uuid4()}"
        self._far: dict[int, int] = {}
        self._busy: dict[int, tuple[Any, Job]] = {}
        self._sent = 0
        self._client.subscribe_topic(self._topic, self._hear)

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for future, job in self._busy.values():
            job.begin_again()
            if not self._lost:
                future.cancel()
        self._client.close(timeout=1)

    @property
    def at_once(self) -> int:
        """How many jobs it works on at once."""
        threads: dict[str, int] = self._client.nthreads()
        return max(1, sum(threads.values()))

    @property
    def busy(self) -> bool:
        """Whether anything has been given to it."""
        return bool(self._busy)

    def take_from(self, jobs: deque[Job]) -> None:
        """Take over every job that has not begun; none where the scheduler is gone, so that they are done here."""
        while jobs and not jobs[-1].begun and not self._lost:
            job = jobs.pop()
            job.begun = True
            asked = tuple(job.left.values()), self._terms, self._topic, self._sent
            self._busy[self._sent] = self._client.submit(_work, *asked, pure=False), job
            self._sent += 1

    def collect(self, seconds: float, jobs: deque[Job]) -> None:
        """Let jobs know the news of them, waited for at most so long; what a lost scheduler had is given back.

        Raises:
            Exception: What went wrong over there.
        """
        if seconds and not any(future.done() for future, _ in self._busy.values()):
            sleep(seconds)
        for number, (future, job) in list(self._busy.items()):
            if future.status == "finished":
                job.note(*future.result())
                del self._busy[number]
            elif future.status == "error" and not isinstance(future.exception(), self._distributed.KilledWorker):
                raise future.exception()
            elif future.status != "pending" or self._lost:
                job.begin_again()
                jobs.append(job)
                del self._busy[number]
            else:
                job.note(self._far.get(number, 0), ())

    @property
    def _lost(self) -> bool:
        return self._client.status not in ("running", "connecting")

    def _hear(self, event: tuple[float, tuple[int, int]]) -> None:
        number, epochs = event[1]
        self._far[number] = epochs

    async def _knock(self) -> None:
        """Find out whether anything answers at the address."""
        settings = self._distributed.Security().get_connection_args("client")
        (await self._distributed.comm.connect(self._address, timeout=PATIENCE, **settings)).abort()

    def _connected(self) -> Any:
        try:
            # A client that cannot read its address is never closed, and complains when the process ends.
            with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
                runner.run(self._knock())
            client = self._distributed.Client(self._address, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError, TypeError, ImportError) as error:
            reason = said("Engine", "{address}: no Dask scheduler answers there ({error})")
            raise ClusterError(reason.format(address=self._address, error=str(error) or type(error).__name__)) from None
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
            here = _versions()
            for worker, there in client.run(_versions).items():
                if there != here:
                    reason = said("Engine", "{address}: the worker {worker} has {there}, here it is {here}")
                    about = {"worker": worker, "there": ", ".join(there), "here": ", ".join(here)}
                    raise ClusterError(reason.format(address=self._address, **about))
        except TimeoutError:
            client.close(timeout=1)
            raise ClusterError(
                said("Engine", "{address}: this cluster has no workers").format(address=self._address)
            ) from None
        except BaseException:
            client.close(timeout=1)
            raise
        return client


def _library() -> Any:
    try:
        import distributed
    except ImportError:
        reason = said("Engine", "a cluster needs the package distributed: {command}")
        raise ClusterError(reason.format(command='pip install "nnviz-desktop[cluster]"')) from None
    return distributed


def _versions() -> tuple[str, ...]:
    import numpy as np

    return f"nnviz {__version__}", f"NumPy {np.__version__}"


def _work(members: tuple[Member, ...], terms: Terms, topic: str, number: int) -> tuple[int, Sequence[Result]]:
    """What a worker does: a whole job, with a word now and then of how far it is."""
    from distributed import get_worker

    worker = get_worker()
    key = worker.get_current_task()
    epochs, results = 0, list[Result]()
    for epochs, new in trained(members, terms, SECONDS_BETWEEN_NEWS):
        results += new
        worker.log_event(topic, (number, epochs))
        task = worker.state.tasks.get(key)
        if task is None or task.state == "cancelled":  # nobody waits for it any more; no thread is ever stopped
            break
    return epochs, results
