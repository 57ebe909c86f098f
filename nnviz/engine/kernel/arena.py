"""The arena: room for every number of one iteration, laid out so that few NumPy calls fill it.

One vector holds, for one batch size: the batch (inputs, a row of ones, targets); then z, a and g′ of all layers, each
region contiguous so that one call can serve several layers; then δ of every layer, and where units are dropped out the
masks of the hidden layers. Columns are examples. Recording an iteration is one copy of the vector.

For a stack of networks that train together, each row of the arena holds that row of every network, so that a region is
contiguous over all of them; the views have the stack's axis before their own.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from nnviz.engine.types import Array


@dataclass(frozen=True, eq=False)
class Arena:
    """Views of one vector. Layer lists start with the first hidden layer; the output is the last.

    Attributes:
        numbers: The vector itself.
        batch: Inputs, ones and targets, shape (inputs + 1 + outputs, batch): one copy brings a batch in.
        x: Shape (inputs, batch).
        y: Shape (outputs, batch).
        z, a, slope, delta: For each layer, shape (units, batch).
        mask: For each hidden layer, what dropout multiplied it by, shape (units, batch); empty without dropout.
        below: What each layer multiplies its block with: the layer before and a row of ones, (in + 1, batch).
        all_z, all_a, all_slope: Every layer, each hidden one with the row under it, contiguous:
            (hidden units + hidden layers + outputs, batch).
    """

    numbers: Array
    batch: Array
    x: Array
    y: Array
    z: list[Array]
    a: list[Array]
    slope: list[Array]
    delta: list[Array]
    mask: list[Array]
    below: list[Array]
    all_z: Array
    all_a: Array
    all_slope: Array

    @classmethod
    def size(cls, widths: tuple[int, ...], batch: int, masks: bool = False) -> int:
        """How many numbers the arena of a network needs."""
        return sum(_region_rows(widths, masks)) * batch

    @classmethod
    def empty(cls, widths: tuple[int, ...], batch: int, masks: bool = False, stack: tuple[int, ...] = ()) -> Arena:
        """A new arena, zero but for the rows of ones; ``stack`` is ``()`` for one network, else ``(networks,)``."""
        arena = cls.over(np.zeros(math.prod(stack) * cls.size(widths, batch, masks)), widths, batch, masks, stack)
        for below in arena.below:
            below[..., -1, :] = 1.0
        return arena

    @classmethod
    def over(
        cls, numbers: Array, widths: tuple[int, ...], batch: int, masks: bool = False, stack: tuple[int, ...] = ()
    ) -> Arena:
        """The views of a vector that is laid out as an arena."""
        inputs, hidden = widths[0], widths[1:-1]
        rows = np.moveaxis(numbers.reshape(-1, *stack, batch), 0, -2)
        head, all_z, all_a, all_slope, deltas, silenced = _parts(rows, _region_rows(widths, masks))
        with_ones = [units + 1 for units in hidden]
        inner = _parts(all_a, [*with_ones, widths[-1]])[:-1]

        def layers(region: Array) -> list[Array]:
            *hidden_parts, output = _parts(region, [*with_ones, widths[-1]])
            return [*(part[..., :-1, :] for part in hidden_parts), output]

        return cls(
            numbers=numbers,
            batch=head,
            x=head[..., :inputs, :],
            y=head[..., inputs + 1 :, :],
            z=layers(all_z),
            a=layers(all_a),
            slope=layers(all_slope),
            delta=_parts(deltas, list(widths[1:])),
            mask=_parts(silenced, list(hidden)) if masks else [],
            below=[head[..., : inputs + 1, :], *inner],
            all_z=all_z,
            all_a=all_a,
            all_slope=all_slope,
        )


def _region_rows(widths: tuple[int, ...], masks: bool) -> list[int]:
    """Rows of the regions: the batch, z, a, g′, δ, masks."""
    units = sum(widths[1:])
    padded = units + len(widths) - 2
    return [widths[0] + 1 + widths[-1], padded, padded, padded, units, sum(widths[1:-1]) * masks]


def _parts(rows: Array, sizes: list[int]) -> list[Array]:
    """Neighbouring stretches of rows."""
    places = [0]
    for size in sizes:
        places.append(places[-1] + size)
    return [rows[..., start:end, :] for start, end in pairwise(places)]
