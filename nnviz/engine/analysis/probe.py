"""Linear probes: how well a straight line through a representation can tell the classes apart, or give the numbers.

A probe is trained on a layer's activations alone and never touches the network (Alain & Bengio 2016, "Understanding
intermediate layers using linear classifier probes"). Where its score rises from layer to layer, the task got easier.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnviz.engine.analysis.representations import is_measurable, representations
from nnviz.engine.analysis.softmax_regression import softmax_regression
from nnviz.engine.data.examples import Examples
from nnviz.engine.networks.network import Architecture
from nnviz.engine.training.run.evaluation import r_squared
from nnviz.engine.types import Array, Indices, frozen

CONSTANT_BELOW = 1e-9
"""A unit whose deviation is below this share of its size says the same for all examples: the rest is rounding."""


@dataclass(frozen=True, eq=False)
class Probe:
    """A linear reading of a representation: ``W h + b``.

    Attributes:
        W: Shape (classes or outputs, units).
        b: Shape (classes or outputs,).
    """

    W: Array
    b: Array

    def __call__(self, values: Array) -> Array:
        """What it reads, shape (examples, classes or outputs): the largest one names the class."""
        with np.errstate(all="ignore"):
            result: Array = values @ self.W.T + self.b
        return result


@dataclass(frozen=True, eq=False)
class LayerProbe:
    """The probe of one representation, and how good it is: accuracy, or R² in a regression.

    Attributes:
        probe: ``None`` where the network's numbers are beyond what can be measured.
        train: The score on the part that the probe was trained on.
        validation: The score on the validation part; nan if it is empty.
    """

    probe: Probe | None
    train: float
    validation: float


def class_probe(values: Array, labels: Indices, classes: int) -> Probe:
    """The linear softmax that tells classes apart best; for two classes, a straight line.

    Args:
        values: A representation, shape (examples, units), at least one example.
        labels: Classes from 0, shape (examples,).
        classes: How many there are.
    """
    standard, mean, deviation = _standardised(values)
    W, b = softmax_regression(standard, labels, classes)
    return _in_own_unit(W, b, mean, deviation)


def number_probe(values: Array, targets: Array) -> Probe:
    """The linear reading with the smallest squared error; among equals, that with the smallest weights.

    Args:
        values: A representation, shape (examples, units), at least one example.
        targets: Shape (examples, outputs).
    """
    standard, mean, deviation = _standardised(values)
    centre = targets.mean(axis=0)
    solution = np.linalg.lstsq(standard, targets - centre, rcond=None)[0]
    return _in_own_unit(solution.T, centre, mean, deviation)


def probe_layers(architecture: Architecture, theta: Array, examples: Examples) -> list[LayerProbe]:
    """Probe each representation of a network: its inputs first, then each hidden layer.

    Args:
        architecture: The network's.
        theta: Its parameters, laid out as ``Architecture`` says.
        examples: The data: probes learn from the training part.
    """
    train = representations(architecture, theta, examples.x[examples.train])
    validation = representations(architecture, theta, examples.x[examples.validation])
    return [probe_layer(examples, *values) for values in zip(train, validation, strict=True)]


def probe_layer(examples: Examples, train: Array, validation: Array) -> LayerProbe:
    """Probe one representation, given what it makes of the training and of the validation part."""
    if not is_measurable(train):
        return LayerProbe(None, np.nan, np.nan)
    if examples.task == "regression":
        probe = number_probe(train, examples.y[examples.train])
    else:
        probe = class_probe(train, examples.labels[examples.train], examples.classes)
    scores = (
        _score(probe(values), examples, part)
        for values, part in ((train, examples.train), (validation, examples.validation))
    )
    return LayerProbe(probe, *scores)


def _score(read: Array, examples: Examples, part: Indices) -> float:
    if len(part) == 0:
        return np.nan
    if examples.task == "regression":
        return r_squared(examples.y[part], read)
    return float(np.mean(read.argmax(axis=1) == examples.labels[part]))


def _standardised(values: Array) -> tuple[Array, Array, Array]:
    """Columns of mean 0 and deviation 1 (or 0, where nothing changes), and what they were shifted and scaled by."""
    mean, deviation = values.mean(axis=0), values.std(axis=0)
    changes = deviation > CONSTANT_BELOW * np.abs(values).max(axis=0)
    deviation = np.where(changes, deviation, np.inf)
    return (values - mean) / deviation, mean, deviation


def _in_own_unit(W: Array, b: Array, mean: Array, deviation: Array) -> Probe:
    """A probe of standardised columns as one of the columns themselves."""
    W = W / deviation
    return Probe(frozen(W), frozen(b - W @ mean))
