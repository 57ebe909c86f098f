"""What is known of two runs together: which of them go on, how far they are, and what a step of both is."""

from __future__ import annotations

from collections.abc import Sequence

from nnviz.ui.windows.compare.half import Half


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
