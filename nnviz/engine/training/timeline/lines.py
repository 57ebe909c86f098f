"""Lines through time: a run that is changed in its past goes on along another line, and the old one is kept.

What is known of a line is enough to go anywhere on it, to the last bit: what happened, checkpoints, and scores.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nnviz.engine.errors import PlaceError
from nnviz.engine.training.timeline.checkpoints import Checkpoints
from nnviz.engine.training.timeline.events import Event, SetParameters, Status, Stopped
from nnviz.engine.training.timeline.history import Log
from nnviz.engine.types import Array
from nnviz.said import said

MOST_LINES = 64


@dataclass(frozen=True)
class Line:
    """A line through time, as far as it is known.

    Attributes:
        number: Counts lines of a run from 0, in the order in which they began.
        forked_from: The line that it parted from, forgotten or not; ``None`` for the first.
        forked_at: The iteration before which it parted.
        furthest: Updates that are known of it.
        epochs: Epochs completed by then.
        change: What made it another line than the one that it parted from; ``None`` for the first.
    """

    number: int
    forked_from: int | None
    forked_at: int
    furthest: int
    epochs: int
    change: Event | None = None


@dataclass(frozen=True)
class Origin:
    """Which line it is and where it began, as ``Line`` says."""

    number: int
    forked_from: int | None
    forked_at: int


@dataclass(eq=False)
class Known:
    """What is known of a line but for its scores.

    Attributes:
        events: What happened, with the iteration before which it did.
        furthest: Updates that are known.
    """

    events: list[tuple[int, Event]]
    checkpoints: Checkpoints
    furthest: int


@dataclass(frozen=True, eq=False)
class Scored:
    """The scores of a line.

    Attributes:
        best: The best epoch's iteration and parameters, where they are at hand.
    """

    log: Log
    best: tuple[int, Array] | None


@dataclass(frozen=True, eq=False)
class KeptLine:
    """A line that is not the present one."""

    origin: Origin
    known: Known
    scored: Scored

    def copied(self) -> KeptLine:
        """The same, apart from what goes on with it."""
        known, log = self.known, self.scored.log
        return KeptLine(
            self.origin,
            Known(
                list(known.events),
                known.checkpoints.holding(known.checkpoints.kept, known.checkpoints.stride),
                known.furthest,
            ),
            Scored(log.holding(log.content, log.stride), self.scored.best),
        )


@dataclass(frozen=True, eq=False)
class KeptRun:
    """All lines of a run, to be taken up by another one of the same experiment and examples.

    Attributes:
        iteration: Where it stands on the present line, after what happened there.
        begun: How many lines have begun, forgotten ones too.
        present: The line that it is on; a checkpoint is of where it stands.
        others: The other lines, the one that was left longest ago first.
    """

    iteration: int
    begun: int
    present: KeptLine
    others: tuple[KeptLine, ...]

    @property
    def lines(self) -> tuple[KeptLine, ...]:
        """All of them, the present one last."""
        return (*self.others, self.present)

    @property
    def has_ended(self) -> bool:
        """Whether it had stopped by itself where it stands."""
        status = Status(stop=None, epoch_limit=0)
        for at, event in self.present.known.events:
            if at <= self.iteration:
                status = event.status(status)
        return status.stop is not None

    @property
    def was_changed(self) -> bool:
        """Whether more has happened on the present line than that it stopped by itself, and had its best back."""
        events = self.present.known.events
        stops = {at for at, event in events if isinstance(event, Stopped)}
        return any(at not in stops or not isinstance(event, Stopped | SetParameters) for at, event in events)


class Lines:
    """The lines of a run that are not the present one.

    Attributes:
        begun: How many lines have begun, the first one too.
    """

    def __init__(self) -> None:
        self._kept: dict[int, KeptLine] = {}
        self.begun = 1

    @property
    def kept(self) -> tuple[KeptLine, ...]:
        """All of them, copied; the one that was put away longest ago first."""
        return tuple(line.copied() for line in self._kept.values())

    def take_up(self, run: KeptRun) -> None:
        """Hold the other lines of a run, and no others."""
        self._kept = {line.origin.number: line.copied() for line in run.others}
        self.begun = run.begun

    def begin(self, forked_from: int, iteration: int) -> Origin:
        """A new line's number and place."""
        number = self.begun
        self.begun += 1
        return Origin(number, forked_from, iteration)

    def put_away(self, line: KeptLine) -> None:
        """Keep a line; the one that was put away longest ago makes room where there are too many."""
        line.known.checkpoints.put_away()
        self._kept[line.origin.number] = line
        # The present line counts too.
        if len(self._kept) >= MOST_LINES:
            del self._kept[next(iter(self._kept))]

    def take(self, number: int) -> KeptLine:
        """The line with a number, which is not kept any longer.

        Raises:
            PlaceError: There is no such line.
        """
        if number not in self._kept:
            others = ", ".join(map(str, sorted(self._kept))) or said("Engine", "none")
            raise PlaceError(
                said("Engine", "there is no other line {number}; there are: {others}").format(
                    number=number, others=others
                )
            )
        return self._kept.pop(number)

    def listed(
        self, present: Origin, furthest: int, events: Sequence[tuple[int, Event]], batches_per_epoch: int
    ) -> tuple[Line, ...]:
        """All lines, the present one among them, in the order of their numbers."""
        kept = [(line.origin, line.known.furthest, line.known.events) for line in self._kept.values()]
        return tuple(
            Line(
                number=origin.number,
                forked_from=origin.forked_from,
                forked_at=origin.forked_at,
                furthest=known,
                epochs=known // batches_per_epoch,
                change=_change_of(origin, happened),
            )
            for origin, known, happened in sorted([(present, furthest, events), *kept], key=lambda one: one[0].number)
        )


def _change_of(origin: Origin, events: Sequence[tuple[int, Event]]) -> Event | None:
    """The last that happened where a line began: earlier ones there are those of the line that it parted from."""
    if origin.forked_from is None:
        return None
    return next((event for at, event in reversed(events) if at == origin.forked_at), None)
