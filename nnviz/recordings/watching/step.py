"""One step of a loop, as it is seen: from the forward pass of its layers to what the optimiser made of the gradient."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from nnviz.engine.functions.outputs import OUTPUTS
from nnviz.engine.types import Numbers
from nnviz.recordings.problem import RecordingError
from nnviz.recordings.watching.graph import activation_of, is_layer, loss_of, refused_activation, way_down, words
from nnviz.recordings.watching.network import Layer, numbers_of
from nnviz.said import said


@dataclass(eq=False)
class Pass:
    """One pass through a layer.

    Attributes:
        x: What went in, (batch, in).
        z: What came out, (batch, out), a copy.
        node: The graph's node of it.
        delta: ∂L/∂z of the batch's loss, once the error signal has passed.
    """

    layer: Layer
    x: Any
    z: Numbers
    node: Any
    delta: Numbers | None = None


class Functions(NamedTuple):
    """What a network is made of beside its numbers; the same in each step."""

    layers: tuple[str, ...]
    hidden: tuple[str, ...]
    output: str
    loss: str


@dataclass(frozen=True, eq=False)
class Seen:
    """What is known of a step before its backward pass.

    Attributes:
        passes: Through the layers, the first hidden one first.
        x, y: Inputs and targets, shapes (batch, …).
        loss: Of the batch.
    """

    functions: Functions
    passes: tuple[Pass, ...]
    x: Numbers
    y: Numbers
    loss: float


def see(loss: Any, passes: Mapping[Any, Pass]) -> Seen | None:
    """What the graph of a loss says of a step; ``None`` where the loss is not one of these passes.

    Args:
        loss: One number, on whose way back the layers are.
        passes: The latest through the layers, by their nodes.

    Raises:
        RecordingError: It is something that cannot be recorded.
    """
    nodes, node = way_down(loss.grad_fn, passes)
    if node is None:
        if not _leads_to(loss.grad_fn, passes):
            return None
        if is_layer(nodes[-1]):
            raise RecordingError(
                said("Recording", "the loss is computed from a layer that was not there at the beginning")
            )
        reason = said(
            "Recording", "more than one way leads from the loss to the last layer ({operations}): a sum of losses?"
        )
        raise RecordingError(reason.format(operations=words(nodes[-1:])))
    seen = loss_of(nodes)
    chain, hidden = _chain(passes[node], passes)
    y = _targets(seen.target, seen.kind, seen.output, chain[-1].z)
    functions = Functions(tuple(each.layer.name for each in chain), hidden, seen.output, seen.loss)
    return Seen(functions, chain, numbers_of(chain[0].x), y, float(loss.detach()))


def _leads_to(node: Any, passes: Mapping[Any, Pass]) -> bool:
    """Whether any way leads to one of the passes."""
    waiting, known = [node], {node}
    while waiting:
        for below, _ in waiting.pop().next_functions:
            if below in passes:
                return True
            if below is not None and below not in known:
                known.add(below)
                waiting.append(below)
    return False


def _chain(last: Pass, passes: Mapping[Any, Pass]) -> tuple[tuple[Pass, ...], tuple[str, ...]]:
    """The layers from the first to the last, and the activations between them."""
    chain, hidden = [last], list[str]()
    while (node := chain[0].x.grad_fn) is not None:
        here = chain[0].layer.name
        nodes, below = way_down(node, passes)
        if below is None and is_layer(nodes[-1]):
            raise RecordingError(said("Recording", "comes after a layer that is used more than once"), here)
        if below is None:
            reason = said("Recording", "what comes before it ({operations}) is not one layer and an activation")
            raise RecordingError(reason.format(operations=words(nodes)), here)
        name = activation_of(nodes)
        if name is None:
            raise refused_activation(nodes, passes[below].layer.name).within(here)
        if passes[below].layer in [each.layer for each in chain]:
            raise RecordingError(said("Recording", "comes after a layer that is used more than once"), here)
        hidden.insert(0, name)
        chain.insert(0, passes[below])
    return tuple(chain), tuple(hidden)


def _targets(target: Any, kind: str, output: str, z: Numbers) -> Numbers:
    """Targets as nnviz has them, shaped as ``z``."""
    values = numbers_of(target)
    if kind == "labels":
        if values.shape != z.shape[:1] or values.min() < 0 or values.max() >= z.shape[1]:
            raise RecordingError(said("Recording", "the labels are not whole numbers from 0 to the number of classes"))
        one_hot: Numbers = (values[:, None] == np.arange(z.shape[1])).astype(z.dtype)
        return one_hot
    if values.size != z.size:
        reason = said(
            "Recording",
            "{examples} predictions are compared with targets in {compared} ways, each with each: "
            "give predictions and targets one shape",
        )
        raise RecordingError(reason.format(examples=z.size, compared=values.size))
    values = values.reshape(z.shape).astype(z.dtype)
    if kind == "target":
        if output == "softmax" and not (np.isin(values, (0.0, 1.0)).all() and (values.sum(axis=1) == 1.0).all()):
            raise RecordingError(
                said("Recording", "the targets are shares of classes: only one class for each example can be recorded")
            )
        return values
    sign = -1.0 if kind == "prediction - target" else 1.0
    exact = OUTPUTS[output].of(z) + sign * values
    return _rounded(exact, np.abs(values).max(initial=0.0), z.dtype)


def _rounded(values: Numbers, largest: float, kind: np.dtype[Any]) -> Numbers:
    """Targets that were found as a difference: where they are all but a short number, that number."""
    short = np.round(values, 4)
    near = np.abs(values - short) <= 4.0 * np.finfo(kind).eps * max(float(largest), 1.0)
    return np.where(near, short, values).astype(kind)
