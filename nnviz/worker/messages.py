"""What crosses between the UI and the model thread: frozen requests one way, frozen answers the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from nnviz.engine.analysis.response_lines import ResponseLines
from nnviz.engine.analysis.responses import ResponseMaps
from nnviz.engine.data.examples import Examples
from nnviz.engine.experiment import Experiment
from nnviz.engine.networks.network import Architecture
from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.training.run.ways import Way
from nnviz.engine.training.timeline.events import Event
from nnviz.engine.training.timeline.history import History
from nnviz.engine.training.timeline.lines import Line
from nnviz.engine.types import Array
from nnviz.recordings.reading import Recording
from nnviz.sessions.session import Session
from nnviz.view import View
from nnviz.worker.queries.query import Query


@dataclass(frozen=True)
class Wanted:
    """What the visible panels ask for; nothing else is computed.

    Attributes:
        maps: Points along each side of the unit maps, or along the curves over one input; 0 for none.
        maps_before: Whether the maps of the parameters *before* the update are wanted too (for stepping through it).
        example: An example, as a place in the data set, that is wanted even where it is not in the batch.
        queries: What else is wanted.
    """

    maps: int = 0
    maps_before: bool = False
    example: int | None = None
    queries: frozenset[Query] = frozenset()


# ---- requests ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Load:
    """Start a run of an experiment: new data, new weights. The answer holds the first iteration's record.

    Attributes:
        session: One of the experiment: the run is its run, and the record that of the update that it shows.
        recording: One of the experiment: the run is what was recorded, and nothing is trained.
    """

    experiment: Experiment
    session: Session | None = None
    recording: Recording | None = None


@dataclass(frozen=True)
class Bring:
    """Be somewhere in a run on which some things have happened, wherever one is: exactly there, by the shortest way.

    The run is kept for the next time: to come back to it is to go to a place, and not to train again. Where it stops
    before, one stands there; early stopping puts the best parameters back, where the experiment has it so.

    Attributes:
        way: What has happened.
        iteration: The update that is recorded then.
    """

    experiment: Experiment
    way: Way
    iteration: int


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
    """Go to an iteration, forward or back, and record it. The model then stands after it.

    Attributes:
        or_end: Where the run ends by itself before, stand there; else that is refused.
    """

    iteration: int
    or_end: bool = False


@dataclass(frozen=True)
class Reset:
    """Start the run again: the same data, the same weights, nothing edited."""


@dataclass(frozen=True)
class Refresh:
    """Answer once more, with what is wanted now. Nothing moves."""


WeightPlace: TypeAlias = tuple[int, int, int | None]
"""A parameter as (layer, unit, source); source ``None`` is the bias. Layers count from 1."""


@dataclass(frozen=True)
class Change:
    """Change something in the middle of the run. What was to come is kept as a line of its own.

    Attributes:
        redo: Make the change *before* the last update, and make that update again: what is on screen changes with it.
            Otherwise it comes before the next one.
        events: What is changed, in this order: all of it, or where some of it is refused nothing.
        gesture: Changes with the same number are one change in the making, such as a drag: only the first of them
            begins a new line. ``None`` for a change on its own.
        keep: Lines that undo and redo lead to: they are not forgotten to make room.
    """

    redo: bool
    events: tuple[Event, ...]
    gesture: int | None = None
    keep: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Return:
    """Go to another line of the run, to one of its iterations, and record it.

    Attributes:
        forget: A line that is not needed any more; ``None`` for none.
    """

    line: int
    iteration: int
    forget: int | None = None


@dataclass(frozen=True)
class RestoreBest:
    """Put the parameters of the best epoch back, and record the update that comes after; ``keep`` as in ``Change``."""

    keep: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Keep:
    """Answer as ``Refresh`` does, and with the session as it stands. Nothing moves.

    Attributes:
        view: What is on screen.
        file: Where the session is to be written; whoever asked writes it.
        exact: Whether it is to stand exactly before the update on screen, which takes a replay; else it stands after
            it, and another machine may show the update otherwise in the last digit.
    """

    view: View
    file: Path
    exact: bool = False


Request: TypeAlias = Load | Bring | Train | Visit | Refresh | Keep | Reset | Change | Return | RestoreBest


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
        recording: What it is a run of, where it is none of the engine's.
    """

    number: int
    experiment: Experiment
    architecture: Architecture
    examples: Examples
    batches_per_epoch: int
    recording: Recording | None = None


@dataclass(frozen=True)
class Mark:
    """Something that the user did in the middle of the run, with the iteration before which it was done.

    Training on after a stop is among it.
    """

    iteration: int
    event: Event


@dataclass(frozen=True, eq=False)
class Timeline:
    """The line through time that the model is on, as far as it is known, and the other lines of the run.

    Attributes:
        line: The number of the line.
        furthest: Updates that are known of it.
        ahead: The rows of its history after the present, columns as ``History.rows``; none at the front.
        marks: What the user did on it, in order.
        lines: All lines of the run, this one too, by number.
    """

    line: int
    furthest: int
    ahead: Array
    marks: tuple[Mark, ...]
    lines: tuple[Line, ...]


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
        timeline: Where the run can be visited.
        visitor: The record of the example that was wanted, where it is not in the batch.
        answers: The answers to what was wanted; while training only those that were due.
        iterations_made: Updates made for this answer.
        seconds: Time spent on them.
        lines, lines_before: The same as the maps, over one input.
        session: Where it was asked for.
    """

    run: RunInfo
    record: Iteration
    learning_rate: float
    maps: ResponseMaps | None
    maps_before: ResponseMaps | None
    history: History
    history_from: int
    timeline: Timeline
    visitor: Iteration | None
    iterations_made: int
    seconds: float
    answers: Mapping[Query, object] = field(default_factory=dict)
    lines: ResponseLines | None = None
    lines_before: ResponseLines | None = None
    session: Session | None = None


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
