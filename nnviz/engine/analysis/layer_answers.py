"""What every layer of a network answers to some inputs: a forward pass in room of its own."""

from __future__ import annotations

import numpy as np

from nnviz.engine.kernel.arena import Arena
from nnviz.engine.networks.network import Architecture
from nnviz.engine.networks.plan import forward_steps
from nnviz.engine.types import Array


def layer_answers(architecture: Architecture, theta: Array, x: Array) -> list[Array]:
    """The activations of each layer, the output last, as new arrays of shape (examples, units).

    Args:
        architecture: The network's.
        theta: Its parameters, laid out as ``Architecture`` says.
        x: Inputs as the network sees them, shape (examples, inputs).
    """
    if len(x) == 0:
        return [np.empty((0, units)) for units in architecture.widths[1:]]
    arena = Arena.empty(architecture.widths, len(x))
    arena.x[...] = x.T
    with np.errstate(all="ignore"):
        for _, call in forward_steps(architecture, architecture.blocks(theta), arena):
            call()
    return [a.T.copy() for a in arena.a]
