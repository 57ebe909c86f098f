"""What a command starts from: a new run of the experiment that EXPERIMENT names, a session's, or a recorded one."""

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nnviz.cli.outcome import BadInputError
from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiment import Experiment
from nnviz.engine.experiments.experiment_files import table_named
from nnviz.engine.training.run.trainer import Trainer
from nnviz.said import said
from nnviz.shortened import called

if TYPE_CHECKING:
    from nnviz.recordings.reading import Recording
    from nnviz.recordings.replay import Replay
    from nnviz.sessions.session import Session
    from nnviz.view import View


@dataclass(frozen=True)
class Start:
    """What EXPERIMENT names. A session has a place, things that happened on the way there, and a view; they are kept.

    Attributes:
        source: What messages call it.
        experiment: Complete.
        session: The session, where it is one.
        recording: The recording, where it is one.
    """

    source: str
    experiment: Experiment
    session: "Session | None" = None
    recording: "Recording | None" = None

    def iteration(self, named: int | None) -> int:
        """The iteration that is meant: the one that is named, else the one that a session shows, else the first."""
        if named is not None:
            return named
        return 0 if self.session is None else self.session.view.at.iteration

    def reached(self, named: int | None) -> int:
        """The iteration before which parameters are meant: the named one, else those that a session shows, or first."""
        if named is not None:
            return named
        return 0 if self.session is None else self.session.reached

    @property
    def opened(self) -> "Experiment | Session | Recording":
        """What a window opens."""
        return self.session or self.recording or self.experiment

    def run(self) -> "Trainer | Replay":
        """A new run, a session's, standing where it stood, or a recorded one.

        Raises:
            ExperimentError: The examples cannot be made.
        """
        if self.recording is None:
            return self.trainer()
        from nnviz.recordings.replay import Replay

        return Replay(self.recording)

    def trainer(self) -> Trainer:
        """A new run, or a session's, standing where it stood.

        Raises:
            ExperimentError: The examples cannot be made.
            BadInputError: It is a recording, with which no training goes on.
        """
        refuse_recorded(self)
        if self.session is not None:
            from nnviz.sessions.opening import trainer_of

            return trainer_of(self.session)
        try:
            return Trainer(self.experiment)
        except ExperimentError as error:
            raise error.within(self.source) from None

    def view(self, fields: Mapping[str, Any], **usual: Any) -> "View":
        """What is on screen: as it was in a session, else the usual view, but for what the fields say.

        Args:
            fields: By their names in the view, with dots.
            usual: What the command shows of an experiment, where that is not the usual view of the window.

        Raises:
            ExperimentError: A field cannot be.
        """
        from nnviz.view import view_of

        if self.session is None:
            return view_of({**usual, **fields})
        import msgspec

        return view_of({**msgspec.to_builtins(self.session.view), **fields})


def start_of(arguments: Namespace) -> Start:
    """What EXPERIMENT names, with the fields that ``--set`` overrides.

    Raises:
        ExperimentError: There is no such experiment, or it is not valid.
        SessionError: The session cannot be opened.
        RecordingError: The recording cannot.
        BadInputError: Fields of a session are overridden: its run would be another one.
    """
    source, overrides = source_of(arguments), dict(arguments.overrides)
    if names_recording(arguments):
        return _recorded(arguments, source)
    if not names_session(arguments):
        return Start(source, Experiment.find(arguments.experiment, overrides))
    from nnviz.sessions.reading import load_session

    session = load_session(Path(arguments.experiment))
    if overrides:
        refusal = said("Command", "{source} is a session: its run is what it is, and --set is about an experiment")
        raise BadInputError(refusal.format(source=source))
    return Start(source, session.experiment, session)


def _recorded(arguments: Namespace, source: str) -> Start:
    from nnviz.recordings.reading import open_recording

    if arguments.overrides:
        refusal = said("Command", "{source} is a recording: it is what it was, and --set is about an experiment")
        raise BadInputError(refusal.format(source=source))
    recording = open_recording(Path(arguments.experiment))
    return Start(source, recording.experiment, recording=recording)


def names_recording(arguments: Namespace) -> bool:
    """Whether EXPERIMENT is a recording, by its ending."""
    return str(arguments.experiment).lower().endswith(".nnviz-run")


def names_session(arguments: Namespace) -> bool:
    """Whether EXPERIMENT is a session, by its ending."""
    # Most are none, and need nothing that reads one.
    return str(arguments.experiment).lower().endswith(".nnviz")


def refuse_changed(start: Start, refusal: str) -> None:
    """Refuse the session of a run to which more has happened than that it stopped by itself.

    Raises:
        BadInputError: With the refusal, which says why only a run from its beginning will do.
    """
    if start.session is not None and start.session.run.was_changed:
        raise BadInputError(refusal)


def refuse_recorded(start: Start) -> None:
    """Refuse a recording, with which no training goes on.

    Raises:
        BadInputError: It is one.
    """
    if start.recording is not None:
        refusal = said(
            "Command", "{source} is a recording: it can be looked at, traced, explained and drawn, not trained"
        )
        raise BadInputError(refusal.format(source=start.source))


def table_of(arguments: Namespace) -> Path | None:
    """The table that EXPERIMENT names instead; ``None`` where it names none."""
    return None if arguments.experiment is None else table_named(arguments.experiment)


def source_of(arguments: Namespace) -> str:
    """What messages call the experiment: the name of its file, without folders, or the built-in name."""
    return called(arguments.experiment)
