"""Moments of real runs, for the tests beside it."""

from nnviz.engine import Experiment, Trainer
from nnviz.ui.session.moment import Moment, Selection


def trainer_of(text: str) -> Trainer:
    return Trainer(Experiment.parse(text))


def worked_example() -> Trainer:
    return Trainer(Experiment.named("worked-example"))


def moments(trainer: Trainer, example: int = 0, selection: Selection | None = None) -> dict[str, Moment]:
    """Every phase of the next iteration, by its name."""
    record = trainer.iterate()
    return {
        phase.name: Moment(record, index, example, selection=selection) for index, phase in enumerate(record.phases)
    }


CLASSES = "x = [[0.3, -1.2], [0.9, 0.4], [-0.7, 0.1], [1.5, -0.2]]\ny = [0, 2, 1, 2]"
TWO_CLASSES = "x = [[0.3, -1.2], [0.9, 0.4], [-0.7, 0.1], [1.5, -0.2]]\ny = [0, 1, 1, 0]"
NUMBERS = (
    "x = [[0.3, -1.2], [0.9, 0.4], [-0.7, 0.1], [1.5, -0.2]]\ny = [[0.2, 0.7], [0.4, -0.6], [0.9, 0.1], [-0.3, 0.5]]"
)


def experiment_text(
    data: str,
    output: str,
    loss: str,
    activation: str = "tanh",
    hidden: str = "[3, 2]",
    batch: str = "4",
    l2: float = 0.0,
    seed: int = 1,
    training: str = "",
) -> str:
    """An experiment as a file has it; ``training`` is more lines of that table."""
    return f"""
[data]
{data}
split = [1.0, 0.0, 0.0]
standardize = false
[network]
hidden = {hidden}
activation = "{activation}"
output = "{output}"
seed = {seed}
bias = 0.1
[training]
loss = "{loss}"
batch_size = {batch}
l2 = {l2}
learning_rate = 0.5
{training}
"""


PAIRS = [
    (TWO_CLASSES, "sigmoid", "binary_cross_entropy"),
    (CLASSES, "softmax", "cross_entropy"),
    (TWO_CLASSES, "softmax", "cross_entropy"),
    (TWO_CLASSES, "sigmoid", "squared_error"),
    (CLASSES, "softmax", "squared_error"),
    (TWO_CLASSES, "tanh", "squared_error"),
    (NUMBERS, "linear", "squared_error"),
    (NUMBERS, "tanh", "squared_error"),
    (NUMBERS, "sigmoid", "squared_error"),
    (TWO_CLASSES, "linear", "squared_error"),
]
"""Data, output and loss, every pair that goes together."""
