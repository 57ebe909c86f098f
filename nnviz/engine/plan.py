"""A network compiled to a plan: the bound NumPy calls of one iteration, in order, each with the phase it belongs to.

The same plan drives fast training and the single steps of a lecture: its labels are the phases, and what it leaves in
its arena is what an ``Iteration`` records. It is made once for an architecture and a batch size, and allocates nothing
while it runs. Its calls name the place of their result last, without ``out=``: that is quicker by a third.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import groupby
from operator import itemgetter

import numpy as np

from nnviz.engine.activations import Call
from nnviz.engine.arena import Arena
from nnviz.engine.network import Architecture
from nnviz.engine.optimisers import Optimiser
from nnviz.engine.types import Array


@dataclass(frozen=True, eq=False)
class UpdateRoom:
    """What an update works on: vectors as long as θ, side by side, shared by the plans of all batch sizes.

    Attributes:
        before: The optimiser's memory and θ in one piece: what a record copies before an update.
        after: The same and the gradient: what it copies after one.
        state: The optimiser's memory, shape (vectors, parameters).
        rate: The learning rate, an array of one number.
        penalty: λ for each weight and 0 for each bias; ``None`` without a penalty.
        trainable: 1 for what trains and 0 for what is frozen; ``None`` where all train.
    """

    before: Array
    after: Array
    theta: Array
    gradient: Array
    step: Array
    state: Array
    rate: Array
    penalty: Array | None
    trainable: Array | None

    @classmethod
    def starting_from(
        cls, theta: Array, vectors: int, rate: float, penalty: Array | None, trainable: Array | None
    ) -> UpdateRoom:
        """Room for a run: θ is copied in, the optimiser remembers ``vectors`` vectors, all zero."""
        numbers = np.zeros((vectors + 3, len(theta)))
        numbers[vectors] = theta
        return cls(
            before=numbers[: vectors + 1],
            after=numbers[: vectors + 2],
            theta=numbers[vectors],
            gradient=numbers[vectors + 1],
            step=numbers[vectors + 2],
            state=numbers[:vectors],
            rate=np.full((), rate),
            penalty=penalty,
            trainable=trainable,
        )


@dataclass(frozen=True, eq=False)
class Plan:
    """The calls of one iteration over one arena.

    Attributes:
        steps: Each call with the name of its phase.
        calls: The same calls without the names: what training runs through.
    """

    batch: int
    arena: Arena
    steps: tuple[tuple[str, Call], ...]
    calls: tuple[Call, ...]


def forward_steps(architecture: Architecture, blocks: list[Array], arena: Arena) -> list[tuple[str, Call]]:
    """Z and a of every layer: ``z = W x + b``, ``a = g(z)``."""
    steps: list[tuple[str, Call]] = []
    values = [*(activation.value for activation in architecture.hidden), architecture.output.value]
    for layer, (block, value) in enumerate(zip(blocks, values, strict=True), start=1):
        z, a = arena.z[layer - 1], arena.a[layer - 1]
        steps.append((f"z{layer}", partial(block.T.dot, arena.below[layer - 1], z)))
        steps += [(f"a{layer}", call) for call in value(z, a)]
    return steps


def compile_plan(architecture: Architecture, optimiser: Optimiser, room: UpdateRoom, batch: int) -> Plan:
    """The plan of one iteration on batches of a size."""
    arena = Arena.empty(architecture.widths, batch)
    blocks, gradients = architecture.blocks(room.theta), architecture.blocks(room.gradient)
    steps = forward_steps(architecture, blocks, arena)
    steps += _backward_steps(architecture, blocks, gradients, arena)
    steps += _update_steps(optimiser, room, batch)
    return Plan(batch, arena, tuple(steps), tuple(call for _, call in steps))


def _backward_steps(
    architecture: Architecture, blocks: list[Array], gradients: list[Array], arena: Arena
) -> list[tuple[str, Call]]:
    """δ and the sums of ∇W, ∇b over the batch, from the output back to the first layer."""
    last = architecture.layers
    z, a, slope, delta = arena.z, arena.a, arena.slope, arena.delta
    slopes = _slope_calls(architecture, arena)
    signal = architecture.loss.delta(architecture.output, z[-1], a[-1], arena.y, slope[-1], delta[-1])
    steps: list[tuple[str, Call]] = [(f"delta{last}", call) for call in (*slopes.get(last, ()), *signal)]
    for layer in range(last, 0, -1):
        here = layer - 1
        steps.append((f"dW{layer}", partial(arena.below[here].dot, delta[here].T, gradients[here])))
        if layer > 1:
            below = here - 1
            to_below = [
                partial(blocks[here][:-1].dot, delta[here], delta[below]),
                *slopes.get(layer - 1, ()),
                partial(np.multiply, delta[below], slope[below], delta[below]),
            ]
            steps += [(f"delta{layer - 1}", call) for call in to_below]
    return steps


def _slope_calls(architecture: Architecture, arena: Arena) -> dict[int, list[Call]]:
    """g′ of the layers whose error signal passes through it: one call for neighbours with the same activation.

    A group's calls come under its last layer, where the backward pass first needs it.
    """
    slopes = [activation.slope for activation in architecture.hidden]
    output = architecture.output
    if output.slope is not None and architecture.loss.passes_slope(output):
        slopes.append(output.slope)
    calls: dict[int, list[Call]] = {}
    row = 0
    for slope, group in groupby(enumerate(slopes, start=1), key=itemgetter(1)):
        layers = [layer for layer, _ in group]
        # Under each hidden layer stands a row of ones; what it gets here is never read.
        rows = sum(architecture.widths[layer] + (layer < architecture.layers) for layer in layers)
        region = slice(row, row + rows)
        calls[layers[-1]] = slope(arena.all_z[region], arena.all_a[region], arena.all_slope[region])
        row += rows
    return calls


def _update_steps(optimiser: Optimiser, room: UpdateRoom, batch: int) -> list[tuple[str, Call]]:
    """The batch's mean of the gradient, the penalty's part, and the update."""
    mean: list[Call] = [partial(np.multiply, room.gradient, np.full((), 1.0 / batch), room.gradient)]
    if room.penalty is not None:
        mean += [
            partial(np.multiply, room.theta, room.penalty, room.step),
            partial(np.add, room.gradient, room.step, room.gradient),
        ]
    update = optimiser.step(room.rate, room.gradient, room.state, room.step)
    if room.trainable is not None:
        update.append(partial(np.multiply, room.step, room.trainable, room.step))
    update.append(partial(np.subtract, room.theta, room.step, room.theta))
    return [*(("dW1", call) for call in mean), *(("update", call) for call in update)]
