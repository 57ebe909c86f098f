"""A session from the bytes of a file. What it says is checked before anything is made of it."""

from __future__ import annotations

import atexit
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path, PurePosixPath, PureWindowsPath

import msgspec
import numpy as np

from nnviz.engine.data.examples import Examples, make_examples
from nnviz.engine.data.task_shape import TaskShape, task_shape_of
from nnviz.engine.errors import ExperimentError, PlaceError
from nnviz.engine.experiment import Experiment
from nnviz.engine.experiments.building import build
from nnviz.engine.functions.optimisers import chosen_optimiser
from nnviz.engine.networks.network import Architecture
from nnviz.engine.training.timeline.batches import batch_size
from nnviz.engine.training.timeline.checkpoints import Checkpoint, Checkpoints
from nnviz.engine.training.timeline.events import Event
from nnviz.engine.training.timeline.history import BEST_COLUMNS, COLUMNS, Log, score_name
from nnviz.engine.training.timeline.lines import KeptLine, KeptRun, Known, Origin, Scored
from nnviz.engine.types import Array, frozen
from nnviz.files import WriteError, reason_of, write_whole
from nnviz.language import config_folder
from nnviz.said import joined, said
from nnviz.sessions.container import CONTENT, NUMBERS, TABLE, Parts, content_of, unpacked
from nnviz.sessions.events import check_event, event_of, sets_parameters
from nnviz.sessions.layout import FORMAT, CheckpointPart, Content, LinePart
from nnviz.sessions.on_stage import OnStage
from nnviz.sessions.session import EmbeddedTable, Session, SessionError, is_seen_from
from nnviz.sessions.writing import example_arrays
from nnviz.shortened import called
from nnviz.temporary import TemporaryFolder
from nnviz.view import check_view

LONGEST_STRETCH = 2**24
"""Updates from one checkpoint to the next: a replay of more would never end."""
ROW = len(COLUMNS) + len(BEST_COLUMNS)
TABLES = "tables"
"""The folder for the tables of sessions."""


def load_session(path: Path) -> Session:
    """Read a session.

    Raises:
        SessionError: The file cannot be read, or is no session that can be opened.
    """
    try:
        return read_session(content_of(path))
    except SessionError as error:
        raise error.within(called(path)) from None


def stage_of(path: Path) -> OnStage:
    """What stood on the stage in a session, without reading the rest of it; nothing where it cannot be read."""
    try:
        return msgspec.json.decode(unpacked(content_of(path)).read(CONTENT), type=_Stage).stage
    except (SessionError, msgspec.MsgspecError, RecursionError, ValueError):
        return OnStage()


class _Stage(msgspec.Struct, frozen=True):
    """That part of ``session.json``."""

    stage: OnStage = OnStage()


def read_session(content: bytes) -> Session:
    """The session of the bytes of a file.

    Raises:
        SessionError: They are no session that can be opened.
    """
    parts = unpacked(content)
    said_there = _content(parts.read(CONTENT))
    try:
        return _Reading(said_there, parts).session()
    except (ExperimentError, PlaceError) as error:
        raise SessionError(error.text) from None


def _content(text: bytes) -> Content:
    try:
        content = msgspec.json.decode(text, type=Content)
    except (msgspec.MsgspecError, RecursionError, ValueError) as error:
        raise SessionError(said("Session", "this session is damaged: {error}").format(error=str(error)[:200])) from None
    if content.format != FORMAT:
        raise SessionError(
            said("Session", "this session is of another version of nnviz: expected {expected}, got {got}").format(
                expected=FORMAT, got=content.format[:60]
            )
        )
    return content


def _damaged(what: str) -> SessionError:
    return SessionError(said("Session", "this session is damaged: {error}").format(error=what))


@dataclass(frozen=True)
class _Shapes:
    """How long everything is, known before any of it is made."""

    parameters: int
    numbers: tuple[int, int]
    powers: int
    examples: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, experiment: Experiment, architecture: Architecture, shape: TaskShape) -> _Shapes:
        optimiser, _ = chosen_optimiser(experiment.training)
        count, inputs, outputs = shape.examples, architecture.widths[0], architecture.widths[-1]
        of_examples = (
            *((count, width) for width in (len(shape.columns), inputs, outputs)),
            *((width,) for width in (inputs, inputs, outputs, outputs)),
        )
        total = architecture.parameter_count
        return cls(total, (len(optimiser.memory) + 1, total), len(optimiser.powers), of_examples)


class _Reading:
    """One session that is being read."""

    def __init__(self, content: Content, parts: Parts) -> None:
        self._content = content
        self._table = _table(content, parts)
        self._experiment = build(Experiment, _with_table(content.experiment, self._table))
        self._architecture = Architecture.of(self._experiment)
        task = task_shape_of(self._experiment.data)
        self._shapes = _Shapes.of(self._experiment, self._architecture, task)
        if parts.sizes[NUMBERS] != 8 * self._expected():
            raise _damaged("numbers.f64")
        self._numbers = np.frombuffer(parts.read(NUMBERS), dtype="<f8")
        self._taken = 0

    def _expected(self) -> int:
        """How many numbers there must be."""
        content, shapes = self._content, self._shapes
        lines = sum(
            line.rows * ROW + shapes.parameters * ((line.best is not None) + sum(map(sets_parameters, line.events)))
            for line in content.lines
        )
        of_examples = sum(int(np.prod(shape)) for shape in shapes.examples)
        rows, columns = shapes.numbers
        return of_examples + rows * columns * len(content.checkpoints) + lines

    def _take(self, shape: tuple[int, ...]) -> Array:
        count = int(np.prod(shape))
        taken = self._numbers[self._taken : self._taken + count]
        self._taken += count
        return frozen(taken.reshape(shape).astype(np.float64))

    def session(self) -> Session:
        """All of it."""
        content, experiment, architecture = self._content, self._experiment, self._architecture
        arrays = [self._take(shape) for shape in self._shapes.examples]
        examples = _stored(make_examples(experiment), arrays)
        batch = batch_size(experiment.training, len(examples.train))
        batches = -(-len(examples.train) // batch)
        numbers = [self._take(self._shapes.numbers) for _ in content.checkpoints]
        pool = [self._checkpoint(each, own, batches) for each, own in zip(content.checkpoints, numbers, strict=True)]
        lines = [self._line(line, pool, examples) for line in content.lines]
        self._check_lines()
        run = KeptRun(content.iteration, content.begun, lines[-1], tuple(lines[:-1]))
        view = content.view
        if not is_seen_from(run.iteration, view.at):
            raise _damaged("view.at")
        check_view(view, architecture, len(examples.x), batch)
        if content.stage.given is not None and not is_plain_name(content.stage.given.lecture):
            raise _damaged("stage.given.lecture")
        return Session(experiment, examples, self._table, run, view, content.stage)

    def _checkpoint(self, part: CheckpointPart, numbers: Array, batches: int) -> Checkpoint:
        fits = part.iteration == part.epoch * batches + part.place and part.place < batches
        masked = (part.masks is not None) == bool(self._architecture.dropout)
        if not (fits and masked and len(part.powers) == self._shapes.powers):
            raise _damaged(f"checkpoints: {part.iteration}")
        try:
            return part.checkpoint(numbers)
        except ValueError:
            raise _damaged(f"checkpoints: {part.iteration}: generator") from None

    def _line(self, part: LinePart, pool: Sequence[Checkpoint], examples: Examples) -> KeptLine:
        here = f"lines: {part.number}"
        if any(place >= len(pool) for place in part.checkpoints):
            raise _damaged(here)
        kept = [pool[place] for place in part.checkpoints]
        reached = [each.iteration for each in kept]
        ends = [*reached, part.furthest]
        if reached[0] != 0 or any(one >= other for one, other in pairwise(reached)):
            raise _damaged(here)
        if any(not 0 <= other - one <= LONGEST_STRETCH for one, other in pairwise(ends)):
            raise _damaged(here)
        rows = self._take((part.rows, ROW))
        _check_rows(rows, part.furthest, here)
        best = (part.best, self._take((self._shapes.parameters,))) if part.best is not None else None
        if part.best is not None and part.best > part.furthest:
            raise _damaged(here)
        events: list[tuple[int, Event]] = []
        for fields in part.events:
            theta = self._take((self._shapes.parameters,)) if sets_parameters(fields) else None
            at, event = event_of(fields, theta)
            if not (events[-1][0] if events else 0) <= at <= part.furthest:
                raise _damaged(here)
            check_event(event, self._architecture.widths, len(examples.x), examples.raw.shape[1])
            events.append((at, event))
        settings = self._experiment.training.early_stopping
        log = Log(settings, score_name(examples.task)).holding(rows, part.row_stride)
        checkpoints = Checkpoints(kept[0].numbers.nbytes).holding(kept, part.stride)
        origin = Origin(part.number, part.forked_from, part.forked_at)
        return KeptLine(origin, Known(events, checkpoints, part.furthest), Scored(log, best))

    def _check_lines(self) -> None:
        content = self._content
        numbers = [line.number for line in content.lines]
        present = content.lines[-1]
        stands = any(content.checkpoints[place].iteration == content.iteration for place in present.checkpoints)
        if len(set(numbers)) < len(numbers) or max(numbers) >= content.begun:
            raise _damaged("lines")
        if not stands or content.iteration > present.furthest:
            raise _damaged("iteration")
        for line in content.lines:
            if line.forked_from is not None and line.forked_from >= line.number:
                raise _damaged(f"lines: {line.number}")


def _check_rows(rows: Array, furthest: int, here: str) -> None:
    """The rows of a history: whole epochs and iterations, in order, and a best one that has been."""
    epochs, iterations = rows[:, 0], rows[:, 1]
    best = rows[:, len(COLUMNS) :]
    known = ~np.isnan(best[:, 1])
    counts = np.concatenate([epochs, iterations, best[known, 1], best[known, 2]])
    # What is not a number is in no order.
    whole = bool(np.all((counts >= 0) & (counts <= furthest))) and bool(np.all(counts == np.floor(counts)))
    if not (whole and np.all(np.diff(iterations) > 0) and np.all(np.diff(epochs) > 0)):
        raise _damaged(here)


def _stored(made: Examples, arrays: Sequence[Array]) -> Examples:
    """The examples with the numbers of the file, which another machine may have made otherwise in the last digit."""
    if all(one.shape == other.shape for one, other in zip(example_arrays(made), arrays, strict=True)):
        raw, x, y, mean, deviation, target_mean, target_deviation = arrays
        return replace(
            made,
            raw=raw,
            x=x,
            y=y,
            mean=mean,
            deviation=deviation,
            target_mean=target_mean,
            target_deviation=target_deviation,
        )
    raise _damaged("examples")


# ---- tables ------------------------------------------------------------------------------------------------------


def _table(content: Content, parts: Parts) -> EmbeddedTable | None:
    if (content.table is None) != (TABLE not in parts.sizes):
        raise _damaged("table")
    if content.table is None:
        return None
    if not is_plain_name(content.table):
        raise _damaged("table")
    return EmbeddedTable(content.table, parts.read(TABLE))


def is_plain_name(name: str) -> bool:
    """Whether a name leads to no other folder, on any system."""
    alone = name == PurePosixPath(name).name == PureWindowsPath(name).name
    return alone and name not in ("", ".", "..") and "\0" not in name


def _with_table(fields: dict[str, object], table: EmbeddedTable | None) -> dict[str, object]:
    """The experiment's fields, where its table is a file again."""
    data, network = fields.get("data"), fields.get("network")
    if isinstance(network, dict) and network.get("weights") is not None:
        # Their numbers stand in the experiment; a file of this machine is none of a session's business.
        raise _damaged("network.weights")
    named = data.get("file") if isinstance(data, dict) else None
    if table is None:
        if named is not None:
            # A file of this machine that somebody else's session names is none of its business.
            raise _damaged("data.file")
        return fields
    if not isinstance(data, dict) or named != table.name:
        raise _damaged("data.file")
    return {**fields, "data": {**data, "file": str(_laid_out(table))}}


def _laid_out(table: EmbeddedTable) -> Path:
    """The table as a file: the same one each time, so that what is remembered of it is there the next time."""
    key = hashlib.sha256(table.content).hexdigest()[:32]
    path = config_folder() / TABLES / key / table.name
    try:
        if path.is_file() and path.read_bytes() == table.content:
            return path
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, [table.content])
    except (OSError, WriteError):
        return _laid_out_for_now(table)
    return path


def _laid_out_for_now(table: EmbeddedTable) -> Path:
    """The same where nothing is remembered: it goes when the process ends."""
    try:
        folder = TemporaryFolder()
        atexit.register(folder.close)
        write_whole(folder.path / table.name, [table.content])
    except OSError as error:
        raise SessionError(joined(": ", called(table.name), reason_of(error))) from None
    except WriteError as error:
        raise SessionError(error.text) from None
    return folder.path / table.name
