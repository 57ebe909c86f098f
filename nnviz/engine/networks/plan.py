"""A network compiled to a plan: the bound NumPy calls of one iteration, in order, each with the phase it belongs to.

The same plan drives fast training and the single steps of a lecture: its labels are the phases, and what it leaves in
its arena is what an ``Iteration`` records. It is made once for an architecture and a batch size, and allocates nothing
while it runs. Its calls name the place of their result last, without ``out=``: that is quicker by a third.

Where θ has an axis before its own, it is that of a stack of networks of one architecture: all of them make their
iteration in the same calls, each with its own numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType
from typing import TypeAlias

import numpy as np

from nnviz.engine.kernel.arena import Arena
from nnviz.engine.kernel.calls import Call, number, product
from nnviz.engine.kernel.update_room import UpdateRoom
from nnviz.engine.networks.network import Architecture
from nnviz.engine.types import Array

Slope: TypeAlias = Callable[[Array, Array, Array], list[Call]]


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


def forward_steps(
    architecture: Architecture,
    blocks: list[Array],
    arena: Arena,
    silencing: Mapping[int, list[Call]] = MappingProxyType({}),
) -> list[tuple[str, Call]]:
    """Z and a of every layer: ``z = W x + b``, ``a = g(z)``, and what silences units of some hidden layers.

    Where nothing else is given for a layer, its silenced units are.
    """
    steps: list[tuple[str, Call]] = []
    values = [*(activation.value for activation in architecture.hidden), architecture.output.value]
    for layer, (block, value) in enumerate(zip(blocks, values, strict=True), start=1):
        z, a = arena.z[layer - 1], arena.a[layer - 1]
        # W a + b in one product: below a stands a row of ones, and b is the last row of the block.
        steps.append((f"z{layer}", product(block.mT, arena.below[layer - 1], z)))
        silences = silencing[layer] if layer in silencing else _hearing_calls(a, architecture.heard(layer))
        steps += [(f"a{layer}", call) for call in (*value(z, a), *silences)]
    return steps


def compile_plan(
    architecture: Architecture,
    update: list[Call],
    room: UpdateRoom,
    batch: int,
    generators: Sequence[np.random.Generator],
) -> Plan:
    """The plan of one iteration on batches of a size.

    Args:
        architecture: What to compile.
        update: The optimiser's calls, which leave what is taken off θ in ``room.step``.
        room: Where θ and its gradient are.
        batch: Examples in a batch.
        generators: What dropout draws its masks from: one for each network.
    """
    arena = Arena.empty(architecture.widths, batch, bool(architecture.dropout), room.theta.shape[:-1])
    blocks, gradients = architecture.blocks(room.theta), architecture.blocks(room.gradient)
    masks = _masks(architecture, arena)
    silencing = {layer: _silencing_calls(architecture, arena, layer, mask, generators) for layer, mask in masks.items()}
    steps = forward_steps(architecture, blocks, arena, silencing)
    steps += _backward_steps(architecture, blocks, gradients, arena, masks)
    steps += [("dW1", call) for call in (*_mean_calls(room, batch), *_penalty_calls(room), *_clipping_calls(room))]
    steps += [("update", call) for call in (*update, *_subtracting_calls(room))]
    return Plan(batch, arena, tuple(steps), tuple(call for _, call in steps))


def _masks(architecture: Architecture, arena: Arena) -> dict[int, Array]:
    """What silences units, by hidden layer: room for what dropout draws, or the column of those that are heard."""
    masks: dict[int, Array] = {}
    for layer in range(1, architecture.layers):
        if architecture.drops(layer):
            masks[layer] = arena.mask[layer - 1]
        elif (heard := architecture.heard(layer)) is not None:
            masks[layer] = heard
    return masks


def _silencing_calls(
    architecture: Architecture, arena: Arena, layer: int, mask: Array, generators: Sequence[np.random.Generator]
) -> list[Call]:
    """A layer's activations are multiplied by its mask.

    The slope is taken first: some slopes are made from an activation that has not been touched.
    """
    here = layer - 1
    a = arena.a[here]
    return [
        *architecture.hidden[here].slope(arena.z[here], a, arena.slope[here]),
        *(_drawing_calls(architecture, layer, mask, generators) if architecture.drops(layer) else ()),
        partial(np.multiply, a, mask, a),
    ]


def _drawing_calls(
    architecture: Architecture, layer: int, mask: Array, generators: Sequence[np.random.Generator]
) -> list[Call]:
    """Silence a share p of a layer's units at random and multiply the others by 1 / (1 − p) (Srivastava et al. 2014).

    As much is drawn whichever units are silenced for good, so that the others' masks stay what they are.
    """
    share = architecture.dropout[layer - 1]
    drawn = np.empty((len(generators), *mask.shape[-2:]))
    return [
        *(partial(generator.random, None, np.float64, one) for generator, one in zip(generators, drawn, strict=True)),
        partial(np.greater_equal, drawn.reshape(mask.shape), number(share, mask), out=mask),
        partial(np.multiply, mask, number(1.0 / (1.0 - share), mask), mask),
        *_hearing_calls(mask, architecture.heard(layer)),
    ]


def _hearing_calls(values: Array, heard: Array | None) -> list[Call]:
    """Values of a layer, shape (…, units, batch), become 0 where a unit is silenced for good."""
    return [partial(np.multiply, values, heard, values)] if heard is not None else []


def _backward_steps(
    architecture: Architecture,
    blocks: list[Array],
    gradients: list[Array],
    arena: Arena,
    masks: Mapping[int, Array],
) -> list[tuple[str, Call]]:
    """δ and the sums of ∇W, ∇b over the batch, from the output back to the first layer.

    They are the four equations of ``textbook``; columns are examples, so that a product adds up over the batch.
    """
    last = architecture.layers
    z, a, slope, delta = arena.z, arena.a, arena.slope, arena.delta
    slopes = _slope_calls(architecture, arena, masks)
    signal = architecture.loss.delta(architecture.output, z[-1], a[-1], arena.y, slope[-1], delta[-1])
    steps: list[tuple[str, Call]] = [(f"delta{last}", call) for call in (*slopes.get(last, ()), *signal)]
    for layer in range(last, 0, -1):
        here = layer - 1
        # ∇W = Σ δ aᵀ and ∇b = Σ δ in one product, as the row of ones below a gives the sum of δ.
        steps.append((f"dW{layer}", product(arena.below[here], delta[here].mT, gradients[here])))
        if layer > 1:
            below = here - 1
            to_below = [
                product(blocks[here][..., :-1, :], delta[here], delta[below]),  # Wᵀ δ
                *slopes.get(layer - 1, ()),  # g′(z)
                partial(np.multiply, delta[below], slope[below], delta[below]),  # Wᵀ δ ⊙ g′(z)
            ]
            if layer - 1 in masks:
                to_below.append(partial(np.multiply, delta[below], masks[layer - 1], delta[below]))
            steps += [(f"delta{layer - 1}", call) for call in to_below]
    return steps


def _slope_calls(architecture: Architecture, arena: Arena, masks: Mapping[int, Array]) -> dict[int, list[Call]]:
    """g′ of the layers whose error signal passes through it: one call for neighbours with the same activation.

    A group's calls come under its last layer, where the backward pass first needs it. Where units are silenced, the
    slope is known from the forward pass.
    """
    slopes: list[Slope | None] = [activation.slope for activation in architecture.hidden]
    for layer in masks:
        slopes[layer - 1] = None
    output = architecture.output
    if output.slope is not None and architecture.loss.passes_slope(output):
        slopes.append(output.slope)
    calls: dict[int, list[Call]] = {}
    row = 0
    for slope, group in groupby(enumerate(slopes, start=1), key=itemgetter(1)):
        layers = [layer for layer, _ in group]
        # Under each hidden layer stands a row of ones; what it gets here is never read.
        rows = sum(architecture.widths[layer] + (layer < architecture.layers) for layer in layers)
        if slope is not None:
            region = (..., slice(row, row + rows), slice(None))
            calls[layers[-1]] = slope(arena.all_z[region], arena.all_a[region], arena.all_slope[region])
        row += rows
    return calls


def _mean_calls(room: UpdateRoom, batch: int) -> list[Call]:
    """The sum over the batch becomes its mean."""
    return [partial(np.multiply, room.gradient, number(1.0 / batch, room.gradient), room.gradient)]


def _penalty_calls(room: UpdateRoom) -> list[Call]:
    """The penalty's part of the gradient: ``λ W`` and ``λ sign(W)``."""
    calls: list[Call] = []
    if room.restraints.l2 is not None:
        calls += [
            partial(np.multiply, room.theta, room.restraints.l2, room.step),
            partial(np.add, room.gradient, room.step, room.gradient),
        ]
    if room.restraints.l1 is not None:
        calls += [
            partial(np.sign, room.theta, room.step),
            partial(np.multiply, room.step, room.restraints.l1, room.step),
            partial(np.add, room.gradient, room.step, room.gradient),
        ]
    return calls


def _clipping_calls(room: UpdateRoom) -> list[Call]:
    """``g ← g · min(1, c / (‖g‖ + 10⁻⁶))``, the norm over all that trains, as PyTorch's ``clip_grad_norm_`` does."""
    if room.restraints.clip_norm is None:
        return []
    gradient, norm, factor = room.gradient, room.clipping[..., :1], room.clipping[..., 1:]
    counted, choosing = gradient, []
    if room.restraints.trainable is not None:
        counted = room.step
        choosing = [partial(np.multiply, gradient, room.restraints.trainable, counted)]
    return [
        *choosing,
        partial(np.vecdot, counted, counted, out=norm[..., 0]),
        partial(np.sqrt, norm, norm),
        partial(np.add, norm, number(1e-6, norm), factor),
        partial(np.divide, number(room.restraints.clip_norm, norm), factor, factor),
        partial(np.minimum, factor, number(1.0, norm), out=factor),
        partial(np.multiply, gradient, factor, gradient),
    ]


def _subtracting_calls(room: UpdateRoom) -> list[Call]:
    """The step is taken off θ, where it trains."""
    calls: list[Call] = []
    if room.restraints.trainable is not None:
        calls.append(partial(np.multiply, room.step, room.restraints.trainable, room.step))
    return [*calls, partial(np.subtract, room.theta, room.step, room.theta)]
