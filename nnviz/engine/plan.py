"""A network compiled to a plan: the bound NumPy calls of one iteration, in order, each with the phase it belongs to.

The same plan drives fast training and the single steps of a lecture: its labels are the phases, and what it leaves in
its arena is what an ``Iteration`` records. It is made once for an architecture and a batch size, and allocates nothing
while it runs.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import groupby

import numpy as np

from nnviz.engine.activations import Call
from nnviz.engine.arena import Arena
from nnviz.engine.network import Architecture
from nnviz.engine.optimisers import Optimiser
from nnviz.engine.types import Array


@dataclass(frozen=True, eq=False)
class UpdateRoom:
    """The vectors that an update works on, each as long as θ; shared by the plans of all batch sizes.

    Attributes:
        rate: The learning rate, an array of one number.
        state: The optimiser's memory, shape (vectors, parameters).
        penalty: λ for each weight and 0 for each bias; ``None`` without a penalty.
        trainable: 1 for what trains and 0 for what is frozen; ``None`` where all train.
    """

    theta: Array
    gradient: Array
    step: Array
    state: Array
    rate: Array
    penalty: Array | None
    trainable: Array | None


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
    signal = architecture.loss.delta(architecture.output, z[-1], a[-1], arena.y, slope[-1], delta[-1])
    steps: list[tuple[str, Call]] = [(f"delta{last}", call) for call in signal]
    slopes = _slope_calls(architecture, arena)
    for layer in range(last, 0, -1):
        here = layer - 1
        steps.append((f"dW{layer}", partial(arena.below[here].dot, delta[here].T, gradients[here])))
        if layer > 1:
            steps.append((f"delta{layer - 1}", partial(blocks[here][:-1].dot, delta[here], delta[here - 1])))
            steps += [(f"delta{layer - 1}", call) for call in slopes.get(layer - 1, [])]
            steps.append(
                (f"delta{layer - 1}", partial(np.multiply, delta[here - 1], slope[here - 1], out=delta[here - 1]))
            )
    return steps


def _slope_calls(architecture: Architecture, arena: Arena) -> dict[int, list[Call]]:
    """g′ of the hidden layers, one call for neighbours with the same activation, under the last layer of each group."""
    calls: dict[int, list[Call]] = {}
    row = 0
    numbered = enumerate(architecture.hidden, start=1)
    for _, group in groupby(numbered, key=lambda pair: pair[1].name):
        members = list(group)
        rows = sum(architecture.widths[layer] + 1 for layer, _ in members)
        region = slice(row, row + rows)
        layer, activation = members[-1]
        calls[layer] = activation.slope(arena.hidden_z[region], arena.hidden_a[region], arena.hidden_slope[region])
        row += rows
    return calls


def _update_steps(optimiser: Optimiser, room: UpdateRoom, batch: int) -> list[tuple[str, Call]]:
    """The batch's mean of the gradient, the penalty's part, and the update."""
    mean: list[Call] = [partial(np.multiply, room.gradient, np.full((), 1.0 / batch), out=room.gradient)]
    if room.penalty is not None:
        mean += [
            partial(np.multiply, room.theta, room.penalty, out=room.step),
            partial(np.add, room.gradient, room.step, out=room.gradient),
        ]
    update = optimiser.step(room.rate, room.gradient, room.state, room.step)
    if room.trainable is not None:
        update.append(partial(np.multiply, room.step, room.trainable, out=room.step))
    update.append(partial(np.subtract, room.theta, room.step, out=room.theta))
    return [*(("dW1", call) for call in mean), *(("update", call) for call in update)]
