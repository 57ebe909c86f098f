"""``nnviz worksheet``: an iteration with blanks to fill, for each student with numbers of their own, and the key."""

import argparse
from collections.abc import Callable, Iterable
from pathlib import Path

from nnviz.cli.arguments import STANDARD_OUTPUT, add_experiment, add_iteration, add_output, add_paper, whole_number
from nnviz.cli.inputs import inputs_of
from nnviz.cli.looks import refuse_undrawable
from nnviz.cli.outcome import DONE, BadInputError
from nnviz.cli.outputs import refuse_ending, refuse_outputs, write_output
from nnviz.paper import PAPERS
from nnviz.said import joined, said

BLANKS = ("z", "a", "L", "delta", "dW", "update")
SHEETS = (".pdf", ".html")
MOST_STUDENTS = 500


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what ``worksheet`` takes."""
    add_experiment(parser)
    add_iteration(
        parser,
        said(
            "Command",
            "which iteration (default: 0; of a session, where it stands); the first example of its batch is worked out",
        ),
    )
    parser.add_argument(
        "--blank",
        metavar="z,a,...",
        dest="blanks",
        type=blanks,
        default=BLANKS,
        help=said("Command", "what is left to fill in, of {names} (default: all)").format(names=", ".join(BLANKS)),
    )
    parser.add_argument(
        "--students",
        metavar="N",
        type=whole_number(1),
        default=1,
        help=said("Command", "so many sheets, each with weights of its own by the network's seed (default: 1)"),
    )
    parser.add_argument(
        "--no-formulas", dest="formulas", action="store_false", help=said("Command", "the formulas are not given")
    )
    add_paper(parser)
    add_output(parser, "--out", said("Command", "write the sheets, a PDF or an HTML file to print"), required=True)
    add_output(
        parser,
        "--key",
        said("Command", "write the key: a CSV with student, field, value and tolerance, or a PDF or an HTML file"),
    )
    add_output(parser, "--moodle", said("Command", "write Moodle XML, a Cloze question for each student"))
    add_output(parser, "--gift", said("Command", "write questions in GIFT, one for each blank"))
    parser.epilog = said(
        "Command",
        "Parameters, inputs and target are rounded to two decimals, and the engine makes its update on exactly\n"
        "these: whoever calculates with the numbers on the sheet comes to those of the key.",
    )


def run(arguments: argparse.Namespace) -> int:
    """Make the sheets and what belongs to them."""
    for output, endings in (
        (arguments.out, SHEETS),
        (arguments.key, (*SHEETS, ".csv")),
        (arguments.moodle, (".xml",)),
        (arguments.gift, (".txt", ".gift")),
    ):
        refuse_ending(output, *endings)
    if arguments.students > MOST_STUDENTS:
        raise BadInputError(said("Command", "--students: at most {most}").format(most=MOST_STUDENTS))
    refuse_outputs(
        inputs_of(arguments.experiment, arguments.overrides),
        arguments.out,
        arguments.key,
        arguments.moodle,
        arguments.gift,
    )
    refuse_undrawable()
    from nnviz.cli.experiments import start_of
    from nnviz.engine.errors import ExperimentError, PlaceError
    from nnviz.engine.training.record.phases import Kind
    from nnviz.export.worksheet.exercise import exercises
    from nnviz.export.worksheet.forms import Worksheets

    start = start_of(arguments)
    trainer = start.run()
    iteration = start.iteration(arguments.iteration)
    try:
        made = list(exercises(trainer, iteration, arguments.students, map(Kind, arguments.blanks)))
    except PlaceError as error:
        raise BadInputError(joined(": ", start.source, error.text)) from None
    except ExperimentError as error:
        raise error.within(start.source) from None
    sheets = Worksheets(made, arguments.formulas, arguments.language, PAPERS.get(arguments.paper))
    wanted: list[tuple[Path | None, Callable[[], Iterable[bytes]]]] = [
        (arguments.moodle, sheets.moodle),
        (arguments.gift, sheets.gift),
        (arguments.key, lambda: sheets.key(_kind(arguments.key, ".csv"))),
        (arguments.out, lambda: sheets.sheets(_kind(arguments.out, ".html"))),
    ]
    # All of it is in words before the first file is drawn.
    made_of = [(output, content()) for output, content in wanted if output is not None]
    for output, content in made_of:
        write_output(output, content)
    return DONE


def _kind(output: Path | None, usual: str) -> str:
    """The ending of a file, or the usual one on standard output."""
    return usual if output is None or output == STANDARD_OUTPUT else output.suffix.lower()


def blanks(text: str) -> tuple[str, ...]:
    """``z,a,…`` as names of blanks."""
    names = tuple(name.strip() for name in text.split(","))
    for name in names:
        if name not in BLANKS:
            raise argparse.ArgumentTypeError(
                said("Command", 'expected some of {names}, with commas between them, got "{text}"').format(
                    names=", ".join(BLANKS), text=text
                )
            )
    return names
