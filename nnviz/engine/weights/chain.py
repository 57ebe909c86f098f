"""A chain of Linear layers, and how the tensors of a state dict make one: their shapes give the architecture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import NamedTuple, TypeAlias

import numpy as np

from nnviz.engine.names import counted
from nnviz.engine.settings import MOST_HIDDEN_LAYERS, MOST_UNITS, LayerParameters
from nnviz.engine.types import LARGEST_NUMBER, Array
from nnviz.engine.weights.problem import WeightsError, plain_name
from nnviz.engine.weights.safetensors import Tensor, shown_shape
from nnviz.said import said

MOST_TRIES = 10_000
"""Steps of the search for the one order in which layers chain."""


class Layer(NamedTuple):
    """One layer's parameters.

    Attributes:
        name: What the file calls its weights.
        W: Shape (out, in).
        b: Shape (out,).
        activation: What the file says comes after it; ``None`` where it says nothing.
    """

    name: str
    W: Array
    b: Array
    activation: str | None = None

    def parameters(self) -> LayerParameters:
        """As an experiment has them."""
        return LayerParameters(W=tuple(map(tuple, self.W.tolist())), b=tuple(self.b.tolist()))


Chain: TypeAlias = tuple[Layer, ...]


def chain_of(tensors: Mapping[str, Tensor]) -> Chain:
    """The layers of a state dict, ``NAME.weight`` and ``NAME.bias`` for each.

    They come in the order of their names, numbers counted as numbers; where they do not chain in that order, in the
    only one in which they do.

    Raises:
        WeightsError: It holds something else, or the layers do not chain.
    """
    names = _layer_names(tensors)
    if not names:
        raise WeightsError(said("Engine", "there are no weights in it"))
    check_layers(len(names))
    shapes = {name: tensors[name].shape for name in names}
    order = names if _chains(names, shapes) else _only_order(names, shapes)
    layers: list[Layer] = []
    for name in order:
        check_chained(name, shapes[name], layers)
        layers.append(_layer(name, tensors))
    return tuple(layers)


def check_chained(name: str, shape: Sequence[int], before: Sequence[Layer]) -> None:
    """Refuse the weights of a layer that does not take what the last of those before it gives.

    Raises:
        WeightsError: Saying so.
    """
    if before and len(before[-1].W) != shape[1]:
        reason = said("Engine", "takes {inputs:,} inputs, but {before} before it gives {units:,}")
        units, name_before = len(before[-1].W), plain_name(before[-1].name)
        raise WeightsError(reason.format(inputs=shape[1], before=name_before, units=units), name)


def checked_numbers(name: str, numbers: Array) -> Array:
    """The numbers of a tensor, each of which is one that a network can have.

    Raises:
        WeightsError: One of them is not.
    """
    if not np.isfinite(numbers).all():
        raise WeightsError(said("Engine", "holds a number that is not finite"), name)
    if numbers.size and np.abs(numbers).max() > LARGEST_NUMBER:
        raise WeightsError(
            said("Engine", "holds a number beyond ±{largest_number:g}").format(largest_number=LARGEST_NUMBER), name
        )
    return numbers


def check_layers(layers: int) -> None:
    """Refuse more layers than a network can have.

    Raises:
        WeightsError: Saying so.
    """
    if layers > MOST_HIDDEN_LAYERS + 1:
        reason = said("Engine", "{layers} in it; nnviz holds at most {most}")
        raise WeightsError(reason.format(layers=counted(layers, "layer"), most=MOST_HIDDEN_LAYERS + 1))


def check_weights_shape(name: str, shape: Sequence[int]) -> None:
    """Refuse what are not the weights of a Linear layer, or of one that is too wide.

    Raises:
        WeightsError: Saying so.
    """
    if len(shape) != 2 or 0 in shape:
        reason = said("Engine", "the shape {shape} is not that of a Linear layer, (out, in)")
        raise WeightsError(reason.format(shape=shown_shape(shape)), name)
    if shape[0] > MOST_UNITS:
        reason = said("Engine", "a layer of {units:,} units; nnviz holds at most {most_units:,}")
        raise WeightsError(reason.format(units=shape[0], most_units=MOST_UNITS), name)


def check_bias_shape(name: str, shape: Sequence[int], units: int) -> None:
    """Refuse a bias that does not belong to so many units.

    Raises:
        WeightsError: Saying so.
    """
    if tuple(shape) != (units,):
        reason = said("Engine", "expected the shape {expected}, got {shape}")
        raise WeightsError(reason.format(expected=shown_shape((units,)), shape=shown_shape(shape)), name)


def _layer_names(tensors: Mapping[str, Tensor]) -> list[str]:
    """The names of the weights, in their order."""
    for name in tensors:
        layer, _, kind = name.rpartition(".")
        if kind not in ("weight", "bias"):
            raise WeightsError(said("Engine", "neither the weight nor the bias of a Linear layer"), name)
        weight = _beside(layer, "weight")
        if weight not in tensors:
            raise WeightsError(said("Engine", "there is no {weight}").format(weight=plain_name(weight)), name)
        check_weights_shape(weight, tensors[weight].shape)
        if kind == "bias":
            check_bias_shape(name, tensors[name].shape, tensors[weight].shape[0])
    return sorted((name for name in tensors if name.rpartition(".")[2] == "weight"), key=_natural)


def _beside(layer: str, kind: str) -> str:
    return f"{layer}.{kind}" if layer else kind


def _natural(name: str) -> list[tuple[int, str]]:
    """A key by which ``fc10`` comes after ``fc2``."""
    pieces = (piece.lstrip("0") if piece.isdigit() else piece for piece in re.split(r"([0-9]+)", name))
    return [(len(piece) if place % 2 else 0, piece) for place, piece in enumerate(pieces)]


def _chains(order: Sequence[str], shapes: Mapping[str, tuple[int, ...]]) -> bool:
    return all(shapes[name][1] == shapes[before][0] for before, name in pairwise(order))


def _only_order(names: list[str], shapes: Mapping[str, tuple[int, ...]]) -> list[str]:
    """The only order in which the layers chain; that of their names where there is none, or more than one."""
    tries = iter(range(MOST_TRIES))

    def orders(order: list[str], left: list[str]) -> Iterator[list[str]]:
        if not left:
            yield order
        for name in left:
            if (not order or shapes[name][1] == shapes[order[-1]][0]) and next(tries, None) is not None:
                yield from orders([*order, name], [each for each in left if each != name])

    found = list(islice(orders([], names), 2))
    return found[0] if len(found) == 1 and next(tries, None) is not None else names


def _layer(name: str, tensors: Mapping[str, Tensor]) -> Layer:
    weights = checked_numbers(name, tensors[name].numbers())
    bias = _beside(name.rpartition(".")[0], "bias")
    if bias not in tensors:
        return Layer(name, weights, np.zeros(len(weights)))
    return Layer(name, weights, checked_numbers(bias, tensors[bias].numbers()))
