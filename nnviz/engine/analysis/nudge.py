"""If one weight changed a little, how would the loss react? Asked of the network itself, without any derivative."""

from __future__ import annotations

import numpy as np

from nnviz.engine.training.iteration import Iteration
from nnviz.engine.types import Array

STEP = 1e-3
"""How far to go from a weight, as a share of its size where that is larger than 1."""


def nudged_loss(
    record: Iteration, layer: int, unit: int, source: int | None, value: float, example: int | None = None
) -> float:
    """The loss of the record's batch, penalty included, if one weight or bias had another value.

    Args:
        record: The iteration; the masks of its dropout stay.
        layer: 1 is the first hidden layer.
        unit: The unit that the weight leads to.
        source: Where it comes from; ``None`` for the bias.
        value: What it would be.
        example: A place in the batch for that example's own loss; ``None`` for the batch's mean.
    """
    architecture = record.architecture
    rows = slice(None) if example is None else slice(example, example + 1)
    a, penalty = record.x[rows], 0.0
    z: Array = a
    for number, here in enumerate(record.layers, start=1):
        weights, bias = np.array(here.W), np.array(here.b)
        if number == layer:
            if source is None:
                bias[unit] = value
            else:
                weights[unit, source] = value
        penalty += record.l1 * float(np.abs(weights).sum()) + 0.5 * record.l2 * float(np.square(weights).sum())
        z = a @ weights.T + bias
        a = architecture.output.of(z) if number == architecture.layers else architecture.hidden[number - 1].of(z)
        if here.mask is not None:
            a = a * here.mask[rows]
    columns = [np.ascontiguousarray(part.T) for part in (z, a, record.y[rows])]
    return float(architecture.loss.per_example(*columns).mean()) + penalty


def finite_difference(
    record: Iteration, layer: int, unit: int, source: int | None, example: int | None = None
) -> float:
    """The slope of the loss along one weight or bias, from four losses nearby; its error falls as the step's 4th power.

    Source: the five-point stencil, Abramowitz & Stegun, 25.3.6.
    """
    here = record.layers[layer - 1]
    value = float(here.b[unit] if source is None else here.W[unit, source])
    step = STEP * max(1.0, abs(value))
    with np.errstate(all="ignore"):
        far_below, below, above, far_above = (
            nudged_loss(record, layer, unit, source, value + places * step, example) for places in (-2, -1, 1, 2)
        )
    return (far_below - far_above + 8.0 * (above - below)) / (12.0 * step)
