"""``nnviz check``: says whether an experiment is valid, and if not, each problem with its place."""

import argparse

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
