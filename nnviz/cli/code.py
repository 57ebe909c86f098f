"""``nnviz code``: writes an experiment as a program that a student can read, in plain NumPy or PyTorch."""

import argparse

from nnviz.cli.arguments import add_experiment, add_output
from nnviz.cli.inputs import inputs_of
from nnviz.cli.outcome import DONE
from nnviz.cli.outputs import kind_of, refuse_outputs, write_output
from nnviz.said import said

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
    refusal = said("Command", '{out}: programs are .py or .ipynb files, not "{suffix}"')
    kind = kind_of(arguments.out, KINDS, "py", refusal)
    refuse_outputs(inputs_of(arguments.experiment, arguments.overrides), arguments.out)
    from nnviz.cli.experiments import refuse_changed, start_of
    from nnviz.code.files import write_code
    from nnviz.engine.errors import ExperimentError

    start = start_of(arguments)
    changed = said("Command", "{source}: its run was changed on the way, and a program only knows the experiment")
    refuse_changed(start, changed.format(source=start.source))
    examples = start.trainer().examples
    try:
        program = write_code(start.experiment, examples, arguments.framework, kind)
    except ExperimentError as error:
        raise error.within(start.source) from None
    write_output(arguments.out, [program])
    return DONE
