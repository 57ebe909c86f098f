"""The session: one run, one place in time, and whatever the user does with both."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from nnviz.engine.experiment import Experiment
from nnviz.engine.training.record.steps import Grain
from nnviz.engine.training.run.ways import Way
from nnviz.recordings.reading import Recording
from nnviz.sessions.session import Session
from nnviz.ui.session.clock import Clock, State
from nnviz.ui.session.conversation import Conversation
from nnviz.ui.session.current import CurrentExperiment
from nnviz.ui.session.editing import Editing
from nnviz.ui.session.moment import Moment
from nnviz.ui.session.pace import Length
from nnviz.ui.session.place import Place
from nnviz.ui.session.stepping import Stepping
from nnviz.ui.session.viewing import Viewing
from nnviz.ui.session.viewpoint import Viewpoint
from nnviz.view import View
from nnviz.worker.link import ModelLink
from nnviz.worker.messages import (
    Answer,
    Failure,
    Keep,
    Request,
    RestoreBest,
    RunInfo,
    Snapshot,
    Train,
    Wanted,
)
from nnviz.worker.queries.query import Query


class Controller(QObject):
    """Holds the rooms of a session together: what the model answers goes through them in one order.

    Everything that moves through time is one small state machine. The model always stands right after the record on
    screen; so a change made while looking at an update is made before that update, and the update is made again. Every
    change begins a new line through time, to which undo and redo lead back and forth.

    Attributes:
        clock: What goes on by itself.
        viewing: From where the user looks.
        stepping: Where one goes.
        editing: What is changed.

    Signals:
        run_changed(RunInfo): Another network, other data or other weights.
        moment_changed(Moment): What is to be shown.
        snapshot_arrived(Snapshot): What the model answered.
        kept(Path, Session): The session that was asked for, and where it is to be written.
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
    kept = Signal(object, object)
    play_requested = Signal(int)
    state_changed = Signal(object)
    stopped = Signal(object)
    restored = Signal(int)
    failed = Signal(object)
    speed_measured = Signal(float, float)

    def __init__(self, link: ModelLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clock = Clock(lambda: link.idle and not self._conversation.ended, parent=self)
        self._conversation = Conversation(link, self.clock, self)
        self._current = CurrentExperiment(self._conversation)
        self.viewing = Viewing(self._conversation, self.clock, self)
        self.stepping = Stepping(self._conversation, self.viewing, self.clock)
        self.editing = Editing(self._conversation, self.viewing, self.clock, self._current, self)
        self.clock.state_changed.connect(self.state_changed)
        self.clock.play_requested.connect(self.play_requested)
        self.clock.speed_measured.connect(self.speed_measured)
        self.clock.credit_due.connect(self._spend)
        self.viewing.moment_changed.connect(self.moment_changed)
        self._conversation.failed.connect(self.failed)
        link.answered.connect(self._hear)

    # ---- what is there -------------------------------------------------------------------------------------------

    @property
    def run(self) -> RunInfo | None:
        """What stays the same during the run; ``None`` before there is one."""
        return self._conversation.run

    @property
    def snapshot(self) -> Snapshot | None:
        """What the model has told last of the run."""
        return self._conversation.snapshot

    @property
    def moment(self) -> Moment | None:
        """What is shown of it."""
        return self.viewing.moment

    @property
    def experiment(self) -> Experiment | None:
        """The experiment as it stands; ``None`` before there is a run."""
        return self._current()

    @property
    def state(self) -> State:
        """What goes on by itself."""
        return self.clock.state

    @property
    def idle(self) -> bool:
        """Whether everything that was asked for has been done."""
        return self._conversation.idle

    @property
    def wanted(self) -> Wanted:
        """What the model is to tell beside the numbers of an update."""
        return self._conversation.wanted

    def want(self, maps: int, queries: frozenset[Query] = frozenset()) -> None:
        """What is visible: points along each side of unit maps, 0 for none, and what panels want to know beside."""
        self._conversation.want(maps, queries)

    def in_turn(self, owner: QObject, command: Callable[[], object]) -> None:
        """Do something when what was asked for before has been done, unless its owner has been deleted by then.

        Another language lets another window come in the place of the one that asked.
        """
        self._conversation.turns.take(lambda: command() if isValid(owner) else None)

    def forget_turns(self) -> None:
        """What waits its turn is pointless now, for what asked for it is about to go."""
        self._conversation.turns.drop()

    # ---- runs ----------------------------------------------------------------------------------------------------

    def load(self, experiment: Experiment, session: Session | None = None) -> None:
        """Start a run of an experiment, or take up that of its session. What was there stays until it is ready."""
        self._current.load(experiment, session)

    def replay(self, recording: Recording) -> None:
        """Show what was recorded. What was there stays until it is ready."""
        self._current.replay(recording)

    def keep(self, view: View, file: Path, exact: bool = False) -> None:
        """Have the session as it stands, when it is its turn, to be written into a file."""
        self._conversation.turns.take(lambda: self._conversation.ask(Keep(view, file, exact)))

    def bring(self, experiment: Experiment, way: Way, iteration: int) -> None:
        """Be somewhere in a run of an experiment on which some things have happened, exactly, from wherever one is."""
        self._current.bring(experiment, way, iteration)

    def reset(self) -> None:
        """The experiment as it stands from its first iteration; a rate that was set by hand is its rate from there."""
        self._current.reset()

    def new_weights(self) -> None:
        """The same experiment with weights drawn from the next seed."""
        self._current.new_weights()

    # ---- what is on screen ---------------------------------------------------------------------------------------

    def go_to(self, place: Place, grain: Grain | None = None) -> None:
        """To a place in time, exactly, as ``Stepping.go_to`` says; after ``load`` it is one of the new run."""
        self.stepping.go_to(place, grain)

    def see(self, viewpoint: Viewpoint) -> None:
        """Show these numbers, when it is their turn."""
        self.viewing.see(viewpoint)

    # ---- playing and training ------------------------------------------------------------------------------------

    def toggle_play(self) -> None:
        """Play phase after phase, or pause whatever goes on."""
        if self.state is State.PAUSED and self.moment is not None:
            self.clock.play()
        else:
            self.clock.pause()

    def toggle_training(self, gather: bool = True) -> None:
        """Train, or pause. A run that stopped by itself goes on.

        Args:
            gather: Whether to begin slowly; otherwise at full speed at once.
        """
        if self.clock.training:
            self.clock.pause()
        elif self.run is not None:
            self.clock.train(self.moment.record.iteration + 1 if self.moment is not None else 0, gather)

    # ---- the model's answers -------------------------------------------------------------------------------------

    def _spend(self, credit: Train) -> None:
        self._conversation.turns.take(lambda: self._conversation.ask(credit))

    def _hear(self, answer: Answer) -> None:
        conversation, clock = self._conversation, self.clock
        clock.arrived()
        conversation.hear(answer)
        self._current.hear(answer)
        if isinstance(answer.result, Failure):
            clock.pause()
            self.viewing.stay()
            self.failed.emit(answer.result)
            return
        snapshot, before = answer.result, conversation.snapshot
        if conversation.run is None or before is None or snapshot.run.number != conversation.run.number:
            self._begin_run(snapshot.run)
        else:
            self.editing.note(answer.request, before, snapshot)
        conversation.snapshot = snapshot
        trained = clock.training
        self.viewing.show_snapshot()
        self.snapshot_arrived.emit(snapshot)
        self._go_on(answer.request, snapshot, trained)
        if isinstance(answer.request, Keep):
            self.kept.emit(answer.request.file, snapshot.session)
        if isinstance(answer.request, RestoreBest):
            self.restored.emit(snapshot.history.best_epoch)
        conversation.turns.go_on()

    def _begin_run(self, run: RunInfo) -> None:
        self.viewing.forget(run)
        self._conversation.run, self._conversation.snapshot = run, None
        self.clock.length = Length.of(run.experiment.training, run.batches_per_epoch)
        self.editing.forget()
        self.run_changed.emit(run)

    def _go_on(self, request: Request, snapshot: Snapshot, trained: bool) -> None:
        """What goes on by itself goes on from what has arrived, ``trained`` while it was training."""
        clock = self.clock
        ended = isinstance(request, Train) and self._conversation.ended
        if trained:
            if isinstance(request, Train):
                clock.measure(snapshot.record.iteration + 1)
            if ended:
                clock.pause()
            else:
                # Where something was changed in between, too: training goes on with the next frame, or without one.
                clock.await_frame()
        elif isinstance(request, Keep):
            return
        elif not self.stepping.go_on(snapshot.iterations_made, ended) and clock.playing:
            if snapshot.history.stop_reason == "diverged":
                clock.pause()
            else:
                self.stepping.animate()
        if ended:
            clock.note_end(trained)
            self.stopped.emit(snapshot.history.message)
