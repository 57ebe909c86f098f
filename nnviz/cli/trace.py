"""``nnviz trace``: writes every number of some iterations, so that they can be checked."""

import argparse

from nnviz.cli.arguments import add_experiment, add_output, whole_number
from nnviz.cli.inputs import inputs_of
from nnviz.cli.outcome import DONE, FAILED, BadInputError, RunFailedError, complain, say
from nnviz.cli.outputs import refuse_outputs, write_output
from nnviz.said import joined, said


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what ``trace`` takes."""
    add_experiment(parser)
    parser.add_argument(
        "--from",
        metavar="K",
        dest="start",
        type=whole_number(0),
        help=said("Command", "the first iteration (default: 0; of a session, where it stands)"),
    )
    parser.add_argument(
        "--iterations",
        metavar="N",
        type=whole_number(1),
        default=1,
        help=said("Command", "how many iterations (default: 1)"),
    )
    add_output(parser, "--json", said("Command", "write the trace"), required=True)
    parser.epilog = said(
        "Command",
        "Numbers are written so that they read back to the same bits. JSON has none that are not finite:\n"
        'a diverging run writes them as the texts "NaN", "Infinity" and "-Infinity", which float() '
        "reads;\n"
        "its trace ends with the iteration that diverged, and the exit status is 1.",
    )


def run(arguments: argparse.Namespace) -> int:
    """Trace; exit status 1 if the run diverged."""
    refuse_outputs(inputs_of(arguments.experiment, arguments.overrides), arguments.json)
    from nnviz.cli.experiments import start_of
    from nnviz.engine.errors import PlaceError, beyond_the_end
    from nnviz.engine.reports.trace import trace

    start = start_of(arguments)
    trainer, first = start.run(), start.iteration(arguments.start)
    try:
        write_output(arguments.json, trace(trainer, first, arguments.iterations))
    except PlaceError as error:
        problem = said("Command", "{source}: --from {start}: {error}").format(
            source=start.source, start=first, error=error.text
        )
        raise (RunFailedError if trainer.finished == "diverged" else BadInputError)(problem) from None
    if trainer.finished == "diverged":
        return complain(joined(": ", start.source, trainer.history.message), FAILED)
    if trainer.iteration < first + arguments.iterations:
        end = beyond_the_end(trainer.iteration, trainer.history.message)
        say(said("Command", "note: {source}: {end}").format(source=start.source, end=end.text))
    return DONE
