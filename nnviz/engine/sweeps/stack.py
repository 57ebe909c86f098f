"""A stack: runs of one shape, trained together, each of which ends by itself as it would alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter

import numpy as np

from nnviz.engine.data.examples import Examples
from nnviz.engine.experiment import Experiment
from nnviz.engine.networks.network import Architecture
from nnviz.engine.sweeps.stack_course import Lane, StackCourse
from nnviz.engine.sweeps.stack_scores import StackScorer
from nnviz.engine.training.run.endings import all_epochs_done, stopped_early
from nnviz.engine.training.timeline.early_stopping import out_of_patience
from nnviz.engine.training.timeline.events import Stopped
from nnviz.engine.training.timeline.history import History, Log, score_name
from nnviz.engine.types import Array, frozen

WORTH_KEEPING = 0.75
"""Where no larger share of a stack's networks is still running, the others are taken out of it."""


@dataclass(eq=False)
class Run:
    """One run in a stack.

    Attributes:
        place: Its place in the sequence that the stack was made of.
        theta: Its parameters: a view while it trains, and in the end a frozen copy of what is left of it.
        best_theta: Its parameters at the best epoch; ``None`` where nothing needs them.
        stop: Why it ended by itself; ``None`` while it trains.
        astray: Its parameters are no longer finite: it diverged, and only a run of its own can say where.
    """

    place: int
    lane: Lane
    log: Log
    theta: Array
    best_theta: Array | None = None
    stop: Stopped | None = None
    astray: bool = False
    epoch: int = 0
    iteration: int = 0

    @property
    def trains(self) -> bool:
        """Whether it is not at its end."""
        return self.stop is None and not self.astray

    @property
    def history(self) -> History:
        """The run up to now; a frozen copy."""
        return self.log.history(0, self.iteration, self.epoch, self.stop)

    def epoch_ended(self, epoch: int, iteration: int, figures: Sequence[float]) -> None:
        """Note losses and scores, as the columns of a history have them, and end where it is time."""
        self.epoch, self.iteration = epoch, iteration
        training = self.lane.experiment.training
        settings = training.early_stopping
        better = self.log.append((epoch, iteration, *figures))
        restores = settings is not None and settings.restore_best
        if better and restores:
            self.best_theta = self.theta.copy()
        if not epoch:
            return
        best = self.log.best_at(iteration)
        if settings is not None and best is not None and out_of_patience(epoch, best, settings):
            self._end(stopped_early(epoch, best, settings, self.log.score), self.best_theta)
        elif epoch >= training.epochs:
            self._end(all_epochs_done(epoch), None)

    def _end(self, stop: Stopped, theta: Array | None) -> None:
        self.stop = stop
        self.theta = frozen(theta if theta is not None else self.theta.copy())


class Stack:
    """Complete experiments that ``Shape`` says are of one shape, trained together.

    Args:
        longest_history: As in ``Trainer``.

    Attributes:
        architecture: That of every network.
        runs: One for each experiment, in that order.
    """

    def __init__(
        self, experiments: Sequence[Experiment], examples: Sequence[Examples], longest_history: int | None = None
    ) -> None:
        self.architecture = Architecture.of(experiments[0])
        lanes = [Lane.of(experiment, each) for experiment, each in zip(experiments, examples, strict=True)]
        self._course = StackCourse(self.architecture, lanes)
        self.runs = [
            Run(
                place=place,
                lane=lane,
                log=Log(
                    lane.experiment.training.early_stopping,
                    score_name(lane.examples.task),
                    longest_history,
                ),
                theta=theta,
            )
            for place, (lane, theta) in enumerate(zip(lanes, self._course.theta, strict=True))
        ]
        self._in_course = list(self.runs)
        self._make_scorers()
        with np.errstate(all="ignore"):
            self._finish_epoch()

    @property
    def finished(self) -> bool:
        """Whether every run has ended or gone astray."""
        return not any(run.trains for run in self._in_course)

    def advance(self, until: float) -> list[Run]:
        """Train up to a time of ``perf_counter``, at least one update; what ended or went astray on the way."""
        ended: list[Run] = []
        with np.errstate(all="ignore"):
            while not self.finished:
                if self._course.update(until):
                    ended += self._finish_epoch()
                if perf_counter() >= until:
                    break
        return ended

    def _finish_epoch(self) -> list[Run]:
        """Score each run that trains, and take out those that are done where that pays."""
        course = self._course
        training = [run for run in self._in_course if run.trains]
        finite = np.atleast_1d(np.isfinite(course.theta).all(axis=1)).tolist()
        figures = np.stack([self._score_train(), self._score_validation()], axis=2)
        rows = figures.reshape(len(figures), -1).tolist()
        for run, row, is_finite in zip(self._in_course, rows, finite, strict=True):
            if not run.trains:
                continue
            if is_finite:
                run.epoch_ended(course.epoch, course.iteration, row)
            else:
                run.astray = True
        ended = [run for run in training if not run.trains]
        left = len(training) - len(ended)
        if ended and 0 < left <= WORTH_KEEPING * len(self._in_course):
            self._take_out_the_others()
        return ended

    def _take_out_the_others(self) -> None:
        """Go on with those alone that train."""
        places = [place for place, run in enumerate(self._in_course) if run.trains]
        self._course = self._course.only(places)
        self._in_course = [self._in_course[place] for place in places]
        for run, theta in zip(self._in_course, self._course.theta, strict=True):
            run.theta = theta
        self._make_scorers()

    def _make_scorers(self) -> None:
        examples = [run.lane.examples for run in self._in_course]
        self._score_train, self._score_validation = (
            StackScorer(self.architecture, examples, self._course.theta, part) for part in ("train", "validation")
        )
