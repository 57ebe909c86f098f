"""One example's loss as the graph of scalars that it is computed by: the calculus rule that backpropagation is.

Every node is one number: an input, a weight, a bias, a product, a sum, what a function makes of it, and the loss.
Beside its value stands how fast the loss changes with it: that of the loss is 1, and each other one's is the sum, over
the nodes that it goes into, of theirs times the slope in between.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np

from nnviz.engine.errors import PlaceError
from nnviz.engine.networks.network import Architecture
from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.types import Array
from nnviz.said import said

MOST_NODES = 60
"""Of a larger graph nobody reads the numbers."""

NodeKind = Literal["input", "weight", "bias", "product", "sum", "function", "target", "loss"]


@dataclass(frozen=True)
class Node:
    """One number on the way to the loss.

    Attributes:
        kind: What it is.
        layer: That of the weight, bias, product, sum or function; 0 for inputs, the output's for targets and the loss.
        unit: Counts from 0.
        source: Where a weight or a product comes from; ``None`` otherwise.
        parents: The places of the nodes that it is computed from.
        value: What it is.
        derivative: ∂L/∂it, of this example's own loss; nan for a target, which nothing can change.
        known: The phase that computes the value.
        known_back: The phase that computes the derivative; empty where there is none.
    """

    kind: NodeKind
    layer: int
    unit: int
    source: int | None
    parents: tuple[int, ...]
    value: float
    derivative: float
    known: str
    known_back: str


def count_nodes(architecture: Architecture) -> int:
    """How many nodes the graph of a network has."""
    widths = architecture.widths
    return widths[0] + sum((2 * before + 3) * units for before, units in pairwise(widths)) + widths[-1] + 1


def scalar_graph(record: Iteration, example: int) -> tuple[Node, ...]:
    """The nodes, each after those that it is computed from.

    Args:
        record: The iteration.
        example: The row of the example.

    Raises:
        PlaceError: There would be too many of them.
    """
    count = count_nodes(record.architecture)
    if count > MOST_NODES:
        raise PlaceError(
            said("Engine", "its graph has {count} nodes, and more than {most} cannot be read").format(
                count=count, most=MOST_NODES
            )
        )
    nodes: list[Node] = []
    with np.errstate(all="ignore"):
        layers, last = record.layers, len(record.layers)
        slopes = [(above.delta[example] @ above.W) for above in layers]
        below = [
            _add(nodes, Node("input", 0, unit, None, (), float(value), float(slope), "x", "dW1"))
            for unit, (value, slope) in enumerate(zip(record.x[example], slopes[0], strict=True))
        ]
        for layer, slope in enumerate([*slopes[1:], _output_slopes(record, example)], start=1):
            below = _add_layer(nodes, record, example, layer, below, slope)
        targets = [
            _add(nodes, Node("target", last, unit, None, (), float(value), math.nan, "L", ""))
            for unit, value in enumerate(record.y[example])
        ]
        loss = float(record.example_losses[example])
        _add(nodes, Node("loss", last, 0, None, (*below, *targets), loss, 1.0, "L", f"delta{last}"))
    return tuple(nodes)


def _add(nodes: list[Node], node: Node) -> int:
    """Add a node, and give back its place."""
    nodes.append(node)
    return len(nodes) - 1


def _add_layer(
    nodes: list[Node], record: Iteration, example: int, layer: int, below: list[int], slopes: Array
) -> list[int]:
    """Add the units of a layer; the places of what they hand on."""
    here, architecture = record.layers[layer - 1], record.architecture
    totals = [_add_sum(nodes, record, example, layer, unit, below) for unit in range(len(here.b))]
    # Behind a softmax every answer depends on all sums.
    coupled = layer == architecture.layers and architecture.output.is_coupled
    above = []
    for unit, total in enumerate(totals):
        parents = tuple(totals) if coupled else (total,)
        value, slope = float(here.a[example, unit]), float(slopes[unit])
        node = Node("function", layer, unit, None, parents, value, slope, f"a{layer}", f"delta{layer}")
        above.append(_add(nodes, node))
    return above


def _add_sum(nodes: list[Node], record: Iteration, example: int, layer: int, unit: int, below: list[int]) -> int:
    """Add a unit's weights, products and bias, and their sum, whose place is given back."""
    here = record.layers[layer - 1]
    delta, terms = float(here.delta[example, unit]), []
    known, of_gradient, of_signal = f"z{layer}", f"dW{layer}", f"delta{layer}"
    for source, origin in enumerate(below):
        entering, weight = float(here.inputs[example, source]), float(here.W[unit, source])
        leaf = Node("weight", layer, unit, source, (), weight, delta * entering, known, of_gradient)
        parents = (_add(nodes, leaf), origin)
        product = Node("product", layer, unit, source, parents, weight * entering, delta, known, of_signal)
        terms.append(_add(nodes, product))
    bias = Node("bias", layer, unit, None, (), float(here.b[unit]), delta, known, of_gradient)
    terms.append(_add(nodes, bias))
    total = Node("sum", layer, unit, None, tuple(terms), float(here.z[example, unit]), delta, known, of_signal)
    return _add(nodes, total)


def _output_slopes(record: Iteration, example: int) -> Array:
    """∂L/∂ŷ of each output, of the example's own loss."""
    loss = record.architecture.loss
    prediction, target = record.prediction[example], record.y[example]
    if not loss.cancels:
        return loss.error(prediction, target)
    # Of cross-entropies ∂L/∂z is known; what cancels there is the slope.
    found: Array = np.where(target == 0.0, 0.0, -target / prediction)
    if record.architecture.output.is_coupled:
        return found
    return found + np.where(target == 1.0, 0.0, (1.0 - target) / (1.0 - prediction))
