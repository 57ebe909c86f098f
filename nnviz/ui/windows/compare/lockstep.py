"""Two runs in step: neither takes its next updates before both have made the last ones, and they are on screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from nnviz.engine.experiment import Experiment
from nnviz.ui.session.clock import Clock, State
from nnviz.ui.session.pace import Length
from nnviz.ui.session.turns import Turns
from nnviz.ui.windows.compare.half import Half
from nnviz.worker.messages import Train


class Pair:
    """Two runs that go in step."""

    def __init__(self, halves: Sequence[Half]) -> None:
        self._halves = halves

    @property
    def working(self) -> list[Half]:
        """Those that there are."""
        return [half for half in self._halves if half.works]

    @property
    def going(self) -> list[Half]:
        """Those that have not stopped by themselves."""
        return [half for half in self.working if not half.ended]

    @property
    def ended(self) -> bool:
        """Whether there are runs, and all that there are have stopped by themselves."""
        return bool(self.working) and not self.going

    @property
    def can_go_on(self) -> bool:
        """Whether training can go on: after both have stopped, only from the same place."""
        if self.going:
            return True
        working = self.working
        stops = {half.snapshot.history.stop_reason for half in working if half.snapshot is not None}
        return bool(working) and "diverged" not in stops and len({self.position(half) for half in working}) == 1

    @property
    def by_epochs(self) -> bool:
        """Whether the two go in step by epochs, as iterations are not the same share of one on both sides."""
        return len(set(self._lengths)) > 1

    @property
    def steps_per_epoch(self) -> int | None:
        """How many of the steps that both take are an epoch; ``None`` where there is no run."""
        return 1 if self.by_epochs else next(iter(self._lengths), None)

    @property
    def length(self) -> Length | None:
        """How long the longer of the two is to become, in the steps that both take; ``None`` where there is no run."""
        steps, runs = self.steps_per_epoch, [half.run for half in self.working if half.run is not None]
        if steps is None:
            return None
        return max((Length.of(run.experiment.training, steps) for run in runs), key=lambda each: each.epochs)

    def unit(self, half: Half) -> int:
        """How many updates of a run are one of the steps that both take."""
        assert half.run is not None
        return half.run.batches_per_epoch if self.by_epochs else 1

    def position(self, half: Half) -> int:
        """How many of those steps a run has taken."""
        return half.updates // self.unit(half)

    @property
    def _lengths(self) -> list[int]:
        return [half.run.batches_per_epoch for half in self.working if half.run is not None]


class Lockstep(QObject):
    """Owns both model threads, and is the only one that asks them for anything.

    What both take at a time are iterations. Where an epoch has more of them on one side than on the other, they are
    epochs: the same data has then been seen on both sides.

    Attributes:
        halves: The run on the left and the one on the right.
        pair: What is known of both together.
        clock: Whether both train on, and how fast.
        example: The one that is followed, as a place in the data set; ``None`` for the batch's first.

    Signals:
        runs_changed(): Other runs, or the same from their start.
        moved(): Both have arrived somewhere: there is something new to show.
        training_changed(bool): Training begins or ends.
    """

    runs_changed = Signal()
    moved = Signal()
    training_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.halves = (Half(self), Half(self))
        self.pair = Pair(self.halves)
        self.example: int | None = None
        self._under_way: set[int] = set()
        self._begins_again = False
        self._turns = Turns(lambda: bool(self._under_way))
        self._seconds_each: float | None = None
        self._counted = 0
        self.clock = Clock(lambda: not self._under_way and bool(self.pair.going), frames=len(self.halves), parent=self)
        self.clock.state_changed.connect(lambda state: self.training_changed.emit(state is State.TRAINING))
        self.clock.credit_due.connect(lambda credit: self._turns.take(lambda: self._spend(credit)))
        self.clock.paused.connect(self._look_closer)
        for place, half in enumerate(self.halves):
            half.arrived.connect(partial(self._hear, place))

    # ---- what is known -------------------------------------------------------------------------------------------

    @property
    def idle(self) -> bool:
        """Whether everything that was asked for has been done."""
        return not self._under_way and self._turns.last is None

    @property
    def training(self) -> bool:
        """Whether both train on."""
        return self.clock.training

    # ---- what the user asks --------------------------------------------------------------------------------------

    def load(self, left: Experiment, right: Experiment) -> None:
        """Begin with two experiments. What was there stays until the new ones are ready."""
        experiments = left, right
        self._begin(lambda place, half: half.load(experiments[place]))

    def reset(self) -> None:
        """Both runs again from their first update."""
        self._begin(lambda _, half: half.reset())

    def step(self) -> None:
        """One step on both sides."""
        self.pause()
        self._turns.take(lambda: self._go(1))

    def step_epoch(self) -> None:
        """To the end of this epoch on both sides; from there, of the next."""
        self.pause()
        self._turns.take(self._go_epoch)

    def toggle_training(self) -> None:
        """Train both, or pause both."""
        if self.training:
            self.pause()
        elif self.pair.can_go_on and not self._begins_again:
            self.clock.train(self.pair.position(self.pair.working[0]))

    def pause(self) -> None:
        """Stop training; both stay where they are."""
        self.clock.pause()

    def set_pace(self, name: str) -> None:
        """How fast training goes."""
        self.clock.set_pace(name)

    def follow(self, example: int | None) -> None:
        """Show an example, by its place in the data set, on both sides from now on; ``None`` for the batch's first."""
        self.example = example
        self._turns.take(self._look)

    def want(self, maps: tuple[int, int]) -> None:
        """Points along each side of the maps of both networks."""
        if maps != tuple(half.wanted.maps for half in self.halves):
            for half, points in zip(self.halves, maps, strict=True):
                half.wanted = replace(half.wanted, maps=points)
            self._turns.take(self._look)

    def frame_painted(self) -> None:
        """The window has painted what was new: both may go on."""
        self.clock.painted()

    def close(self) -> None:
        """End both threads; closing again does nothing."""
        self.clock.close()
        self._turns.drop()
        self._under_way.clear()
        for half in self.halves:
            half.close()

    # ---- going in step -------------------------------------------------------------------------------------------

    def _begin(self, begin: Callable[[int, Half], None]) -> None:
        self.clock.pause()
        self._turns.drop()
        self._seconds_each = None
        self._begins_again = True
        self._under_way = {0, 1}
        for place, half in enumerate(self.halves):
            half.wanted = replace(half.wanted, maps_before=True, example=self.example)
            begin(place, half)

    def _go_epoch(self) -> None:
        if self.pair.working:
            first = (self.pair.going or self.pair.working)[0]
            assert first.run is not None
            length = first.run.batches_per_epoch
            self._go(1 if self.pair.by_epochs else length - first.updates % length)

    def _go(self, steps: int) -> None:
        """So many steps on each side that goes on; where none does, on both if they can."""
        going, go_on = self.pair.going, False
        if not going and self.pair.can_go_on:
            going, go_on = self.pair.working, True
        if not going:
            self.pause()
            return
        self._counted = steps
        targets = [(half, (self.pair.position(half) + steps) * self.pair.unit(half)) for half in going]
        self._under_way = {place for place, half in enumerate(self.halves) if half in going}
        for half, target in targets:
            half.wanted = replace(half.wanted, maps_before=False, example=None if self.training else self.example)
            half.go_to(target, go_on)

    def _look_closer(self, trained: bool) -> None:
        """Of what was shown while training, some was left out."""
        if trained:
            self._turns.take(self._look)

    def _look(self) -> None:
        working = self.pair.working
        if self.training or not working:
            return
        self._under_way = {place for place, half in enumerate(self.halves) if half in working}
        for half in working:
            half.wanted = replace(half.wanted, maps_before=half.untouched, example=self.example)
            half.look()

    def _spend(self, credit: Train) -> None:
        steps = credit.iterations
        if credit.seconds is not None and self._seconds_each:
            # So many as fit into the frame, and not more than the pace allows.
            fitting = max(1, int(credit.seconds / self._seconds_each))
            steps = fitting if steps is None else min(steps, fitting)
        self._go(steps or 1)

    def _hear(self, place: int) -> None:
        self._under_way.discard(place)
        if self._under_way:
            return
        self.clock.arrived()
        self.clock.length = self.pair.length
        if self._begins_again:
            self._begins_again = False
            self.runs_changed.emit()
        self._measure()
        if self.training and not self.pair.going:
            self.pause()
        self.moved.emit()
        if self.training:
            self.clock.await_frame()
        self._turns.go_on()

    def _measure(self) -> None:
        """How long a step takes, on the slower side."""
        seconds = max(half.seconds for half in self.halves)
        if self._counted and seconds > 0.0:
            each = seconds / self._counted
            self._seconds_each = each if self._seconds_each is None else 0.7 * self._seconds_each + 0.3 * each
        self._counted = 0
