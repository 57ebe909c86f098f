"""A session as the bytes of a file, bounded in size however long the run was."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np

from nnviz.engine.data.examples import Examples
from nnviz.engine.training.timeline.checkpoints import Checkpoint
from nnviz.engine.training.timeline.events import AllParameters
from nnviz.engine.training.timeline.history import Log
from nnviz.engine.training.timeline.lines import KeptLine
from nnviz.engine.types import Array
from nnviz.files import write_whole
from nnviz.sessions.container import CONTENT, NUMBERS, TABLE, TOO_LARGE, packed
from nnviz.sessions.events import event_fields
from nnviz.sessions.layout import FORMAT, CheckpointPart, Content, LinePart
from nnviz.sessions.session import Session, SessionError

MOST_BYTES = 8_000_000
"""Of checkpoints; where there are more, every second or third or ... one of each line is left out."""
MOST_CHECKPOINTS = 4_000
MOST_ROWS = 40_000
"""Of all lines' histories together; where there are more, epochs are left out as the window leaves them out."""
FEWEST_ROWS = 400


def example_arrays(examples: Examples) -> tuple[Array, ...]:
    """The numbers of examples, in the order in which a file has them."""
    return (
        examples.raw,
        examples.x,
        examples.y,
        examples.mean,
        examples.deviation,
        examples.target_mean,
        examples.target_deviation,
    )


def write_session(path: Path, session: Session) -> None:
    """Write a session into a file, whole or not at all.

    Raises:
        SessionError: It is larger than a session may be.
        WriteError: It cannot be written.
    """
    write_whole(path, [_file(session)])


def session_bytes(session: Session) -> bytes:
    """The bytes of a session's file; the same session has the same ones.

    Raises:
        SessionError: It is larger than a session may be.
    """
    return bytes(_file(session))


def _file(session: Session) -> memoryview:
    if session.table is not None and not session.table.fits:
        raise SessionError(TOO_LARGE)
    run, lines = session.run, session.run.lines
    kept, every = _thinned(lines, run.iteration)
    pool = {id(each): each for line in kept for each in line}
    places = {key: place for place, key in enumerate(pool)}
    most_rows = max(FEWEST_ROWS, MOST_ROWS // len(lines))
    logs = [line.scored.log.thinned_out(most_rows) for line in lines]
    content = Content(
        format=FORMAT,
        experiment=_experiment(session),
        table=session.table.name if session.table is not None else None,
        view=session.view,
        stage=session.stage,
        iteration=run.iteration,
        begun=run.begun,
        checkpoints=tuple(CheckpointPart.of(each) for each in pool.values()),
        lines=tuple(
            _line(line, tuple(places[id(each)] for each in checkpoints), every, log)
            for line, checkpoints, log in zip(lines, kept, logs, strict=True)
        ),
    )
    numbers = [*example_arrays(session.examples), *(each.numbers for each in pool.values())]
    for line, log in zip(lines, logs, strict=True):
        numbers.append(log.content)
        if line.scored.best is not None:
            numbers.append(line.scored.best[1])
        numbers.extend(event.theta for _, event in line.known.events if isinstance(event, AllParameters))
    parts: dict[str, list[bytes | memoryview]] = {
        CONTENT: [msgspec.json.encode(content)],
        # As they are, with no copy of the data set made.
        NUMBERS: [np.ascontiguousarray(each, dtype="<f8").reshape(-1).view(np.uint8).data for each in numbers],
    }
    if session.table is not None:
        parts[TABLE] = [session.table.content]
    return packed(parts)


def _experiment(session: Session) -> dict[str, object]:
    fields = session.experiment.to_dict()
    if session.table is not None:
        fields["data"] = {**fields["data"], "file": session.table.name}
    return fields


def _line(line: KeptLine, checkpoints: tuple[int, ...], every: int, log: Log) -> LinePart:
    origin, known, best = line.origin, line.known, line.scored.best
    return LinePart(
        number=origin.number,
        forked_from=origin.forked_from,
        forked_at=origin.forked_at,
        furthest=known.furthest,
        events=tuple(event_fields(at, event) for at, event in known.events),
        checkpoints=checkpoints,
        stride=known.checkpoints.stride * every,
        rows=len(log.content),
        row_stride=log.stride,
        best=best[0] if best is not None else None,
    )


def _thinned(lines: tuple[KeptLine, ...], here: int) -> tuple[list[list[Checkpoint]], int]:
    """The checkpoints of each line, as many as there is room for; and every so many of them are there."""
    every = 1
    while True:
        kept = [list(line.known.checkpoints.kept[::every]) for line in lines]
        place = lines[-1].known.checkpoints.before(here)
        if all(each is not place for each in kept[-1]):
            kept[-1] = sorted([*kept[-1], place], key=lambda each: each.iteration)
        pool = {id(each): each.numbers.nbytes for line in kept for each in line}
        only = all(len(line) == 1 for line in kept[:-1]) and len(kept[-1]) <= 2
        if only or (sum(pool.values()) <= MOST_BYTES and len(pool) <= MOST_CHECKPOINTS):
            return kept, every
        every *= 2
