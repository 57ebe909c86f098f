"""The experiment that the words on the command line name."""

from argparse import Namespace
from pathlib import Path

from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiment import Experiment
from nnviz.engine.experiments.experiment_files import table_named
from nnviz.engine.training.run.trainer import Trainer


def experiment_of(arguments: Namespace) -> Experiment:
    """The experiment that EXPERIMENT names, with the fields that ``--set`` overrides.

    Raises:
        ExperimentError: There is none, or it is not valid.
    """
    return Experiment.find(arguments.experiment, dict(arguments.overrides))


def table_of(arguments: Namespace) -> Path | None:
    """The table that EXPERIMENT names instead; ``None`` where it names none."""
    return None if arguments.experiment is None else table_named(arguments.experiment)


def trainer_of(arguments: Namespace) -> Trainer:
    """A new run of the experiment that EXPERIMENT names.

    Raises:
        ExperimentError: There is none, it is not valid, or its examples cannot be made.
    """
    experiment = experiment_of(arguments)
    try:
        return Trainer(experiment)
    except ExperimentError as error:
        raise error.within(source_of(arguments)) from None


def source_of(arguments: Namespace) -> str:
    """What messages call the experiment: the name of its file, without folders, or the built-in name."""
    return Path(arguments.experiment).name or str(arguments.experiment)
