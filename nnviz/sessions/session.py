"""A session as a value, and what can be wrong with one."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from nnviz.content import ContentError, opened
from nnviz.engine.data.examples import Examples
from nnviz.engine.data.tables.reading import LARGEST_TEXT
from nnviz.engine.errors import ExperimentError, NnvizError
from nnviz.engine.experiment import Experiment
from nnviz.engine.training.run.trainer import Trainer
from nnviz.engine.training.timeline.lines import KeptRun
from nnviz.said import joined
from nnviz.sessions.on_stage import OnStage
from nnviz.view import At, View

ENDING = ".nnviz"
"""What the names of sessions end in."""


class SessionError(NnvizError):
    """A session that cannot be used: names the file and the reason."""

    def __init__(self, reason: str, source: str = "") -> None:
        self.reason = reason
        super().__init__(joined(": ", source, reason))

    def within(self, source: str) -> SessionError:
        """The same error with the file it was found in."""
        return SessionError(self.reason, source)


def is_seen_from(iteration: int, at: At) -> bool:
    """Whether one looks at an update where a run stands: before it, or after it."""
    return 0 <= iteration - at.iteration <= 1


LARGEST_TABLE = 64_000_000
"""Bytes of a table that a session holds."""


@dataclass(frozen=True)
class EmbeddedTable:
    """The table that an experiment learns from.

    Attributes:
        name: Its file's, without folders.
        content: All of the file.
        fits: Whether a session may hold it; where not, nothing of it is kept here either.
    """

    name: str
    content: bytes
    fits: bool = True

    @classmethod
    def of(cls, experiment: Experiment) -> EmbeddedTable | None:
        """The table of an experiment; ``None`` where it has none.

        Raises:
            ExperimentError: It cannot be read any more.
        """
        file = experiment.data.file
        if file is None:
            return None
        try:
            with opened(Path(file), LARGEST_TEXT) as table:
                fits = table.seek(0, os.SEEK_END) <= LARGEST_TABLE
                table.seek(0)
                return cls(Path(file).name, table.read() if fits else b"", fits)
        except ContentError as error:
            raise ExperimentError(error.text, "data.file") from None


@dataclass(frozen=True, eq=False)
class Session:
    """All of a session.

    Attributes:
        experiment: Complete.
        examples: The run's at its beginning.
        table: What they were read from, if anything.
        run: Every line, and the place.
        view: What was on screen: the update that the run stands before, or the one that it stands after.
        stage: What stood on the stage beside it.
    """

    experiment: Experiment
    examples: Examples
    table: EmbeddedTable | None
    run: KeptRun
    view: View
    stage: OnStage = OnStage()  # noqa: RUF009 (frozen)

    @property
    def reached(self) -> int:
        """The iteration that comes next to what is on screen: an update that is seen to its end has been made."""
        at = self.view.at
        return at.iteration + (at.phase == "update" and at.unit is None)

    @classmethod
    def of(cls, trainer: Trainer, view: View, examples: Examples, table: EmbeddedTable | None = None) -> Session:
        """A run where it stands, copied, and what is on screen."""
        run = trainer.kept()
        # A run that has ended has no next update to be looked at.
        last = run.iteration - 1 if run.has_ended and run.iteration else run.iteration
        at = view.at if is_seen_from(run.iteration, view.at) else At(iteration=last)
        return cls(trainer.experiment, examples, table, run, replace(view, at=at))
