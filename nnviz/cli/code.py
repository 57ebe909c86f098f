"""``nnviz code``: writes an experiment as a program that a student can read, in plain NumPy or PyTorch."""

import argparse
from typing import TYPE_CHECKING

from nnviz.cli.arguments import STANDARD_OUTPUT, add_experiment, add_output
from nnviz.cli.inputs import inputs_of
from nnviz.cli.outcome import DONE, BadInputError
from nnviz.cli.outputs import refuse_outputs, write_output
from nnviz.said import said

if TYPE_CHECKING:
    from nnviz.engine import Trainer

FRAMEWORKS = ("numpy", "pytorch")
KINDS = ("py", "ipynb")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what ``code`` takes."""
    add_experiment(parser)
    parser.add_argument(
        "--for",
        dest="framework",
        choices=FRAMEWORKS,
        default=FRAMEWORKS[0],
        help=said("Command", "what the program is written with: numpy (the default) or pytorch"),
    )
    add_output(
        parser,
        "--out",
        said("Command", "write the program, a Python script, or by the file's ending .ipynb a Jupyter notebook"),
        required=True,
    )
    parser.epilog = said(
        "Command",
        "The program holds network, data and training, and prints a line for each epoch, train_loss,validation_loss:\n"
        'the same numbers as "nnviz train --csv", as far as the last digits of another order of sums allow.',
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the program."""
    kind = "py" if arguments.out == STANDARD_OUTPUT else arguments.out.suffix.lower().removeprefix(".")
    if kind not in KINDS:
        raise BadInputError(
            said("Command", '{out}: programs are .py or .ipynb files, not "{suffix}"').format(
                out=arguments.out, suffix=arguments.out.suffix
            )
        )
    refuse_outputs(inputs_of(arguments.experiment, arguments.overrides), arguments.out)
    from nnviz.cli.experiments import source_of, trainer_of
    from nnviz.code.files import write_code
    from nnviz.engine.errors import ExperimentError

    trainer = trainer_of(arguments)
    if _was_changed(trainer):
        raise BadInputError(
            said("Command", "{source}: its run was changed on the way, and a program only knows the experiment").format(
                source=source_of(arguments)
            )
        )
    try:
        program = write_code(trainer.experiment, trainer.examples, arguments.framework, kind)
    except ExperimentError as error:
        raise error.within(source_of(arguments)) from None
    write_output(arguments.out, [program])
    return DONE


def _was_changed(trainer: "Trainer") -> bool:
    """Whether more has happened to a run than that it stopped by itself."""
    from nnviz.engine.training.timeline.events import SetParameters, Stopped

    stops = {iteration for iteration, event in trainer.events if isinstance(event, Stopped)}
    return any(
        iteration not in stops or not isinstance(event, Stopped | SetParameters) for iteration, event in trainer.events
    )
