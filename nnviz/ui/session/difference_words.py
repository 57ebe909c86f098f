"""Differences of two experiments in words: ``activation: tanh`` over one side, ``activation: linear`` over another."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiment import Experiment
from nnviz.ui.look.numbers import NumberStyle, short, whole
from nnviz.ui.names.functions import shown_name
from nnviz.ui.session.differences import Difference
from nnviz.ui.session.experiment_fields import architecture_text

# What fields are called over a side. One that is not in the table is called what experiment files call it.
_FIELDS: MappingProxyType[str, Any] = MappingProxyType(
    {
        "network.hidden": QT_TRANSLATE_NOOP("DifferenceWords", "network"),
        "network.activation": QT_TRANSLATE_NOOP("DifferenceWords", "activation"),
        "network.output": QT_TRANSLATE_NOOP("DifferenceWords", "output"),
        "network.init": QT_TRANSLATE_NOOP("DifferenceWords", "initialisation"),
        "network.constant": QT_TRANSLATE_NOOP("DifferenceWords", "every weight starts at"),
        "network.sigma": QT_TRANSLATE_NOOP("DifferenceWords", "deviation of the weights"),
        "network.range": QT_TRANSLATE_NOOP("DifferenceWords", "range of the weights"),
        "network.gain": QT_TRANSLATE_NOOP("DifferenceWords", "gain of the weights"),
        "network.bias": QT_TRANSLATE_NOOP("DifferenceWords", "biases start at"),
        "network.seed": QT_TRANSLATE_NOOP("DifferenceWords", "seed of the weights"),
        "network.parameters": QT_TRANSLATE_NOOP("DifferenceWords", "weights"),
        "network.frozen": QT_TRANSLATE_NOOP("DifferenceWords", "do not train"),
        "training.loss": QT_TRANSLATE_NOOP("DifferenceWords", "loss"),
        "training.optimizer.name": QT_TRANSLATE_NOOP("DifferenceWords", "optimiser"),
        "training.learning_rate": QT_TRANSLATE_NOOP("DifferenceWords", "learning rate"),
        "training.schedule.name": QT_TRANSLATE_NOOP("DifferenceWords", "learning rate goes"),
        "training.clip_norm": QT_TRANSLATE_NOOP("DifferenceWords", "gradient is clipped at"),
        "training.l1": QT_TRANSLATE_NOOP("DifferenceWords", "L1 penalty"),
        "training.l2": QT_TRANSLATE_NOOP("DifferenceWords", "L2 penalty"),
        "training.dropout": QT_TRANSLATE_NOOP("DifferenceWords", "dropout"),
        "training.batch_size": QT_TRANSLATE_NOOP("DifferenceWords", "batch size"),
        "training.epochs": QT_TRANSLATE_NOOP("DifferenceWords", "epochs"),
        "training.seed": QT_TRANSLATE_NOOP("DifferenceWords", "seed of the batches"),
        "training.early_stopping": QT_TRANSLATE_NOOP("DifferenceWords", "early stopping"),
        "training.early_stopping.patience": QT_TRANSLATE_NOOP("DifferenceWords", "patience"),
        "data.source": QT_TRANSLATE_NOOP("DifferenceWords", "data"),
        "data.file": QT_TRANSLATE_NOOP("DifferenceWords", "table"),
        "data.target": QT_TRANSLATE_NOOP("DifferenceWords", "column to predict"),
        "data.features": QT_TRANSLATE_NOOP("DifferenceWords", "columns to predict from"),
        "data.task": QT_TRANSLATE_NOOP("DifferenceWords", "task"),
        "data.clean_test": QT_TRANSLATE_NOOP("DifferenceWords", "test labels are clean"),
        "data.standardize_target": QT_TRANSLATE_NOOP("DifferenceWords", "target is standardised"),
        "training.shuffle": QT_TRANSLATE_NOOP("DifferenceWords", "examples are shuffled"),
        "data.x": QT_TRANSLATE_NOOP("DifferenceWords", "inputs of the examples"),
        "data.y": QT_TRANSLATE_NOOP("DifferenceWords", "targets of the examples"),
        "data.examples": QT_TRANSLATE_NOOP("DifferenceWords", "examples"),
        "data.noise": QT_TRANSLATE_NOOP("DifferenceWords", "noise"),
        "data.label_noise": QT_TRANSLATE_NOOP("DifferenceWords", "label noise"),
        "data.split": QT_TRANSLATE_NOOP("DifferenceWords", "split"),
        "data.inputs": QT_TRANSLATE_NOOP("DifferenceWords", "inputs"),
        "data.standardize": QT_TRANSLATE_NOOP("DifferenceWords", "inputs are standardised"),
        "data.seed": QT_TRANSLATE_NOOP("DifferenceWords", "seed of the data"),
    }
)

_TOO_LONG = ("network.parameters", "data.x", "data.y", "training.early_stopping")
"""Values that nobody would read: it is only said whether they are there."""

LONGEST_NAME = 20
"""Letters of a value that can stand for its side, at the end of a curve for example."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("DifferenceWords", text)


def field_name(field: str) -> str:
    """What a field is called over a side."""
    return _tr(str(_FIELDS.get(field, field)))


def value_text(field: str, value: object, experiment: Experiment, style: NumberStyle) -> str:
    """A value of a field as it is read; ``experiment`` is the one that has it."""
    if field == "network.hidden":
        return _network_text(experiment, value, style)
    if field == "network.parameters":
        return _tr("from the file") if value is not None else _tr("drawn")
    if value is None:
        return _tr("none")
    if field == "data.file":
        return Path(str(value)).name
    if field in _TOO_LONG:
        return _tr("other ones") if field.startswith("data.") else _tr("on")
    return _plain(value, style)


def _network_text(experiment: Experiment, hidden: object, style: NumberStyle) -> str:
    try:
        return architecture_text(experiment)
    except ExperimentError:
        # The table with its data has gone meanwhile.
        return _plain(hidden, style)


def _plain(value: object, style: NumberStyle) -> str:
    if isinstance(value, bool):
        return _tr("yes") if value else _tr("no")
    if isinstance(value, int):
        return whole(value)
    if isinstance(value, float):
        return short(value, style)
    if isinstance(value, list | tuple):
        return ", ".join(_plain(each, style) for each in value) or _tr("none")
    return shown_name(str(value)) if value != "full" else _tr("full")


def side_texts(found: Sequence[Difference], place: int, experiment: Experiment, style: NumberStyle) -> tuple[str, ...]:
    """What is special about a side (``place`` 0 is the left one), each difference ``field: value``."""
    return tuple(
        f"{field_name(each.field)}: " + value_text(each.field, (each.left, each.right)[place], experiment, style)
        for each in found
    )


def side_names(found: Sequence[Difference], pair: tuple[Experiment, Experiment], style: NumberStyle) -> tuple[str, str]:
    """Short names of both sides: the values of the one difference where they are short, else ``left`` and ``right``."""
    if len(found) == 1 and not found[0].field.endswith((".seed", ".parameters")):
        left = value_text(found[0].field, found[0].left, pair[0], style)
        right = value_text(found[0].field, found[0].right, pair[1], style)
        if max(len(left), len(right)) <= LONGEST_NAME:
            return left, right
    return plain_names()


def plain_names() -> tuple[str, str]:
    """What the sides are called where there is no room for more."""
    return _tr("left"), _tr("right")


def count_text(found: Sequence[Difference]) -> str:
    """How many differences there are, said plainly."""
    if not found:
        return _tr("no difference: both do the same")
    if len(found) == 1:
        return _tr("one difference, all else is the same")
    names = ", ".join(field_name(each.field) for each in found)
    return _tr("{count} differences: {names}").format(count=len(found), names=names)
