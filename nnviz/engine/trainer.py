"""The trainer: runs an experiment, one recorded update at a time or many at full speed, and goes back in time."""

from __future__ import annotations

from time import perf_counter

import numpy as np

from nnviz.engine.batches import Batches
from nnviz.engine.checkpoints import Checkpoint, Checkpoints
from nnviz.engine.completion import complete
from nnviz.engine.data import Examples, make_examples
from nnviz.engine.early_stopping import BestEpoch
from nnviz.engine.errors import PlaceError
from nnviz.engine.events import Event, SetLearningRate, SetParameter, SetParameters
from nnviz.engine.experiment import Experiment, Optimizer
from nnviz.engine.history import History, Log, StopReason
from nnviz.engine.iteration import Iteration
from nnviz.engine.network import Architecture, initial_parameters, trainable_mask, weight_mask
from nnviz.engine.optimisers import OPTIMISERS
from nnviz.engine.plan import Plan, UpdateRoom, compile_plan
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
        self._optimiser = OPTIMISERS[training.optimizer.name]
        theta = initial_parameters(network, self.architecture)
        self._room = UpdateRoom(
            theta=theta,
            gradient=np.zeros_like(theta),
            step=np.zeros_like(theta),
            state=np.zeros((self._optimiser.state_vectors, len(theta))),
            rate=np.full((), training.learning_rate),
            penalty=training.l2 * weight_mask(self.architecture) if training.l2 else None,
            trainable=trainable_mask(network, self.architecture),
        )
        self._batches = Batches(self.examples, training)
        self._plans: dict[int, Plan] = {}
        self._score_train = Scorer(self.architecture, self.examples, theta, self.examples.train)
        self._score_validation = Scorer(self.architecture, self.examples, theta, self.examples.validation)
        self._checkpoints = Checkpoints(theta.nbytes + self._room.state.nbytes)
        self._events: list[tuple[int, Event]] = []
        self._next_event = 0
        self._log = Log()
        self._best = BestEpoch(training.early_stopping)
        self._epoch_limit = training.epochs
        self._stop: tuple[StopReason, int, str] | None = None
        self.iteration = 0
        self.epoch = 0
        self._keep_checkpoint()
        with np.errstate(all="ignore"):
            self._score_epoch()

    # ---- running -------------------------------------------------------------------------------------------------

    def iterate(self) -> Iteration:
        """Make one update and record every number of it. Goes on after a stop; a diverged run only repeats itself."""
        with np.errstate(all="ignore"):
            self._arrive()
            batches, room = self._batches, self._room
            place, epoch, examples = batches.place, self.epoch, batches.examples()
            theta, state, rate = room.theta.copy(), room.state.copy(), float(room.rate)
            plan = self._update()
            record = Iteration(
                architecture=self.architecture,
                iteration=self.iteration - 1,
                epoch=epoch,
                batch=place,
                batches=batches.count,
                examples=examples,
                learning_rate=rate,
                l2=self.experiment.training.l2,
                arena=plan.arena.numbers.copy(),
                theta=theta,
                theta_after=room.theta.copy(),
                gradient=room.gradient.copy(),
                state=state,
                state_after=room.state.copy(),
            )
            if self._stop is None and not np.isfinite(room.theta).all():
                self._diverged(record)
            if batches.place == 0:
                self._finish_epoch(score=True)
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
        remaining = iterations if iterations is not None else -1
        with np.errstate(all="ignore"):
            while remaining != 0 and self._stop is None:
                self._arrive()
                self._update()
                remaining -= 1
                if self._batches.place == 0:
                    self._finish_epoch(score)
                if deadline is not None and perf_counter() >= deadline:
                    break
        return self.finished

    @property
    def finished(self) -> StopReason | None:
        """Why the run stopped by itself; ``None`` while it may go on."""
        return self._stop[0] if self._stop is not None else None

    def go_on(self) -> None:
        """Train on after a stop: for as many epochs again, and with early stopping out of the way.

        A diverged run stays stopped: there is nothing to go on from.
        """
        if self.finished in ("epochs", "early_stopping"):
            self._stop = None
            self._epoch_limit = self.epoch + self.experiment.training.epochs
            self._best.settings = None

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
        return len(self._log)

    def history_since(self, row: int) -> History:
        """The history with its rows from one place on only, for those who have the earlier ones."""
        best = self._best.best
        reason, epoch, message = self._stop if self._stop is not None else (None, None, "")
        settings = self.experiment.training.early_stopping
        return History(
            rows=self._log.rows(row),
            score="rmse" if self.examples.task == "regression" else "accuracy",
            best_epoch=best.epoch if best is not None else None,
            best_iteration=best.iteration if best is not None else None,
            stopped_epoch=epoch,
            stop_reason=reason,
            message=message,
            patience=settings.patience if settings is not None else None,
            waited=self._best.waited,
        )

    def score(self, part: str) -> tuple[float, float]:
        """The mean loss and the score (accuracy or RMSE) on train, validation or test; nan if that part is empty."""
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
        self._check_place(layer, unit, source, value)
        self._change(SetParameter(layer, unit, source, float(value)))

    def set_bias(self, layer: int, unit: int, value: float) -> None:
        """Give one bias a value; layers count from 1, units from 0.

        Raises:
            PlaceError: There is no such bias, or the value is not finite.
        """
        self._check_place(layer, unit, None, value)
        self._change(SetParameter(layer, unit, None, float(value)))

    def restore_best(self) -> None:
        """Put the parameters of the best epoch back.

        Raises:
            PlaceError: There is no best epoch, because there is no validation part.
        """
        if self._best.best is None:
            raise PlaceError("there is no best epoch: the experiment has no validation part")
        self._change(SetParameters(self._best.best.theta))

    # ---- time travel ---------------------------------------------------------------------------------------------

    def seek(self, iteration: int) -> None:
        """Go to exactly the state before an iteration, forward or back, to the last bit.

        Raises:
            PlaceError: The run ends before that iteration, or it is negative.
        """
        if iteration < 0:
            raise PlaceError(f"iterations count from 0, got {iteration}")
        if iteration >= self.iteration:
            self.run(iteration - self.iteration)
            if self.iteration != iteration:
                raise PlaceError(f"the run ends after {self.iteration} iterations: {self.history.message}")
            return
        self._stop = None
        self._epoch_limit = max(self.experiment.training.epochs, self._epoch_limit)
        self._log.keep_up_to(iteration)
        self._recall_best(iteration)
        self._replay(iteration)

    def _recall_best(self, iteration: int) -> None:
        """Follow the validation loss again over the rows left; the best epoch's parameters may need a replay."""
        settings, known = self._best.settings, self._best.best
        self._best = BestEpoch(settings)
        for row in self._log.rows():
            self._best.see(float(row[3]), int(row[0]), int(row[1]), self._room.theta)
        best = self._best.best
        if best is None:
            return
        if known is None or known.epoch != best.epoch:
            self._replay(best.iteration, with_events=False)
            theta = self._room.theta.copy()
        else:
            theta = known.theta
        self._best.best = type(best)(best.loss, best.epoch, best.iteration, theta)

    def _replay(self, iteration: int, with_events: bool = True) -> None:
        """The state before an iteration, from the nearest checkpoint before it."""
        start = self._checkpoints.before(iteration)
        self._room.theta[...] = start.theta
        self._room.state[...] = start.state
        self._room.rate[...] = start.rate
        self._batches.restore(start.generator, start.place)
        self.iteration, self.epoch = start.iteration, start.epoch
        self._next_event = sum(at < start.iteration for at, _ in self._events)
        with np.errstate(all="ignore"):
            while self.iteration < iteration:
                self._arrive()
                self._update()
                if self._batches.place == 0:
                    self.epoch += 1
            if with_events:
                self._apply_events()

    # ---- one update ----------------------------------------------------------------------------------------------

    def _arrive(self) -> None:
        """What is due before an update: changes made here, and a checkpoint."""
        if self._next_event < len(self._events):
            self._apply_events()
        if self.iteration >= self._checkpoints.next_iteration:
            self._keep_checkpoint()

    def _update(self) -> Plan:
        block = self._batches.next()
        plan = self._plans.get(block.shape[1])
        if plan is None:
            plan = self._plans[block.shape[1]] = compile_plan(
                self.architecture, self._optimiser, self._room, block.shape[1]
            )
        np.copyto(plan.arena.head, block)
        for call in plan.calls:
            call()
        self.iteration += 1
        return plan

    def _keep_checkpoint(self) -> None:
        self._checkpoints.add(
            Checkpoint(
                iteration=self.iteration,
                epoch=self.epoch,
                place=self._batches.place,
                theta=self._room.theta.copy(),
                state=self._room.state.copy(),
                rate=float(self._room.rate),
                generator=self._batches.generator_state,
            )
        )

    # ---- events --------------------------------------------------------------------------------------------------

    def _change(self, event: Event) -> None:
        """Make a change now, and remember it for replays; what was to come before is another future."""
        self._apply_events()
        del self._events[self._next_event :]
        self._checkpoints.forget_after(self.iteration - 1)
        self._events.append((self.iteration, event))
        self._apply_events()

    def _apply_events(self) -> None:
        while self._next_event < len(self._events) and self._events[self._next_event][0] <= self.iteration:
            self._apply(self._events[self._next_event][1])
            self._next_event += 1

    def _apply(self, event: Event) -> None:
        match event:
            case SetLearningRate(rate):
                self._room.rate[...] = rate
            case SetParameter(layer, unit, source, value):
                block = self.architecture.blocks(self._room.theta)[layer - 1]
                block[-1 if source is None else source, unit] = value
            case SetParameters(theta):
                self._room.theta[...] = theta

    def _check_place(self, layer: int, unit: int, source: int | None, value: float) -> None:
        widths = self.architecture.widths
        if not 1 <= layer < len(widths):
            raise PlaceError(f"layers count from 1 to {len(widths) - 1}, got {layer}")
        if not 0 <= unit < widths[layer]:
            raise PlaceError(f"units of layer {layer} count from 0 to {widths[layer] - 1}, got {unit}")
        if source is not None and not 0 <= source < widths[layer - 1]:
            raise PlaceError(f"inputs of layer {layer} count from 0 to {widths[layer - 1] - 1}, got {source}")
        if not np.isfinite(value):
            raise PlaceError(f"expected a finite number, got {value:g}")

    # ---- the end of an epoch, and of a run -----------------------------------------------------------------------

    def _finish_epoch(self, score: bool) -> None:
        self.epoch += 1
        if self._stop is None and not np.isfinite(self._room.theta).all():
            self._find_divergence()
            return
        out_of_patience = self._score_epoch() if score else False
        if self._stop is not None:
            return
        if out_of_patience:
            self._stop_early()
        elif self.epoch >= self._epoch_limit:
            self._stop = ("epochs", self.epoch, f"all {self.epoch} epochs are done")

    def _score_epoch(self) -> bool:
        """Add a row to the history; true when early stopping says to stop."""
        train_loss, train_score = self._score_train()
        validation_loss, validation_score = self._score_validation()
        self._log.append((self.epoch, self.iteration, train_loss, validation_loss, train_score, validation_score))
        return self._best.see(validation_loss, self.epoch, self.iteration, self._room.theta)

    def _stop_early(self) -> None:
        best, settings = self._best.best, self._best.settings
        assert best is not None and settings is not None
        self._stop = (
            "early_stopping",
            self.epoch,
            f"the validation loss was best at epoch {best.epoch} and has not improved for {settings.patience} epochs",
        )
        if settings.restore_best:
            self.restore_best()

    def _find_divergence(self) -> None:
        """Go through the epoch again, to the first update that was not finite."""
        start = self._checkpoints.before(max(0, self.iteration - self._batches.count))
        self._replay(start.iteration, with_events=False)
        while self._stop is None:
            self.iterate()

    def _diverged(self, record: Iteration) -> None:
        place = record.first_not_finite() or "the parameters"
        self._stop = (
            "diverged",
            record.epoch,
            f"diverged at iteration {record.iteration} (epoch {record.epoch}): {place} went first beyond what numbers "
            f"can hold; a smaller learning rate than {record.learning_rate:g} may help",
        )
