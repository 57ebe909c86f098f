"""Layers without an activation collapse: several linear ones in a row do what a single one can."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnviz.engine.errors import PlaceError
from nnviz.engine.functions.activations import LINEAR
from nnviz.engine.networks.network import Architecture
from nnviz.engine.types import Array, frozen
from nnviz.said import said


@dataclass(frozen=True, eq=False)
class Collapsed:
    """Several layers as one: ``z = W x + b``.

    Attributes:
        first: The first of the layers; 1 is the first hidden one.
        last: The last, whose pre-activation ``z`` is; x is what the first one receives.
        W: ``W_last … W_first``, shape (units of the last, inputs of the first).
        b: Shape (units of the last,).
    """

    first: int
    last: int
    W: Array
    b: Array


def linear_runs(architecture: Architecture) -> list[tuple[int, int]]:
    """The runs of layers that collapse into one, as (first, last), each as long as it gets.

    All but the last layer of a run are linear: what that one makes of its z does not matter.
    """
    runs: list[tuple[int, int]] = []
    first = 1
    for layer in range(1, architecture.layers + 1):
        if layer == architecture.layers or not _is_linear(architecture, layer):
            if layer > first:
                runs.append((first, layer))
            first = layer + 1
    return runs


def collapse(architecture: Architecture, theta: Array, first: int = 1, last: int | None = None) -> Collapsed:
    """The one matrix and bias that a run of layers is.

    Args:
        architecture: The network's.
        theta: Its parameters, laid out as ``Architecture`` says.
        first: The first layer of the run; 1 is the first hidden one.
        last: The last layer; left out, the output.

    Raises:
        PlaceError: The network has no such run, or a layer before the last one is not linear.
    """
    last = architecture.layers if last is None else last
    if not 1 <= first <= last <= architecture.layers:
        raise PlaceError(
            said("Engine", "layers {first} to {last}: expected a run of layers from 1 to {layers}").format(
                first=first, last=last, layers=architecture.layers
            )
        )
    for layer in range(first, last):
        if not _is_linear(architecture, layer):
            name = architecture.activation_name(layer)
            raise PlaceError(
                said("Engine", "layer {layer} is not linear but {name}: it does not collapse into the next one").format(
                    layer=layer, name=name
                )
            )
    (W, b), *others = architecture.weights_and_biases(theta)[first - 1 : last]
    with np.errstate(all="ignore"):
        for below, (above, bias) in enumerate(others, start=first):
            if (heard := architecture.heard(below)) is not None:
                above = above * heard.T
            W, b = above @ W, above @ b + bias
    return Collapsed(first, last, frozen(np.array(W)), frozen(np.array(b)))


def _is_linear(architecture: Architecture, layer: int) -> bool:
    return architecture.activation_name(layer) == LINEAR.name
