"""One of two runs that go in step: its model thread, and what has been heard of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from nnviz.engine.experiment import Experiment
from nnviz.ui.session.history_rows import HistoryRows
from nnviz.ui.session.moment import Moment
from nnviz.ui.session.viewpoint import Viewpoint
from nnviz.worker.link import ModelLink
from nnviz.worker.messages import Answer, Failure, Load, Refresh, Request, Reset, RunInfo, Snapshot, Train, Wanted

LONGEST_SECONDS = 0.05
"""A model answers at least so often, so that a window that is closed need not wait for it."""


class Half(QObject):
    """A run that is told how far to go, and says when it is there.

    Attributes:
        experiment: What was loaded last.
        run, snapshot: What is known of it; ``None`` before it is loaded, and where it could not be.
        rows: Its losses and scores, epoch by epoch.
        failure: Why it is not there, or stopped working; ``None`` where all is well.
        untouched: Whether its first update has been worked out but is not shown yet.

    Signals:
        arrived(): It has done what it was asked, or failed, or stopped by itself.
    """

    arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.link = ModelLink(self)
        self.link.answered.connect(self._hear)
        self.experiment: Experiment | None = None
        self.run: RunInfo | None = None
        self.snapshot: Snapshot | None = None
        self.rows = HistoryRows()
        self.failure: Failure | None = None
        self.untouched = True
        self.seconds = 0.0
        self.wanted = Wanted()
        self._target = 0
        self._number = 0

    # ---- what is known -------------------------------------------------------------------------------------------

    @property
    def works(self) -> bool:
        """Whether there is a run that can be trained."""
        return self.snapshot is not None and self.failure is None

    @property
    def ended(self) -> bool:
        """Whether the run has stopped by itself."""
        return self.snapshot is not None and self.snapshot.history.stop_reason is not None

    @property
    def updates(self) -> int:
        """Updates that are shown."""
        return 0 if self.untouched or self.snapshot is None else self.snapshot.record.iteration + 1

    @property
    def epoch(self) -> int:
        """Whole epochs that are shown."""
        return self.updates // self.run.batches_per_epoch if self.run is not None else 0

    def moment(self, training: bool, example: int | None) -> Moment | None:
        """What is on screen: the network as it is after the updates that are shown.

        Args:
            training: Whether both train on right now.
            example: One that is followed, as a place in the data set.
        """
        snapshot = self.snapshot
        if snapshot is None:
            return None
        moment = Moment(
            snapshot.record,
            phase_index=0 if self.untouched else len(snapshot.record.phases) - 1,
            maps=snapshot.maps_before if self.untouched else snapshot.maps,
            lines=snapshot.lines_before if self.untouched else snapshot.lines,
            training=training,
        )
        return Viewpoint(pinned=example).seen(moment, snapshot.visitor)

    # ---- what it is asked ----------------------------------------------------------------------------------------

    def load(self, experiment: Experiment) -> None:
        """Begin a run of an experiment."""
        self.experiment = experiment
        self.failure = None
        self._begin(Load(experiment))

    def reset(self) -> None:
        """The same run from its first update."""
        if self.snapshot is not None:
            self.failure = None
            self._begin(Reset())
        elif self.experiment is not None:
            self.load(self.experiment)

    def look(self) -> None:
        """Say once more how things are, with what is wanted now."""
        self._ask(Refresh())

    def go_to(self, updates: int, go_on: bool = False) -> None:
        """Train until so many updates have been made.

        Args:
            updates: Counted from the start of the run.
            go_on: Go on even though the run has stopped by itself.
        """
        self.seconds = 0.0
        self._target = updates
        self._train(go_on)

    def close(self) -> None:
        """End the model thread."""
        self.link.close()

    def _begin(self, request: Load | Reset) -> None:
        self._target = 0
        self._ask(request)

    def _train(self, go_on: bool = False) -> None:
        assert self.snapshot is not None
        missing = self._target - (self.snapshot.record.iteration + 1)
        if missing > 0 and (go_on or not self.ended):
            self._ask(Train(seconds=LONGEST_SECONDS, iterations=missing, go_on=go_on))
        else:
            self.untouched = False
            self.arrived.emit()

    def _ask(self, request: Request) -> None:
        self._number = self.link.ask(request, self.wanted)

    # ---- what it answers -----------------------------------------------------------------------------------------

    def _hear(self, answer: Answer) -> None:
        result = answer.result
        if answer.number != self._number:
            # It was asked for something else meanwhile, and begins again.
            return
        if isinstance(result, Failure):
            self.failure = result
            if isinstance(answer.request, Load):
                self.run = self.snapshot = None
                self.rows.clear()
            self.arrived.emit()
            return
        if self.run is None or result.run.number != self.run.number:
            self.run, self.untouched = result.run, True
            self.rows.clear()
        self.rows.replace_from(result.history_from, result.history.rows)
        self.snapshot = result
        if isinstance(answer.request, Train):
            self.seconds += result.seconds
            self._train()
        else:
            self.arrived.emit()
