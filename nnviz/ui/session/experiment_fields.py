"""What the controls of the experiment panel change: fields of an experiment, and which choices go together.

Functions of values. Each one that ends in ``_fields`` returns what ``Experiment.with_fields`` takes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any, TypeAlias

from nnviz.engine.data.datasets import DATASETS
from nnviz.engine.data.examples import part_sizes
from nnviz.engine.data.task_shape import TaskShape, task_shape_of
from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiment import Experiment
from nnviz.engine.experiments.completion import layer_widths
from nnviz.engine.functions.losses import LOSSES
from nnviz.engine.functions.outputs import OUTPUTS
from nnviz.engine.settings import Optimizer, Schedule

Fields: TypeAlias = dict[str, Any]

MOST_LAYERS = 16
"""Hidden layers that the panel adds; a file may have more, and they are shown."""
MOST_UNITS = 64
"""Units that the panel gives a layer; a file may give more, and they are shown."""
NEW_LAYER_UNITS = 4
DEFAULT_ACTIVATION = "tanh"

NO_LOSS: dict[str, None] = {"training.loss": None, "training.loss_scale": None}
"""The loss follows from the rest, and is scaled as usual."""
# What belongs to one particular network: another architecture has no use for it.
_HAND_MADE: dict[str, None] = {"network.parameters": None, "network.frozen": None}


def value_at(experiment: Experiment, field: str) -> Any:
    """The value of a field named in dots; of an optimiser or a schedule its name; ``None`` where there is none."""
    value: Any = experiment
    for name in field.split("."):
        value = None if value is None else getattr(value, name)
    return value.name if isinstance(value, Optimizer | Schedule) else value


def plain_at(experiment: Experiment, field: str) -> Any:
    """The value of a field as ``Experiment.with_fields`` takes it; ``None`` takes it out."""
    value: Any = experiment.to_dict()
    for name in field.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return value


def data_fields(experiment: Experiment, other: Experiment) -> Fields:
    """Take another experiment's data. What follows from the data follows from the new; network and training stay."""
    fields: dict[str, Any] = {
        "title": other.title,
        "data": other.to_dict()["data"],
        "network.output": None,
        **NO_LOSS,
        **_HAND_MADE,
    }
    if not has_validation(other):
        fields["training.early_stopping"] = None
    elif not has_validation(experiment):
        # It was off because it could not be on.
        fields["training.early_stopping"] = other.to_dict()["training"].get("early_stopping")
    return fields


def hidden_fields(experiment: Experiment, hidden: Iterable[int]) -> Fields:
    """Give the hidden layers other numbers of units; the layers stay the same ones."""
    return {"network.hidden": list(hidden), **_HAND_MADE}


def units_fields(experiment: Experiment, layer: int, units: int) -> Fields:
    """Give one hidden layer another number of units; layers count from 0 here."""
    hidden = experiment.network.hidden
    return hidden_fields(experiment, [*hidden[:layer], units, *hidden[layer + 1 :]])


def layers_fields(experiment: Experiment, hidden: Sequence[int]) -> Fields:
    """Take other hidden layers. What is said layer by layer is said of the first ones; a new one is as the last."""
    network, training, count = experiment.network, experiment.training, len(hidden)
    fields = hidden_fields(experiment, hidden)
    if not isinstance(network.activation, str):
        fields["network.activation"] = _resized(network.activation, count) or DEFAULT_ACTIVATION
    if isinstance(network.bias, tuple):
        *each, output = network.bias
        fields["network.bias"] = [*_resized(each or [output], count), output]
    if isinstance(training.dropout, tuple):
        fields["training.dropout"] = _resized(training.dropout, count) or None
    return fields


def add_layer_fields(experiment: Experiment) -> Fields:
    """Put a hidden layer before the output, as wide as the one before it, and the same in all else."""
    hidden = experiment.network.hidden
    return layers_fields(experiment, [*hidden, hidden[-1] if hidden else NEW_LAYER_UNITS])


def remove_layer_fields(experiment: Experiment, layer: int) -> Fields:
    """Take a hidden layer out, with all that is its own; layers count from 0 here."""
    network, training = experiment.network, experiment.training
    fields: dict[str, Any] = {"network.hidden": _without(network.hidden, layer), **_HAND_MADE}
    if not isinstance(network.activation, str):
        fields["network.activation"] = _without(network.activation, layer) or None
    if isinstance(network.bias, tuple):
        fields["network.bias"] = _without(network.bias, layer)
    if isinstance(training.dropout, tuple):
        fields["training.dropout"] = _without(training.dropout, layer) or None
    return fields


def _resized(each: Sequence[Any], count: int) -> list[Any]:
    """What so many layers have, the last one's again where there are more; nothing where there was no layer."""
    return [*each[:count], *[each[-1]] * (count - len(each))] if each else []


def _without(each: Sequence[Any], layer: int) -> list[Any]:
    return [value for place, value in enumerate(each) if place != layer]


def output_fields(experiment: Experiment, output: str) -> Fields:
    """Take another output; the loss stays where it goes with it, and the weights where they fit."""
    fields: dict[str, Any] = {"network.output": output}
    if output not in LOSSES[experiment.training.loss or ""].outputs:
        fields |= NO_LOSS
    if "softmax" in (output, experiment.network.output):
        fields.update(_HAND_MADE)
    return fields


def loss_fields(experiment: Experiment, loss: str | None) -> Fields:
    """Take another loss; its scale stays where both have one."""
    keeps = loss is not None and LOSSES[loss].scaled
    return {"training.loss": loss} if keeps else {**NO_LOSS, "training.loss": loss}


def drawn_fields(fields: Fields) -> Fields:
    """Change how weights are drawn; explicit ones give way to that."""
    return {**fields, **_HAND_MADE}


def split_fields(train: float, validation: float) -> Fields:
    """Split the data; the test part gets the rest, and the three sum to 1."""
    return {"data.split": [train, validation, max(0.0, round(1.0 - train - validation, 6))]}


def standardize_fields(on: bool) -> Fields:
    """Standardise the inputs or not; where it is not done it cannot be forgotten on the test part."""
    return {"data.standardize": on} if on else {"data.standardize": on, "data.faults.unstandardized_test": False}


def task_fields(task: str | None) -> Fields:
    """Take the target of a table for classes or for numbers; what follows from that follows from the new."""
    return {"data.task": task, "network.output": None, **NO_LOSS}


# ---- the way back to another experiment -------------------------------------------------------------------------


def chosen_back(field: str) -> Callable[[Experiment, Experiment], Fields]:
    """What sets an optimiser or a schedule back, whole."""
    return lambda experiment, origin: {field: plain_at(origin, field)}


def layers_back(experiment: Experiment, origin: Experiment) -> Fields:
    """The origin's layers, and what each of them has of its own."""
    fields = hidden_fields(experiment, origin.network.hidden)
    if origin.network.parameters is not None:
        fields.update(_hand_made_of(origin))
    for field in ("network.activation", "network.bias", "training.dropout"):
        if isinstance(value_at(experiment, field), tuple):
            fields[field] = plain_at(origin, field)
    return fields


def drawing_back(experiment: Experiment, origin: Experiment) -> Fields:
    """How the origin draws its weights; or those that it has, with what does not train, where they fit."""
    fits = experiment.network.hidden == origin.network.hidden
    explicit = fits and origin.network.parameters is not None
    weights = _hand_made_of(origin) if explicit else {"network.parameters": None}
    return {"network.init": origin.network.init, **weights}


def output_back(experiment: Experiment, origin: Experiment) -> Fields:
    """The origin's output, with its loss."""
    return {**output_fields(experiment, origin.network.output or ""), **loss_back(experiment, origin)}


def loss_back(experiment: Experiment, origin: Experiment) -> Fields:
    """The origin's loss, with its scale."""
    return {"training.loss": origin.training.loss, "training.loss_scale": origin.training.loss_scale}


def stopping_back(experiment: Experiment, origin: Experiment) -> Fields:
    """The origin's patience; where one of both does not stop early, all about it."""
    before = origin.training.early_stopping
    if experiment.training.early_stopping is None or before is None:
        return {"training.early_stopping": plain_at(origin, "training.early_stopping")}
    return {"training.early_stopping.patience": before.patience}


def _hand_made_of(origin: Experiment) -> Fields:
    return {field: plain_at(origin, field) for field in _HAND_MADE}


# ---- what goes together -----------------------------------------------------------------------------------------


def valid_outputs(experiment: Experiment) -> list[str]:
    """The output activations that this data can have."""
    return [name for name in OUTPUTS if _is_valid(experiment, drawn_fields(output_fields(experiment, name)))]


def valid_losses(experiment: Experiment) -> list[str]:
    """The losses that go with this data and this output."""
    return [name for name in LOSSES if _is_valid(experiment, loss_fields(experiment, name))]


def has_loss_scale(experiment: Experiment) -> bool:
    """Whether the loss of a complete experiment has a choice of what stands before its sum."""
    return LOSSES[experiment.training.loss or ""].scaled


def has_validation(experiment: Experiment) -> bool:
    """Whether the split of a complete experiment leaves a validation part."""
    return part_sizes(example_count(experiment), experiment.data.split)[1] > 0


def example_count(experiment: Experiment) -> int:
    """How many examples a complete experiment has."""
    return experiment.data.examples or 0


def can_choose_examples(experiment: Experiment) -> bool:
    """Whether the number of examples is free: not so where they stand in the file, or are always the same."""
    source = experiment.data.source
    return source is not None and not DATASETS[source].fixed


def task_shape(experiment: Experiment) -> TaskShape:
    """What a complete experiment is about."""
    return task_shape_of(experiment.data)


def architecture_text(experiment: Experiment) -> str:
    """The widths of all layers: ``2-4-3-1``."""
    return "-".join(map(str, layer_widths(experiment)))


def parameter_count(experiment: Experiment) -> int:
    """Weights and biases."""
    widths = layer_widths(experiment)
    return sum((before + 1) * units for before, units in pairwise(widths))


def _is_valid(experiment: Experiment, fields: Fields) -> bool:
    try:
        experiment.with_fields(fields)
    except ExperimentError:
        return False
    return True
