"""A sweep under way on its thread: it goes on piece by piece, and says now and then what is new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from math import ceil
from time import perf_counter
from typing import Any

from nnviz.engine.analysis.responses import Map, Responses, has_plane
from nnviz.engine.data.examples import make_examples
from nnviz.engine.experiment import Experiment
from nnviz.engine.networks.network import Architecture
from nnviz.engine.sweeps.sweep import Sweep
from nnviz.engine.sweeps.sweep_members import Member, members_of
from nnviz.engine.sweeps.sweep_results import Result
from nnviz.engine.training.run.trainer import Trainer
from nnviz.engine.training.timeline.batches import batch_size
from nnviz.engine.types import Array
from nnviz.worker.messages import RunInfo
from nnviz.worker.sweep_messages import News, Progress, SweepPlan, SweepRequest

NEWS_EVERY = 0.1
"""Seconds between two pieces of news."""
MAPS_FOR = 0.006
"""Seconds that the maps of networks which still train may take, each time there is news; those that have ended always
have theirs."""
RATE = "training.learning_rate"
EPOCHS = "training.epochs"


class SweepCourse:
    """A sweep, and what has been told of it."""

    def __init__(self, request: SweepRequest) -> None:
        self._sweep = Sweep(request.members or _varied(request))
        members = self._sweep.members
        combinations = groupby(members, key=lambda member: member.combination)
        runs = tuple(_run_of(next(alike).experiment) for _, alike in combinations)
        maps = request.resolution > 0 and all(has_plane(run.examples) for run in runs)
        self.plan = SweepPlan(request, members, runs, maps)
        self._responses = [
            Responses.of(run.architecture, run.examples, run.experiment.data, request.resolution)
            for run in (runs if maps else ())
        ]
        self._left = dict.fromkeys(range(len(members)), -1)
        """Networks whose end has not been told, and the epoch that has."""
        self._map_next = 0
        self._began = self._told = perf_counter()
        self._untrained = request.epochs == 0

    @property
    def finished(self) -> bool:
        """Whether all networks have ended."""
        return self._untrained or self._sweep.finished

    def advance(self, seconds: float) -> None:
        """Train for about so long."""
        if not self._untrained:
            self._sweep.advance(seconds)

    @property
    def share(self) -> float:
        """How much of all epochs is done."""
        return self._sweep.epochs_done / self._sweep.epochs

    def news_is_due(self) -> bool:
        """Whether the last news is old."""
        return perf_counter() - self._told >= NEWS_EVERY

    def news(self) -> Progress:
        """What has not been told yet."""
        results = list(map(self._at_the_start, self.plan.members)) if self._untrained else self._sweep.results
        ended = {result.member.place: result for result in results if result.member.place in self._left}
        under_way = [self._under_way(place) for place in self._left if place not in ended]
        told = [self._at_the_end(result) for result in ended.values()]
        told += self._with_maps([each for each in under_way if each is not None])
        self._left |= {news.place: int(news.history.epochs[-1]) for news in told}
        for place in ended:
            del self._left[place]
        self._told = perf_counter()
        return Progress(tuple(told), self._sweep.epochs_done, self._sweep.epochs, self._told - self._began)

    def _under_way(self, place: int) -> News | None:
        history = self._sweep.history(place)
        if history is None or not len(history) or history.epochs[-1] <= self._left[place]:
            return None
        return News(place, history, None, None)

    def _at_the_start(self, member: Member) -> Result:
        run = self.plan.runs[member.combination]
        trainer = Trainer(member.experiment, run.examples)
        about = member, run.architecture, run.examples, trainer.history
        return Result.at_the_end(*about, epochs=0, iterations=0, theta=trainer.theta(), keeps_parameters=True)

    def _at_the_end(self, result: Result) -> News:
        answers = self._map(result.member.place, result.theta) if result.theta is not None else None
        return News(result.member.place, result.history, answers, result)

    def _map(self, place: int, theta: Array) -> Map | None:
        if not self._responses:
            return None
        return self._responses[self.plan.members[place].combination](theta).layers[-1]

    def _with_maps(self, under_way: list[News]) -> list[News]:
        """The maps of as many as there is time for, going round from one time to the next."""
        if not self._responses or not under_way:
            return under_way
        until = perf_counter() + MAPS_FOR
        start = next((row for row, news in enumerate(under_way) if news.place >= self._map_next), 0)
        for row in [*range(start, len(under_way)), *range(start)]:
            news = under_way[row]
            theta = self._sweep.theta(news.place)
            if theta is not None:
                under_way[row] = replace(news, map=self._map(news.place, theta))
            self._map_next = news.place + 1
            if perf_counter() >= until:
                break
        return under_way


def _varied(request: SweepRequest) -> tuple[Member, ...]:
    """The networks that follow from seeds and rates."""
    grid: dict[str, Sequence[Any]] = {EPOCHS: [request.epochs]}
    if request.rates:
        grid[RATE] = request.rates
    return members_of(request.experiment.with_fields, request.seeds, grid)


def _run_of(experiment: Experiment) -> RunInfo:
    examples = make_examples(experiment)
    batches = ceil(len(examples.train) / batch_size(experiment.training, len(examples.train)))
    return RunInfo(0, experiment, Architecture.of(experiment), examples, batches)
