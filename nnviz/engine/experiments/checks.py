"""Checks that need more than one field. Adding one is adding a row to ``CHECKS``.

Each takes a draft and yields the problems that it finds.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from itertools import pairwise

import msgspec

from nnviz.engine.data.examples import part_sizes
from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiments.data_checks import DATA_CHECKS, SHAPE, Check, Problems
from nnviz.engine.experiments.draft import WEIGHTS, Draft
from nnviz.engine.experiments.weights import weights_problems
from nnviz.engine.functions.activations import ACTIVATIONS
from nnviz.engine.functions.initialisers import INITIALISERS
from nnviz.engine.functions.losses import HALF_SUM, LOSS_SCALES, LOSSES
from nnviz.engine.functions.optimisers import OPTIMISERS
from nnviz.engine.functions.outputs import OUTPUTS
from nnviz.engine.functions.schedules import SCHEDULES
from nnviz.engine.kernel.arena import Arena
from nnviz.engine.names import counted, name_problems, shown
from nnviz.engine.settings import MOST_HIDDEN_LAYERS
from nnviz.engine.types import LARGEST_NUMBER
from nnviz.said import said

MOST_PARAMETERS = 1_000_000
MOST_NUMBERS = 50_000_000
"""Numbers of one pass over the largest part of the data, 400 MB."""
PARAMETERS = "network.parameters"
FROZEN_NAME = re.compile(r"([Wb])([0-9]{1,6})(?:\[([0-9]{1,6})(?:,\s*([0-9]{1,6}))?\])?")


def _numbers(draft: Draft) -> Problems:
    """TOML can write ``inf`` and ``nan``; no field of an experiment means anything with them."""
    return _unusable(msgspec.to_builtins(draft.experiment), "")


def _unusable(value: object, field: str) -> Problems:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _unusable(inner, f"{field}.{name}" if field else str(name))
    elif isinstance(value, (list, tuple)):
        for index, inner in enumerate(value):
            # There may be millions of numbers: none of them gets a name before something is wrong with it.
            if type(inner) is float and -LARGEST_NUMBER <= inner <= LARGEST_NUMBER:
                continue
            yield from _unusable(inner, f"{field}[{index}]")
    elif isinstance(value, float) and not abs(value) <= LARGEST_NUMBER:
        bound = (
            said("Engine", "at most {largest_number:g}").format(largest_number=LARGEST_NUMBER)
            if value > 0
            else said("Engine", "at least {largest_number:g}").format(largest_number=-LARGEST_NUMBER)
        )
        reason = bound if math.isfinite(value) else said("Engine", "a finite number")
        yield ExperimentError(
            said("Engine", "expected {reason}, got {value}").format(reason=reason, value=shown(value)), field
        )


def _early_stopping(draft: Draft) -> Problems:
    validation = part_sizes(draft.shape.examples, draft.data.split)[1]
    if draft.training.early_stopping is not None and validation == 0:
        yield ExperimentError(
            said("Engine", "needs a validation part: data.split leaves none"), "training.early_stopping"
        )


def _hidden(draft: Draft) -> Problems:
    layers = len(draft.network.hidden)
    if layers > MOST_HIDDEN_LAYERS:
        yield ExperimentError(
            said("Engine", "at most {most_hidden_layers} hidden layers, got {layers}").format(
                most_hidden_layers=MOST_HIDDEN_LAYERS, layers=layers
            ),
            "network.hidden",
        )


def _activation(draft: Draft) -> Problems:
    activation = draft.network.activation
    if isinstance(activation, str):
        yield from name_problems(activation, ACTIVATIONS, "network.activation", said("Engine", "activation"))
        return
    for index, name in enumerate(activation):
        yield from name_problems(name, ACTIVATIONS, f"network.activation[{index}]", said("Engine", "activation"))


def _activation_count(draft: Draft) -> Problems:
    activation, layers = draft.network.activation, len(draft.network.hidden)
    if not isinstance(activation, str) and len(activation) != layers:
        expected = said("Engine", "expected one name, or one for each hidden layer ({layers})").format(layers=layers)
        yield ExperimentError(
            said("Engine", "{expected}, got {activation}").format(expected=expected, activation=len(activation)),
            "network.activation",
        )


def _init(draft: Draft) -> Problems:
    yield from name_problems(draft.network.init, INITIALISERS, "network.init", said("Engine", "initialisation"))


def _output(draft: Draft) -> Problems:
    yield from name_problems(draft.output, OUTPUTS, "network.output", said("Engine", "output activation"))
    row = OUTPUTS.get(draft.output)
    if draft.shape.task == "regression" and row is not None and row.is_coupled:
        reason = said("Engine", "{name} gives shares of classes, but this data has numbers to predict").format(
            name=row.name
        )
        yield ExperimentError(reason, "network.output")


def _size(draft: Draft) -> Problems:
    examples = max(part_sizes(draft.shape.examples, draft.data.split))
    if reason := too_large(draft.widths, examples, bool(draft.training.dropout)):
        yield ExperimentError(reason, "network.hidden")


def too_large(widths: tuple[int, ...], examples: int, masks: bool = False) -> str | None:
    """Why there is no room for a network with so many examples; ``None`` where there is."""
    parameters = sum((before + 1) * units for before, units in pairwise(widths))
    if parameters > MOST_PARAMETERS:
        return said(
            "Engine", "this network has {parameters:,} parameters; nnviz holds at most {most_parameters:,}"
        ).format(parameters=parameters, most_parameters=MOST_PARAMETERS)
    if (numbers := Arena.size(widths, examples, masks)) > MOST_NUMBERS:
        needs = said("Engine", "this network needs {numbers:,} numbers for {examples:,} examples").format(
            numbers=numbers, examples=examples
        )
        return said("Engine", "{needs}; nnviz holds at most {most_numbers:,}").format(
            needs=needs, most_numbers=MOST_NUMBERS
        )
    return None


def _parameters(draft: Draft) -> Problems:
    blocks, widths = draft.network.parameters, draft.widths
    if blocks is None:
        return
    layers = len(widths) - 1
    if len(blocks) != layers:
        yield ExperimentError(
            said("Engine", "expected {blocks}, one for each layer, got {got}").format(
                blocks=counted(layers, "block"), got=len(blocks)
            ),
            PARAMETERS,
        )
        return
    for index, (block, (inputs, units)) in enumerate(zip(blocks, pairwise(widths), strict=True)):
        place = f"{PARAMETERS}[{index}]"
        if len(block.W) != units:
            reason = said("Engine", "expected {rows}, one for each unit, got {W}").format(
                rows=counted(units, "row"), W=len(block.W)
            )
            yield ExperimentError(reason, f"{place}.W")
        for unit, row in enumerate(block.W):
            if len(row) != inputs:
                reason = said("Engine", "expected {numbers}, one for each input, got {row}").format(
                    numbers=counted(inputs, "number"), row=len(row)
                )
                yield ExperimentError(reason, f"{place}.W[{unit}]")
        if len(block.b) != units:
            reason = said("Engine", "expected {numbers}, one for each unit, got {b}").format(
                numbers=counted(units, "number"), b=len(block.b)
            )
            yield ExperimentError(reason, f"{place}.b")


def _frozen(draft: Draft) -> Problems:
    for index, name in enumerate(draft.network.frozen):
        if reason := _not_a_parameter(name, draft.widths):
            yield ExperimentError(reason, f"network.frozen[{index}]")


def _not_a_parameter(name: str, widths: tuple[int, ...]) -> str | None:
    """Why a name is not that of a parameter that can be frozen; ``None`` if it is."""
    match = FROZEN_NAME.fullmatch(name)
    if match is None:
        return said("Engine", 'expected a name such as "W1", "b2", "W1[0,2]" or "b1[0]", got {name}').format(
            name=shown(name)
        )
    kind, layer, unit, source = match[1], int(match[2]), match[3], match[4]
    if not 1 <= layer < len(widths):
        return said("Engine", '"{name}": layers count from 1 to {highest}').format(name=name, highest=len(widths) - 1)
    if unit is not None and (kind == "W") != (source is not None):
        return said("Engine", '"{name}": a weight is W[to,from], a bias is b[unit]').format(name=name)
    if unit is not None and int(unit) >= widths[layer]:
        units = said("Engine", '"{name}": units of this layer count from 0 to {highest}')
        return units.format(name=name, highest=widths[layer] - 1)
    if source is not None and int(source) >= widths[layer - 1]:
        return said("Engine", '"{name}": inputs of this layer count from 0 to {highest}').format(
            name=name, highest=widths[layer - 1] - 1
        )
    return None


def _loss(draft: Draft) -> Problems:
    unknown = list(name_problems(draft.loss, LOSSES, "training.loss", said("Engine", "loss")))
    yield from unknown
    if unknown:
        return
    row = LOSSES[draft.loss]
    if draft.shape.task == "regression" and not row.compares_numbers:
        reason = said("Engine", "{loss} compares classes, but this data has numbers to predict").format(loss=draft.loss)
        yield ExperimentError(reason, "training.loss")
    elif draft.output not in row.outputs:
        reason = said("Engine", "{loss} does not go with a {output} output: {refusal}").format(
            loss=draft.loss, output=draft.output, refusal=row.refusal
        )
        yield ExperimentError(reason, "training.loss")


def _loss_scale(draft: Draft) -> Problems:
    chosen, field = draft.training.loss_scale, "training.loss_scale"
    unknown = list(name_problems(chosen, LOSS_SCALES, field, said("Engine", "scale of a loss")))
    yield from unknown
    if not unknown and chosen != HALF_SUM.name and not LOSSES[draft.loss].scaled:
        scaled = ", ".join(row.name for row in LOSSES.values() if row.scaled)
        yield ExperimentError(
            said("Engine", "{loss} has no choice of scale, only {scaled} has").format(loss=draft.loss, scaled=scaled),
            field,
        )


def _bias(draft: Draft) -> Problems:
    bias, layers = draft.network.bias, len(draft.network.hidden) + 1
    if isinstance(bias, tuple) and len(bias) != layers:
        expected = said("Engine", "expected one number, or one for each layer, the output's last ({layers})").format(
            layers=layers
        )
        yield ExperimentError(
            said("Engine", "{expected}, got {bias}").format(expected=expected, bias=len(bias)), "network.bias"
        )


def _dropout(draft: Draft) -> Problems:
    dropout, layers = draft.training.dropout, len(draft.network.hidden)
    if isinstance(dropout, tuple) and len(dropout) != layers:
        expected = said("Engine", "expected one number, or one for each hidden layer ({layers})").format(layers=layers)
        yield ExperimentError(
            said("Engine", "{expected}, got {dropout}").format(expected=expected, dropout=len(dropout)),
            "training.dropout",
        )


def _optimizer(draft: Draft) -> Problems:
    name = draft.optimizer.name
    yield from name_problems(name, OPTIMISERS, "training.optimizer", said("Engine", "optimizer"))
    if name in OPTIMISERS:
        yield from _settings(draft.optimizer, name, OPTIMISERS[name].settings, "training.optimizer")


def _schedule(draft: Draft) -> Problems:
    name = draft.schedule.name
    yield from name_problems(name, SCHEDULES, "training.schedule", said("Engine", "schedule"))
    if name in SCHEDULES:
        yield from _settings(draft.schedule, name, SCHEDULES[name].settings, "training.schedule")


def _settings(chosen: msgspec.Struct, name: str, known: Iterable[str], field: str) -> Problems:
    """The settings that what is chosen does not have."""
    for setting in chosen.__struct_fields__[1:]:
        if getattr(chosen, setting) is not None and setting not in known:
            has = (
                said("Engine", "it has {names}").format(names=", ".join(known))
                if list(known)
                else said("Engine", "it has no settings")
            )
            yield ExperimentError(
                said("Engine", "{name} has no such setting; {has}").format(name=name, has=has), f"{field}.{setting}"
            )


OUTPUT = (*SHAPE, "network.output")
WIDTHS = (*OUTPUT, "data.inputs", "network.hidden", WEIGHTS)
CHECKS: tuple[Check, ...] = (
    (_numbers, ()),
    *DATA_CHECKS,
    (_early_stopping, (*SHAPE, "data.split", "training.early_stopping")),
    (_hidden, ("network.hidden",)),
    (_activation, ("network.activation",)),
    (_activation_count, ("network.hidden", "network.activation")),
    (_init, ("network.init",)),
    (_output, OUTPUT),
    (_size, (*WIDTHS, "data.split")),
    (weights_problems, (*WIDTHS, "network.activation")),
    (_parameters, (*WIDTHS, PARAMETERS)),
    (_frozen, (*WIDTHS, "network.frozen")),
    (_bias, ("network.hidden", "network.bias")),
    (_dropout, ("network.hidden", "training.dropout")),
    (_loss, (*OUTPUT, "training.loss")),
    (_loss_scale, (*OUTPUT, "training.loss", "training.loss_scale")),
    (_optimizer, ("training.optimizer",)),
    (_schedule, ("training.schedule",)),
)
"""Each check with the fields that it stands on: where one of them is wrong, it has nothing to say."""
