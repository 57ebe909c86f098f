"""What crosses between the UI and the model thread: frozen requests one way, frozen answers the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from nnviz.engine.analysis.responses import ResponseMaps
from nnviz.engine.data.examples import Examples
from nnviz.engine.experiment import Experiment
from nnviz.engine.training.history import History
from nnviz.engine.training.iteration import Iteration
from nnviz.engine.training.network import Architecture


@dataclass(frozen=True)
class Wanted:
    """What the visible panels ask for; nothing else is computed.

    Attributes:
        maps: Points along each side of the unit maps; 0 for none.
        maps_before: Whether the maps of the parameters *before* the update are wanted too (for stepping through it).
    """

    maps: int = 0
    maps_before: bool = False


# ---- requests ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Load:
    """Start a run of an experiment: new data, new weights. The answer holds the first iteration's record."""

    experiment: Experiment


@dataclass(frozen=True)
class Train:
    """A credit: train until it is spent, then answer once. The last update is recorded whole.

    Attributes:
        seconds: Come back after this time; ``None`` for no bound in time.
        iterations: Come back after so many updates; ``None`` for no bound in number.
        go_on: Go on even though the run has stopped by itself.
    """

    seconds: float | None = None
    iterations: int | None = None
    go_on: bool = False


@dataclass(frozen=True)
class Visit:
    """Go to an iteration, forward or back, and record it. The model then stands after it."""

    iteration: int


@dataclass(frozen=True)
class Reset:
    """Start the run again: the same data, the same weights, nothing edited."""


@dataclass(frozen=True)
class Change:
    """Change the learning rate or parameters in the middle of the run.

    Attributes:
        redo: Make the change *before* the last update, and make that update again: what is on screen changes with it.
            Otherwise it comes before the next one.
        learning_rate: The new rate, or ``None``.
        parameters: New values, by (layer, unit, source); source ``None`` is the bias. Layers count from 1.
    """

    redo: bool
    learning_rate: float | None = None
    parameters: Mapping[tuple[int, int, int | None], float] = field(default_factory=dict)


@dataclass(frozen=True)
class RestoreBest:
    """Put the parameters of the best epoch back, and record the update that comes after."""


Request: TypeAlias = Load | Train | Visit | Reset | Change | RestoreBest


@dataclass(frozen=True)
class Ask:
    """A request with its number and with what is wanted in the answer."""

    number: int
    request: Request
    wanted: Wanted


# ---- answers -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class RunInfo:
    """What stays the same during a run.

    Attributes:
        number: Counts runs; another number is another network, other data or other weights.
    """

    number: int
    experiment: Experiment
    architecture: Architecture
    examples: Examples
    batches_per_epoch: int


@dataclass(frozen=True, eq=False)
class Snapshot:
    """The model at one moment: the last update, whole, and what was wanted.

    Attributes:
        record: The last update made.
        maps: Unit maps of the parameters after that update; ``None`` where not wanted or not two inputs.
        maps_before: The same of the parameters before it.
        history: The run up to now, with the rows that the answers before have not brought.
        history_from: The place of its first row. The rows before it are as they were; what was there after it is not
            any more.
        iterations_made: Updates made for this answer.
        seconds: Time spent on them.
    """

    run: RunInfo
    record: Iteration
    learning_rate: float
    maps: ResponseMaps | None
    maps_before: ResponseMaps | None
    history: History
    history_from: int
    iterations_made: int
    seconds: float


@dataclass(frozen=True)
class Failure:
    """A request that was refused, or an exception in the model: what happened, where, in one line.

    Attributes:
        refused: True for bad input; false for a fault of the model.
        details: The place in the code, for a bug report; empty when refused.
    """

    text: str
    refused: bool
    details: str = ""


@dataclass(frozen=True, eq=False)
class Answer:
    """The answer to the request with the same number."""

    number: int
    request: Request
    result: Snapshot | Failure
