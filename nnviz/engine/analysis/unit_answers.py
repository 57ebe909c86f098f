"""What the units of a layer answer to the examples: which excite a unit most, and what each kind gets on average."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnviz.engine.analysis.layer_answers import layer_answers
from nnviz.engine.data.examples import Examples
from nnviz.engine.errors import PlaceError
from nnviz.engine.networks.network import Architecture
from nnviz.engine.types import Array, Indices, frozen
from nnviz.said import said

THIRDS = 3
"""Where there are no classes, examples are grouped by their target: low, middle, high."""


@dataclass(frozen=True, eq=False)
class Exciting:
    """The training examples that a unit answers most and least.

    Attributes:
        most: Examples, as places in the data set, the most exciting one first.
        most_answers: The unit's activation for each of them.
        least, least_answers: The same of those that excite it least, the least exciting one first.
    """

    most: Indices
    most_answers: Array
    least: Indices
    least_answers: Array


@dataclass(frozen=True, eq=False)
class MeanAnswers:
    """The mean activation of each unit of a layer over the training examples of each group.

    Attributes:
        means: Shape (groups, units); nan for a group without examples.
        counts: How many examples each group has, shape (groups,).
    """

    means: Array
    counts: Indices


def answers(architecture: Architecture, theta: Array, x: Array, layer: int | None = None) -> Array:
    """The activations of a layer, a new array of shape (examples, units).

    Args:
        architecture: The network's.
        theta: Its parameters, laid out as ``Architecture`` says.
        x: Inputs as the network sees them, shape (examples, inputs).
        layer: 1 is the first hidden one; left out, the output.

    Raises:
        PlaceError: The network has no such layer.
    """
    return layer_answers(architecture, theta, x, only=_checked(architecture, layer))[0]


def most_exciting(
    architecture: Architecture, theta: Array, examples: Examples, layer: int, unit: int, count: int
) -> Exciting:
    """The training examples that excite a unit most and least, at most so many of each; answers alike in data order.

    Raises:
        PlaceError: The network has no such unit.
    """
    layer = _checked(architecture, layer)
    if not 0 <= unit < architecture.widths[layer]:
        raise PlaceError(
            said("Engine", "unit {unit} of layer {layer}: expected 0 to {highest}").format(
                unit=unit, layer=layer, highest=architecture.widths[layer] - 1
            )
        )
    values = answers(architecture, theta, examples.x[examples.train], layer)[:, unit]
    least = np.argsort(values, kind="stable")[:count]
    most = np.argsort(-values, kind="stable")[:count]
    train = examples.train
    return Exciting(train[most], frozen(values[most]), train[least], frozen(values[least]))


def mean_answers(architecture: Architecture, theta: Array, examples: Examples, layer: int) -> MeanAnswers:
    """What each unit of a layer answers on average to the examples of each class, or of each third of the targets.

    Raises:
        PlaceError: The network has no such layer.
    """
    values = answers(architecture, theta, examples.x[examples.train], layer)
    groups, count = groups_of(examples)
    counts = np.bincount(groups, minlength=count)
    sums = np.zeros((count, values.shape[1]))
    with np.errstate(all="ignore"):
        np.add.at(sums, groups, values)
        return MeanAnswers(frozen(sums / counts[:, None]), counts)


def groups_of(examples: Examples) -> tuple[Indices, int]:
    """Which group each training example belongs to, and how many groups there are: classes, or thirds by target."""
    if examples.classes:
        return examples.labels[examples.train], examples.classes
    targets = examples.y[examples.train, 0]
    order = np.argsort(np.argsort(targets, kind="stable"), kind="stable")
    return order * THIRDS // max(len(targets), 1), THIRDS


def _checked(architecture: Architecture, layer: int | None) -> int:
    layer = architecture.layers if layer is None else layer
    if not 1 <= layer <= architecture.layers:
        raise PlaceError(
            said("Engine", "layer {layer}: expected 1 to {layers}").format(layer=layer, layers=architecture.layers)
        )
    return layer
