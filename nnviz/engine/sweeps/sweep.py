"""Sweeps: many networks at once, every combination of some settings with some seeds."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from time import perf_counter
from types import MappingProxyType
from typing import Any

from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiment import Experiment
from nnviz.engine.networks.network import Architecture
from nnviz.engine.sweeps.sweep_cluster import Cluster
from nnviz.engine.sweeps.sweep_crew import SLICE, Crew
from nnviz.engine.sweeps.sweep_jobs import ExampleStore, Job, Terms
from nnviz.engine.sweeps.sweep_members import Grid, Member, members_of
from nnviz.engine.sweeps.sweep_results import Result
from nnviz.engine.sweeps.sweep_shapes import stacks_of
from nnviz.engine.training.timeline.history import History
from nnviz.engine.types import Array
from nnviz.said import said

MOST_ROWS = 1_000_000
"""Rows that the histories of a sweep may have, 100 MB; where that is not enough, each keeps fewer epochs."""
FEWEST_ROWS = 64
SECONDS_ALONE = 0.3
"""Other processes take about this long to start up: what is done by then was better done here."""
MOST_PARAMETERS = 20_000_000
"""Final parameters that a sweep may keep, 160 MB."""


class Sweep:
    """Trains every combination of a grid with every seed; each as a ``Trainer`` of its own would.

    Networks of one shape train together. ``run`` gives the results as they come; ``advance`` goes on for a moment, for
    those who have something else to do. A sweep that is left alone keeps what is done.

    >>> sweep = Sweep(Experiment.named("circle"), seeds=20, grid={"training.learning_rate": [0.01, 0.1, 1.0]})
    >>> for result in sweep.run():
    ...     print(result.member.settings, result.member.seed, result.figures["test_loss"], result.stop_reason)

    Args:
        experiment: What to vary; or the name of a file or of a built-in experiment, as on the command line: then what
            follows from a field that the grid replaces follows anew. Or what is trained, put together already, each in
            its place.
        seeds: How many of each combination: its own seeds, and then each one more (``members_of``).
        grid: Fields, named in dots, and the values that each is to have in turn. A field with one value only has it.
        keeps_parameters: Whether results hold the final parameters.

    Attributes:
        members: What is trained.

    Raises:
        ExperimentError: A combination is not valid, or they are too many.
    """

    def __init__(
        self,
        experiment: Experiment | str | tuple[Member, ...],
        seeds: int = 1,
        grid: Grid = MappingProxyType({}),
        keeps_parameters: bool = True,
    ) -> None:
        self.members = experiment if isinstance(experiment, tuple) else members_of(_maker(experiment), seeds, grid)
        if keeps_parameters:
            _refuse_too_many_parameters(self.members)
        self._done: dict[int, Result] = {}
        self._terms = Terms(max(FEWEST_ROWS, MOST_ROWS // len(self.members)), keeps_parameters)
        self._examples = ExampleStore()
        self._jobs: list[Job] = []
        self._waiting: deque[Job] = deque()

    @property
    def results(self) -> list[Result]:
        """What is done, in the order in which it was."""
        return list(self._done.values())

    @property
    def finished(self) -> bool:
        """Whether all members are done."""
        return len(self._done) == len(self.members)

    @property
    def epochs(self) -> int:
        """Epochs that all members together have at most."""
        return sum(member.experiment.training.epochs for member in self.members)

    @property
    def epochs_done(self) -> int:
        """Epochs done; a member that is done counts with all that it might have had."""
        return sum(job.epochs_done for job in self._jobs)

    def run(self, processes: int = 1, on: str = "") -> Iterator[Result]:
        """Train to the end, and give each result when it is there.

        Args:
            processes: Work on parts in so many processes at once, where it takes long enough to be worth it. A program
                that asks for more than one needs the guard ``if __name__ == "__main__":``.
            on: The address of a Dask scheduler, for example ``tcp://scheduler:8786``: its workers train, in place of
                processes here; to the same numbers.

        Raises:
            ClusterError: The cluster cannot be used.
        """
        for results in self.pieces(processes, on):
            yield from results

    def pieces(self, processes: int = 1, on: str = "") -> Iterator[list[Result]]:
        """As ``run``, but with the results since the last time, perhaps none, a few times a second."""
        try:
            with self._helpers(processes, on) as crew:
                jobs = self._unfinished(crew.at_once)
                while jobs or crew.busy:
                    crew.take_from(jobs)
                    crew.collect(0.0 if jobs else SLICE, jobs)
                    if jobs:
                        jobs[0].advance(perf_counter() + SLICE, self._examples)
                        if jobs[0].finished:
                            jobs.popleft()
                    yield self._take_results()
        finally:
            self._take_results()

    def advance(self, seconds: float) -> list[Result]:
        """Train for about so long, each time another part of what is left; the results that came on the way."""
        until = perf_counter() + seconds
        while perf_counter() < until and (jobs := self._unfinished(1)):
            jobs[0].advance(until, self._examples)
            self._jobs.remove(jobs[0])
            self._jobs.append(jobs[0])
        return self._take_results()

    def history(self, place: int) -> History | None:
        """How a member has been doing so far; ``None`` where it has not begun, or another process trains it."""
        if place in self._done:
            return self._done[place].history
        job = self._job_of(place)
        return job.history(place) if job is not None else None

    def theta(self, place: int) -> Array | None:
        """The parameters of a member as they are, frozen; ``None`` where they are not known here."""
        if place in self._done:
            return self._done[place].theta
        job = self._job_of(place)
        return job.theta(place) if job is not None else None

    def _helpers(self, processes: int, on: str) -> Crew | Cluster:
        return Cluster(on, self._terms) if on else Crew(processes - 1, self._terms, SECONDS_ALONE)

    def _unfinished(self, processes: int) -> deque[Job]:
        """What is left to do; cut into jobs the first time."""
        if not self._jobs:
            self._jobs = [Job(members, self._terms) for members in stacks_of(self.members, processes)]
        return deque(job for job in self._jobs if not job.finished)

    def _take_results(self) -> list[Result]:
        results = [result for job in self._jobs for result in job.take_results()]
        self._done |= {result.member.place: result for result in results}
        return results

    def _job_of(self, place: int) -> Job | None:
        return next((job for job in self._jobs if place in job.left), None)


def _maker(experiment: Experiment | str) -> Callable[[Mapping[str, Any]], Experiment]:
    """What gives the experiment in which some fields have been replaced."""
    return experiment.with_fields if isinstance(experiment, Experiment) else partial(Experiment.find, experiment)


def _refuse_too_many_parameters(members: Sequence[Member]) -> None:
    """Refuse to keep more than memory is good for.

    Raises:
        ExperimentError: There are.
    """
    count = 0
    for _, alike in groupby(members, key=lambda member: member.combination):
        first, *others = alike
        count += Architecture.of(first.experiment).parameter_count * (1 + len(others))
    if count > MOST_PARAMETERS:
        raise ExperimentError(
            said(
                "Engine",
                "these networks have {count:,} parameters; a sweep keeps at most {most:,} (fewer seeds or values, or "
                "keeps_parameters=False)",
            ).format(count=count, most=MOST_PARAMETERS)
        )
