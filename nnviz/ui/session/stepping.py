"""Stepping through a run: whatever one asks for is done from where the picture then is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nnviz.engine.errors import PlaceError
from nnviz.engine.training.record.steps import Grain, Step, Walk
from nnviz.ui.session import moves
from nnviz.ui.session.clock import Clock
from nnviz.ui.session.conversation import Conversation
from nnviz.ui.session.moment import Moment
from nnviz.ui.session.moves import Move, Trip
from nnviz.ui.session.place import Place
from nnviz.ui.session.turns import Command
from nnviz.ui.session.viewing import Viewing
from nnviz.worker.messages import Failure, Train

LONGEST_COUNT_SECONDS = 0.05
"""An epoch asked for as one step is done in credits of this length, so that the window stays alive."""


@dataclass(frozen=True)
class Visiting:
    """A visit that waits for its turn; asked for faster than it can be done, the last one counts."""

    iteration: int
    visit: Callable[[int], object]

    def __call__(self) -> None:
        self.visit(self.iteration)


class Stepping:
    """Goes from step to step, within the iteration that is shown or by way of the model."""

    def __init__(self, conversation: Conversation, viewing: Viewing, clock: Clock) -> None:
        self._conversation, self._viewing, self._clock = conversation, viewing, clock
        self._turns = conversation.turns
        self._updates_left = 0
        clock.paused.connect(self._count_no_more)
        clock.step_due.connect(lambda: self._turns.take(self._play_on))

    # ---- what can be asked for -----------------------------------------------------------------------------------

    def step(self) -> None:
        """One step on; after the last one, the next iteration."""
        self._take(self._step_on)

    def step_back(self) -> None:
        """One step back; before the first one, the end of the iteration before."""
        self._move(moves.back)

    def step_iteration(self) -> None:
        """To the same place in the next iteration."""
        self._move(lambda moment, grain: Trip(Train(iterations=1, go_on=True)))

    def step_iteration_back(self) -> None:
        """To the same place in the iteration before."""
        self._move(lambda moment, grain: moves.iteration_back(moment))

    def step_epoch(self) -> None:
        """To the end of this epoch; from there, of the next."""
        self._take(self._begin_count)

    def home(self) -> None:
        """To the first phase of this iteration."""
        self.pick_phase(0)

    def pick_phase(self, index: int) -> None:
        """To a phase of this iteration."""
        self._move(lambda moment, grain: moves.to_phase(moment, grain, index))

    def visit(self, iteration: int, or_end: bool = False) -> None:
        """To any iteration of the run, at the same place in it. Asked faster than it can be done, the last one counts.

        An iteration that the run has not reached is trained up to. Where it ends by itself before, that is refused, or
        with ``or_end`` where one goes.
        """
        self._clock.pause()
        visiting = Visiting(
            iteration, lambda there: self._go(lambda moment, grain: moves.to_iteration(moment, there, or_end))
        )
        if isinstance(self._turns.last, Visiting):
            self._turns.replace_last(visiting)
        else:
            self._turns.take(visiting)

    def go_to(self, place: Place, grain: Grain | None = None) -> None:
        """To a place in time, exactly; from there on one steps at this grain, if one is named.

        It waits its turn, so that after ``load`` it is a place of the new run. The place is taken as the grain shows
        it: coarser, with all of the phase; finer, from the first unit or term on. One that the network does not have
        is refused.
        """
        self._take(lambda: self._go_to(place, grain if grain is not None else self._viewing.grain))

    # ---- how it is done ------------------------------------------------------------------------------------------

    def _take(self, command: Command) -> None:
        """Do it when it is its turn; what goes on by itself ends here."""
        self._clock.pause()
        self._turns.take(command)

    def _move(self, move: Callable[[Moment, Grain], Move]) -> None:
        self._take(lambda: self._go(move))

    def _go(self, move: Callable[[Moment, Grain], Move]) -> Move:
        """Go from where the picture is now. Returns where."""
        moment = self._viewing.moment
        going = move(moment, self._viewing.grain) if moment is not None else None
        if isinstance(going, Step):
            self._viewing.stand_at(going)
        elif going is not None:
            self._conversation.ask(going.request, going.landing)
        return going

    def _step_on(self) -> None:
        if isinstance(self._go(moves.on), Step):
            self.animate()

    def _play_on(self) -> None:
        if self._clock.playing:
            self._step_on()

    def animate(self) -> None:
        """Have the step that is shown animated."""
        moment = self._viewing.moment
        if moment is not None:
            self._clock.animate(moment.phase.kind, self._viewing.grain)

    def _go_to(self, place: Place, grain: Grain) -> None:
        self._viewing.grain = grain
        try:
            self._go(lambda moment, grain: moves.to_place(moment, grain, place))
        except PlaceError as error:
            self._viewing.stay()
            self._conversation.failed.emit(Failure(error.text, refused=True))

    # ---- an epoch as one step ------------------------------------------------------------------------------------

    def go_on(self, updates: int, ended: bool) -> bool:
        """So many updates have been made: an epoch asked for as one step goes on. Returns whether there is one."""
        counting = self._updates_left > 0
        if counting:
            self._updates_left = 0 if ended else max(0, self._updates_left - updates)
            self._ask_for_rest(go_on=False)
        return counting

    def _begin_count(self) -> None:
        moment, run = self._viewing.moment, self._conversation.run
        if moment is not None and run is not None:
            self._updates_left = moves.updates_to_end_of_epoch(moment, run.batches_per_epoch)
            self._ask_for_rest(go_on=True)

    def _ask_for_rest(self, go_on: bool) -> None:
        if self._updates_left:
            credit = Train(iterations=self._updates_left, seconds=LONGEST_COUNT_SECONDS, go_on=go_on)
            self._conversation.ask(credit, Walk.last)

    def _count_no_more(self, _: bool) -> None:
        self._updates_left = 0
