"""The other lines through time: where they part from the present one, and how far they are known."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.engine.training.timeline.events import Event
from nnviz.engine.training.timeline.lines import Line
from nnviz.worker.messages import Timeline

SHORTEST_FUTURE = 2
"""Updates after the parting: a line with fewer holds nothing to go back for."""


@dataclass(frozen=True)
class OtherFuture:
    """Another line, as one sees it from the present one.

    Attributes:
        line: Its number.
        parts_at: The iteration from which on it is another one; ``None`` where the line that both come from is
            forgotten.
        furthest: Updates that are known of it.
        change: What made it another line; ``None`` for the line that the run began on.
    """

    line: int
    parts_at: int | None
    furthest: int
    change: Event | None


def other_futures(timeline: Timeline) -> tuple[OtherFuture, ...]:
    """The other lines that have a future of their own, those that part first at the front."""
    lines = {line.number: line for line in timeline.lines}
    here = _shared_with(timeline.line, lines)
    futures = []
    for line in timeline.lines:
        if line.number == timeline.line:
            continue
        parts_at = _parting(here, _shared_with(line.number, lines))
        if line.furthest - (parts_at if parts_at is not None else line.forked_at) >= SHORTEST_FUTURE:
            futures.append(OtherFuture(line.number, parts_at, line.furthest, line.change))
    return tuple(sorted(futures, key=lambda future: (future.parts_at is None, future.parts_at or 0, future.line)))


def _shared_with(number: int, lines: dict[int, Line]) -> dict[int, int]:
    """The lines that a line comes from, itself the first, each with the updates that the two have in common."""
    line = lines[number]
    shared = {number: line.furthest}
    until = line.furthest
    while line.forked_from is not None:
        until = min(until, line.forked_at)
        shared[line.forked_from] = until
        if line.forked_from not in lines:
            break
        line = lines[line.forked_from]
    return shared


def _parting(here: dict[int, int], there: dict[int, int]) -> int | None:
    """How many updates two lines have in common: those on the line that both come from, until one of them left it."""
    common = [min(here[number], there[number]) for number in here if number in there]
    return max(common) if common else None
