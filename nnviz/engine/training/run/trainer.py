"""The trainer: runs an experiment, one recorded update at a time or many at full speed, and goes back in time.

Where it goes back and something is changed there, another future begins. Who wants to keep the first one forks before
the change: then there are two lines through time, and one can switch between them.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nnviz.engine.data.examples import Examples, make_examples
from nnviz.engine.experiment import Experiment
from nnviz.engine.experiments.completion import complete
from nnviz.engine.networks.network import Architecture
from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.training.run.evaluation import Evaluation, evaluate
from nnviz.engine.training.run.runner import Runner
from nnviz.engine.training.run.scorekeeper import Scorekeeper
from nnviz.engine.training.run.scores import Scorer
from nnviz.engine.training.run.timelines import Timelines
from nnviz.engine.training.timeline.course import Course
from nnviz.engine.training.timeline.events import (
    Event,
    SetFrozen,
    SetLearningRate,
    SetParameter,
    SetParameters,
    SetSilenced,
    StopReason,
)
from nnviz.engine.training.timeline.example_changes import example_event
from nnviz.engine.training.timeline.history import History
from nnviz.engine.training.timeline.lines import KeptRun, Line
from nnviz.engine.types import Array, frozen


class Trainer:
    """A run of an experiment: the one face of all that a run can do and be asked.

    It has many methods because it is that, and does nothing itself: the course makes updates and goes back in time, the
    runner says what comes between them and when it ends, the scorekeeper has the history, and the timelines the lines.

    Args:
        examples: Use these instead of making those of the experiment.
        longest_history: Keep about so many rows of the history, the longer the run the fewer epochs; left out, one for
            each epoch.
        restores: Whether early stopping puts the best epoch's parameters back, where the experiment has it so; left
            off, a run stands where it stopped, and ``restore_best`` is there for who wants them.

    Attributes:
        experiment: Complete, every default filled in.
    """

    def __init__(
        self,
        experiment: Experiment,
        examples: Examples | None = None,
        longest_history: int | None = None,
        *,
        restores: bool = True,
    ) -> None:
        self.experiment = complete(experiment)
        examples = examples if examples is not None else make_examples(self.experiment)
        training = self.experiment.training
        self._course = Course(self.experiment, Architecture.of(self.experiment), examples)
        with np.errstate(all="ignore"):
            self._scores = Scorekeeper(self._course, training.early_stopping, longest_history)
        self._runner = Runner(self._course, self._scores, self.experiment, restores)
        self._timelines = Timelines(self._course, self._scores)

    # ---- running -------------------------------------------------------------------------------------------------

    def iterate(self) -> Iteration:
        """Make one update and record every number of it. Goes on after a stop; a diverged run only repeats itself."""
        return self._runner.iterate()

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
        self._runner.run(iterations, score, deadline)
        return self.finished

    def go_on(self) -> None:
        """Train on after a stop, from the parameters as they are: for as many epochs again.

        Early stopping, where the experiment has it, counts its patience anew from here, and may stop the run again.
        A diverged run stays stopped: there is nothing to go on from.
        """
        self._runner.go_on()

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
    def epoch_limit(self) -> int:
        """The epoch at which it ends: the experiment's last one, or a later one where it went on after that."""
        return self._course.status.epoch_limit

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
        return self._scores.log.count_at(self.iteration)

    @property
    def history_stride(self) -> int:
        """Every so many epochs have a row; more than 1 only where ``longest_history`` is set."""
        return self._scores.log.stride

    @property
    def examples(self) -> Examples:
        """The examples as they are: those of the experiment until one of them is changed."""
        return self._course.examples

    def history_since(self, row: int) -> History:
        """The history with its rows from one place on only, for those who have the earlier ones."""
        return self._scores.history(row)

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

    def path(self, until: int, every: int | None = None) -> dict[int, Array]:
        """Where the parameters were on the way here, by iteration.

        Args:
            until: The last iteration that may be among them, at most this one.
            every: That of every so many updates, which replays them; left out, what is kept anyway.
        """
        return self._course.path(until, every)

    # ---- changes in the middle of a run --------------------------------------------------------------------------

    def change(self, events: Sequence[Event]) -> None:
        """Let some things happen before the next update, one after the other: all of them, or none.

        Raises:
            PlaceError: One of them cannot happen to this network.
        """
        for event in events:
            event.check(self.architecture.widths)
        for event in events:
            self._runner.change(event)

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
        self._runner.change(example_event(self.examples, self.experiment, example, x, label, target))

    def restore_best(self) -> None:
        """Put the parameters of the best epoch back; a diverged run may go on from them.

        Raises:
            PlaceError: There is no best epoch, because there is no validation part.
        """
        self._runner.change(SetParameters(self._scores.best_theta()))

    def best_theta(self) -> Array | None:
        """The parameters of the best epoch so far, frozen; ``None`` where there is no validation part."""
        return self._scores.best_theta() if self._scores.best is not None else None

    # ---- time travel ---------------------------------------------------------------------------------------------

    def seek(self, iteration: int) -> None:
        """Go to exactly the state before an iteration, forward or back, to the last bit.

        Raises:
            PlaceError: The run ends before that iteration (and then stands at its end), or it is negative.
        """
        self._runner.seek(iteration)

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
        return self._scores.log.rows_after(self.iteration)

    # ---- lines through time --------------------------------------------------------------------------------------

    @property
    def line(self) -> int:
        """The number of the line through time that it is on; 0 at first."""
        return self._timelines.present.number

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines that are known, the present one among them, in the order in which they began."""
        return self._timelines.listed

    def fork(self) -> int:
        """Keep the line as it is known, and go on from here on a new one that is known up to here.

        Nothing else changes. Where there are too many lines, the one that was left longest ago is forgotten.

        Returns:
            The new line's number.
        """
        return self._timelines.fork()

    def switch(self, line: int) -> None:
        """Go to another line, and keep the present one: to the same iteration, or as far as the line is known.

        Raises:
            PlaceError: There is no such line.
        """
        self._timelines.switch(line)

    def kept(self) -> KeptRun:
        """All its lines and where it stands, copied."""
        return self._timelines.kept()

    def take_up(self, run: KeptRun) -> None:
        """Stand where a run of the same experiment and examples stood, with all its lines; the own ones are dropped."""
        self._timelines.take_up(run)

    def forget(self, line: int) -> None:
        """Drop a line that is not the present one.

        Raises:
            PlaceError: There is no such line, or it is the present one.
        """
        self._timelines.forget(line)
