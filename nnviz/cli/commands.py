"""The table of commands, and which of them the words on the command line mean."""

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple

from nnviz.cli.arguments import Parser
from nnviz.cli.outcome import BadInputError, exit_status
from nnviz.cli.words import OPTION, speaking, without_language
from nnviz.language import languages
from nnviz.said import said


class Command(NamedTuple):
    """A command of ``nnviz``.

    Attributes:
        name: The word that calls it, or the two words; empty for the window.
        module: Where it is. ``add_arguments(parser)`` describes it; ``run(arguments)`` does it and returns its status.
        summary: One line of the help.
    """

    name: str
    module: str
    summary: str


WINDOW = Command(
    "", "nnviz.cli.window", said("Command", "Watch a neural network train, one iteration at a time, with true numbers.")
)
VERBS = {
    verb.name: verb
    for verb in (
        Command(
            "list",
            "nnviz.cli.listing",
            said("Command", "what there is: experiments, data sets, activations, losses, …"),
        ),
        Command(
            "page",
            "nnviz.cli.page",
            said("Command", "make a web page of one file, in which the network trains in any browser, offline"),
        ),
        Command("train", "nnviz.cli.train", said("Command", "train, and write how it went")),
        Command(
            "sweep",
            "nnviz.cli.sweep",
            said("Command", "train many networks: every combination of some settings and seeds"),
        ),
        Command("trace", "nnviz.cli.trace", said("Command", "write every number of some iterations")),
        Command("explain", "nnviz.cli.explain", said("Command", "take the gradient of one weight apart, path by path")),
        Command("render", "nnviz.cli.render", said("Command", "draw the window's picture into a file")),
        Command("film", "nnviz.cli.film", said("Command", "draw a film of some updates, or of training")),
        Command("slides", "nnviz.cli.slides", said("Command", "make slides of an update, or of a lecture")),
        Command(
            "worksheet",
            "nnviz.cli.worksheet",
            said("Command", "an iteration to work out by hand: sheets with blanks, and the key"),
        ),
        Command(
            "weights",
            "nnviz.cli.weights",
            said("Command", "write the parameters for other tools, as safetensors or ONNX"),
        ),
        Command(
            "code",
            "nnviz.cli.code",
            said("Command", "write network, data and training as a program, in plain NumPy or PyTorch"),
        ),
        Command(
            "check",
            "nnviz.cli.check",
            said("Command", "say whether an experiment or a lecture is valid, and if not, each problem"),
        ),
        Command("lecture", "nnviz.cli.lecture_give", said("Command", "give a lecture, with a clicker")),
        Command("lecture list", "nnviz.cli.lecture_list", said("Command", "list the scenes of a lecture")),
        Command(
            "lecture check",
            "nnviz.cli.lecture_check",
            said("Command", "train the networks of a lecture and test what it claims"),
        ),
        Command(
            "lecture metrics", "nnviz.cli.lecture_metrics", said("Command", "what the claims of a lecture can speak of")
        ),
    )
}


def run(argv: Sequence[str] | None) -> int:
    """Do what the words after ``nnviz`` ask for, and return the exit status."""
    words, language = without_language(sys.argv[1:] if argv is None else argv)
    if language is not None and language not in languages():
        choices = said("Command", "--language: invalid choice: {value} (choose from {names})")
        raise BadInputError(choices.format(value=repr(language), names=", ".join(languages())))
    with speaking(language) as spoken:
        # What goes wrong is said while it is spoken.
        return exit_status(lambda: _run(words, spoken))


def _run(words: list[str], language: str) -> int:
    # A verb wins over a file of that name, which ./NAME still opens.
    command = VERBS.get(" ".join(words[:2])) or VERBS.get(" ".join(words[:1])) or WINDOW
    module = import_module(command.module)
    parser = Parser(command.name, command.summary)
    module.add_arguments(parser)
    parser.add_argument(
        OPTION,
        metavar="LANGUAGE",
        default=language,
        help=said("Command", "what is spoken: {names}").format(names=", ".join(languages())),
    )
    return int(module.run(parser.parse_args(words[len(command.name.split()) :])))
