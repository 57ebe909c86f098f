"""What goes on by itself: phases that are played one after the other, and training, a credit for every frame."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from nnviz.engine.training.record.phases import Kind
from nnviz.engine.training.record.steps import Grain
from nnviz.ui.session.pace import FULL_SPEED, Length, Speedometer, pace_named, step_milliseconds
from nnviz.ui.session.pacer import Pacer
from nnviz.worker.messages import Train

JUST_STOPPED_SECONDS = 0.8
"""For so long after it a run has stopped only just now."""


class State(Enum):
    """What the clock does."""

    PAUSED = "paused"
    PLAYING = "playing"
    TRAINING = "training"


class Clock(QObject):
    """Says when something is to be done; what that is, others know.

    Args:
        may_train: Whether training, where it goes on, can use a credit right now.
        frames: How many frames it takes to paint what came of one.

    Attributes:
        state: Playing, training or neither.
        speed: How fast phases are played: 1 is the usual speed.
        pace: How fast training goes, by name.
        length: How long what is trained is to become; ``None`` where there is nothing to train.

    Signals:
        state_changed(State): It plays, trains, or does neither.
        paused(bool): Whatever went on by itself is not to go on; whether it was training.
        play_requested(int): Animate the step that is shown, for so many milliseconds.
        step_due(): The next step is to be played.
        credit_due(Train): The model is to train so much.
        speed_measured(float, float): Iterations and epochs a second.
    """

    state_changed = Signal(object)
    paused = Signal(bool)
    play_requested = Signal(int)
    step_due = Signal()
    credit_due = Signal(object)
    speed_measured = Signal(float, float)

    def __init__(self, may_train: Callable[[], bool], frames: int = 1, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = State.PAUSED
        self.speed = 1.0
        self.pace = FULL_SPEED
        self.length: Length | None = None
        self._pacer = Pacer(lambda: self.training and may_train(), frames, self)
        self._pacer.granted.connect(self.credit_due)
        self._speedometer = Speedometer()
        self._stopped_at = -JUST_STOPPED_SECONDS
        self._step_timer = QTimer(self)
        self._step_timer.setSingleShot(True)
        self._step_timer.timeout.connect(self.step_due)

    @property
    def training(self) -> bool:
        """Whether training goes on."""
        return self.state is State.TRAINING

    @property
    def hurried(self) -> bool:
        """Whether training goes on faster than its numbers can be read."""
        return self.training and self.length is not None and not pace_named(self.pace).can_be_read(self.length)

    @property
    def playing(self) -> bool:
        """Whether step after step is played."""
        return self.state is State.PLAYING

    def set_pace(self, name: str) -> None:
        """How fast training goes."""
        self.pace = name
        self._pacer.set_pace(name, self.length)

    # ---- going on, and not ---------------------------------------------------------------------------------------

    def play(self) -> None:
        """Play step after step from here on."""
        self._enter(State.PLAYING)
        self.step_due.emit()

    def train(self, updates: int, gather: bool = True) -> None:
        """Train from here on, even where the run has stopped by itself.

        Args:
            updates: How many have been made so far.
            gather: Whether to begin slowly; otherwise at full speed at once.
        """
        if self.length is not None:
            self._enter(State.TRAINING)
            self._pacer.begin(self.length, gather)
            self._speedometer.start(updates)
            self.credit_due.emit(Train(iterations=1, go_on=True))

    def pause(self) -> None:
        """Whatever goes on by itself goes on no more."""
        self._step_timer.stop()
        self._pacer.stop()
        trained = self.training
        if self.state is not State.PAUSED:
            self._enter(State.PAUSED)
        self.paused.emit(trained)

    def close(self) -> None:
        """Nothing goes on any more, and nobody is told."""
        self._step_timer.stop()
        self._pacer.stop()
        self.state = State.PAUSED

    # ---- what it is told -----------------------------------------------------------------------------------------

    def arrived(self) -> None:
        """There is something new to paint."""
        self._pacer.arrived()

    def painted(self) -> None:
        """What was new has been painted: the next credit may be due."""
        self._pacer.painted()

    def await_frame(self) -> None:
        """The next credit is due with the next frame; without one if none is painted."""
        self._pacer.await_frame()

    def measure(self, updates: int) -> None:
        """So many updates have been made by now."""
        measured = self._speedometer.see(updates, self.length.batches if self.length is not None else 1)
        if measured is not None:
            self.speed_measured.emit(*measured)

    def animate(self, kind: Kind, grain: Grain) -> None:
        """Have the step that is shown animated; while playing, the next one follows."""
        milliseconds = round(step_milliseconds(kind, grain) / self.speed)
        self.play_requested.emit(milliseconds)
        if self.playing:
            self._step_timer.start(milliseconds)

    def note_end(self, trained: bool) -> None:
        """The run has ended by itself, while training or not."""
        self._stopped_at = perf_counter() if trained else -JUST_STOPPED_SECONDS

    @property
    def has_just_stopped(self) -> bool:
        """Whether training ended by itself only now: who presses T in this moment means to stop, not to train on."""
        return perf_counter() < self._stopped_at + JUST_STOPPED_SECONDS

    def _enter(self, state: State) -> None:
        self.state = state
        self.state_changed.emit(state)
