"""What was seen of the signals while somebody looked: nothing is measured for nobody."""

from __future__ import annotations

from nnviz.ui.panels.gradient_flow.signal_history import Measure, SignalHistory
from nnviz.worker.messages import RunInfo
from nnviz.worker.queries.signal_health import SignalHealth

LEAST_WATCHED = 0.01
"""Where less of the time has been watched, hardly a pixel of it would be painted: words say what will be."""


class Watched:
    """The signals of a run over time, as far as they were watched, on each line through time.

    Attributes:
        last: What was measured last; ``None`` before anything was.
    """

    def __init__(self) -> None:
        self.last: SignalHealth | None = None
        self._lines: dict[int, SignalHistory] = {}
        self._looking = False

    def begin(self) -> None:
        """Another run, of which nothing has been seen."""
        self.last = None
        self._lines.clear()
        self._looking = False

    def look_away(self) -> None:
        """What happens from here on is not seen."""
        self._looking = False

    def forget(self, measure: Measure) -> None:
        """What was seen of a measure counts no more."""
        for history in self._lines.values():
            history.forget(measure)

    @property
    def history(self) -> SignalHistory:
        """What has been seen of the line through time that the model is on."""
        return self._lines[self.last.line] if self.last is not None else SignalHistory(0)

    @property
    def is_enough(self) -> bool:
        """Whether so much of the time until now has been watched that there is something to see."""
        if self.last is None:
            return False
        present = self.last.iteration
        return self.history.known_until(present) >= LEAST_WATCHED * (present + 1)

    def see(self, health: SignalHealth, run: RunInfo, training: bool) -> None:
        """What was measured, on its line through time; while training, it stands for all since the last."""
        before = self.last
        if health.line not in self._lines:
            # A line that has just parted from the one before; when nobody looked, nobody knows where it did.
            parted = before is not None and self._looking
            self._lines[health.line] = (
                self.history.before(health.iteration) if parted else SignalHistory(run.architecture.layers)
            )
        reach = 0
        if before is not None and self._looking and before.line <= health.line:
            step = health.iteration - before.iteration - 1
            reach = step if training or step < run.batches_per_epoch else 0
        self._lines[health.line].add(health, max(reach, 0))
        self.last, self._looking = health, True
