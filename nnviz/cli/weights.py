"""``nnviz weights``: writes a network's parameters for other tools."""

import argparse
from typing import TYPE_CHECKING

from nnviz.cli.arguments import STANDARD_OUTPUT, add_experiment, add_output, whole_number
from nnviz.cli.inputs import inputs_of
from nnviz.cli.outcome import DONE, FAILED, BadInputError, RunFailedError, complain
from nnviz.cli.outputs import refuse_outputs, write_output
from nnviz.said import joined, said

if TYPE_CHECKING:
    from nnviz.cli.experiments import Start
    from nnviz.engine import Trainer
    from nnviz.recordings.replay import Replay


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what ``weights`` takes."""
    add_experiment(parser)
    when = parser.add_mutually_exclusive_group()
    when.add_argument(
        "--iteration",
        metavar="K",
        type=whole_number(0),
        help=said(
            "Command",
            "those before iteration K (default: 0, the weights that training starts from; "
            "of a session, those on screen)",
        ),
    )
    when.add_argument(
        "--trained", action="store_true", help=said("Command", "train to the end, and write those that came out")
    )
    add_output(
        parser,
        "--out",
        said("Command", "write them, as safetensors, or by the file's ending as ONNX"),
        required=True,
    )
    parser.epilog = said(
        "Command",
        "The tensors are 0.weight, (out, in), 0.bias, 1.weight, ... in float64: torch.nn.Linear's, to the bit.\n"
        "Inputs are what the network gets: the data after data.inputs and data.standardize.\n"
        'An experiment reads them back: [network] weights = "x.safetensors". ONNX has the activations too.',
    )


def run(arguments: argparse.Namespace) -> int:
    """Write; exit status 1 if the run diverged."""
    from nnviz.engine.weights import ENDINGS, SAFETENSORS

    ending = SAFETENSORS if arguments.out == STANDARD_OUTPUT else arguments.out.suffix.lower()
    if ending not in ENDINGS:
        raise BadInputError(
            said("Command", '{out}: weights are {names} files, not "{suffix}"').format(
                out=arguments.out, names=said("Command", " or ").join(ENDINGS), suffix=arguments.out.suffix
            )
        )
    refuse_outputs(inputs_of(arguments.experiment, arguments.overrides), arguments.out)
    from nnviz.cli.experiments import start_of
    from nnviz.engine.weights.files import weights_bytes

    start = start_of(arguments)
    trainer = start.run()
    _bring(trainer, start, arguments)
    architecture = trainer.architecture
    activations = [architecture.activation_name(layer) for layer in range(1, architecture.layers + 1)]
    write_output(arguments.out, [weights_bytes(ending, trainer.parameters(), activations)])
    if trainer.finished == "diverged":
        return complain(joined(": ", start.source, trainer.history.message), FAILED)
    return DONE


def _bring(trainer: "Trainer | Replay", start: "Start", arguments: argparse.Namespace) -> None:
    """Bring the run to where its parameters are wanted."""
    from nnviz.cli.progress import train_to_the_end
    from nnviz.engine import PlaceError

    if arguments.trained:
        train_to_the_end(trainer)
        return
    iteration = start.reached(arguments.iteration)
    try:
        trainer.seek(iteration)
    except PlaceError as error:
        problem = said("Command", "{source}: --iteration {iteration}: {error}").format(
            source=start.source, iteration=iteration, error=error.text
        )
        raise (RunFailedError if trainer.finished == "diverged" else BadInputError)(problem) from None
