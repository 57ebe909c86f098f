"""A run on the model thread, and what is done with it and asked of it there."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from nnviz.engine.analysis.response_lines import LineResponses, ResponseLines, has_line
from nnviz.engine.analysis.responses import ResponseMaps, Responses, has_plane
from nnviz.engine.errors import NnvizError, PlaceError
from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.training.record.views import Visits
from nnviz.engine.training.run.trainer import Trainer
from nnviz.engine.training.run.ways import Way, Ways
from nnviz.engine.training.timeline.events import Stopped
from nnviz.engine.training.timeline.history import History
from nnviz.engine.types import Array
from nnviz.recordings.replay import Replay
from nnviz.sessions.session import EmbeddedTable, Session
from nnviz.worker.messages import Change, Keep, Mark, Return, RunInfo, Timeline, Train
from nnviz.worker.queries.query import ModelState, Queries, Query

ENOUGH_LINES = 60
"""Lines of a run, a few less than the engine keeps."""

LONGEST_HISTORY = 10_000
"""Rows of the history that the window gets: a plot shows no more, and memory stays flat however long a run gets."""


class Run:
    """One run on the model thread: the trainer or the recording, its last record, and room for its response maps.

    What stands on screen when training stops is what training goes on from: the best parameters are put back where the
    user asks for it, and not behind the picture; or, where the trainer ``restores``, as the experiment has it.
    """

    def __init__(self, number: int, trainer: Trainer | Replay) -> None:
        self.trainer = trainer
        self._table = EmbeddedTable.of(trainer.experiment)
        self._ways = Ways(trainer) if isinstance(trainer, Trainer) else None
        self.record: Iteration = self.trainer.iterate()
        self.info = RunInfo(
            number=number,
            experiment=self.trainer.experiment,
            architecture=self.trainer.architecture,
            examples=self.trainer.examples,
            batches_per_epoch=self.trainer.batches_per_epoch,
            recording=trainer.recording if isinstance(trainer, Replay) else None,
        )
        self._responses: tuple[object, Responses] | None = None
        self._lines: tuple[object, LineResponses] | None = None
        self._visits = Visits()
        self._queries = Queries()
        self._first_theta = self.record.theta
        self._gesture: int | None = None
        self._rows_told = 0
        self._stride_told = 1

    @property
    def size(self) -> int:
        """How many parameters it has."""
        return len(self._first_theta)

    def train(self, credit: Train) -> None:
        """Spend a credit; the last update of it is recorded."""
        trainer = self.trainer
        if credit.go_on:
            trainer.go_on()
        if trainer.finished is not None:
            return
        deadline = None if credit.seconds is None else perf_counter() + credit.seconds
        if credit.iterations != 1:
            trainer.run(None if credit.iterations is None else credit.iterations - 1, deadline=deadline)
        if trainer.finished is None:
            self.record = trainer.iterate()
        else:
            self.visit(trainer.iteration - 1)

    def visit(self, iteration: int, or_end: bool = False) -> None:
        """Stand after an iteration that is recorded again, or where the run ends before."""
        self._gesture = None
        try:
            self.trainer.seek(iteration)
        except PlaceError:
            if or_end and self.trainer.finished is not None:
                self.record = self.trainer.iterate()
                return
            # Back to where the window is.
            self.trainer.seek(self.record.iteration)
            self.record = self.trainer.iterate()
            raise
        self.record = self.trainer.iterate()

    def bring(self, way: Way, iteration: int) -> bool:
        """Stand where a way leads, after an update that is recorded again. Returns whether it leads there."""
        self._gesture = None
        # The rows of another line, or of a run that one comes back to, are all news.
        self._rows_told = 0
        found = self._ways is not None and self._ways.go(way, iteration)
        if found:
            self.record = self.trainer.iterate()
        return found

    def take_up(self, session: Session) -> None:
        """Stand where a session of this experiment was kept, after the update that it shows, which is recorded."""
        assert isinstance(self.trainer, Trainer), "a recording has no sessions"
        self.trainer.take_up(session.run)
        self.visit(session.view.at.iteration)

    def keep(self, request: Keep) -> Session:
        """The session as it stands.

        Raises:
            PlaceError: A recording has none.
        """
        trainer = self.trainer
        if isinstance(trainer, Replay):
            raise trainer.has_no_session()
        if not request.exact:
            return Session.of(trainer, request.view, self.info.examples, self._table)
        trainer.seek(self.record.iteration)
        session = Session.of(trainer, request.view, self.info.examples, self._table)
        trainer.iterate()
        return session

    def change(self, change: Change) -> None:
        """Edit something, before the last update or before the next one; what was to come is kept on its own line."""
        trainer = self.trainer
        if change.redo:
            trainer.seek(self.record.iteration)
            # An epoch that ended with this update is scored again.
            self._rows_told = min(self._rows_told, trainer.epochs_scored) if self.record.iteration else 0
        try:
            if change.gesture is None or change.gesture != self._gesture:
                self._on_a_new_line(lambda: trainer.change(change.events), change.keep)
            else:
                trainer.change(change.events)
            self._gesture = change.gesture
        finally:
            if change.redo:
                self.record = trainer.iterate()

    def _on_a_new_line(self, apply: Callable[[], None], keep: frozenset[int]) -> None:
        """Make a change on a line of its own; where it is refused, that line has never been."""
        trainer, left = self.trainer, self.trainer.line
        self._make_room(keep)
        here = trainer.fork()
        try:
            apply()
        except NnvizError:
            trainer.switch(left)
            trainer.forget(here)
            raise

    def _make_room(self, keep: frozenset[int]) -> None:
        """Forget lines before there are too many: first those without a future of their own, then the oldest.

        The line that the run began on stays, and so do those that undo and redo lead to.
        """
        trainer = self.trainer
        others = [line for line in trainer.lines if line.number not in {0, trainer.line, *keep}]
        others.sort(key=lambda line: (line.furthest - line.forked_at > 1, line.number))
        for line in others[: max(0, len(trainer.lines) - ENOUGH_LINES)]:
            trainer.forget(line.number)

    def restore_best(self, keep: frozenset[int]) -> None:
        """Put the best epoch's parameters back, on a line of its own, and record the update after."""
        self._gesture = None
        self._on_a_new_line(self.trainer.restore_best, keep)
        self.record = self.trainer.iterate()

    def return_to(self, place: Return) -> None:
        """Stand on another line, after an iteration that is recorded again."""
        trainer = self.trainer
        trainer.switch(place.line)
        if place.forget is not None and any(line.number == place.forget for line in trainer.lines):
            trainer.forget(place.forget)
        # The rows of another line are all news.
        self._rows_told = 0
        self.visit(place.iteration)

    def timeline(self) -> Timeline:
        """Where the run can be visited."""
        trainer = self.trainer
        marks = tuple(Mark(at, event) for at, event in trainer.events if not isinstance(event, Stopped))
        return Timeline(trainer.line, trainer.furthest, trainer.rows_ahead(), marks, trainer.lines)

    def answers(self, wanted: frozenset[Query], in_a_hurry: bool) -> dict[Query, object]:
        """What panels want to know, as far as it is due."""
        if not wanted:
            return {}
        trainer, record = self.trainer, self.record
        state = ModelState(
            experiment=trainer.experiment,
            architecture=record.architecture,
            examples=trainer.examples,
            record=record,
            theta=record.theta_after,
            first_theta=self._first_theta,
            best_theta=trainer.best_theta,
            best_epoch=trainer.history_since(trainer.epochs_scored).best_epoch,
            line=trainer.line,
            path=trainer.path,
            in_a_hurry=in_a_hurry,
        )
        return self._queries.answers(wanted, state, in_a_hurry)

    def visitor(self, example: int | None) -> Iteration | None:
        """The record of an example that is wanted; ``None`` where it is in the batch, or there is none."""
        record, examples = self.record, self.trainer.examples
        if example is None or not 0 <= example < len(examples.x) or example in record.examples:
            return None
        return self._visits(record, examples, example)

    def news(self) -> tuple[History, int]:
        """The history with the rows that have not been told yet, and the place of the first of them."""
        trainer = self.trainer
        if trainer.history_stride != self._stride_told:
            # Rows have been left out: all that are left are told anew.
            self._rows_told, self._stride_told = 0, trainer.history_stride
        elif trainer.history_stride > 1:
            # The last row may have made room for a later one.
            self._rows_told = max(0, self._rows_told - 1)
        start = min(self._rows_told, trainer.epochs_scored)
        self._rows_told = trainer.epochs_scored
        return trainer.history_since(start), start

    def maps(self, theta: Array, resolution: int) -> ResponseMaps | None:
        """Response maps of all units; ``None`` where they are not wanted or the data has not two raw inputs."""
        info, architecture = self.info, self.record.architecture
        if resolution == 0 or not has_plane(info.examples):
            return None
        key = (resolution, architecture)
        if self._responses is None or self._responses[0] != key:
            self._responses = key, Responses.of(architecture, info.examples, info.experiment.data, resolution)
        return self._responses[1](theta)

    def lines(self, theta: Array, points: int) -> ResponseLines | None:
        """Response lines of all units; ``None`` where they are not wanted or the data has not one raw input."""
        info, architecture = self.info, self.record.architecture
        if points == 0 or not has_line(info.examples):
            return None
        key = (points, architecture)
        if self._lines is None or self._lines[0] != key:
            self._lines = key, LineResponses(architecture, info.examples, info.experiment.data, points)
        return self._lines[1](theta)
