"""What the window and the thread of a sweep tell each other; all of it frozen."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.engine.analysis.responses import Map
from nnviz.engine.experiment import Experiment
from nnviz.engine.sweeps.sweep_members import Member
from nnviz.engine.sweeps.sweep_results import Result
from nnviz.engine.training.timeline.history import History
from nnviz.worker.messages import Failure, RunInfo


@dataclass(frozen=True)
class SweepRequest:
    """What to train.

    Attributes:
        seeds: How many networks of each learning rate, each with the next seed.
        rates: Learning rates to try in turn; with none, the experiment's own.
        epochs: How long each trains at the most; 0 to know them as they begin.
        resolution: Points along each side of the maps; 0 for none.
        members: Networks that are put together already: these, and not what follows from seeds and rates.
    """

    experiment: Experiment
    seeds: int
    rates: tuple[float, ...]
    epochs: int
    resolution: int
    members: tuple[Member, ...] = ()


@dataclass(frozen=True, eq=False)
class SweepPlan:
    """What is going to be trained.

    Attributes:
        members: All networks, rate by rate, and in each seed by seed.
        runs: Of each combination what its networks have in common, data and architecture; the experiment is that of its
            first.
        has_maps: Whether there are two raw inputs, so that there will be maps.
    """

    request: SweepRequest
    members: tuple[Member, ...]
    runs: tuple[RunInfo, ...]
    has_maps: bool

    @property
    def run(self) -> RunInfo:
        """That of the first combination; where only rates and seeds differ, the data is everybody's."""
        return self.runs[0]


@dataclass(frozen=True, eq=False)
class News:
    """How a network is doing.

    Attributes:
        place: Its place in the plan.
        history: Up to now.
        map: What the output answers over the plane, shape (units, resolution, resolution); ``None`` where there is no
            plane, and where it was not worked out this time.
        result: Once it has ended.
    """

    place: int
    history: History
    map: Map | None
    result: Result | None


@dataclass(frozen=True, eq=False)
class Progress:
    """What is new since the last time.

    Attributes:
        epochs_done, epochs: Of all networks together; one that has ended counts with all that it might have had.
        seconds: Since the beginning.
    """

    news: tuple[News, ...]
    epochs_done: int
    epochs: int
    seconds: float


@dataclass(frozen=True)
class SweepEnd:
    """A sweep is over: complete, or stopped by the user, or failed. What has been told stays true."""

    stopped: bool = False
    failure: Failure | None = None
