"""Checks that need more than one field, and the defaults that follow from other fields."""

from __future__ import annotations

import math
import re
from itertools import pairwise

import msgspec

from nnviz.engine.activations import ACTIVATIONS
from nnviz.engine.data import output_units, part_sizes
from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiment import Experiment, Network, Optimizer, Training
from nnviz.engine.initialisers import INITIALISERS
from nnviz.engine.losses import LOSSES
from nnviz.engine.names import check_name
from nnviz.engine.optimisers import OPTIMISERS
from nnviz.engine.outputs import OUTPUTS
from nnviz.engine.subject import Subject, subject_of

MOST_HIDDEN_LAYERS = 32
MOST_PARAMETERS = 1_000_000
FROZEN_NAME = re.compile(r"([Wb])(\d+)(?:\[(\d+)(?:,\s*(\d+))?\])?")


def complete(experiment: Experiment) -> Experiment:
    """Fill in the defaults that follow from other fields, and check what the types alone cannot.

    Raises:
        ExperimentError: The first problem, with its field.
    """
    _refuse_infinities(msgspec.to_builtins(experiment), "")
    subject = subject_of(experiment.data)
    _check_split(experiment, subject)
    network = _complete_network(experiment.network, subject)
    widths = (subject.inputs, *network.hidden, output_units(subject, network.output or ""))
    _check_size(widths)
    _check_parameters(network, widths)
    _check_frozen(network, widths)
    training = _complete_training(experiment.training, network, subject)
    data = msgspec.structs.replace(experiment.data, examples=subject.examples)
    return msgspec.structs.replace(experiment, data=data, network=network, training=training)


def layer_widths(experiment: Experiment) -> tuple[int, ...]:
    """Inputs, hidden units, output units of a complete experiment."""
    subject = subject_of(experiment.data)
    network = experiment.network
    return (subject.inputs, *network.hidden, output_units(subject, network.output or ""))


def _refuse_infinities(value: object, field: str) -> None:
    """TOML can write ``inf`` and ``nan``; no field of an experiment means anything with them."""
    if isinstance(value, dict):
        for name, inner in value.items():
            _refuse_infinities(inner, f"{field}.{name}" if field else str(name))
    elif isinstance(value, (list, tuple)):
        for index, inner in enumerate(value):
            _refuse_infinities(inner, f"{field}[{index}]")
    elif isinstance(value, float) and not math.isfinite(value):
        raise ExperimentError(f"expected a finite number, got {value}", field)


def _check_split(experiment: Experiment, subject: Subject) -> None:
    split = experiment.data.split
    if abs(sum(split) - 1.0) > 1e-6:
        raise ExperimentError(f"the three shares must sum to 1, got {sum(split):g}", "data.split")
    if split[0] == 0.0:
        raise ExperimentError("the training part cannot be empty", "data.split")
    if subject.task == "regression" and experiment.data.label_noise > 0.0:
        raise ExperimentError("only classes have labels; use noise for numbers", "data.label_noise")
    validation = part_sizes(subject.examples, split)[1]
    if experiment.training.early_stopping is not None and validation == 0:
        raise ExperimentError("needs a validation part: data.split leaves none", "training.early_stopping")


def _complete_network(network: Network, subject: Subject) -> Network:
    if len(network.hidden) > MOST_HIDDEN_LAYERS:
        raise ExperimentError(
            f"at most {MOST_HIDDEN_LAYERS} hidden layers, got {len(network.hidden)}", "network.hidden"
        )
    activations = (network.activation,) if isinstance(network.activation, str) else network.activation
    for index, name in enumerate(activations):
        place = "network.activation" + ("" if isinstance(network.activation, str) else f"[{index}]")
        check_name(name, ACTIVATIONS, place, "activation")
    if not isinstance(network.activation, str) and len(activations) != len(network.hidden):
        raise ExperimentError(
            f"one name, or one for each of the {len(network.hidden)} hidden layers, got {len(activations)}",
            "network.activation",
        )
    check_name(network.init, INITIALISERS, "network.init", "initialisation")
    follows = {"binary": "sigmoid", "multiclass": "softmax", "regression": "linear"}[subject.task]
    output = network.output if network.output is not None else follows
    check_name(output, OUTPUTS, "network.output", "output activation")
    if subject.task == "regression" and output == "softmax":
        raise ExperimentError("softmax gives shares of classes, but this data has numbers to predict", "network.output")
    return msgspec.structs.replace(network, output=output)


def _check_size(widths: tuple[int, ...]) -> None:
    parameters = sum((before + 1) * units for before, units in pairwise(widths))
    if parameters > MOST_PARAMETERS:
        raise ExperimentError(
            f"this network has {parameters:,} parameters; nnviz holds at most {MOST_PARAMETERS:,}", "network.hidden"
        )


def _check_parameters(network: Network, widths: tuple[int, ...]) -> None:
    if network.parameters is None:
        return
    layers = len(widths) - 1
    if len(network.parameters) != layers:
        raise ExperimentError(
            f"one block for each of the {layers} layers, got {len(network.parameters)}", "network.parameters"
        )
    for index, (block, (before, units)) in enumerate(zip(network.parameters, pairwise(widths), strict=True)):
        place = f"network.parameters[{index}]"
        if len(block.W) != units:
            raise ExperimentError(f"expected {units} rows, one for each unit, got {len(block.W)}", f"{place}.W")
        for unit, row in enumerate(block.W):
            if len(row) != before:
                raise ExperimentError(
                    f"expected {before} numbers, one for each input, got {len(row)}", f"{place}.W[{unit}]"
                )
        if len(block.b) != units:
            raise ExperimentError(f"expected {units} numbers, one for each unit, got {len(block.b)}", f"{place}.b")


def _check_frozen(network: Network, widths: tuple[int, ...]) -> None:
    for index, name in enumerate(network.frozen):
        place = f"network.frozen[{index}]"
        match = FROZEN_NAME.fullmatch(name)
        if match is None:
            raise ExperimentError(f'expected a name such as "W1", "b2", "W1[0,2]" or "b1[0]", got "{name}"', place)
        kind, layer, to, source = match[1], int(match[2]), match[3], match[4]
        if not 1 <= layer < len(widths):
            raise ExperimentError(f'"{name}": layers count from 1 to {len(widths) - 1}', place)
        if to is not None and (kind == "W") != (source is not None):
            raise ExperimentError(f'"{name}": a weight is W[to,from], a bias is b[unit]', place)
        if to is not None and int(to) >= widths[layer]:
            raise ExperimentError(f'"{name}": units of this layer count from 0 to {widths[layer] - 1}', place)
        if source is not None and int(source) >= widths[layer - 1]:
            raise ExperimentError(f'"{name}": inputs of this layer count from 0 to {widths[layer - 1] - 1}', place)


def _complete_training(training: Training, network: Network, subject: Subject) -> Training:
    output = network.output or ""
    follows = {"sigmoid": "binary_cross_entropy", "softmax": "cross_entropy"}.get(output, "squared_error")
    if subject.task == "regression":
        follows = "squared_error"
    loss = training.loss if training.loss is not None else follows
    check_name(loss, LOSSES, "training.loss", "loss")
    row = LOSSES[loss]
    if output not in row.outputs:
        raise ExperimentError(f"{loss} does not go with a {output} output: {row.refusal}", "training.loss")
    if subject.task == "regression" and loss != "squared_error":
        raise ExperimentError(f"{loss} compares classes, but this data has numbers to predict", "training.loss")
    optimizer = training.optimizer
    if isinstance(optimizer, str):
        optimizer = Optimizer(name=optimizer)
    check_name(optimizer.name, OPTIMISERS, "training.optimizer", "optimizer")
    return msgspec.structs.replace(training, loss=loss, optimizer=optimizer)
