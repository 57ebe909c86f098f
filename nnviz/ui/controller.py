"""The one place in time: what is shown, what the model is asked, and what the keys do.

Everything that moves through time is one small state machine. The model always stands right after the record on
screen; so a change made while looking at an update is made before that update, and the update is made again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from nnviz.engine.analysis.diagnostics import FLAT_BELOW
from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiment import Experiment
from nnviz.engine.functions.schedules import changes_rate
from nnviz.engine.training.phases import Work
from nnviz.ui.moment import Moment, Selection
from nnviz.ui.pace import PHASE_MILLISECONDS, Budget, Speedometer, pace_named
from nnviz.worker.link import ModelLink
from nnviz.worker.messages import (
    Answer,
    Change,
    Failure,
    Load,
    Request,
    Reset,
    RestoreBest,
    RunInfo,
    Snapshot,
    Train,
    Visit,
    Wanted,
)

FRAME_MILLISECONDS = 16
WITHOUT_PAINTING_MILLISECONDS = 100
"""A window that nobody sees paints nothing; training then goes on at this beat."""

LONGEST_COUNT_SECONDS = 0.05
"""An epoch asked for as one step is done in credits of this length, so that the window stays alive."""


class State(Enum):
    """What the clock does."""

    PAUSED = "paused"
    PLAYING = "playing"
    TRAINING = "training"


class Controller(QObject):
    """Owns the place in time, and is the only one that asks the model for anything.

    Signals:
        run_changed(RunInfo): Another network, other data or other weights.
        moment_changed(Moment): What is to be shown.
        snapshot_arrived(Snapshot): What the model answered.
        play_requested(int): Animate the phase that is shown, for so many milliseconds.
        state_changed(State): Playing, training or neither.
        stopped(str): The run ended by itself, and why.
        restored(int): The parameters of this epoch, the best, are back.
        failed(Failure): A request was refused, or the model had a fault.
        speed_measured(float, float): Iterations and epochs a second.
    """

    run_changed = Signal(object)
    moment_changed = Signal(object)
    snapshot_arrived = Signal(object)
    play_requested = Signal(int)
    state_changed = Signal(object)
    stopped = Signal(str)
    restored = Signal(int)
    failed = Signal(object)
    speed_measured = Signal(float, float)

    def __init__(self, link: ModelLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        link.answered.connect(self._hear)
        self.wanted = Wanted(maps_before=True)
        self.state = State.PAUSED
        self.run: RunInfo | None = None
        self.moment: Moment | None = None
        self.snapshot: Snapshot | None = None
        self._flat_below = FLAT_BELOW
        self._speed = 1.0
        self._pace = pace_named("full")
        self._budget: Budget | None = None
        self._last_credit = 0.0
        self._answered_at = 0.0
        self._counted = 0
        self._maps_asked = 0
        self._phase_after_answer: int | None = None
        self._kept_selection: Selection | None = None
        self._rate_by_hand: float | None = None
        self._commands: deque[Callable[[], None]] = deque()
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._tick)
        self._unpainted = QTimer(self)
        self._unpainted.setSingleShot(True)
        self._unpainted.timeout.connect(self.frame_painted)
        self._rate = Speedometer()

    @property
    def _ended(self) -> bool:
        """Whether the run has stopped by itself, as far as the last answer tells."""
        return self.snapshot is not None and self.snapshot.history.stop_reason is not None

    @property
    def idle(self) -> bool:
        """Whether everything that was asked for has been done."""
        return self._link.idle and not self._commands

    # ---- the experiment ------------------------------------------------------------------------------------------

    def load(self, experiment: Experiment) -> None:
        """Start a run of an experiment. What was there stays until the new one is ready."""
        self._begin_again(Load(experiment))

    def reset(self) -> None:
        """The same run again from its first iteration; a rate that was set by hand is its rate from the start."""
        if self._rate_by_hand is None:
            self._begin_again(Reset())
        else:
            self._load_with({})

    def _load_with(self, fields: dict[str, Any]) -> None:
        """Start a run of the same experiment with some fields replaced, and with the rate that was set by hand."""
        if self.run is None:
            return
        if self._rate_by_hand is not None:
            fields["training.learning_rate"] = self._rate_by_hand
        try:
            self.load(self.run.experiment.with_fields(fields))
        except ExperimentError as error:
            # Its data may have gone meanwhile.
            self.failed.emit(Failure(str(error), refused=True))

    def _begin_again(self, request: Load | Reset) -> None:
        self.pause()
        self._rate_by_hand = None
        # What was still to be done with the old run is pointless now.
        self._commands.clear()
        self._ask(request, phase=0)

    def new_weights(self) -> None:
        """The same experiment with weights drawn from the next seed."""
        if self.run is not None:
            self._load_with({"network.seed": self.run.experiment.network.seed + 1, "network.parameters": None})

    # ---- stepping ------------------------------------------------------------------------------------------------

    def step(self) -> None:
        """One phase on; after the last phase, the next iteration."""
        self.pause()
        self._in_turn(self._step_on)

    def step_back(self) -> None:
        """One phase back; before the first phase, the end of the iteration before."""
        self.pause()
        self._in_turn(self._step_back)

    def step_iteration(self) -> None:
        """To the same phase of the next iteration."""
        self.pause()
        self._in_turn(lambda: self._ask(Train(iterations=1, go_on=True)))

    def step_iteration_back(self) -> None:
        """To the same phase of the iteration before."""
        self.pause()
        self._in_turn(self._step_iteration_back)

    def step_epoch(self) -> None:
        """To the end of this epoch; from there, of the next."""
        self.pause()
        self._in_turn(self._step_epoch)

    def home(self) -> None:
        """To the first phase of this iteration."""
        self.pick_phase(0)

    def pick_phase(self, index: int) -> None:
        """To a phase of this iteration."""
        self.pause()
        self._in_turn(lambda: self._pick_phase(index))

    def visit(self, iteration: int, phase: int = 0) -> None:
        """To a phase of any iteration of the run."""
        self.pause()
        self._in_turn(lambda: self._ask(Visit(iteration), phase=phase))

    # ---- playing and training ------------------------------------------------------------------------------------

    def toggle_play(self) -> None:
        """Play phase after phase, or pause whatever goes on."""
        if self.state is State.PAUSED and self.moment is not None:
            self._enter(State.PLAYING)
            self._in_turn(self._step_on)
        else:
            self.pause()

    def toggle_training(self, gather: bool = True) -> None:
        """Train, or pause. A run that stopped by itself goes on.

        Args:
            gather: Whether to begin slowly; otherwise at full speed at once.
        """
        if self.state is State.TRAINING:
            self.pause()
        elif self.run is not None:
            self._enter(State.TRAINING)
            self._budget = Budget(self._pace, self.run.batches_per_epoch, gather)
            self._last_credit = perf_counter()
            self._rate.start(self.moment.record.iteration + 1 if self.moment is not None else 0)
            self._in_turn(lambda: self._ask(Train(iterations=1, go_on=True)))

    def pause(self) -> None:
        """Stop playing or training; the place in time stays."""
        self._clock.stop()
        self._unpainted.stop()
        self._counted = 0
        was_training = self.state is State.TRAINING
        if self.state is not State.PAUSED:
            self._enter(State.PAUSED)
        if was_training:
            # While training nobody asked for what stepping through an update needs.
            self._in_turn(self._ask_again)

    def frame_painted(self) -> None:
        """The window has painted the last answer: the model may have its next credit."""
        if self._ended or self.state is not State.TRAINING:
            return
        if self._link.idle and not self._clock.isActive():
            if self._budget is not None:
                self._budget.painted(perf_counter() - self._answered_at)
            self._unpainted.stop()
            self._grant()

    def set_speed(self, speed: float) -> None:
        """How fast phases are played: 1 is the usual speed."""
        self._speed = speed

    def set_pace(self, name: str) -> None:
        """How fast training goes on."""
        self._pace = pace_named(name)
        if self.run is not None:
            self._budget = Budget(self._pace, self.run.batches_per_epoch)

    @property
    def speed(self) -> float:
        """How fast phases are played."""
        return self._speed

    # ---- looking and changing ------------------------------------------------------------------------------------

    def select(self, selection: Selection | None) -> None:
        """Pick a unit or a weight everywhere in the window."""
        if self.moment is not None and selection != self.moment.selection:
            self._show(replace(self.moment, selection=selection))

    def set_flat_below(self, share: float) -> None:
        """Which share of the largest slope counts as flat."""
        self._flat_below = share
        if self.moment is not None:
            self._show(replace(self.moment, flat_below=share))

    def shift_example(self, by: int) -> None:
        """Show another example of the batch; after the last comes the first."""
        if self.moment is not None:
            count = len(self.moment.record.examples)
            self._show(replace(self.moment, example=(self.moment.example + by) % count))

    def set_learning_rate(self, rate: float) -> None:
        """Change the rate of this run: in the update on screen when paused, from the next one on while training.

        Before anything has been trained, it is the rate that a schedule starts from; later, the schedule gives way.
        """
        self._rate_by_hand = rate
        at_start = self.snapshot is not None and self.snapshot.record.iteration == 0
        if self.state is State.PAUSED and at_start and self.run and changes_rate(self.run.experiment.training):
            self._load_with({})
        else:
            self._ask(Change(redo=self.state is not State.TRAINING, learning_rate=rate))

    def edit(self, selection: Selection, value: float) -> None:
        """Give a weight or a bias a value: before the update on screen when paused, before the next while training."""
        place = (selection.layer, selection.unit, selection.source)
        self._ask(Change(redo=self.state is not State.TRAINING, parameters={place: value}))

    def restore_best(self) -> None:
        """Put the parameters of the best epoch back."""
        self.pause()
        self._ask(RestoreBest(), phase=0)

    def want_maps(self, resolution: int) -> None:
        """How many points along each side unit maps are to have; 0 for none."""
        self.wanted = replace(self.wanted, maps=resolution)
        self._in_turn(self._ask_for_maps)

    def _ask_for_maps(self) -> None:
        if self._maps_asked != self.wanted.maps and self.state is not State.TRAINING:
            self._ask_again()

    def _ask_again(self) -> None:
        """Ask for the same update with what is wanted now."""
        if self.state is not State.TRAINING and self.moment is not None:
            self._ask(Visit(self.moment.record.iteration))

    # ---- the model's answers -------------------------------------------------------------------------------------

    def _ask(self, request: Request, phase: int | None = None) -> None:
        if phase is not None:
            self._phase_after_answer = phase
        wanted = replace(self.wanted, maps_before=self.state is not State.TRAINING)
        self._maps_asked = wanted.maps
        self._link.ask(request, wanted)

    def _hear(self, answer: Answer) -> None:
        self._answered_at = perf_counter()
        if isinstance(answer.result, Failure):
            self._commands.clear()
            self._phase_after_answer = None
            self.pause()
            self.failed.emit(answer.result)
            return
        snapshot = answer.result
        if self.run is None or snapshot.run.number != self.run.number:
            self._begin_run(snapshot.run)
        self.snapshot = snapshot
        training = self.state is State.TRAINING
        self._show(self._moment_of(snapshot, training))
        self.snapshot_arrived.emit(snapshot)
        trained = isinstance(answer.request, Train)
        ended = trained and self._ended
        if training and trained:
            self._after_credit(snapshot)
        elif self._counted:
            self._counted = 0 if ended else max(0, self._counted - snapshot.iterations_made)
            self._ask_counted(go_on=False)
        elif self.state is State.PLAYING:
            self._play()
        if ended:
            self.stopped.emit(snapshot.history.message)
        if isinstance(answer.request, RestoreBest):
            self.restored.emit(snapshot.history.best_epoch)
        while self._commands and self._link.idle:
            self._commands.popleft()()

    def _begin_run(self, run: RunInfo) -> None:
        same_shape = self.run is not None and self.run.architecture.widths == run.architecture.widths
        selection = self.moment.selection if same_shape and self.moment is not None else None
        self.run = run
        self.moment = None
        self._kept_selection = selection
        self.run_changed.emit(run)

    def _moment_of(self, snapshot: Snapshot, training: bool) -> Moment:
        before = self.moment
        last = len(snapshot.record.phases) - 1
        index = before.phase_index if before is not None else 0
        if training:
            index = last
        elif self._phase_after_answer is not None:
            index = self._phase_after_answer if self._phase_after_answer >= 0 else last
        self._phase_after_answer = None
        return Moment(
            record=snapshot.record,
            phase_index=min(index, last),
            example=min(before.example if before is not None else 0, len(snapshot.record.examples) - 1),
            training=training,
            selection=before.selection if before is not None else self._kept_selection,
            flat_below=self._flat_below,
        )

    def _show(self, moment: Moment) -> None:
        """Put a moment on screen, with the unit maps that belong to it."""
        snapshot = self.snapshot
        if snapshot is not None and snapshot.record is moment.record:
            after = moment.training or moment.work is Work.UPDATE or snapshot.maps_before is None
            moment = replace(moment, maps=snapshot.maps if after else snapshot.maps_before)
        self.moment = moment
        self.moment_changed.emit(moment)

    # ---- commands, one after the other ---------------------------------------------------------------------------

    def _in_turn(self, command: Callable[[], None]) -> None:
        """Do it now, or as soon as the model has answered what is under way: no key is lost, none overtakes another."""
        if self._link.idle and self.moment is not None:
            command()
        elif not self._link.idle:
            self._commands.append(command)

    def _step_back(self) -> None:
        moment = self.moment
        if moment is None:
            return
        if moment.phase_index > 0:
            self._show(replace(moment, phase_index=moment.phase_index - 1))
        elif moment.record.iteration > 0:
            self._ask(Visit(moment.record.iteration - 1), phase=-1)

    def _step_iteration_back(self) -> None:
        if self.moment is not None and self.moment.record.iteration > 0:
            self._ask(Visit(self.moment.record.iteration - 1))

    def _step_epoch(self) -> None:
        if self.moment is None or self.run is None:
            return
        left = self.run.batches_per_epoch - 1 - self.moment.record.batch
        self._counted = left if left > 0 else self.run.batches_per_epoch
        self._ask_counted(go_on=True)

    def _pick_phase(self, index: int) -> None:
        if self.moment is not None:
            last = len(self.moment.record.phases) - 1
            self._show(replace(self.moment, phase_index=max(0, min(last, index))))

    # ---- the clock -----------------------------------------------------------------------------------------------

    def _step_on(self) -> None:
        moment = self.moment
        if moment is None:
            return
        if moment.phase_index + 1 < len(moment.record.phases):
            self._show(replace(moment, phase_index=moment.phase_index + 1, training=False))
            self._play()
        else:
            self._ask(Train(iterations=1, go_on=True), phase=0)

    def _play(self) -> None:
        """Animate the phase that is shown; when playing, the next one follows."""
        if self.moment is None:
            return
        milliseconds = round(PHASE_MILLISECONDS[self.moment.phase.kind] / self._speed)
        self.play_requested.emit(milliseconds)
        if self.state is State.PLAYING:
            self._clock.start(milliseconds)

    def _tick(self) -> None:
        if self.state is State.PLAYING:
            self._in_turn(self._step_on)
        elif self.state is State.TRAINING:
            self._grant()

    def _grant(self) -> None:
        if self._budget is None or not self._link.idle:
            return
        now = perf_counter()
        credit = self._budget.credit(now - self._last_credit)
        self._last_credit = now
        if credit is None:
            self._clock.start(FRAME_MILLISECONDS)
        else:
            self._ask(credit)

    def _after_credit(self, snapshot: Snapshot) -> None:
        measured = self._rate.see(snapshot.record.iteration + 1, snapshot.run.batches_per_epoch)
        if measured is not None:
            self.speed_measured.emit(*measured)
        if self._ended:
            self.pause()
        else:
            self._unpainted.start(WITHOUT_PAINTING_MILLISECONDS)

    def _ask_counted(self, go_on: bool) -> None:
        if self._counted:
            self._ask(Train(iterations=self._counted, seconds=LONGEST_COUNT_SECONDS, go_on=go_on), phase=-1)

    def _enter(self, state: State) -> None:
        self.state = state
        self.state_changed.emit(state)
