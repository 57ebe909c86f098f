"""From where one looks at what the model has told: at which step, how finely, whose numbers, and what is picked."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from nnviz.engine.analysis.diagnostics import FLAT_BELOW
from nnviz.engine.training.record.phases import Work
from nnviz.engine.training.record.steps import Grain, Step, Walk
from nnviz.ui.session.clock import Clock
from nnviz.ui.session.conversation import Conversation
from nnviz.ui.session.moment import Moment, Selection
from nnviz.ui.session.moves import landed
from nnviz.ui.session.viewpoint import Viewpoint
from nnviz.worker.messages import Refresh, RunInfo


class Viewing(QObject):
    """Makes the moment that is shown of the last snapshot, and remembers what the user has chosen for the next one.

    Attributes:
        moment: What is shown; ``None`` before there is a run.
        grain: How finely one steps.
        flat_below: Which share of the largest slope counts as flat.
        passing: Whether what one goes to passes by, and looks as it does while training.

    Signals:
        moment_changed(Moment): Another step, other numbers, another choice.
    """

    moment_changed = Signal(object)

    def __init__(self, conversation: Conversation, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._conversation, self._clock = conversation, clock
        self.moment: Moment | None = None
        self.grain = Grain.PHASE
        self._viewpoint = Viewpoint()
        self.flat_below = FLAT_BELOW
        self.passing = False
        self._selection_kept: Selection | None = None

    # ---- where ---------------------------------------------------------------------------------------------------

    def stand_at(self, step: Step) -> None:
        """Show another step of the iteration that is shown."""
        if self.moment is not None:
            self._show(replace(self.moment.at(step), grain=self.grain, training=self.passing))

    def set_grain(self, grain: Grain) -> None:
        """Step this finely from now on. The place stays; finer than before, its phase begins again."""
        self.grain = grain
        moment = self.moment
        if moment is not None:
            chosen = 0
            if moment.selection is not None:
                selected = moment.selection.layer, moment.selection.unit
                chosen = moment.walk.place_of(moment.phase_index, *selected) or 0
            step = moment.walk.at_grain(moment.step, grain, chosen)
            self._show(replace(moment.at(step), grain=grain))

    def stay(self) -> None:
        """What was asked for has not come about: one steps as finely as what is shown."""
        if self.moment is not None:
            self.grain = self.moment.grain

    def forget(self, run: RunInfo) -> None:
        """Another run is there: nothing of it is shown yet, and what was chosen stays as far as it has it."""
        before, known = self.moment, self._conversation.run
        same_shape = known is not None and known.architecture.widths == run.architecture.widths
        self._selection_kept = before.selection if same_shape and before is not None else None
        self.moment = None
        self._look_from(self._viewpoint.within(len(run.examples.x)))

    def show_snapshot(self) -> None:
        """Show what the model has just told, where one is to stand in it."""
        snapshot, before, training = self._conversation.snapshot, self.moment, self._clock.training
        assert snapshot is not None, "it has just been told"
        walk = Walk(snapshot.record.architecture.widths)
        step = landed(walk, self.grain, before, self._conversation.take_landing(), training)
        moment = Moment(
            record=snapshot.record,
            phase_index=step.phase,
            unit=step.unit,
            term=step.term,
            grain=self.grain,
            example=before.example if before is not None else 0,
            training=training or self.passing,
            hurried=self._clock.hurried or self.passing,
            selection=before.selection if before is not None else self._selection_kept,
            flat_below=self.flat_below,
        )
        self._show(self._viewpoint.seen(moment, snapshot.visitor))

    # ---- what is picked ------------------------------------------------------------------------------------------

    def select(self, selection: Selection | None) -> None:
        """Pick a unit or a weight everywhere in the window; stepping by units, one goes to it where it is in play.

        What another network had, whose picture was there when this one was asked to be picked, is not picked.
        """
        moment = self.moment
        if moment is None or selection == moment.selection:
            return
        if selection is not None and not selection.is_of(moment.record.architecture.widths):
            return
        moment = replace(moment, selection=selection)
        if selection is not None and moment.unit is not None:
            place = moment.walk.place_of(moment.phase_index, selection.layer, selection.unit)
            if place is not None and place != moment.unit:
                moment = replace(moment, unit=place, term=None if moment.term is None else 0)
        self._show(moment)

    def set_flat_below(self, share: float) -> None:
        """Which share of the largest slope counts as flat."""
        self.flat_below = share
        if self.moment is not None:
            self._show(replace(self.moment, flat_below=share))

    # ---- whose numbers -------------------------------------------------------------------------------------------

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
        self._see(Viewpoint(mean=mean))

    def pin_example(self, example: int | None) -> None:
        """Follow an example, by its place in the data set, from iteration to iteration; ``None`` for none any more."""
        self._see(Viewpoint(pinned=example))

    def pin_shown(self, pinned: bool) -> None:
        """Follow the example that is shown, or not any more."""
        if self.moment is not None:
            self.pin_example(self.moment.shown_example if pinned else None)

    def see(self, viewpoint: Viewpoint) -> None:
        """Show these numbers, when it is their turn: those of whatever has been asked for by then."""
        self._conversation.turns.take(lambda: self._see(viewpoint))

    def _see(self, viewpoint: Viewpoint) -> None:
        moment, run, snapshot = self.moment, self._conversation.run, self._conversation.snapshot
        if moment is None or run is None or snapshot is None:
            return
        viewpoint = viewpoint.within(len(run.examples.x))
        self._look_from(viewpoint)
        self._show(viewpoint.seen(moment, snapshot.visitor))
        if viewpoint.pinned is not None and not self._clock.training:
            self._conversation.turns.take(self._fetch_visitor)

    def _look_from(self, viewpoint: Viewpoint) -> None:
        self._viewpoint = viewpoint
        self._conversation.wanted = replace(self._conversation.wanted, example=viewpoint.pinned)

    def _fetch_visitor(self) -> None:
        """Ask for a pinned example's numbers, where they are not there."""
        moment, pinned = self.moment, self._viewpoint.pinned
        if moment is not None and pinned is not None and moment.shown_example != pinned:
            self._conversation.ask(Refresh())

    # ---- showing -------------------------------------------------------------------------------------------------

    def _show(self, moment: Moment) -> None:
        """Put a moment on screen, with the unit maps that belong to it."""
        snapshot = self._conversation.snapshot
        if snapshot is not None and snapshot.record is moment.record:
            before = not (moment.training or moment.work is Work.UPDATE)
            if before and snapshot.maps_before is not None:
                moment = replace(moment, maps=snapshot.maps_before, lines=None)
            elif before and snapshot.lines_before is not None:
                moment = replace(moment, maps=None, lines=snapshot.lines_before)
            else:
                moment = replace(moment, maps=snapshot.maps, lines=snapshot.lines)
        self.moment = moment
        self.moment_changed.emit(moment)
