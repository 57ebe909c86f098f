"""``nnviz check``: says whether an experiment is valid, and if not, each problem with its place."""

import argparse
from itertools import pairwise
from typing import TYPE_CHECKING

from nnviz.cli.arguments import add_experiment
from nnviz.cli.outcome import DONE


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what ``check`` takes."""
    add_experiment(parser)


def run(arguments: argparse.Namespace) -> int:
    """Check; exit status 2 if there are problems."""
    from nnviz.cli.experiments import experiment_of

    experiment = experiment_of(arguments)
    print(f"{arguments.experiment}: valid: {experiment}")
    return DONE


def _in_words(experiment: "Experiment") -> str:
    """What it is, in a line: ``2-4-3-1, 31 parameters, 180 examples to train on, 60 to validate, 60 to test``."""
    from nnviz.engine.completion import layer_widths
    from nnviz.engine.data import part_sizes

    widths = layer_widths(experiment)
    parameters = sum((before + 1) * units for before, units in pairwise(widths))
    train, validation, test = part_sizes(experiment.data.examples or 0, experiment.data.split)
    return (
        f"{'-'.join(map(str, widths))}, {parameters:,} parameters, "
        f"{train:,} examples to train on, {validation:,} to validate, {test:,} to test"
    )
