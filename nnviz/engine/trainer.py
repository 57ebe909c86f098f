"""The trainer: runs an experiment, one recorded update at a time or many at full speed, and goes back in time.

A run is a line through time, determined by the experiment and by the events on the way (a user's changes, the ends).
Going back only moves along that line, and what is known of it stays; a change starts another future. Between two calls
of a public method everything that comes before the next update has happened, and the parameters are finite unless the
run has diverged.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from math import inf
from time import perf_counter

import numpy as np

from nnviz.engine.batches import Batches
from nnviz.engine.checkpoints import Checkpoint, Checkpoints, Status
from nnviz.engine.completion import complete
from nnviz.engine.data import Examples, make_examples
from nnviz.engine.early_stopping import out_of_patience
from nnviz.engine.errors import PlaceError
from nnviz.engine.events import Event, GoOn, SetLearningRate, SetParameter, SetParameters, Stopped
from nnviz.engine.experiment import Experiment, Optimizer
from nnviz.engine.history import History, Log, StopReason
from nnviz.engine.iteration import Iteration
from nnviz.engine.network import Architecture, initial_parameters, trainable_mask, weight_mask
from nnviz.engine.optimisers import OPTIMISERS
from nnviz.engine.plan import UpdateRoom, compile_plan
from nnviz.engine.scores import Scorer
from nnviz.engine.types import Array, frozen


class Trainer:
    """A run of an experiment.

    Attributes:
        experiment: Complete, every default filled in.
        iteration: Updates made so far; the next one has this number.
        epoch: Epochs completed so far.
    """

    def __init__(self, experiment: Experiment, examples: Examples | None = None) -> None:
        self.experiment = complete(experiment)
        self.architecture = Architecture.of(self.experiment)
        self.examples = examples if examples is not None else make_examples(self.experiment)
        training, network = self.experiment.training, self.experiment.network
        assert isinstance(training.optimizer, Optimizer), "a complete experiment"
        optimiser = OPTIMISERS[training.optimizer.name]
        self._room = UpdateRoom.starting_from(
            initial_parameters(network, self.architecture),
            optimiser.state_vectors,
            training.learning_rate,
            penalty=training.l2 * weight_mask(self.architecture) if training.l2 else None,
            trainable=trainable_mask(network, self.architecture),
        )
        theta = self._room.theta
        self._zeros = np.zeros_like(theta)
        self._batches = Batches(self.examples, training)
        sizes = [block.shape[1] for block in self._batches.blocks]
        plans = {size: compile_plan(self.architecture, optimiser, self._room, size) for size in set(sizes)}
        self._plans = [plans[size] for size in sizes]
        # What an update runs through, for each place in the epoch: where the batch goes, the batch, and the calls.
        self._updates = [
            (plan.arena.batch, block, plan.calls) for plan, block in zip(self._plans, self._batches.blocks, strict=True)
        ]
        self._score_train = Scorer(self.architecture, self.examples, theta, self.examples.train)
        self._score_validation = Scorer(self.architecture, self.examples, theta, self.examples.validation)
        self._checkpoints = Checkpoints(self._room.before.nbytes)
        self._events: list[tuple[int, Event]] = []
        self._events_passed = 0
        self._log = Log(training.early_stopping)
        self._kept_best: tuple[int, Array] | None = None
        self._status = Status(stop=None, epoch_limit=training.epochs)
        self._furthest = 0
        self.iteration = 0
        self.epoch = 0
        self._keep_checkpoint()
        with np.errstate(all="ignore"):
            self._score_epoch()

    # ---- running -------------------------------------------------------------------------------------------------

    def iterate(self) -> Iteration:
        """Make one update and record every number of it. Goes on after a stop; a diverged run only repeats itself."""
        with np.errstate(all="ignore"):
            record = self._recorded_update()
            if self._is_going_astray():
                self._apply_events()
                if self._is_going_astray():
                    self._stop_diverged(record)
            elif self._batches.place == 0:
                self._finish_epoch(score=True)
            self._arrive()
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
        until = deadline if deadline is not None else inf
        try:
            with np.errstate(all="ignore"):
                self._run(end, score, until)
        except KeyboardInterrupt:
            # Perhaps in the middle of an update: stand where the last counted one ended.
            here = self.iteration
            self._restore(self._checkpoints.before(here))
            self._go_to(here)
            self._arrive()
            raise
        return self.finished

    @property
    def finished(self) -> StopReason | None:
        """Why the run stopped by itself; ``None`` while it may go on."""
        return self._status.stop.reason if self._status.stop is not None else None

    def go_on(self) -> None:
        """Train on after a stop: for as many epochs again, and with early stopping out of the way.

        A diverged run stays stopped: there is nothing to go on from.
        """
        if self.finished in ("epochs", "early_stopping"):
            self._change(GoOn(self.epoch + self.experiment.training.epochs))

    # ---- what it holds -------------------------------------------------------------------------------------------

    @property
    def learning_rate(self) -> float:
        """The rate of the next update."""
        return float(self._room.rate)

    @property
    def batches_per_epoch(self) -> int:
        """How many updates make an epoch."""
        return self._batches.count

    def parameters(self) -> list[tuple[Array, Array]]:
        """(W, b) of every layer, shapes (out, in) and (out,); copies."""
        return self.architecture.weights_and_biases(self._room.theta.copy())

    def theta(self) -> Array:
        """All parameters as one frozen vector, laid out as ``Architecture`` says."""
        return frozen(self._room.theta.copy())

    @property
    def history(self) -> History:
        """The run up to now; a frozen copy."""
        return self.history_since(0)

    @property
    def epochs_scored(self) -> int:
        """How many rows the history has."""
        return self._log.count_at(self.iteration)

    def history_since(self, row: int) -> History:
        """The history with its rows from one place on only, for those who have the earlier ones."""
        best, stop = self._log.best_at(self.iteration), self._status.stop
        settings = self.experiment.training.early_stopping
        return History(
            rows=self._log.rows(row, self.iteration),
            score="rmse" if self.examples.task == "regression" else "accuracy",
            best_epoch=best.epoch if best is not None else None,
            best_iteration=best.iteration if best is not None else None,
            stopped_epoch=stop.epoch if stop is not None else None,
            stop_reason=stop.reason if stop is not None else None,
            message=stop.message if stop is not None else "",
            patience=settings.patience if settings is not None else None,
            waited=self.epoch - best.epoch if best is not None else 0,
        )

    def score(self, part: str) -> tuple[float, float]:
        """The mean loss (penalty left out) and the score (accuracy or RMSE) on one part; nan where it is empty.

        Args:
            part: ``"train"``, ``"validation"`` or ``"test"``.
        """
        with np.errstate(all="ignore"):
            return Scorer(self.architecture, self.examples, self._room.theta, self.examples.part(part))()

    # ---- changes in the middle of a run --------------------------------------------------------------------------

    def set_learning_rate(self, rate: float) -> None:
        """Change the learning rate from the next update on.

        Raises:
            PlaceError: The rate is not a finite number > 0.
        """
        if not (np.isfinite(rate) and rate > 0.0):
            raise PlaceError(f"learning rate: expected a finite number > 0, got {rate:g}")
        self._change(SetLearningRate(float(rate)))

    def set_weight(self, layer: int, unit: int, source: int, value: float) -> None:
        """Give one weight a value; layers count from 1, units and inputs from 0.

        Raises:
            PlaceError: There is no such weight, or the value is not finite.
        """
        self._set_parameter(SetParameter(layer, unit, source, float(value)))

    def set_bias(self, layer: int, unit: int, value: float) -> None:
        """Give one bias a value; layers count from 1, units from 0.

        Raises:
            PlaceError: There is no such bias, or the value is not finite.
        """
        self._set_parameter(SetParameter(layer, unit, None, float(value)))

    def restore_best(self) -> None:
        """Put the parameters of the best epoch back; a diverged run may go on from them.

        Raises:
            PlaceError: There is no best epoch, because there is no validation part.
        """
        if self._log.best_at(self.iteration) is None:
            raise PlaceError("there is no best epoch: the experiment has no validation part")
        self._change(SetParameters(self._best_theta()))

    def _set_parameter(self, event: SetParameter) -> None:
        event.check(self.architecture.widths)
        self._change(event)

    # ---- time travel ---------------------------------------------------------------------------------------------

    def seek(self, iteration: int) -> None:
        """Go to exactly the state before an iteration, forward or back, to the last bit.

        Raises:
            PlaceError: The run ends before that iteration (and then stands at its end), or it is negative.
        """
        if iteration < 0:
            raise PlaceError(f"iterations count from 0, got {iteration}")
        known = min(iteration, self._furthest)
        if known != self.iteration:
            self._go_to(known)
            self._arrive()
        self.run(iteration - known)
        if self.iteration != iteration:
            raise PlaceError(f"the run ends after {self.iteration} iterations: {self.history.message}")

    def _go_to(self, iteration: int) -> None:
        """The state before an iteration that is known, and before what was changed there."""
        start = self._checkpoints.before(iteration)
        if not start.iteration <= self.iteration < iteration:
            self._restore(start)
        with np.errstate(all="ignore"):
            while self.iteration < iteration:
                self._update(iteration - self.iteration)

    def _restore(self, checkpoint: Checkpoint) -> None:
        self._room.before[...] = checkpoint.numbers
        self._room.rate[...] = checkpoint.rate
        self._batches.restore(checkpoint.generator, checkpoint.place)
        self._status = checkpoint.status
        self.iteration, self.epoch = checkpoint.iteration, checkpoint.epoch
        self._events_passed = sum(at < checkpoint.iteration for at, _ in self._events)

    def _best_theta(self) -> Array:
        """The parameters of the best epoch so far, as they were scored."""
        best, here = self._log.best_at(self.iteration), self.iteration
        assert best is not None, "only called where there is one"
        if self._kept_best is None or self._kept_best[0] != best.iteration:
            self._go_to(best.iteration)
            self._kept_best = best.iteration, self.theta()
            self._go_to(here)
            self._apply_events()
        return self._kept_best[1]

    # ---- updates -------------------------------------------------------------------------------------------------

    def _run(self, end: int, score: bool, until: float) -> None:
        while self._status.stop is None and self.iteration < end:
            self._update(end - self.iteration, until)
            if self._batches.place == 0:
                self._finish_epoch(score)
            late = perf_counter() >= until
            if (late or self.iteration == end) and not self._is_finite():
                self._find_divergence()
            self._apply_events()
            if late:
                break
        self._arrive()

    def _update(self, most: int, until: float = inf) -> None:
        """Make updates at full speed: at most so many, up to a time, and no further than where something is due."""
        self._apply_events()
        events, batches = self._events, self._batches
        if self._events_passed < len(events):
            most = min(most, events[self._events_passed][0] - self.iteration)
        most = min(most, self._until_checkpoint())
        batches.lay_out()
        made = 0
        for place, block, calls in self._updates[batches.place : batches.place + most]:
            np.copyto(place, block)
            for call in calls:
                call()
            made += 1
            if perf_counter() >= until:
                break
        self.iteration += made
        if batches.advance(made):
            self.epoch += 1

    def _recorded_update(self) -> Iteration:
        batches, room = self._batches, self._room
        examples, place, epoch = batches.examples(), batches.place, self.epoch
        before, rate = room.before.copy(), float(room.rate)
        self._update(1)
        return Iteration(
            architecture=self.architecture,
            iteration=self.iteration - 1,
            epoch=epoch,
            batch=place,
            batches=batches.count,
            examples=examples,
            learning_rate=rate,
            l2=self.experiment.training.l2,
            arena=self._plans[place].arena.numbers.copy(),
            before=before,
            after=room.after.copy(),
        )

    def _until_checkpoint(self) -> int:
        """How many updates there may be until the next checkpoint; keeps one here if it is due."""
        changed_here = self._events_passed and self._events[self._events_passed - 1][0] == self.iteration
        if self.iteration >= self._checkpoints.next_iteration and not changed_here:
            self._keep_checkpoint()
        return max(1, self._checkpoints.next_iteration - self.iteration)

    def _keep_checkpoint(self) -> None:
        self._checkpoints.add(
            Checkpoint(
                iteration=self.iteration,
                epoch=self.epoch,
                place=self._batches.place,
                generator=self._batches.generator_state,
                numbers=self._room.before.copy(),
                rate=float(self._room.rate),
                status=self._status,
            )
        )

    # ---- events --------------------------------------------------------------------------------------------------

    def _arrive(self) -> None:
        """What happened before the next update, where the run has been here before."""
        self._apply_events()
        self._furthest = max(self._furthest, self.iteration)

    def _change(self, event: Event) -> None:
        """Make a change now, and remember it for replays; what was to come before is another future."""
        self._apply_events()
        del self._events[self._events_passed :]
        self._checkpoints.forget_after(self.iteration)
        self._log.keep_up_to(self.iteration)
        if self._kept_best is not None and self._kept_best[0] > self.iteration:
            self._kept_best = None
        self._furthest = self.iteration
        self._events.append((self.iteration, event))
        self._apply_events()

    def _apply_events(self) -> None:
        while self._events_passed < len(self._events) and self._events[self._events_passed][0] <= self.iteration:
            self._apply(self._events[self._events_passed][1])
            self._events_passed += 1

    def _apply(self, event: Event) -> None:
        match event:
            case SetLearningRate(rate):
                self._room.rate[...] = rate
            case SetParameter(layer, unit, source, value):
                block = self.architecture.blocks(self._room.theta)[layer - 1]
                block[-1 if source is None else source, unit] = value
            case SetParameters(theta):
                self._room.theta[...] = theta
                if self.finished == "diverged":
                    self._status = replace(self._status, stop=None)
            case Stopped():
                self._status = replace(self._status, stop=event)
            case GoOn(epoch_limit):
                self._status = Status(stop=None, epoch_limit=epoch_limit, stops_early=False)

    # ---- the end of an epoch, and of a run -----------------------------------------------------------------------

    def _finish_epoch(self, score: bool) -> None:
        """What comes after the last update of an epoch."""
        if not self._is_finite():
            self._find_divergence()
            return
        if score and not self._log.knows(self.iteration):
            self._score_epoch()
            if self._status.stop is None and self._status.stops_early:
                self._stop_early_if_due()
        self._apply_events()
        if self._status.stop is None and self.epoch >= self._status.epoch_limit:
            self._change(Stopped("epochs", self.epoch, f"all {self.epoch} epochs are done"))

    def _score_epoch(self) -> None:
        """Add a row to the history."""
        self._log.keep_up_to(self.iteration)
        train_loss, train_score = self._score_train()
        validation_loss, validation_score = self._score_validation()
        row = (self.epoch, self.iteration, train_loss, validation_loss, train_score, validation_score)
        if self._log.append(row):
            self._kept_best = self.iteration, self.theta()

    def _stop_early_if_due(self) -> None:
        settings, best = self.experiment.training.early_stopping, self._log.best_at(self.iteration)
        if best is None or settings is None or not out_of_patience(self.epoch, best, settings):
            return
        if settings.restore_best:
            self.restore_best()
        because = (
            f"the validation loss was best at epoch {best.epoch} and has not improved for {settings.patience} epochs"
        )
        self._change(Stopped("early_stopping", self.epoch, because))

    def _is_finite(self) -> bool:
        # 0 · ∞ and 0 · nan are nan: one product asks all parameters at once.
        return bool(self._zeros.dot(self._room.theta) == 0.0)

    def _is_going_astray(self) -> bool:
        return self.finished != "diverged" and not self._is_finite()

    def _find_divergence(self) -> None:
        """Where parameters are no longer finite, go back to the update that made them so."""
        self._apply_events()
        if not self._is_going_astray():
            return
        # They were finite when this epoch began, and after the last event.
        end, start = self.iteration, self.iteration - (self._batches.place or self._batches.count)
        if self._events_passed:
            start = max(start, self._events[self._events_passed - 1][0])
        self._go_to(start)
        while self.iteration < end:
            self._apply_events()
            record = self._recorded_update()
            if not self._is_finite():
                self._stop_diverged(record)
                return

    def _stop_diverged(self, record: Iteration) -> None:
        place = record.first_not_finite() or "the parameters"
        because = (
            f"diverged at iteration {record.iteration} (epoch {record.epoch}): {place} went first beyond what numbers "
            f"can hold; a smaller learning rate than {record.learning_rate:g} may help"
        )
        self._change(Stopped("diverged", record.epoch, because))
