"""A run as the scrubber shows it: how far it is known, its losses, what was done, and where other lines part."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from nnviz.engine.training.timeline.events import Stopped
from nnviz.engine.training.timeline.history import COLUMNS
from nnviz.engine.types import Array
from nnviz.ui.names.symbols import Names
from nnviz.ui.names.translation import in_words
from nnviz.ui.session.history_rows import HistoryRows
from nnviz.ui.transport.other_lines import OtherFuture, other_futures
from nnviz.ui.transport.run_scale import scale_end
from nnviz.worker.messages import Mark, RunInfo, Snapshot

_NO_ROWS = np.empty((0, len(COLUMNS)))


@dataclass(frozen=True)
class Front:
    """What the model said where a line was known no further.

    Attributes:
        furthest: Updates that were known.
        best: Updates made by the best epoch; ``None`` without one.
        stop: Why the run stopped there, in a sentence; empty where it may go on.
    """

    furthest: int
    best: int | None
    stop: str


@dataclass(frozen=True, eq=False)
class RunView:
    """What there is to draw.

    Attributes:
        batches_per_epoch: Updates in an epoch.
        end: Updates that the strip is long.
        known: Updates that are known.
        rows: The history that is known, the future too, columns as ``COLUMNS``.
        best: Updates made by the best epoch.
        stop: Why it stopped at the end of what is known; empty where it may go on.
        marks: What the user did.
        futures: The other lines.
        names: What the network's parts are called; ``None`` without a run.
    """

    batches_per_epoch: int = 1
    end: int = 1
    known: int = 0
    rows: Array = field(default_factory=lambda: _NO_ROWS)
    best: int | None = None
    stop: str = ""
    marks: tuple[Mark, ...] = ()
    futures: tuple[OtherFuture, ...] = ()
    names: Names | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nowhere to go but to the first iteration."""
        return self.known <= 1

    def column(self, name: str) -> Array:
        """One column of the history, shape (rows,)."""
        return np.asarray(self.rows[:, COLUMNS.index(name)])

    def row_by(self, updates: float) -> Array | None:
        """The last row that was known after so many updates."""
        count = int(np.searchsorted(self.column("iteration"), updates, side="right"))
        return self.rows[count - 1] if count else None


class RunKnowledge:
    """Gathers what answer after answer says of a run."""

    def __init__(self) -> None:
        self._rows = HistoryRows()
        self._run: RunInfo | None = None
        self._last: Snapshot | None = None
        self._fronts: dict[int, Front] = {}

    def begin(self, run: RunInfo) -> None:
        """A new run: nothing is known of it yet."""
        self._run, self._last = run, None
        self._rows.clear()
        self._fronts.clear()

    def take_in(self, snapshot: Snapshot) -> None:
        """Keep what an answer brings."""
        self._last = snapshot
        self._rows.replace_from(snapshot.history_from, snapshot.history.rows)
        timeline, history = snapshot.timeline, snapshot.history
        if snapshot.record.iteration + 1 >= timeline.furthest:
            stop = (in_words(history.message) or history.stop_reason) if history.stop_reason is not None else ""
            self._fronts[timeline.line] = Front(timeline.furthest, history.best_iteration, stop)

    def view(self) -> RunView:
        """All that is known, to be drawn."""
        run, last = self._run, self._last
        if run is None or last is None:
            return RunView()
        timeline, per_epoch = last.timeline, run.batches_per_epoch
        front = self._fronts.get(timeline.line)
        if front is None or front.furthest != timeline.furthest:
            front = Front(timeline.furthest, last.history.best_iteration, "")
        futures = other_futures(timeline)
        known = max([timeline.furthest, *(future.furthest for future in futures)])
        planned = run.experiment.training.epochs * per_epoch
        held = np.column_stack([self._rows.column(name) for name in COLUMNS])
        return RunView(
            batches_per_epoch=per_epoch,
            end=scale_end(known, per_epoch, planned, is_over=bool(front.stop) and known == timeline.furthest),
            known=timeline.furthest,
            rows=np.vstack((held, timeline.ahead)),
            best=front.best,
            stop=front.stop,
            marks=tuple(mark for mark in timeline.marks if not isinstance(mark.event, Stopped)),
            futures=futures,
            names=Names(run.architecture),
        )
