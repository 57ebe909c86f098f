"""``nnviz explain``: takes the gradient of one weight apart, path by path."""

import argparse
import re

from nnviz.cli.arguments import add_experiment, add_iteration, add_output, whole_number
from nnviz.cli.inputs import inputs_of
from nnviz.cli.outcome import DONE, BadInputError, RunFailedError
from nnviz.cli.outputs import refuse_outputs, write_output
from nnviz.said import joined, said


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what ``explain`` takes."""
    add_experiment(parser)
    parser.add_argument(
        "--weight",
        metavar="LAYER,TO,FROM",
        type=weight,
        required=True,
        help=said(
            "Command",
            "which weight: its layer (1 is the first hidden one), the unit it leads to, and the unit or "
            "input that it comes from; units count from 0",
        ),
    )
    add_iteration(parser, said("Command", "which iteration (default: 0; of a session, where it stands)"))
    parser.add_argument(
        "--example",
        metavar="N",
        type=whole_number(0),
        help=said("Command", "an example, by its place in the batch, from 0 (default: the mean over the batch)"),
    )
    add_output(parser, "--json", said("Command", "write the explanation"), required=True)
    parser.epilog = said(
        "Command",
        "The products of the paths and the penalty's part sum to the gradient, before any clipping. For "
        "the mean\n"
        'over a batch, the factors that differ from example to example are one, called "mean". Where '
        "there are more\n"
        'than 10,000 paths, the largest are listed, and "rest" is the sum of the others.',
    )


def run(arguments: argparse.Namespace) -> int:
    """Explain."""
    refuse_outputs(inputs_of(arguments.experiment, arguments.overrides), arguments.json)
    from nnviz.cli.experiments import start_of
    from nnviz.engine.errors import PlaceError, beyond_the_end
    from nnviz.engine.reports.explanation import explanation_json

    start = start_of(arguments)
    trainer = start.run()
    try:
        trainer.seek(start.iteration(arguments.iteration))
        if trainer.finished is not None:
            raise beyond_the_end(trainer.iteration, trainer.history.message)
        layer, unit, source = arguments.weight
        written = explanation_json(trainer.iterate(), layer, unit, source, arguments.example)
    except PlaceError as error:
        problem = joined(": ", start.source, error.text)
        raise (RunFailedError if trainer.finished == "diverged" else BadInputError)(problem) from None
    write_output(arguments.json, [written])
    return DONE


def weight(text: str) -> tuple[int, int, int]:
    """``LAYER,TO,FROM`` as three numbers."""
    match = re.fullmatch(r"\s*(\d{1,6})\s*,\s*(\d{1,6})\s*,\s*(\d{1,6})\s*", text)
    if match is None:
        raise argparse.ArgumentTypeError(
            said("Command", 'expected LAYER,TO,FROM, for example 1,0,1, got "{text}"').format(text=text)
        )
    return int(match[1]), int(match[2]), int(match[3])
