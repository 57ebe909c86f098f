"""Changing a network in the middle of its run, and taking it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack

from nnviz.engine.functions.schedules import changes_rate
from nnviz.engine.training.record.steps import Walk
from nnviz.engine.training.timeline.events import Event, SetFrozen, SetLearningRate, SetParameter, SetSilenced
from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.names.events import events_text
from nnviz.ui.names.symbols import Names
from nnviz.ui.session import moves
from nnviz.ui.session.clock import Clock, State
from nnviz.ui.session.conversation import Conversation
from nnviz.ui.session.current import CurrentExperiment
from nnviz.ui.session.gestures import Gestures
from nnviz.ui.session.moment import Selection
from nnviz.ui.session.turns import Command
from nnviz.ui.session.undo import LinePlace, UndoHistory
from nnviz.ui.session.viewing import Viewing
from nnviz.worker.link import merged
from nnviz.worker.messages import Bring, Change, Keep, Refresh, Request, RestoreBest, Return, Snapshot, WeightPlace


@dataclass(frozen=True)
class Changing:
    """A change that waits for its turn. Dragging asks faster than the model answers: what waits is one change."""

    change: Change
    make: Callable[[Change], None]

    def __call__(self) -> None:
        self.make(self.change)


class Editing(QObject):
    """Every change is an event, made when it is its turn, and noted when the model has made it.

    A change that is made while nothing trains comes before the update on screen, which is made again.
    """

    def __init__(
        self,
        conversation: Conversation,
        viewing: Viewing,
        clock: Clock,
        current: CurrentExperiment,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._conversation, self._viewing, self._clock, self._current = conversation, viewing, clock, current
        self._turns = conversation.turns
        self._gestures = Gestures()
        self._history = UndoHistory(self._return_to, self)
        self._number_style = NumberStyle()

    @property
    def stack(self) -> QUndoStack:
        """What can be undone and redone."""
        return self._history.stack

    def set_number_style(self, style: NumberStyle) -> None:
        """How numbers are written in the texts of undo and redo."""
        self._number_style = style

    # ---- changing ------------------------------------------------------------------------------------------------

    def set_learning_rate(self, rate: float) -> None:
        """Change the rate of this run: in the update on screen when paused, from the next one on while training.

        Before anything has been trained, it is the rate that a schedule starts from; later, the schedule gives way.
        """
        if not self._conversation.has_network:
            return
        self._current.ask_for_rate(rate)
        run, snapshot = self._conversation.run, self._conversation.snapshot
        at_start = snapshot is not None and snapshot.record.iteration == 0 and self._clock.state is State.PAUSED
        if at_start and run is not None and changes_rate(run.experiment.training):
            self._current.load_with({})
        else:
            self.change(SetLearningRate(rate))

    def edit(self, selection: Selection, value: float) -> None:
        """Give a weight or a bias a value: before the update on screen when paused, before the next while training."""
        self.change(SetParameter(selection.layer, selection.unit, selection.source, value))

    def freeze(self, places: Sequence[WeightPlace], frozen: bool) -> None:
        """Let weights or biases not train any more, or train again."""
        if places:
            self._gestures.end()
            self.change(*(SetFrozen(*place, frozen) for place in places))

    def silence(self, layer: int, unit: int, silenced: bool) -> None:
        """Let a hidden unit answer nothing any more, or answer again."""
        self._gestures.end()
        self.change(SetSilenced(layer, unit, silenced))

    def restore_best(self) -> None:
        """Put the parameters of the best epoch back."""
        self._clock.pause()
        self._turns.take(self._restore_best)

    def in_turn(self, command: Command) -> None:
        """Do something to the network when it is its turn.

        What is meant for a network that is just being exchanged is not done to the new one.
        """
        if self._conversation.beginning is None:
            self._turns.take(command)

    def hold(self) -> None:
        """What is edited from here on is one change, until ``release``."""
        self._gestures.hold()

    def release(self, keep: bool = True) -> None:
        """The change is made; or it is taken back as if it had never been."""
        gesture = self._gestures.release()
        if gesture is not None and not keep:
            self._turns.take(lambda: self._history.take_back(gesture))

    def change(self, *events: Event) -> None:
        """Let one thing happen, or several together, as a part of the gesture that is under way if there is one."""
        if not self._conversation.has_network:
            return
        gesture = self._gestures.number_for(tuple(event.about for event in events))
        change, last = Change(redo=True, events=events, gesture=gesture), self._turns.last
        both = merged(last.change, change) if isinstance(last, Changing) else None
        if isinstance(both, Change):
            self._turns.replace_last(Changing(both, self._make))
        else:
            self._turns.take(Changing(change, self._make))

    def _make(self, change: Change) -> None:
        # While training, what is on screen is over before it could be made again.
        self._conversation.ask(replace(change, redo=not self._clock.training, keep=self._history.lines()))

    def _restore_best(self) -> None:
        if self._conversation.snapshot is not None:
            self._conversation.ask(RestoreBest(self._history.lines()), Walk.first)

    # ---- from line to line ---------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Undo the last change, and stand where it was made."""
        self._clock.pause()
        self._turns.take(self.stack.undo)

    def redo(self) -> None:
        """Make the change again that was undone last."""
        self._clock.pause()
        self._turns.take(self.stack.redo)

    def take_line(self, line: int) -> None:
        """Go over to another line of the run, at this iteration or as far as it goes."""
        self._clock.pause()
        self._gestures.end()
        self._turns.take(lambda: self._take_line(line))

    def _take_line(self, line: int) -> None:
        moment, snapshot = self._viewing.moment, self._conversation.snapshot
        trip = moves.to_line(moment, snapshot.timeline, line) if moment is not None and snapshot is not None else None
        if trip is not None:
            self._conversation.ask(trip.request)

    def _return_to(self, place: LinePlace, forget: int | None) -> None:
        self._gestures.end()
        self._conversation.ask(Return(place.line, place.iteration, forget))

    # ---- what has been done --------------------------------------------------------------------------------------

    def forget(self) -> None:
        """Another run is there: nothing to undo."""
        self._gestures.end()
        self._history.clear()

    def note(self, request: Request, before: Snapshot, after: Snapshot) -> None:
        """Note what the model has done: a change, to be undone; anything else ends a gesture.

        Training goes on under a drag without ending it.
        """
        if isinstance(request, Change):
            self._note(request.events, before, after, request.gesture)
        elif isinstance(request, Bring):
            self.forget()
        elif isinstance(request, RestoreBest):
            self._note((after.timeline.marks[-1].event,), before, after, None)
        elif not isinstance(request, Refresh | Keep) and not self._clock.training:
            self._gestures.end()

    def _note(self, events: Sequence[Event], before: Snapshot, after: Snapshot, gesture: int | None) -> None:
        places = [LinePlace(each.timeline.line, each.record.iteration) for each in (before, after)]
        names = Names(after.record.architecture)
        self._history.made(events_text(events, names, self._number_style), places[0], places[1], gesture)
