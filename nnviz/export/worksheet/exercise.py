"""What is worked out by hand: one iteration of a network with short numbers, on one example, and every number of it.

Parameters, inputs and target are rounded, and the engine makes its iteration on exactly these: whoever calculates with
the numbers on the sheet comes to the numbers of the key.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

import numpy as np
from msgspec.structs import replace

from nnviz.engine.data.examples import Examples, make_examples
from nnviz.engine.errors import ExperimentError, PlaceError, beyond_the_end
from nnviz.engine.experiment import Experiment
from nnviz.engine.settings import Data, LayerParameters, Row, Schedule
from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.training.record.phases import Kind
from nnviz.engine.training.run.trainer import Trainer
from nnviz.engine.training.timeline.events import GoOn, SetFrozen, SetSilenced, Stopped
from nnviz.engine.types import Array
from nnviz.recordings.replay import Replay
from nnviz.said import said

BLANKS = (Kind.PRE_ACTIVATION, Kind.ACTIVATION, Kind.LOSS, Kind.DELTA, Kind.GRADIENT, Kind.UPDATE)
"""What can be left to the student, in the order in which it is computed."""

DECIMALS = 2
"""Of the numbers that a student begins with."""

MOST_UNITS = 8
"""In a layer, the inputs too: more is no work for a hand."""

MOST_PARAMETERS = 150

WIDEST = 0.0005
"""The tolerance of an answer with four decimals; a small number has to be right to one part in a hundred."""

RELATIVE = 0.01


@dataclass(frozen=True)
class Field:
    """One number of an iteration.

    Attributes:
        kind: Which formula gives it.
        layer: 1 is the first hidden layer; 0 for the loss.
        unit: The unit that it belongs to, from 0.
        source: Where the weight comes from; ``None`` for what is no weight's.
        name: What the key calls it: ``z1[0]``, ``L``, ``dW1[0,1]``, ``db1[0]``; ``W1[0,1]`` is after the update.
        value: The engine's.
        tolerance: How far off an answer may be.
    """

    kind: Kind
    layer: int
    unit: int
    source: int | None
    name: str
    value: float
    tolerance: float

    @property
    def answer(self) -> str:
        """The number in as many decimals as its tolerance tells apart, at least four."""
        return fixed(self.value, max(4, math.ceil(-math.log10(self.tolerance))))


@dataclass(frozen=True)
class Exercise:
    """What one student works out.

    Attributes:
        student: From 1.
        experiment: The network with its short numbers and the one example: it gives this iteration anywhere, where
            nobody has knocked out or frozen anything on the way.
        record: The iteration.
        blanks: What is left to the student.
        fields: Every number of it that can be asked for, in the order in which they are computed.
        left_out: What the run has and the sheet has not, in words.
    """

    student: int
    experiment: Experiment
    record: Iteration
    blanks: frozenset[Kind]
    fields: tuple[Field, ...]
    left_out: tuple[str, ...]

    @property
    def asked(self) -> tuple[Field, ...]:
        """The blanks."""
        return tuple(field for field in self.fields if field.kind in self.blanks)


def exercises(run: Trainer | Replay, iteration: int, students: int, blanks: Iterable[Kind]) -> Iterator[Exercise]:
    """The exercise of each student, one after the other as they are asked for.

    A single student has the run's own network. Of several each has weights of their own, by the network's seed
    and those after it; where the experiment gives its parameters, the biases stay and the weights are drawn. What
    happened to the run on the way there happens to theirs too.

    Args:
        run: Whose network it is.
        iteration: Which iteration of it; the first example of its batch is the one that is worked out.
        students: How many.
        blanks: What is left to them.

    Raises:
        ExperimentError: The network is too large, or all students would have the same numbers.
        PlaceError: The run ends before the iteration.
    """
    seen: set[bytes] = set()
    wanted = frozenset(blanks)
    for number in range(1, students + 1):
        own = run if students == 1 else _with_own_weights(run, iteration, number)
        exercise = _exercise(number, own, iteration, wanted)
        if (numbers := exercise.record.theta.tobytes()) in seen:
            reason = said("Worksheet", "two students would have the same numbers: nothing is drawn by chance")
            raise ExperimentError(reason, "network.init")
        seen.add(numbers)
        yield exercise


def _with_own_weights(run: Trainer | Replay, iteration: int, student: int) -> Trainer:
    experiment, network = run.experiment, run.experiment.network
    fields: dict[str, object] = {"network.seed": network.seed + student - 1}
    if network.parameters is not None:
        fields["network.parameters"] = None
        fields["network.bias"] = [float(np.mean(layer.b)) for layer in network.parameters]
    own = Trainer(experiment.with_fields(fields))
    for at, event in run.events:
        # How a run ends is its own business.
        if at <= iteration and not isinstance(event, Stopped | GoOn):
            own.seek(at)
            own.change([event])
    return own


def _exercise(student: int, trainer: Trainer | Replay, iteration: int, blanks: frozenset[Kind]) -> Exercise:
    experiment = trainer.experiment
    _check_size(trainer.architecture.widths, trainer.architecture.parameter_count)
    trainer.seek(iteration)
    if trainer.finished is not None:
        raise beyond_the_end(trainer.iteration, trainer.history.message)
    rate, parameters = trainer.learning_rate, trainer.parameters()
    example = int(trainer.iterate().examples[0])
    training = experiment.training
    short = replace(
        experiment,
        data=_data_of(trainer.examples, example, experiment),
        network=replace(
            experiment.network,
            parameters=tuple(
                LayerParameters(W=tuple(map(short_row, weights)), b=short_row(biases)) for weights, biases in parameters
            ),
        ),
        training=replace(
            training,
            learning_rate=float(f"{rate:.3g}"),
            schedule=Schedule(),
            clip_norm=None,
            dropout=0.0,
            batch_size=1,
            early_stopping=None,
            epochs=1,
        ),
    )
    own = Experiment.parse(short.to_toml())
    worked_out = Trainer(own)
    held = [event for at, event in trainer.events if at <= iteration and isinstance(event, SetSilenced | SetFrozen)]
    worked_out.change(held)
    record = worked_out.iterate()
    if (place := record.first_not_finite()) is not None:
        raise PlaceError(said("Worksheet", "{place} are not finite").format(place=place))
    left_out = [said("Worksheet", "dropout")] if trainer.architecture.dropout else []
    left_out += [said("Worksheet", "the clipping of gradients")] if training.clip_norm is not None else []
    return Exercise(student, own, record, blanks, tuple(_fields(record)), tuple(left_out))


def _check_size(widths: tuple[int, ...], parameters: int) -> None:
    if max(widths) > MOST_UNITS:
        reason = said("Worksheet", "a layer of {units} is too wide to be worked out by hand: at most {most}")
        raise ExperimentError(reason.format(units=max(widths), most=MOST_UNITS), "network.hidden")
    if parameters > MOST_PARAMETERS:
        reason = said("Worksheet", "{parameters} parameters are too many to be worked out by hand: at most {most}")
        raise ExperimentError(reason.format(parameters=parameters, most=MOST_PARAMETERS), "network.hidden")


def _data_of(examples: Examples, example: int, experiment: Experiment) -> Data:
    """One example, as the network sees it, with short numbers."""
    x = short_row(examples.x[example])
    if examples.task == "regression":
        return Data(x=(x,), y=(short_row(examples.y[example]),), split=(1.0, 0.0, 0.0), standardize=False)
    label = int(examples.labels[example])
    if label == examples.classes - 1 or examples.classes == 2:
        return Data(x=(x,), y=(label,), split=(1.0, 0.0, 0.0), standardize=False)
    # How many classes there are, the labels have to say: another example has the last one, and is never trained on.
    other = (0.0,) * len(x)
    both = Data(x=(x, other), y=(label, examples.classes - 1), split=(0.5, 0.5, 0.0), standardize=False)
    for seed in count(1):
        data = replace(both, seed=seed)
        if make_examples(replace(experiment, data=data)).train.tolist() == [0]:
            break
    return data


def short_row(values: Array) -> Row:
    """Numbers with few decimals; there is no −0."""
    return tuple(round(float(value), DECIMALS) + 0.0 for value in values)


def fixed(value: float, decimals: int) -> str:
    """A number with so many decimals and a plain hyphen as its minus sign, for programs; there is no −0."""
    text = f"{value:.{decimals}f}"
    return text.removeprefix("-") if float(text) == 0.0 else text


def _fields(record: Iteration) -> Iterator[Field]:
    for phase in record.phases:
        if phase.kind is Kind.LOSS:
            yield _field(Kind.LOSS, 0, 0, None, "L", record.loss.total)
        elif phase.kind is Kind.UPDATE:
            yield from _updates(record)
        elif phase.kind is not Kind.INPUT:
            yield from _of_layer(record, phase.kind, phase.layer)


def _of_layer(record: Iteration, kind: Kind, number: int) -> Iterator[Field]:
    layer = record.layers[number - 1]
    if kind is Kind.GRADIENT:
        for unit, row in enumerate(layer.grad_W):
            for source, value in enumerate(row):
                yield _field(kind, number, unit, source, f"dW{number}[{unit},{source}]", value)
            yield _field(kind, number, unit, None, f"db{number}[{unit}]", layer.grad_b[unit])
        return
    values = {Kind.PRE_ACTIVATION: layer.z, Kind.ACTIVATION: layer.a, Kind.DELTA: layer.delta}[kind][0]
    for unit, value in enumerate(values):
        yield _field(kind, number, unit, None, f"{kind.value}{number}[{unit}]", value)


def _updates(record: Iteration) -> Iterator[Field]:
    """What trains, as it is after the update: what counts is that the step can be seen in the answer."""
    trainable = np.ones_like(record.theta) if record.trainable is None else record.trainable
    masks = record.architecture.weights_and_biases(trainable)
    for layer, (weights, biases) in zip(record.layers, masks, strict=True):
        number = layer.number
        for unit, row in enumerate(layer.W_after):
            for source, value in enumerate(row):
                if weights[unit, source]:
                    step = value - layer.W[unit, source]
                    yield _field(Kind.UPDATE, number, unit, source, f"W{number}[{unit},{source}]", value, step)
            if biases[unit]:
                value = layer.b_after[unit]
                yield _field(Kind.UPDATE, number, unit, None, f"b{number}[{unit}]", value, value - layer.b[unit])


def _field(
    kind: Kind, layer: int, unit: int, source: int | None, name: str, value: float, step: float | None = None
) -> Field:
    return Field(kind, layer, unit, source, name, float(value), tolerance_of(value if step is None else step))


def tolerance_of(size: float) -> float:
    """How far off a number of this size may be, in two digits."""
    allowed = min(WIDEST, RELATIVE * abs(float(size)))
    return float(f"{allowed:.1e}") if allowed > 1e-15 else WIDEST
