"""The experiment that the words on the command line name."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from nnviz.cli.outcome import BadInputError
from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiment import Experiment
from nnviz.engine.experiments.experiment_files import table_named
from nnviz.engine.training.run.trainer import Trainer
from nnviz.said import said

if TYPE_CHECKING:
    from nnviz.sessions.session import Session


def experiment_of(arguments: Namespace) -> Experiment:
    """The experiment that EXPERIMENT names, with the fields that ``--set`` overrides.

    Raises:
        ExperimentError: There is none, or it is not valid.
    """
    overrides = dict(arguments.overrides)
    session = session_of(arguments)
    return (
        Experiment.find(arguments.experiment, overrides)
        if session is None
        else session.experiment.with_fields(overrides)
    )


def session_of(arguments: Namespace) -> "Session | None":
    """The session that EXPERIMENT names; ``None`` where it names none.

    Raises:
        SessionError: It cannot be opened.
    """
    # Most commands name none, and need nothing that reads one.
    if arguments.experiment is None or not arguments.experiment.lower().endswith(".nnviz"):
        return None
    from nnviz.sessions.reading import load_session

    return load_session(Path(arguments.experiment))


def whole_session_of(arguments: Namespace) -> "Session | None":
    """The session that EXPERIMENT names, with its run; ``None`` where it names none.

    Raises:
        SessionError: It cannot be opened.
        BadInputError: Fields of it are overridden: its run would be another one.
    """
    session = session_of(arguments)
    if session is not None and arguments.overrides:
        refusal = said("Command", "{source} is a session: its run is what it is, and --set is about an experiment")
        raise BadInputError(refusal.format(source=source_of(arguments)))
    return session


def table_of(arguments: Namespace) -> Path | None:
    """The table that EXPERIMENT names instead; ``None`` where it names none."""
    return None if arguments.experiment is None else table_named(arguments.experiment)


def trainer_of(arguments: Namespace) -> Trainer:
    """A new run of the experiment that EXPERIMENT names; of a session its run, where it stands.

    Raises:
        ExperimentError: There is none, it is not valid, or its examples cannot be made.
        SessionError: The session cannot be opened.
        BadInputError: Fields of a session are overridden.
    """
    session = whole_session_of(arguments)
    if session is not None:
        from nnviz.sessions.opening import trainer_of as opened

        return opened(session)
    experiment = experiment_of(arguments)
    try:
        return Trainer(experiment)
    except ExperimentError as error:
        raise error.within(source_of(arguments)) from None


def source_of(arguments: Namespace) -> str:
    """What messages call the experiment: the name of its file, without folders, or the built-in name."""
    return Path(arguments.experiment).name or str(arguments.experiment)
