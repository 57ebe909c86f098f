"""The examples of an experiment: made, noised, split, made into features and standardised; all from its data seed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from nnviz.engine.data.datasets import DATASETS, Task
from nnviz.engine.data.faults import faults_of, flipped, inside, leaked, mislabelled, scaled, sorted_order
from nnviz.engine.data.features import make_features
from nnviz.engine.data.shipped import subset
from nnviz.engine.data.task_shape import TaskShape, task_shape_of
from nnviz.engine.functions.outputs import OUTPUTS, Output
from nnviz.engine.settings import Data, Row, Settings
from nnviz.engine.types import Array, Indices, frozen

LARGE = 1_000_000
"""Numbers from which on their room counts."""


@dataclass(frozen=True, eq=False)
class Examples:
    """All examples, as the network sees them, and which part each belongs to.

    Attributes:
        classes: How many classes there are; 0 in a regression.
        class_names: Their names, in the order of their labels.
        input_names: The names of the inputs: raw columns, or features as the experiment writes them.
        raw: The raw columns, noise included, before anything is made of them, shape (examples, columns).
        x: Inputs, standardised where the experiment says so, shape (examples, inputs).
        y: Targets as the output layer predicts them (one-hot for several classes), shape (examples, outputs).
        labels: Classes from 0, shape (examples,); empty in a regression.
        train, validation, test: The examples of each part, as places in ``x``.
        mean, deviation: What the inputs were shifted and scaled by, shape (inputs,).
        target_mean, target_deviation: The same of the targets, shape (outputs,); 0 and 1 where they were left alone.
        faults: What is wrong with them on purpose, by name.
    """

    task: Task
    classes: int
    class_names: tuple[str, ...]
    input_names: tuple[str, ...]
    raw: Array
    x: Array
    y: Array
    labels: Indices
    train: Indices
    validation: Indices
    test: Indices
    mean: Array
    deviation: Array
    target_mean: Array
    target_deviation: Array
    faults: tuple[str, ...]

    def in_own_unit(self, targets: Array) -> Array:
        """Targets or predictions, shape (any number, outputs), as they were before the targets were standardised."""
        return targets * self.target_deviation + self.target_mean

    def changed(self, example: int, raw: Row | None, x: Row | None, y: Row | None, label: int | None) -> Examples:
        """The same examples but for one: its raw columns, inputs and target as the network sees them, and its label."""
        return replace(
            self,
            raw=_with_row(self.raw, example, raw),
            x=_with_row(self.x, example, x),
            y=_with_row(self.y, example, y),
            labels=_with_row(self.labels, example, label),
        )

    def part(self, name: str) -> Indices:
        """The examples of ``"train"``, ``"validation"`` or ``"test"``."""
        parts: dict[str, Indices] = {"train": self.train, "validation": self.validation, "test": self.test}
        return parts[name]


def _with_row(rows: Any, place: int, row: Row | int | None) -> Any:
    """A frozen copy with one row replaced; the same array where nothing is."""
    if row is None:
        return rows
    copy = rows.copy()
    copy[place] = row
    return frozen(copy)


def output_units(shape: TaskShape, output: str) -> int:
    """How many output units a task needs with an output activation."""
    if shape.task == "regression":
        return shape.targets
    return shape.classes if shape.task == "multiclass" or OUTPUTS[output].is_coupled else 1


def make_examples(experiment: Settings) -> Examples:
    """Make the examples of a complete experiment: the same ones for the same data part.

    Raises:
        ExperimentError: A feature has no value for some example.
    """
    data, shape = experiment.data, task_shape_of(experiment.data)
    # One stream for each purpose: turning one knob leaves the other draws as they were.
    drawing, noising, labelling, splitting, leaking = (
        np.random.default_rng(child) for child in np.random.SeedSequence(data.seed).spawn(5)
    )
    raw, y = _draw(data, shape, drawing)
    # Without noise, the examples of a long table are the table's own: there may be no room for them twice.
    if data.noise or data.faults.leaked_duplicates or raw.size < LARGE:
        raw = raw + data.noise * noising.standard_normal(raw.shape)
    y = np.array(y, dtype=np.float64, order="C")
    true = labels = np.zeros(0, dtype=np.int64)
    if shape.task != "regression":
        true = y[:, 0].astype(np.int64)
        labels = _carried_labels(true, raw, data, shape.classes, labelling)
    order = splitting.permutation(len(raw))
    if data.faults.sorted_split:
        order = sorted_order(labels if shape.task != "regression" else y[:, 0])
    train, validation, test = _split(order, data.split)

    x = inputs_of(raw, data, shape.columns)
    for part in (validation, test):
        copies, sources = leaked(train, part, data.faults.leaked_duplicates, leaking)
        if len(copies):
            raw[copies], x[copies], y[copies] = raw[sources], x[sources], y[sources]
        if shape.task != "regression":
            true[copies], labels[copies] = true[sources], labels[sources]
    if shape.task != "regression":
        if data.clean_test:
            labels[test] = true[test]
        output = OUTPUTS[experiment.network.output or "sigmoid"]
        y = targets_of(labels, shape.classes, output_units(shape, output.name), output)

    mean, deviation = scale_of(x[train], data.standardize)
    standardised = x - mean
    standardised /= deviation
    if data.faults.unstandardized_test:
        standardised[test] = x[test]
    target_mean, target_deviation = scale_of(y[train], data.standardize_target)
    return Examples(
        task=shape.task,
        classes=shape.classes,
        class_names=shape.class_names,
        input_names=shape.columns if data.inputs is None else tuple(" ".join(text.split()) for text in data.inputs),
        raw=frozen(raw),
        x=frozen(standardised),
        y=frozen((y - target_mean) / target_deviation),
        labels=labels,
        train=train,
        validation=validation,
        test=test,
        mean=frozen(mean),
        deviation=frozen(deviation),
        target_mean=frozen(target_mean),
        target_deviation=frozen(target_deviation),
        faults=faults_of(data),
    )


def _carried_labels(true: Indices, raw: Array, data: Data, classes: int, generator: np.random.Generator) -> Indices:
    """The labels that examples carry, right or wrong; a wrong region has its own whatever noise does elsewhere."""
    labels = flipped(true, data.label_noise, classes, generator)
    region = data.faults.mislabelled
    return labels if region is None else mislabelled(labels, true, inside(raw, region), classes)


def inputs_of(raw: Array, data: Data, columns: tuple[str, ...], strict: bool = True) -> Array:
    """What goes into the network, before it is standardised: the raw columns, or the features made of them.

    Args:
        raw: Shape (examples, columns).
        data: What is to be made of them.
        columns: Their names.
        strict: Whether every feature must have a value for every example.

    Raises:
        ExperimentError: A feature has no value for some example.
    """
    if (name := data.faults.scaled_input) is not None:
        raw = scaled(raw, columns.index(name), data.faults.scale)
    return make_features(data.inputs, columns, raw, strict) if data.inputs is not None else raw


def scale_of(rows: Array, standardize: bool) -> tuple[Array, Array]:
    """What to shift and to scale columns by: their mean and deviation, or what leaves them alone."""
    if not standardize:
        return np.zeros(rows.shape[1]), np.ones(rows.shape[1])
    mean, deviation = rows.mean(axis=0), rows.std(axis=0)
    # A column that never changes becomes 0 and is not scaled; rounding may make something else of its mean.
    still = np.ptp(rows, axis=0) == 0.0
    return np.where(still, rows[0], mean), np.where(still | (deviation == 0.0), 1.0, deviation)


def _draw(data: Data, shape: TaskShape, generator: np.random.Generator) -> tuple[Array, Array]:
    if data.source is not None:
        return DATASETS[data.source].make(generator, shape.examples)
    if data.file is not None:
        from nnviz.engine.data.tables import read_table  # most experiments have none

        table = read_table(data)
        rows = subset(generator, len(table.x), shape.examples)
        return table.x[rows], table.y[rows]
    y = np.array(data.y, dtype=np.float64)
    return np.array(data.x, dtype=np.float64), y if y.ndim == 2 else y[:, None]


def targets_of(labels: Indices, classes: int, units: int, output: Output) -> Array:
    """Labels as the numbers that the output units should give, shape (examples, outputs)."""
    no, yes = output.targets
    if units == 1:
        return np.where(labels[:, None] == 1, yes, no)
    return np.where(labels[:, None] == np.arange(classes), yes, no)


def part_sizes(examples: int, split: tuple[float, float, float]) -> tuple[int, int, int]:
    """How many examples fall into train, validation and test: whole numbers that add up, at least one to train on."""
    exact = np.array(split) * examples
    sizes = np.floor(exact + 1e-9).astype(int)
    # The largest remainders get what rounding down left over.
    for place in np.argsort(-(exact - sizes), kind="stable")[: examples - sizes.sum()]:
        sizes[place] += 1
    if sizes[0] == 0:
        sizes[int(np.argmax(sizes))] -= 1
        sizes[0] = 1
    return int(sizes[0]), int(sizes[1]), int(sizes[2])


def _split(order: Indices, split: tuple[float, float, float]) -> tuple[Indices, Indices, Indices]:
    """Cut an order of the examples into the three parts; within each they stand as they came."""
    train, validation, _ = part_sizes(len(order), split)
    first, second, third = np.split(order, [train, train + validation])
    return np.sort(first), np.sort(second), np.sort(third)
