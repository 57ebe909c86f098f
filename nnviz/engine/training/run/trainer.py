"""The trainer: runs an experiment, one recorded update at a time or many at full speed, and goes back in time.

Where it goes back and something is changed there, another future begins. Who wants to keep the first one forks before
the change: then there are two lines through time, and one can switch between them.

Between two calls of a public method everything that comes before the next update has happened, and the parameters are
finite unless the run has diverged.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from math import inf
from time import perf_counter

import numpy as np

from nnviz.engine.data.examples import Examples, make_examples
from nnviz.engine.errors import PlaceError
from nnviz.engine.experiment import Experiment
from nnviz.engine.experiments.completion import complete
from nnviz.engine.networks.network import Architecture
from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.training.run.endings import all_epochs_done, stopped_early
from nnviz.engine.training.run.evaluation import Evaluation, evaluate
from nnviz.engine.training.run.scores import Scorer
from nnviz.engine.training.timeline.course import Course
from nnviz.engine.training.timeline.early_stopping import out_of_patience
from nnviz.engine.training.timeline.events import (
    Event,
    GoOn,
    SetFrozen,
    SetLearningRate,
    SetParameter,
    SetParameters,
    SetSilenced,
    Stopped,
    StopReason,
)
from nnviz.engine.training.timeline.example_changes import example_event
from nnviz.engine.training.timeline.history import History, Log, score_name
from nnviz.engine.training.timeline.lines import KeptLine, Known, Line, Lines, Origin
from nnviz.engine.types import Array, frozen


class Trainer:
    """A run of an experiment: its course, its scores, and its end.

    Args:
        examples: Use these instead of making those of the experiment.
        longest_history: Keep about so many rows of the history, the longer the run the fewer epochs; left out, one for
            each epoch.

    Attributes:
        experiment: Complete, every default filled in.
    """

    def __init__(
        self, experiment: Experiment, examples: Examples | None = None, longest_history: int | None = None
    ) -> None:
        self.experiment = complete(experiment)
        examples = examples if examples is not None else make_examples(self.experiment)
        self._course = Course(self.experiment, Architecture.of(self.experiment), examples)
        self._score_train, self._score_validation = self._scorers(examples)
        self._log = Log(self.experiment.training.early_stopping, score_name(examples.task), longest_history)
        self._kept_best: tuple[int, Array] | None = None
        self._origin = Origin(0, forked_from=None, forked_at=0)
        self._lines = Lines()
        with np.errstate(all="ignore"):
            self._score_epoch()

    # ---- running -------------------------------------------------------------------------------------------------

    def iterate(self) -> Iteration:
        """Make one update and record every number of it. Goes on after a stop; a diverged run only repeats itself."""
        course = self._course
        with np.errstate(all="ignore"):
            record = course.recorded_update()
            if self._is_going_astray():
                course.pass_events()
                if self._is_going_astray():
                    self._stop_diverged(record)
            elif course.between_epochs:
                self._finish_epoch(score=True)
            self._course.arrive()
        return record

    def run(
        self, iterations: int | None = None, score: bool = True, deadline: float | None = None
    ) -> StopReason | None:
        """Make many updates at full speed.

        Args:
            iterations: At most so many; left out, until the run stops by itself.
            score: Whether to score each epoch; early stopping and the history need it.
            deadline: A time of ``perf_counter`` at which to come back.

        Returns:
            Why the run stopped by itself; ``None`` if it may go on.
        """
        end = self.iteration + iterations if iterations is not None else sys.maxsize
        try:
            with np.errstate(all="ignore"):
                self._run(end, score, deadline if deadline is not None else inf)
        except KeyboardInterrupt:
            self._course.recover()
            self._course.arrive()
            raise
        return self.finished

    def _run(self, end: int, score: bool, until: float) -> None:
        course = self._course
        while course.status.stop is None and course.iteration < end:
            course.update(end - course.iteration, until)
            if course.between_epochs:
                self._finish_epoch(score)
            late = perf_counter() >= until
            if (late or course.iteration == end) and not course.is_finite():
                self._find_divergence()
            course.pass_events()
            if late:
                break
        self._course.arrive()

    def go_on(self) -> None:
        """Train on after a stop: for as many epochs again, and with early stopping out of the way.

        A diverged run stays stopped: there is nothing to go on from.
        """
        if self.finished in ("epochs", "early_stopping"):
            self._change(GoOn(self.epoch + self.experiment.training.epochs))

    # ---- what it holds -------------------------------------------------------------------------------------------

    @property
    def iteration(self) -> int:
        """Updates made so far; the next one has this number."""
        return self._course.iteration

    @property
    def epoch(self) -> int:
        """Epochs completed so far."""
        return self._course.epoch

    @property
    def architecture(self) -> Architecture:
        """The network's architecture as it is: with the units that are silenced now."""
        return self._course.architecture

    @property
    def finished(self) -> StopReason | None:
        """Why the run stopped by itself; ``None`` while it may go on."""
        stop = self._course.status.stop
        return stop.reason if stop is not None else None

    @property
    def learning_rate(self) -> float:
        """The rate of the next update."""
        return float(self._course.rate)

    @property
    def batches_per_epoch(self) -> int:
        """How many updates make an epoch."""
        return self._course.batches_per_epoch

    def parameters(self) -> list[tuple[Array, Array]]:
        """(W, b) of every layer, shapes (out, in) and (out,); copies."""
        return self.architecture.weights_and_biases(self._course.theta.copy())

    def theta(self) -> Array:
        """All parameters as one frozen vector, laid out as ``Architecture`` says."""
        return frozen(self._course.theta.copy())

    def trainable(self) -> Array | None:
        """1 for each parameter that trains and 0 for each frozen one, as long as θ; ``None`` where all train."""
        return self._course.trainable

    @property
    def history(self) -> History:
        """The run up to now; a frozen copy."""
        return self.history_since(0)

    @property
    def epochs_scored(self) -> int:
        """How many rows the history has."""
        return self._log.count_at(self.iteration)

    @property
    def history_stride(self) -> int:
        """Every so many epochs have a row; more than 1 only where ``longest_history`` is set."""
        return self._log.stride

    @property
    def examples(self) -> Examples:
        """The examples as they are: those of the experiment until one of them is changed."""
        return self._course.examples

    def history_since(self, row: int) -> History:
        """The history with its rows from one place on only, for those who have the earlier ones."""
        return self._log.history(row, self.iteration, self.epoch, self._course.status.stop)

    def score(self, part: str) -> tuple[float, float]:
        """The mean loss (penalty left out) and the score (accuracy or RMSE) on one part; nan where it is empty.

        Args:
            part: ``"train"``, ``"validation"`` or ``"test"``.
        """
        with np.errstate(all="ignore"):
            return Scorer(self.architecture, self.examples, self._course.theta, self.examples.part(part))()

    def evaluate(self, part: str) -> Evaluation | None:
        """The network's answers on one part and how good they are; ``None`` if the part is empty.

        Args:
            part: ``"train"``, ``"validation"`` or ``"test"``.
        """
        return evaluate(self.architecture, self._course.theta, self.examples, part)

    # ---- changes in the middle of a run --------------------------------------------------------------------------

    def change(self, events: Sequence[Event]) -> None:
        """Let some things happen before the next update, one after the other: all of them, or none.

        Raises:
            PlaceError: One of them cannot happen to this network.
        """
        for event in events:
            event.check(self.architecture.widths)
        for event in events:
            self._change(event)

    def set_learning_rate(self, rate: float) -> None:
        """Change the learning rate from the next update on.

        Raises:
            PlaceError: The rate is not a finite number > 0.
        """
        self.change([SetLearningRate(float(rate))])

    def set_weight(self, layer: int, unit: int, source: int, value: float) -> None:
        """Give one weight a value; layers count from 1, units and inputs from 0.

        Raises:
            PlaceError: There is no such weight, or the value is not finite.
        """
        self.change([SetParameter(layer, unit, source, float(value))])

    def set_bias(self, layer: int, unit: int, value: float) -> None:
        """Give one bias a value; layers count from 1, units from 0.

        Raises:
            PlaceError: There is no such bias, or the value is not finite.
        """
        self.change([SetParameter(layer, unit, None, float(value))])

    def set_frozen(self, layer: int, unit: int, source: int | None, frozen: bool) -> None:
        """Let one weight, or the bias where ``source`` is ``None``, stay as it is from the next update on, or train.

        What the experiment froze is frozen at first.

        Raises:
            PlaceError: There is no such weight or bias.
        """
        self.change([SetFrozen(layer, unit, source, bool(frozen))])

    def silence(self, layer: int, unit: int, silenced: bool) -> None:
        """Let one hidden unit answer 0 from here on, in training and in all that is asked of the network, or not.

        Its parameters are kept; no error signal reaches it, so that of the gradient they only get a penalty's part.

        Raises:
            PlaceError: There is no such hidden unit.
        """
        self.change([SetSilenced(layer, unit, bool(silenced))])

    def set_example(
        self,
        example: int,
        x: Sequence[float] | None = None,
        label: int | None = None,
        target: Sequence[float] | None = None,
    ) -> None:
        """Change one example of the data; what is left out stays.

        Args:
            example: Its place in the data set.
            x: New raw columns: features are made of them and standardised as those of the others were.
            label: A new class.
            target: New numbers to predict, in their own unit.

        Raises:
            PlaceError: There is no such example or class, or the numbers do not fit the data.
            ExperimentError: A hand-made feature has no value for these inputs.
        """
        self._change(example_event(self.examples, self.experiment, example, x, label, target))

    def restore_best(self) -> None:
        """Put the parameters of the best epoch back; a diverged run may go on from them.

        Raises:
            PlaceError: There is no best epoch, because there is no validation part.
        """
        if self._log.best_at(self.iteration) is None:
            raise PlaceError("there is no best epoch: the experiment has no validation part")
        self._change(SetParameters(self._best_theta()))

    def best_theta(self) -> Array | None:
        """The parameters of the best epoch so far, frozen; ``None`` where there is no validation part."""
        return self._best_theta() if self._log.best_at(self.iteration) is not None else None

    # ---- time travel ---------------------------------------------------------------------------------------------

    def seek(self, iteration: int) -> None:
        """Go to exactly the state before an iteration, forward or back, to the last bit.

        Raises:
            PlaceError: The run ends before that iteration (and then stands at its end), or it is negative.
        """
        if iteration < 0:
            raise PlaceError(f"iterations count from 0, got {iteration}")
        known = min(iteration, self._course.furthest)
        if known != self.iteration:
            self._course.go_to(known)
            self._course.arrive()
        self.run(iteration - known)
        if self.iteration != iteration:
            raise PlaceError(f"the run ends after {self.iteration} iterations: {self.history.message}")

    @property
    def furthest(self) -> int:
        """How far the present line is known: the iteration that would come next there."""
        return self._course.furthest

    @property
    def events(self) -> tuple[tuple[int, Event], ...]:
        """All that is known to happen on the present line, with the iteration before which it does.

        What is still to come from here on is among it.
        """
        return self._course.events

    def rows_ahead(self) -> Array:
        """The rows of the history that the present line is known to have after this iteration; a frozen copy."""
        return self._log.rows_after(self.iteration)

    def _change(self, event: Event) -> None:
        """Let something happen now: another future begins here."""
        self._course.add(event)
        self._log.keep_up_to(self.iteration)
        self._forget_later_best()
        if self.iteration == 0 and event.changes_answers:
            # The curve begins with what the untrained network is worth now.
            self._log.keep_up_to(-1)
            self._kept_best = None
            with np.errstate(all="ignore"):
                self._score_epoch()

    def _forget_later_best(self) -> None:
        if self._kept_best is not None and self._kept_best[0] > self.iteration:
            self._kept_best = None

    def _best_theta(self) -> Array:
        """The parameters of the best epoch so far, as they were scored."""
        best, here = self._log.best_at(self.iteration), self.iteration
        assert best is not None, "only called where there is one"
        if self._kept_best is None or self._kept_best[0] != best.iteration:
            self._course.go_to(best.iteration)
            self._kept_best = best.iteration, self.theta()
            self._course.go_to(here)
            self._course.pass_events()
        return self._kept_best[1]

    # ---- lines through time --------------------------------------------------------------------------------------

    @property
    def line(self) -> int:
        """The number of the line through time that it is on; 0 at first."""
        return self._origin.number

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines that are known, the present one among them, in the order in which they began."""
        return self._lines.listed(self._origin, self.furthest, self.events, self.batches_per_epoch)

    def fork(self) -> int:
        """Keep the line as it is known, and go on from here on a new one that is known up to here.

        Nothing else changes. Where there are too many lines, the one that was left longest ago is forgotten.

        Returns:
            The new line's number.
        """
        left = self._left_line(self._course.fork())
        self._log = self._log.up_to(self.iteration)
        self._forget_later_best()
        self._origin = self._lines.begin(self.line, self.iteration)
        self._lines.put_away(left)
        return self.line

    def switch(self, line: int) -> None:
        """Go to another line, and keep the present one: to the same iteration, or as far as the line is known.

        Raises:
            PlaceError: There is no such line.
        """
        if line == self.line:
            return
        other = self._lines.take(line)
        known = self._course.switch(other.known, min(self.iteration, other.known.furthest))
        self._lines.put_away(self._left_line(known))
        self._origin, self._log, self._kept_best = other.origin, other.log, other.best

    def forget(self, line: int) -> None:
        """Drop a line that is not the present one.

        Raises:
            PlaceError: There is no such line, or it is the present one.
        """
        self._lines.take(line)

    def _left_line(self, known: Known) -> KeptLine:
        """The present line, to be kept."""
        return KeptLine(self._origin, known, self._log, self._kept_best)

    # ---- the end of an epoch, and of a run -----------------------------------------------------------------------

    def _finish_epoch(self, score: bool) -> None:
        """What comes after the last update of an epoch."""
        course = self._course
        if not course.is_finite():
            self._find_divergence()
            return
        if score and not self._log.knows(course.iteration):
            self._score_epoch()
            if course.status.stop is None and course.status.stops_early:
                self._stop_early_if_due()
        course.pass_events()
        if course.status.stop is None and course.epoch >= course.status.epoch_limit:
            self._change(all_epochs_done(course.epoch))

    def _score_epoch(self) -> None:
        """Add a row to the history."""
        iteration = self.iteration
        if self._scored[0] is not self.examples or self._scored[1] is not self.architecture:
            self._score_train, self._score_validation = self._scorers(self.examples)
        train_loss, train_score = self._score_train()
        validation_loss, validation_score = self._score_validation()
        if self._log.append((self.epoch, iteration, train_loss, validation_loss, train_score, validation_score)):
            self._kept_best = iteration, self.theta()

    def _scorers(self, examples: Examples) -> tuple[Scorer, Scorer]:
        """What scores the training and the validation part of these examples."""
        self._scored = examples, self.architecture
        theta = self._course.theta
        train, validation = (
            Scorer(self.architecture, examples, theta, part) for part in (examples.train, examples.validation)
        )
        return train, validation

    def _stop_early_if_due(self) -> None:
        settings, best = self.experiment.training.early_stopping, self._log.best_at(self.iteration)
        if best is None or settings is None or not out_of_patience(self.epoch, best, settings):
            return
        if settings.restore_best:
            self.restore_best()
        self._change(stopped_early(self.epoch, best, settings, self._log.score))

    def _is_going_astray(self) -> bool:
        return self.finished != "diverged" and not self._course.is_finite()

    def _find_divergence(self) -> None:
        """Where parameters are no longer finite, go back to the update that made them so."""
        course = self._course
        course.pass_events()
        if not self._is_going_astray():
            return
        # They were finite when this epoch began, and after the last event.
        end, epoch_began = (
            course.iteration,
            (course.iteration - 1) // course.batches_per_epoch * course.batches_per_epoch,
        )
        course.go_to(max(epoch_began, course.last_event))
        while course.iteration < end:
            record = course.recorded_update()
            if not course.is_finite():
                self._stop_diverged(record)
                return

    def _stop_diverged(self, record: Iteration) -> None:
        place = record.first_not_finite() or "the parameters"
        because = (
            f"diverged at iteration {record.iteration} (epoch {record.epoch}): {place} went first beyond what numbers "
            f"can hold; a smaller learning rate than {record.learning_rate:g} may help"
        )
        self._change(Stopped("diverged", record.epoch, because))
