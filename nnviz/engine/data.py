"""The examples of an experiment: made, noised, split and standardised; all from its data seed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnviz.engine.datasets import DATASETS, Task
from nnviz.engine.experiment import Data, Experiment
from nnviz.engine.outputs import OUTPUTS
from nnviz.engine.subject import Subject, subject_of
from nnviz.engine.types import Array, Indices, frozen


@dataclass(frozen=True, eq=False)
class Examples:
    """All examples, as the network sees them, and which part each belongs to.

    Attributes:
        x: Inputs, standardised where the experiment says so, shape (examples, inputs).
        y: Targets as the output layer predicts them (one-hot for several classes), shape (examples, outputs).
        labels: Classes from 0, shape (examples,); empty in a regression.
        train, validation, test: The examples of each part, as places in ``x``.
        mean, deviation: What the inputs were shifted and scaled by, shape (inputs,).
    """

    task: Task
    classes: int
    x: Array
    y: Array
    labels: Indices
    train: Indices
    validation: Indices
    test: Indices
    mean: Array
    deviation: Array

    def part(self, name: str) -> Indices:
        """The examples of ``"train"``, ``"validation"`` or ``"test"``."""
        parts: dict[str, Indices] = {"train": self.train, "validation": self.validation, "test": self.test}
        return parts[name]


def output_units(subject: Subject, output: str) -> int:
    """How many output units a task needs with an output activation."""
    if subject.task == "regression":
        return subject.targets
    return subject.classes if subject.task == "multiclass" or output == "softmax" else 1


def make_examples(experiment: Experiment) -> Examples:
    """Make the examples of a complete experiment: the same ones for the same data part."""
    data = experiment.data
    subject = subject_of(data)
    # One stream for each purpose: turning one knob leaves the other draws as they were.
    drawing, noising, labelling, splitting = (
        np.random.default_rng(child) for child in np.random.SeedSequence(data.seed).spawn(4)
    )
    x, y = _draw(data, subject, drawing)
    x = x + data.noise * noising.standard_normal(x.shape)
    labels = np.zeros(0, dtype=np.int64)
    if subject.task != "regression":
        labels = _flip(y[:, 0].astype(np.int64), data.label_noise, subject.classes, labelling)
        y = _targets(labels, subject, experiment.network.output or "sigmoid")
    train, validation, test = _split(len(x), data.split, splitting)
    mean, deviation = np.zeros(subject.inputs), np.ones(subject.inputs)
    if data.standardize:
        mean, deviation = x[train].mean(axis=0), x[train].std(axis=0)
        # A column that never changes is shifted but not scaled: its deviation is 0, or what rounding makes of that.
        changes = (np.ptp(x[train], axis=0) > 0.0) & (deviation > 0.0)
        deviation = np.where(changes, deviation, 1.0)
    return Examples(
        task=subject.task,
        classes=subject.classes,
        x=frozen((x - mean) / deviation),
        y=frozen(np.ascontiguousarray(y, dtype=np.float64)),
        labels=labels,
        train=train,
        validation=validation,
        test=test,
        mean=frozen(mean),
        deviation=frozen(deviation),
    )


def _draw(data: Data, subject: Subject, generator: np.random.Generator) -> tuple[Array, Array]:
    if data.source is not None:
        return DATASETS[data.source].make(generator, subject.examples)
    y = np.array(data.y, dtype=np.float64)
    return np.array(data.x, dtype=np.float64), y if y.ndim == 2 else y[:, None]


def _flip(labels: Indices, share: float, classes: int, generator: np.random.Generator) -> Indices:
    """Replace a share of the labels by another class; a larger share keeps the labels that a smaller one replaced."""
    order = generator.permutation(len(labels))
    shifts = generator.integers(1, classes, len(labels))
    chosen = order[: round(share * len(labels))]
    flipped = labels.copy()
    flipped[chosen] = (labels[chosen] + shifts[chosen]) % classes
    return flipped


def _targets(labels: Indices, subject: Subject, output: str) -> Array:
    """Labels as the numbers that the output units should give, shape (examples, outputs)."""
    no, yes = OUTPUTS[output].targets
    if output_units(subject, output) == 1:
        return np.where(labels[:, None] == 1, yes, no)
    return np.where(labels[:, None] == np.arange(subject.classes), yes, no)


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


def _split(
    examples: int, split: tuple[float, float, float], generator: np.random.Generator
) -> tuple[Indices, Indices, Indices]:
    train, validation, _ = part_sizes(examples, split)
    order = generator.permutation(examples)
    first, second, third = np.split(order, [train, train + validation])
    return np.sort(first), np.sort(second), np.sort(third)
