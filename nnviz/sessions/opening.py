"""A run that stands where a session was kept, and how much of what is read was computed again here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from nnviz.engine.data.examples import make_examples
from nnviz.engine.training.run.trainer import Trainer
from nnviz.engine.training.timeline.lines import KeptLine, KeptRun
from nnviz.said import said
from nnviz.sessions.reading import load_session
from nnviz.sessions.session import Session
from nnviz.sessions.writing import example_arrays

MOST_UPDATES = 2_000
MOST_WORK = 20_000_000
"""Parameters times examples: about a tenth of a second."""


@dataclass(frozen=True)
class Check:
    """How a session compares with what this machine computes.

    Attributes:
        iteration: Where the run stands.
        replayed: Stretches of the present line, as (from, to), that were made again here and are the same to the bit.
        differs: The iterations that came out otherwise; the numbers are then those of the file.
        examples_differ: Whether the data did.
    """

    iteration: int
    replayed: tuple[tuple[int, int], ...]
    differs: tuple[int, ...]
    examples_differ: bool

    @property
    def text(self) -> str:
        """All of it in a sentence."""
        if self.differs or self.examples_differ:
            return said(
                "Session",
                "This machine computes the last digits otherwise: the numbers at iteration {iteration} are those of "
                "the file, and what comes after is computed here",
            ).format(iteration=self.iteration)
        if not self.replayed:
            return said("Session", "The numbers at iteration {iteration} are read from the file").format(
                iteration=self.iteration
            )
        stretches = ", ".join(f"{start}–{end}" for start, end in self.replayed)
        return said(
            "Session",
            "Replayed here to the same bits: iterations {stretches}; the others are read from the file",
        ).format(stretches=stretches)


@dataclass(frozen=True, eq=False)
class Opened:
    """A session that has been read, from which file, and how it compares with what this machine computes."""

    session: Session
    check: Check
    path: Path


def open_session(path: Path) -> Opened:
    """Read a session, and compare.

    Raises:
        SessionError: It cannot be read, or is no session that can be opened.
    """
    session = load_session(path)
    return Opened(session, check_of(session), path)


def trainer_of(session: Session, longest_history: int | None = None) -> Trainer:
    """A run that stands where the session was kept."""
    trainer = Trainer(session.experiment, session.examples, longest_history)
    trainer.take_up(session.run)
    return trainer


def check_of(session: Session) -> Check:
    """Compute some of it again, for about a tenth of a second, and compare."""
    made = example_arrays(make_examples(session.experiment))
    same = all(
        one.tobytes() == other.tobytes() for one, other in zip(made, example_arrays(session.examples), strict=True)
    )
    present = session.run.present
    kept = present.known.checkpoints.kept
    here = session.run.iteration
    stretches = [(one, other) for one, other in pairwise(kept)]
    # Those that lead to the place come first.
    stretches.sort(key=lambda pair: (pair[1].iteration > here, -pair[1].iteration))
    trainer = Trainer(session.experiment, session.examples)
    train, parameters = len(session.examples.train), kept[0].numbers.size
    left = min(MOST_UPDATES, MOST_WORK // max(1, parameters * min(train, 1000)))
    replayed: list[tuple[int, int]] = []
    differs: list[int] = []
    for start, end in stretches:
        length = end.iteration - start.iteration
        if length > left:
            continue
        left -= length
        trainer.take_up(_standing_at(session.run, start.iteration))
        trainer.seek(end.iteration)
        again = trainer.kept().present.known.checkpoints.before(end.iteration)
        if again.numbers.tobytes() == end.numbers.tobytes():
            replayed.append((start.iteration, end.iteration))
        else:
            differs.append(end.iteration)
    return Check(here, _merged(replayed), tuple(sorted(differs)), not same)


def _standing_at(run: KeptRun, iteration: int) -> KeptRun:
    """The present line alone, known from a checkpoint of it on, and standing there."""
    line = run.present
    kept = [each for each in line.known.checkpoints.kept if each.iteration <= iteration]
    checkpoints = line.known.checkpoints.holding(kept, line.known.checkpoints.stride)
    known = replace(line.known, checkpoints=checkpoints)
    return KeptRun(iteration, run.begun, KeptLine(line.origin, known, line.scored), ())


def _merged(stretches: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Stretches that follow each other as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if merged and merged[-1][1] == start:
            merged[-1] = merged[-1][0], end
        else:
            merged.append((start, end))
    return tuple(merged)
