"""Running: updates one after the other, what comes between two epochs, and the end."""

from __future__ import annotations

import sys
from math import inf
from time import perf_counter

import numpy as np

from nnviz.engine.errors import PlaceError, beyond_the_end
from nnviz.engine.experiment import Experiment
from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.training.run.advice import advice_on
from nnviz.engine.training.run.divergence import is_astray, trace_divergence
from nnviz.engine.training.run.endings import all_epochs_done, diverged, stopped_early
from nnviz.engine.training.run.scorekeeper import Scorekeeper
from nnviz.engine.training.timeline.course import Course
from nnviz.engine.training.timeline.early_stopping import out_of_patience
from nnviz.engine.training.timeline.events import Event, GoOn, SetParameters
from nnviz.said import said


class Runner:
    """Makes the updates of a course, has its epochs scored, and ends the run.

    Between two calls everything that comes before the next update has happened, and the parameters are finite unless
    the run has diverged.

    Args:
        restores: Whether early stopping puts the best epoch's parameters back, where the experiment has it so.
    """

    def __init__(self, course: Course, scores: Scorekeeper, experiment: Experiment, restores: bool = True) -> None:
        self._course, self._scores, self._experiment = course, scores, experiment
        self._training = experiment.training
        self._restores = restores

    def iterate(self) -> Iteration:
        """Make one update, and record every number of it."""
        course = self._course
        with np.errstate(all="ignore"):
            record = course.recorded_update()
            if is_astray(course):
                course.pass_events()
                if is_astray(course):
                    self._stop_as_diverged(record)
            elif course.between_epochs:
                self._finish_epoch(score=True)
            course.arrive()
        return record

    def run(self, iterations: int | None, score: bool, deadline: float | None) -> None:
        """Make many updates at full speed: at most so many, up to a time, until the run stops by itself."""
        course = self._course
        end = course.iteration + iterations if iterations is not None else sys.maxsize
        try:
            with np.errstate(all="ignore"):
                self._run(end, score, deadline if deadline is not None else inf)
        except KeyboardInterrupt:
            course.recover()
            course.arrive()
            raise

    def _run(self, end: int, score: bool, until: float) -> None:
        course = self._course
        while course.status.stop is None and course.iteration < end:
            course.update(end - course.iteration, until)
            if course.between_epochs:
                self._finish_epoch(score)
            late = perf_counter() >= until
            if late or course.iteration == end:
                self._stop_if_diverged()
            course.pass_events()
            if late:
                break
        course.arrive()

    def seek(self, iteration: int) -> None:
        """Go to the state before an iteration: back or forth on the line as far as it is known, then on.

        Raises:
            PlaceError: The run ends before that iteration, or it is negative.
        """
        if iteration < 0:
            raise PlaceError(said("Engine", "iterations count from 0, got {iteration}").format(iteration=iteration))
        course = self._course
        known = min(iteration, course.furthest)
        if known != course.iteration:
            course.go_to(known)
            course.arrive()
        self.run(iteration - known, score=True, deadline=None)
        if course.iteration != iteration:
            stop = course.status.stop
            message = stop.message if stop is not None else ""
            raise beyond_the_end(course.iteration, message)

    def change(self, event: Event) -> None:
        """Let something happen now: another future begins here."""
        course, scores = self._course, self._scores
        course.add(event)
        scores.forget_later()
        if course.iteration == 0 and event.changes_answers:
            # The curve begins with what the untrained network is worth now.
            with np.errstate(all="ignore"):
                scores.start_over()

    def go_on(self) -> None:
        """Let a run that has stopped go on: for as many epochs again, and with patience counted anew.

        A diverged one has nothing to go on from.
        """
        stop = self._course.status.stop
        if stop is not None and stop.reason != "diverged":
            epoch = self._course.epoch
            self.change(GoOn(epoch, epoch + self._training.epochs))

    # ---- between two epochs --------------------------------------------------------------------------------------

    def _finish_epoch(self, score: bool) -> None:
        """What comes after the last update of an epoch."""
        course, scores = self._course, self._scores
        if self._stop_if_diverged():
            return
        if score and not scores.log.knows(course.iteration):
            scores.score_epoch()
            if course.status.stop is None:
                self._stop_early_if_due()
        course.pass_events()
        if course.status.stop is None and course.epoch >= course.status.epoch_limit:
            self.change(all_epochs_done(course.epoch))

    def _stop_if_diverged(self) -> bool:
        """Whether the parameters were not finite: then the run stands where they became so."""
        if self._course.is_finite():
            return False
        if (record := trace_divergence(self._course)) is not None:
            self._stop_as_diverged(record)
        return True

    def _stop_as_diverged(self, record: Iteration) -> None:
        advice = advice_on(self._experiment, self._course.examples, record.learning_rate)
        self.change(diverged(record, advice))

    def _stop_early_if_due(self) -> None:
        settings, best, epoch = self._training.early_stopping, self._scores.best, self._course.epoch
        waits_from = self._course.status.waits_from
        if best is None or settings is None or not out_of_patience(epoch, best, settings, waits_from):
            return
        if settings.restore_best and self._restores:
            self.change(SetParameters(self._scores.best_theta()))
        self.change(stopped_early(epoch, best, settings, self._scores.log.score, waits_from))
