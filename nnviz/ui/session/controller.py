"""The one place in time: what is shown, what the model is asked, and what the keys do.

Everything that moves through time is one small state machine. The model always stands right after the record on
screen; so a change made while looking at an update is made before that update, and the update is made again. Every
change begins a new line through time, to which undo and redo lead back and forth.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import Enum
from time import perf_counter
from typing import Any

from msgspec import structs
from PySide6.QtCore import QObject, QTimer, Signal

from nnviz.engine.analysis.diagnostics import FLAT_BELOW
from nnviz.engine.errors import ExperimentError, PlaceError
from nnviz.engine.experiment import Experiment
from nnviz.engine.functions.schedules import changes_rate
from nnviz.engine.training.record.phases import Work
from nnviz.engine.training.record.steps import Grain, Step, Walk
from nnviz.engine.training.timeline.events import Event, SetFrozen, SetLearningRate, SetParameter, SetSilenced
from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.names.events import events_text
from nnviz.ui.session.edits import Edits, LinePlace
from nnviz.ui.session.moment import Moment, Selection
from nnviz.ui.session.pace import Speedometer, step_milliseconds
from nnviz.ui.session.pacer import Pacer
from nnviz.ui.session.place import Place
from nnviz.ui.session.viewpoint import Viewpoint
from nnviz.worker.link import ModelLink, merged
from nnviz.worker.messages import (
    Answer,
    Change,
    Failure,
    Load,
    Mark,
    Refresh,
    Request,
    Reset,
    RestoreBest,
    Return,
    RunInfo,
    Snapshot,
    Train,
    Visit,
    Wanted,
    WeightPlace,
)
from nnviz.worker.queries.query import Query

JUST_STOPPED_SECONDS = 0.8
"""For so long after it a run has stopped only just now."""

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
        self._pacer = Pacer(self._may_train_on, parent=self)
        self._pacer.granted.connect(self._ask)
        self._counted = 0
        self._asked_for = Wanted()
        self._land: Callable[[Walk], Step] | None = None
        self._grain = Grain.PHASE
        self._viewpoint = Viewpoint()
        self._visiting: int | None = None
        self._beginning = False
        self._number_style = NumberStyle()
        self.edits = Edits(self._return_to, self)
        self._kept_selection: Selection | None = None
        self._rate_asked_for: float | None = None
        self._commands: deque[Callable[[], None] | Change] = deque()
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._tick)
        self._rate = Speedometer()
        self._stopped_at = -JUST_STOPPED_SECONDS

    @property
    def _ended(self) -> bool:
        """Whether the run has stopped by itself, as far as the last answer tells."""
        return self.snapshot is not None and self.snapshot.history.stop_reason is not None

    @property
    def idle(self) -> bool:
        """Whether everything that was asked for has been done."""
        return self._link.idle and not self._commands

    # ---- the experiment ------------------------------------------------------------------------------------------

    @property
    def experiment(self) -> Experiment | None:
        """The experiment as it stands: the run's, at the rate that was set by hand since the run began.

        What is saved, remembered, compared and begun again is this one; ``None`` before there is a run.
        """
        if self.run is None:
            return None
        experiment, rate = self.run.experiment, self._rate_asked_for
        if rate is None and self.snapshot is not None:
            rate = _rate_set(self.snapshot.timeline.marks)
        if rate is None or rate == experiment.training.learning_rate:
            return experiment
        return structs.replace(experiment, training=structs.replace(experiment.training, learning_rate=rate))

    def load(self, experiment: Experiment) -> None:
        """Start a run of an experiment. What was there stays until the new one is ready."""
        self._begin_again(Load(experiment))

    def reset(self) -> None:
        """The experiment as it stands from its first iteration; a rate that was set by hand is its rate from there."""
        if self.run is None or self.experiment == self.run.experiment:
            self._begin_again(Reset())
        else:
            self._load_with({})

    def _load_with(self, fields: dict[str, Any]) -> None:
        """Start a run of the experiment as it stands, with some fields replaced."""
        if self.experiment is None:
            return
        try:
            self.load(self.experiment.with_fields(fields))
        except ExperimentError as error:
            # Its data may have gone meanwhile.
            self.failed.emit(Failure(str(error), refused=True))

    def _begin_again(self, request: Load | Reset) -> None:
        self.pause()
        self._visiting = None
        # What was still to be done with the old run is pointless now.
        self._commands.clear()
        self._beginning = True
        self._ask(request, self._first)

    def new_weights(self) -> None:
        """The same experiment with weights drawn from the next seed."""
        if self.run is not None:
            self._load_with({"network.seed": self.run.experiment.network.seed + 1, "network.parameters": None})

    # ---- stepping ------------------------------------------------------------------------------------------------

    def set_grain(self, grain: Grain) -> None:
        """Step this finely from now on. The place stays; finer than before, its phase begins again."""
        self._grain = grain
        moment = self.moment
        if moment is not None:
            chosen = 0
            if moment.selection is not None:
                selected = moment.selection.layer, moment.selection.unit
                chosen = moment.walk.place_of(moment.phase_index, *selected) or 0
            step = moment.walk.at_grain(moment.step, grain, chosen)
            self._show(replace(moment.at(step), grain=grain))

    @property
    def grain(self) -> Grain:
        """How finely one steps."""
        return self._grain

    def step(self) -> None:
        """One step on; after the last one, the next iteration."""
        self.pause()
        self.in_turn(self._step_on)

    def step_back(self) -> None:
        """One step back; before the first one, the end of the iteration before."""
        self.pause()
        self.in_turn(self._step_back)

    def step_iteration(self) -> None:
        """To the same place in the next iteration."""
        self.pause()
        self.in_turn(lambda: self._ask(Train(iterations=1, go_on=True)))

    def step_iteration_back(self) -> None:
        """To the same place in the iteration before."""
        self.pause()
        self.in_turn(self._step_iteration_back)

    def step_epoch(self) -> None:
        """To the end of this epoch; from there, of the next."""
        self.pause()
        self.in_turn(self._step_epoch)

    def home(self) -> None:
        """To the first phase of this iteration."""
        self.pick_phase(0)

    def pick_phase(self, index: int) -> None:
        """To a phase of this iteration."""
        self.pause()
        self.in_turn(lambda: self._pick_phase(index))

    def visit(self, iteration: int) -> None:
        """To any iteration of the run, at the same place in it. Asked faster than it can be done, the last one counts.

        An iteration that the run has not reached is trained up to.
        """
        self.pause()
        waits, self._visiting = self._visiting is not None, iteration
        if not waits:
            self.in_turn(self._visit)

    def go_to(self, place: Place, grain: Grain | None = None) -> None:
        """To a place in time, exactly; from there on one steps at this grain, if one is named.

        It waits its turn, so that after ``load`` it is a place of the new run. The place is taken as the grain shows
        it: coarser, with all of the phase; finer, from the first unit or term on. One that the network does not have
        is refused.
        """
        self.pause()
        self.in_turn(lambda: self._go_to(place, grain if grain is not None else self._grain))

    def take_line(self, line: int) -> None:
        """Go over to another line of the run, at this iteration or as far as it goes."""
        self.pause()
        self.edits.end()
        self.in_turn(lambda: self._take_line(line))

    # ---- playing and training ------------------------------------------------------------------------------------

    def toggle_play(self) -> None:
        """Play phase after phase, or pause whatever goes on."""
        if self.state is State.PAUSED and self.moment is not None:
            self._enter(State.PLAYING)
            self.in_turn(self._step_on)
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
            self._pacer.begin(self.run.batches_per_epoch, gather)
            self._rate.start(self.moment.record.iteration + 1 if self.moment is not None else 0)
            self.in_turn(lambda: self._ask(Train(iterations=1, go_on=True)))

    @property
    def has_just_stopped(self) -> bool:
        """Whether training ended by itself only now: who presses T in this moment means to stop, not to train on."""
        return perf_counter() < self._stopped_at + JUST_STOPPED_SECONDS

    def pause(self) -> None:
        """Stop playing or training; the place in time stays."""
        self._clock.stop()
        self._pacer.stop()
        self._counted = 0
        was_training = self.state is State.TRAINING
        if self.state is not State.PAUSED:
            self._enter(State.PAUSED)
        if was_training:
            # While training nobody asked for what stepping through an update needs.
            self.in_turn(self._look_again)

    def frame_painted(self) -> None:
        """The window has painted the last answer: the model may have its next credit."""
        self._pacer.painted()

    def _may_train_on(self) -> bool:
        return self.state is State.TRAINING and not self._ended and self._link.idle

    def set_speed(self, speed: float) -> None:
        """How fast phases are played: 1 is the usual speed."""
        self._speed = speed

    def set_pace(self, name: str) -> None:
        """How fast training goes on."""
        self._pacer.set_pace(name, self.run.batches_per_epoch if self.run is not None else None)

    @property
    def speed(self) -> float:
        """How fast phases are played."""
        return self._speed

    # ---- looking and changing ------------------------------------------------------------------------------------

    def select(self, selection: Selection | None) -> None:
        """Pick a unit or a weight everywhere in the window; stepping by units, one goes to it where it is in play."""
        moment = self.moment
        if moment is None or selection == moment.selection:
            return
        moment = replace(moment, selection=selection)
        if selection is not None and moment.unit is not None:
            place = moment.walk.place_of(moment.phase_index, selection.layer, selection.unit)
            if place is not None and place != moment.unit:
                moment = replace(moment, unit=place, term=None if moment.term is None else 0)
        self._show(moment)

    def set_flat_below(self, share: float) -> None:
        """Which share of the largest slope counts as flat."""
        self._flat_below = share
        if self.moment is not None:
            self._show(replace(self.moment, flat_below=share))

    # ---- which example -------------------------------------------------------------------------------------------

    def shift_example(self, by: int) -> None:
        """Show another example of the batch; after the last comes the first."""
        if self.moment is not None:
            count = len(self.moment.record.examples)
            self.pick_example((self.moment.example + (0 if self._viewpoint.mean else by)) % count)

    def pick_example(self, place: int) -> None:
        """Show the example at a place in the batch; where one is pinned, this one is from now on."""
        if self.moment is not None:
            place = max(0, min(len(self.moment.record.examples) - 1, place))
            pinned = int(self.moment.record.examples[place]) if self._viewpoint.pinned is not None else None
            self._see(Viewpoint(pinned=pinned, place=place))

    def show_mean(self, mean: bool = True) -> None:
        """Show the batch's mean, or an example again."""
        if self.moment is not None:
            self._see(Viewpoint(mean=mean))

    def pin_example(self, example: int | None) -> None:
        """Follow an example, by its place in the data set, from iteration to iteration; ``None`` for none any more."""
        if self.moment is not None:
            self._see(Viewpoint(pinned=example))

    def pin_shown(self, pinned: bool) -> None:
        """Follow the example that is shown, or not any more."""
        if self.moment is not None:
            self.pin_example(self.moment.shown_example if pinned else None)

    def see(self, viewpoint: Viewpoint) -> None:
        """Show these numbers, when it is their turn: those of whatever has been asked for by then."""
        self.in_turn(lambda: self._see(viewpoint))

    def _see(self, viewpoint: Viewpoint) -> None:
        if self.moment is None or self.run is None:
            return
        viewpoint = viewpoint.within(len(self.run.examples.x))
        # From here on the place in the batch is the moment's.
        self._viewpoint = replace(viewpoint, place=None)
        self.wanted = replace(self.wanted, example=viewpoint.pinned)
        self._show(viewpoint.seen(self.moment, self.snapshot.visitor if self.snapshot is not None else None))
        if viewpoint.pinned is not None and self.state is not State.TRAINING:
            self.in_turn(self._fetch_visitor)

    def _fetch_visitor(self) -> None:
        """Ask for a pinned example's numbers, where they are not there."""
        moment, pinned = self.moment, self._viewpoint.pinned
        if moment is not None and pinned is not None and moment.shown_example != pinned:
            self._ask(Refresh())

    # ---- changing ------------------------------------------------------------------------------------------------

    def set_number_style(self, style: NumberStyle) -> None:
        """How numbers are written in the texts of undo and redo."""
        self._number_style = style

    def set_learning_rate(self, rate: float) -> None:
        """Change the rate of this run: in the update on screen when paused, from the next one on while training.

        Before anything has been trained, it is the rate that a schedule starts from; later, the schedule gives way.
        """
        self._rate_asked_for = rate
        at_start = self.snapshot is not None and self.snapshot.record.iteration == 0
        if self.state is State.PAUSED and at_start and self.run and changes_rate(self.run.experiment.training):
            self._load_with({})
        else:
            self._change(SetLearningRate(rate))

    def edit(self, selection: Selection, value: float) -> None:
        """Give a weight or a bias a value: before the update on screen when paused, before the next while training."""
        self._change(SetParameter(selection.layer, selection.unit, selection.source, value))

    def freeze(self, places: Sequence[WeightPlace], frozen: bool) -> None:
        """Let weights or biases not train any more, or train again."""
        if places:
            self.edits.end()
            self._change(*(SetFrozen(*place, frozen) for place in places))

    def silence(self, layer: int, unit: int, silenced: bool) -> None:
        """Let a hidden unit answer nothing any more, or answer again."""
        self.edits.end()
        self._change(SetSilenced(layer, unit, silenced))

    def change_in_turn(self, command: Callable[[], None]) -> None:
        """Do something to the network when it is its turn.

        What is meant for a network that is just being exchanged is not done to the new one.
        """
        if not self._beginning:
            self.in_turn(command)

    def _change(self, *events: Event) -> None:
        if self._beginning:
            return
        gesture = self.edits.gesture_for(tuple(event.about for event in events))
        change = Change(redo=True, events=events, gesture=gesture)
        # Dragging asks faster than the model answers: what waits is one change, not a hundred.
        if self._commands and isinstance(self._commands[-1], Change):
            both = merged(self._commands[-1], change)
            if isinstance(both, Change):
                self._commands[-1] = both
                return
        self.in_turn(change)

    def hold_edit(self) -> None:
        """What is edited from here on is one change, until ``release_edit``."""
        self.edits.hold()

    def release_edit(self, keep: bool = True) -> None:
        """The change is made; or it is taken back as if it had never been."""
        gesture = self.edits.release()
        if gesture is not None and not keep:
            self.in_turn(lambda: self.edits.take_back(gesture))

    def restore_best(self) -> None:
        """Put the parameters of the best epoch back."""
        self.pause()
        self.in_turn(lambda: self._ask(RestoreBest(self.edits.lines()), self._first))

    def undo(self) -> None:
        """Undo the last change, and stand where it was made."""
        self.pause()
        self.in_turn(self.edits.stack.undo)

    def redo(self) -> None:
        """Make the change again that was undone last."""
        self.pause()
        self.in_turn(self.edits.stack.redo)

    def _return_to(self, place: LinePlace, forget: int | None) -> None:
        self.edits.end()
        self._ask(Return(place.line, place.iteration, forget))

    # ---- what is wanted ------------------------------------------------------------------------------------------

    def want(self, maps: int, queries: frozenset[Query] = frozenset()) -> None:
        """What is visible: points along each side of unit maps, 0 for none, and what panels want to know beside."""
        self.wanted = replace(self.wanted, maps=maps, queries=queries)
        self.in_turn(self._ask_for_more)

    def _ask_for_more(self) -> None:
        more = self.wanted.queries - self._asked_for.queries
        if (more or self._asked_for.maps != self.wanted.maps) and self.state is not State.TRAINING:
            self._look_again()

    def _look_again(self) -> None:
        """Ask for what is wanted now, of the same update."""
        if self.state is not State.TRAINING and self.moment is not None:
            self._ask(Refresh())

    # ---- the model's answers -------------------------------------------------------------------------------------

    def _ask(self, request: Request, land: Callable[[Walk], Step] | None = None) -> None:
        """Ask the model; ``land`` says where in the iteration one is to stand then, if not at the same place."""
        if land is not None:
            self._land = land
        training = self.state is State.TRAINING
        example = None if training else self._viewpoint.pinned
        wanted = replace(self.wanted, maps_before=not training, example=example)
        self._asked_for = wanted
        self._link.ask(request, wanted)

    def _first(self, walk: Walk) -> Step:
        return walk.first(self._grain)

    def _last(self, walk: Walk) -> Step:
        return walk.last(self._grain)

    def _hear(self, answer: Answer) -> None:
        self._pacer.arrived()
        if isinstance(answer.request, Load | Reset):
            self._beginning = False
        if self._answers_rate(answer):
            self._rate_asked_for = None
        if isinstance(answer.result, Failure):
            self._commands.clear()
            self._land = self._visiting = None
            self.pause()
            self.failed.emit(answer.result)
            return
        snapshot = answer.result
        before = self.snapshot
        if self.run is None or snapshot.run.number != self.run.number:
            self._begin_run(snapshot.run)
        elif isinstance(answer.request, Change | RestoreBest):
            assert before is not None, "there was something to change"
            self._note(answer.request, before, snapshot)
        elif not isinstance(answer.request, Refresh) and self.state is not State.TRAINING:
            # Training goes on under a drag without ending it.
            self.edits.end()
        self.snapshot = snapshot
        training = self.state is State.TRAINING
        self._show(self._moment_of(snapshot, training))
        self.snapshot_arrived.emit(snapshot)
        trained = isinstance(answer.request, Train)
        ended = trained and self._ended
        if training and trained:
            self._after_credit(snapshot)
        elif training:
            # Something was changed in between: training goes on with the next frame, or without one.
            self._pacer.await_frame()
        elif self._counted:
            self._counted = 0 if ended else max(0, self._counted - snapshot.iterations_made)
            self._ask_counted(go_on=False)
        elif self.state is State.PLAYING:
            if snapshot.history.stop_reason == "diverged":
                self.pause()
            else:
                self._play()
        if ended:
            self._stopped_at = perf_counter() if training else -JUST_STOPPED_SECONDS
            self.stopped.emit(snapshot.history.message)
        if isinstance(answer.request, RestoreBest):
            self.restored.emit(snapshot.history.best_epoch)
        while self._commands and self._link.idle:
            self._do(self._commands.popleft())

    def _answers_rate(self, answer: Answer) -> bool:
        """Whether the rate that was asked for last is the run's after this answer, or will not be."""
        request = answer.request
        if isinstance(request, Change) and SetLearningRate(self._rate_asked_for or 0.0) in request.events:
            return True
        return isinstance(request, Load | Reset) or isinstance(answer.result, Failure)

    def _note(self, request: Change | RestoreBest, before: Snapshot, after: Snapshot) -> None:
        """Note a change, to be undone."""
        places = [LinePlace(each.timeline.line, each.record.iteration) for each in (before, after)]
        gesture = request.gesture if isinstance(request, Change) else None
        events = request.events if isinstance(request, Change) else (after.timeline.marks[-1].event,)
        self.edits.made(events_text(events, self._number_style), places[0], places[1], gesture)

    def _begin_run(self, run: RunInfo) -> None:
        same_shape = self.run is not None and self.run.architecture.widths == run.architecture.widths
        selection = self.moment.selection if same_shape and self.moment is not None else None
        self.run = run
        self.moment = None
        self._kept_selection = selection
        self.edits.clear()
        self._viewpoint = self._viewpoint.within(len(run.examples.x))
        self.run_changed.emit(run)

    def _moment_of(self, snapshot: Snapshot, training: bool) -> Moment:
        before, land = self.moment, self._land
        walk = Walk(snapshot.record.architecture.widths)
        self._land = None
        if training:
            step = Step(walk.last_phase)
        elif land is not None:
            step = land(walk)
        elif before is None or before.record.architecture.widths != snapshot.record.architecture.widths:
            step = walk.first(self._grain)
        elif before.training:
            step = walk.last(self._grain)
        else:
            step = before.step
        moment = Moment(
            record=snapshot.record,
            phase_index=step.phase,
            unit=step.unit,
            term=step.term,
            grain=self._grain,
            example=before.example if before is not None else 0,
            training=training,
            selection=before.selection if before is not None else self._kept_selection,
            flat_below=self._flat_below,
        )
        return self._viewpoint.seen(moment, snapshot.visitor)

    def _show(self, moment: Moment) -> None:
        """Put a moment on screen, with the unit maps that belong to it."""
        snapshot = self.snapshot
        if snapshot is not None and snapshot.record is moment.record:
            after = moment.training or moment.work is Work.UPDATE or snapshot.maps_before is None
            moment = replace(moment, maps=snapshot.maps if after else snapshot.maps_before)
        self.moment = moment
        self.moment_changed.emit(moment)

    # ---- commands, one after the other ---------------------------------------------------------------------------

    def in_turn(self, command: Callable[[], None] | Change) -> None:
        """Do it now, or as soon as the model has answered what is under way: no key is lost, none overtakes another."""
        if self._link.idle and self.moment is not None:
            self._do(command)
        elif not self._link.idle:
            self._commands.append(command)

    def _do(self, command: Callable[[], None] | Change) -> None:
        if isinstance(command, Change):
            # While training, what is on screen is over before it could be made again.
            self._ask(replace(command, redo=self.state is not State.TRAINING, keep=self.edits.lines()))
        else:
            command()

    def _step_back(self) -> None:
        moment = self.moment
        if moment is None:
            return
        step = moment.walk.before(moment.step, self._grain)
        if step is not None:
            self._show(moment.at(step))
        elif moment.record.iteration > 0:
            self._ask(Visit(moment.record.iteration - 1), self._last)
        elif moment.phase_index > 0:
            # By whole iterations too, one comes back to where the run begins.
            self._show(moment.at(Step(0)))

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
            walk = self.moment.walk
            phase = max(0, min(walk.last_phase, index))
            step = Step(phase) if self._grain is Grain.ITERATION else walk.first(self._grain, phase)
            self._show(self.moment.at(step))

    def _visit(self) -> None:
        iteration, self._visiting = self._visiting, None
        if iteration is not None and self.moment is not None and iteration != self.moment.record.iteration:
            self._ask(Visit(max(0, iteration)))

    def _go_to(self, place: Place, grain: Grain) -> None:
        if self.moment is None:
            return
        walk = self.moment.walk
        try:
            step = walk.at_grain(place.step(self.moment.record.architecture.widths), grain)
        except PlaceError as error:
            self.failed.emit(Failure(str(error), refused=True))
            return
        self._grain = grain
        if place.iteration == self.moment.record.iteration:
            self._show(replace(self.moment.at(step), grain=grain, training=False))
        else:
            self._ask(Visit(place.iteration), lambda _: step)

    def _take_line(self, line: int) -> None:
        moment, snapshot = self.moment, self.snapshot
        known = {each.number: each for each in snapshot.timeline.lines} if snapshot is not None else {}
        if moment is not None and line in known:
            self._ask(Return(line, max(0, min(moment.record.iteration, known[line].furthest - 1))))

    # ---- the clock -----------------------------------------------------------------------------------------------

    def _step_on(self) -> None:
        moment = self.moment
        if moment is None:
            return
        step = moment.walk.after(moment.step, self._grain)
        if step is not None:
            self._show(replace(moment.at(step), training=False))
            self._play()
        else:
            self._ask(Train(iterations=1, go_on=True), self._first)

    def _play(self) -> None:
        """Animate the step that is shown; when playing, the next one follows."""
        if self.moment is None:
            return
        milliseconds = round(step_milliseconds(self.moment.phase.kind, self._grain) / self._speed)
        self.play_requested.emit(milliseconds)
        if self.state is State.PLAYING:
            self._clock.start(milliseconds)

    def _tick(self) -> None:
        if self.state is State.PLAYING:
            self.in_turn(self._step_on)

    def _after_credit(self, snapshot: Snapshot) -> None:
        measured = self._rate.see(snapshot.record.iteration + 1, snapshot.run.batches_per_epoch)
        if measured is not None:
            self.speed_measured.emit(*measured)
        if self._ended:
            self.pause()
        else:
            self._pacer.await_frame()

    def _ask_counted(self, go_on: bool) -> None:
        if self._counted:
            self._ask(Train(iterations=self._counted, seconds=LONGEST_COUNT_SECONDS, go_on=go_on), self._last)

    def _enter(self, state: State) -> None:
        self.state = state
        self.state_changed.emit(state)


def _rate_set(marks: tuple[Mark, ...]) -> float | None:
    """The learning rate that was set by hand last on a line; ``None`` where none was."""
    return next((mark.event.rate for mark in reversed(marks) if isinstance(mark.event, SetLearningRate)), None)
