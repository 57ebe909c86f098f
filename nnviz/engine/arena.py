"""The arena: room for every number of one iteration, laid out so that few NumPy calls fill it.

One vector holds, for one batch size: the inputs with a row of ones under them and the targets under those; then z, a
and g′ of the hidden layers, each region contiguous so that one call can serve several layers; then z, a, g′ of the
output; then δ of every layer. Columns are examples. Recording an iteration is one copy of the vector.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from nnviz.engine.types import Array


@dataclass(frozen=True, eq=False)
class Arena:
    """Views of one vector. Layer lists start with the first hidden layer; the output is the last.

    Attributes:
        numbers: The vector itself.
        head: Inputs, ones, targets, shape (inputs + 1 + outputs, batch): one copy brings a batch in.
        x: Shape (inputs, batch).
        y: Shape (outputs, batch).
        z, a, slope, delta: For each layer, shape (units, batch).
        below: What each layer multiplies its block with: the layer before and a row of ones, (in + 1, batch).
        hidden_z, hidden_a, hidden_slope: Each hidden layer with the row under it, (units + 1, batch), contiguous.
    """

    numbers: Array
    head: Array
    x: Array
    y: Array
    z: list[Array]
    a: list[Array]
    slope: list[Array]
    delta: list[Array]
    below: list[Array]
    hidden_z: Array
    hidden_a: Array
    hidden_slope: Array

    @classmethod
    def size(cls, widths: tuple[int, ...], batch: int) -> int:
        """How many numbers the arena of a network needs."""
        inputs, hidden, outputs = widths[0], widths[1:-1], widths[-1]
        rows = inputs + 1 + outputs + 3 * (sum(hidden) + len(hidden)) + 3 * outputs + sum(hidden) + outputs
        return rows * batch

    @classmethod
    def empty(cls, widths: tuple[int, ...], batch: int) -> Arena:
        """A new arena, zero but for the rows of ones."""
        arena = cls.over(np.zeros(cls.size(widths, batch)), widths, batch)
        for below in arena.below:
            below[-1] = 1.0
        return arena

    @classmethod
    def over(cls, numbers: Array, widths: tuple[int, ...], batch: int) -> Arena:
        """The views of a vector that is laid out as an arena."""
        rows = numbers.reshape(-1, batch)
        inputs, hidden, outputs = widths[0], widths[1:-1], widths[-1]
        padded = sum(hidden) + len(hidden)
        sizes = [inputs + 1 + outputs, padded, padded, padded, outputs, outputs, outputs, *hidden, outputs]
        places = [int(place) for place in np.cumsum([0, *sizes])]
        parts = [rows[start:end] for start, end in pairwise(places)]
        head, hidden_z, hidden_a, hidden_slope, output_z, output_a, output_slope = parts[:7]
        starts = [int(place) for place in np.cumsum([0, *(units + 1 for units in hidden)])][:-1]

        def layers(region: Array, last: Array) -> list[Array]:
            views = [region[start : start + units] for start, units in zip(starts, hidden, strict=True)]
            return [*views, last]

        return cls(
            numbers=numbers,
            head=head,
            x=head[:inputs],
            y=head[inputs + 1 :],
            z=layers(hidden_z, output_z),
            a=layers(hidden_a, output_a),
            slope=layers(hidden_slope, output_slope),
            delta=parts[7:],
            below=[
                head[: inputs + 1],
                *(hidden_a[start : start + units + 1] for start, units in zip(starts, hidden, strict=True)),
            ],
            hidden_z=hidden_z,
            hidden_a=hidden_a,
            hidden_slope=hidden_slope,
        )
