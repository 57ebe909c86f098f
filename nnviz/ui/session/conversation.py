"""What the model is asked, and what it has told: the only place from which the window speaks with it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from nnviz.engine.training.record.steps import Walk
from nnviz.ui.session.clock import Clock
from nnviz.ui.session.moves import Landing
from nnviz.ui.session.turns import Turns
from nnviz.worker.link import ModelLink
from nnviz.worker.messages import Answer, Bring, Failure, Load, Refresh, Request, Reset, RunInfo, Snapshot, Wanted
from nnviz.worker.queries.query import Query


class Conversation(QObject):
    """Asks the model, one thing after the other, for what is visible.

    Attributes:
        turns: What waits until the model has answered.
        wanted: What is wanted in the answers, while nothing trains.
        run, snapshot: What the model has told last; ``None`` before it has told anything of a run.
        beginning: The run that has been asked for and has not arrived yet; ``None`` for none.

    Signals:
        failed(Failure): Something was refused, or the model had a fault.
    """

    failed = Signal(object)

    def __init__(self, link: ModelLink, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link, self._clock = link, clock
        self.turns = Turns(lambda: not link.idle)
        self.wanted = Wanted(maps_before=True)
        self.run: RunInfo | None = None
        self.snapshot: Snapshot | None = None
        self.beginning: Load | Bring | Reset | None = None
        self._asked_for = Wanted()
        self._landing: Landing | None = None
        clock.paused.connect(self._look_closer)

    @property
    def idle(self) -> bool:
        """Whether everything that was asked for has been done."""
        return self._link.idle and self.turns.last is None

    @property
    def has_network(self) -> bool:
        """Whether there is a network to change, and it is not just being exchanged."""
        return self.beginning is None and self.snapshot is not None

    @property
    def ended(self) -> bool:
        """Whether the run has stopped by itself, as far as the last answer tells."""
        return self.snapshot is not None and self.snapshot.history.stop_reason is not None

    # ---- asking --------------------------------------------------------------------------------------------------

    def ask(self, request: Request, landing: Landing | None = None) -> None:
        """Ask the model; ``landing`` says where in the iteration one is to stand then, if not at the same place."""
        if landing is not None:
            self._landing = landing
        self._asked_for = self.wanted
        if self._clock.training:
            self._asked_for = replace(self.wanted, maps_before=False, example=None)
        self._link.ask(request, self._asked_for)

    def begin(self, request: Load | Bring | Reset) -> None:
        """Ask for a run from its start. What was still to be done with the one before is pointless now."""
        self._clock.pause()
        self.turns.drop()
        self.beginning = request
        self.ask(request, Walk.first)

    def want(self, maps: int, queries: frozenset[Query]) -> None:
        """What is visible: points along each side of unit maps, 0 for none, and what panels want to know beside."""
        self.wanted = replace(self.wanted, maps=maps, queries=queries)
        self.turns.take(self._ask_for_more)

    def ask_again(self) -> None:
        """Ask for what is wanted now, of the same update."""
        if not self._clock.training and self.snapshot is not None:
            self.ask(Refresh())

    def _ask_for_more(self) -> None:
        if self.wanted.queries - self._asked_for.queries or self._asked_for.maps != self.wanted.maps:
            self.ask_again()

    def _look_closer(self, trained: bool) -> None:
        """While training nobody asked for what stepping through an update needs."""
        if trained:
            self.turns.take(self.ask_again)

    # ---- hearing -------------------------------------------------------------------------------------------------

    def hear(self, answer: Answer) -> None:
        """Take note of an answer: what failed has no landing, and what was to come after it is pointless now."""
        if answer.request is self.beginning:
            self.beginning = None
        if isinstance(answer.result, Failure):
            self.turns.drop()
            self._landing = None

    def take_landing(self) -> Landing | None:
        """Where one is to stand in the iteration that has arrived; it is told once."""
        landing, self._landing = self._landing, None
        return landing
