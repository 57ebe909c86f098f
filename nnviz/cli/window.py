"""The window.

It starts where EXPERIMENT says, or where it was left the last time; of a table it shows what can be learned from it.
"""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from nnviz import __version__
from nnviz.cli.arguments import add_experiment, seconds
from nnviz.cli.inputs import inputs_of
from nnviz.cli.outcome import BadInputError
from nnviz.cli.outputs import refuse_outputs
from nnviz.said import said
from nnviz.shortened import called
from nnviz.signals import hold_back

if TYPE_CHECKING:
    from nnviz.cli.experiments import Start
    from nnviz.engine.experiment import Experiment
    from nnviz.recordings.reading import Recording
    from nnviz.sessions.opening import Opened


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what the window takes, and name the other commands."""
    from nnviz.cli.commands import VERBS

    parser.usage = "nnviz [EXPERIMENT | TABLE] [options]\n       nnviz COMMAND ..."
    add_experiment(parser, nargs="?")
    parser.add_argument("--train", action="store_true", help=said("Command", "train at once"))
    parser.add_argument(
        "--stats",
        metavar="FILE",
        type=Path,
        help=said("Command", "on closing, write what nnviz measured of itself, for a bug report"),
    )
    parser.add_argument(
        "--quit-after", metavar="SECONDS", type=seconds, help=said("Command", "close by itself after so long")
    )
    parser.add_argument("--version", action="version", version=f"nnviz {__version__}")
    width = max(map(len, VERBS))
    commands = "\n".join(f"  {verb.name:{width}} {verb.summary}" for verb in VERBS.values())
    parser.epilog = (
        "A TABLE (.csv, .tsv, .xlsx) is looked into first: the window shows what can be learned from it.\n\n"
        f'Commands that need no display ("nnviz COMMAND --help" describes each):\n{commands}\n\n'
        "Exit status: 0 done, 1 it ran and failed, 2 bad input."
    )


def run(arguments: argparse.Namespace) -> int:
    """Open the window, and come back when it is closed."""
    from nnviz.cli.commands import VERBS

    if arguments.experiment in VERBS:
        name = arguments.experiment
        raise BadInputError(
            said("Command", 'a command comes first: "nnviz {name} ..." (a file of that name is ./{name})').format(
                name=name
            )
        )
    if arguments.experiment is None and arguments.overrides:
        raise BadInputError(said("Command", "--set overrides fields of an EXPERIMENT, and none is given"))
    if arguments.stats is not None:
        refuse_outputs(inputs_of(arguments.experiment, arguments.overrides), arguments.stats)
    from nnviz.lecture.files import is_lecture

    if arguments.experiment is not None and is_lecture(arguments.experiment):
        return _tour(arguments)
    from nnviz.cli.experiments import start_of, table_of

    table = table_of(arguments)
    if table is not None and (arguments.overrides or arguments.train):
        raise BadInputError(
            said("Command", "--set and --train are about an EXPERIMENT, and {name} is a table").format(
                name=called(table)
            )
        )
    named = table is None and arguments.experiment is not None
    what = _opened(start_of(arguments), arguments) if named else table
    from nnviz.preflight import problem_with_window

    if problem := problem_with_window():
        raise BadInputError(problem)
    hold_back()
    from nnviz.ui.app import run_window

    return run_window(what, arguments.stats, arguments.quit_after, arguments.train, arguments.language)


def _opened(start: "Start", arguments: argparse.Namespace) -> "Experiment | Opened | Recording":
    """What the window opens: of a session it says how it compares with what is computed here."""
    if start.session is None:
        return start.recording or start.experiment
    from nnviz.sessions.opening import Opened, check_of

    return Opened(start.session, check_of(start.session), Path(arguments.experiment))


def _tour(arguments: argparse.Namespace) -> int:
    """A lecture in place of an experiment is opened as a tour."""
    if arguments.overrides or arguments.train:
        raise BadInputError(
            said("Command", "--set and --train are about an EXPERIMENT, and {experiment} is a lecture").format(
                experiment=arguments.experiment
            )
        )
    from nnviz.cli.lecture_give import give
    from nnviz.cli.lectures import reading_named

    return give(reading_named(arguments.experiment), arguments, tour=True)
