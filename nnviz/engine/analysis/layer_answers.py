"""What every layer of a network answers to some inputs: a forward pass in room of its own."""

from __future__ import annotations

import numpy as np

from nnviz.engine.kernel.arena import Arena
from nnviz.engine.networks.network import Architecture
from nnviz.engine.networks.plan import forward_steps
from nnviz.engine.types import Array

AT_ONCE = 50_000
"""Examples that are answered at once: of more, the room for what lies between would be larger than the answers."""


def layer_answers(architecture: Architecture, theta: Array, x: Array, only: int | None = None) -> list[Array]:
    """The activations of each layer, the output last, as new arrays of shape (examples, units).

    Args:
        architecture: The network's.
        theta: Its parameters, laid out as ``Architecture`` says.
        x: Inputs as the network sees them, shape (examples, inputs).
        only: The one layer whose activations are wanted, 1 the first hidden one.
    """
    layers = range(len(architecture.widths) - 1) if only is None else (only - 1,)
    found = [np.empty((len(x), architecture.widths[layer + 1])) for layer in layers]
    for start in range(0, len(x), AT_ONCE):
        piece = x[start : start + AT_ONCE]
        arena = Arena.empty(architecture.widths, len(piece))
        arena.x[...] = piece.T
        with np.errstate(all="ignore"):
            for _, call in forward_steps(architecture, architecture.blocks(theta), arena):
                call()
        for values, layer in zip(found, layers, strict=True):
            values[start : start + AT_ONCE] = arena.a[layer].T
    return found
