"""The error signal of one unit, taken apart: what each unit ahead hands back to it, and what the unit really does.

``δ = g′(z) · Σ_k w_k δ_k`` over the units k of the layer above (Rumelhart, Hinton & Williams 1986), times the mask
where units are dropped out or silenced. Beside it stands what no derivative can say: the loss without the unit.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnviz.engine.analysis.places import check_place, rows_of
from nnviz.engine.analysis.what_if import losses_if_a
from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.types import Array


@dataclass(frozen=True)
class Share:
    """What one unit ahead hands back.

    Attributes:
        unit: The unit of the layer above.
        weight: From the unit that is looked at to that one.
        delta: That one's error signal; the mean over the batch where no example is chosen.
        value: ``weight × delta × own slope × mask``; over a batch the mean of that product, not the product of means.
    """

    unit: int
    weight: float
    delta: float
    value: float


@dataclass(frozen=True)
class Blame:
    """The error signal of one unit; for the batch, every number is a mean over its examples.

    Attributes:
        layer, unit: Which one.
        example: The place in the batch; ``None`` for the batch.
        delta: δ, the sum of the shares where there are any. At the output, for one example, it is the product of
            ``error``, ``slope`` and ``mask``, those that there are. Only with a squared error behind a softmax it is
            not: there the errors of all outputs are in it.
        slope: The unit's own g′(z); ``None`` where it is no factor of δ: at the output with a cross-entropy or softmax.
        mask: What dropout or silencing multiplied the unit by; ``None`` where there is neither in this layer.
        shares: One for each unit of the layer above, in their order; empty at the output.
        error: ``ŷ − y`` at the output, times 2 or whatever the loss puts before it; ``None`` elsewhere.
        loss: The example's own loss or the batch's mean, penalty left out.
        loss_without: The same if this unit's activation were 0; ``None`` at the output.
    """

    layer: int
    unit: int
    example: int | None
    delta: float
    slope: float | None
    mask: float | None
    shares: tuple[Share, ...]
    error: float | None
    loss: float
    loss_without: float | None


def blame(record: Iteration, layer: int, unit: int, example: int | None = None) -> Blame:
    """Take apart the error signal of a hidden or an output unit.

    Args:
        record: The iteration that it stands in.
        layer: 1 is the first hidden layer.
        unit: Counts from 0.
        example: A place in the batch; ``None`` for the batch's mean.

    Raises:
        PlaceError: There is no such unit or example.
    """
    check_place(record, layer, unit, None, example)
    architecture, here, rows = record.architecture, record.layers[layer - 1], rows_of(example)
    is_output = layer == architecture.layers
    # Without this factor the error signal of a cross-entropy reaches z: the loss and the output cancel it.
    passes = here.slope is not None and not (is_output and architecture.loss.cancels)
    slope = here.slope[rows, unit] if here.slope is not None and passes else None
    mask = None if here.mask is None else here.mask[rows, unit]
    with np.errstate(all="ignore"):
        return Blame(
            layer=layer,
            unit=unit,
            example=example,
            delta=float(here.delta[rows, unit].mean()),
            slope=_mean(slope),
            mask=_mean(mask),
            shares=() if is_output else _shares(record, layer, unit, rows),
            error=float(architecture.loss.error(record.prediction, record.y)[rows, unit].mean()) if is_output else None,
            loss=float(record.example_losses[rows].mean()),
            loss_without=None if is_output else _loss_without(record, layer, unit, example),
        )


def _shares(record: Iteration, layer: int, unit: int, rows: slice) -> tuple[Share, ...]:
    here, above = record.layers[layer - 1], record.layers[layer]
    assert here.slope is not None, "only a softmax has none"
    own = here.slope[rows, unit] if here.mask is None else here.slope[rows, unit] * here.mask[rows, unit]
    weights, ahead = above.W[:, unit], above.delta[rows]
    values = (weights * ahead * own[:, None]).mean(axis=0)
    columns = (weights.tolist(), ahead.mean(axis=0).tolist(), values.tolist())
    return tuple(Share(number, *each) for number, each in enumerate(zip(*columns, strict=True)))


def _loss_without(record: Iteration, layer: int, unit: int, example: int | None) -> float:
    here, rows = record.layers[layer - 1], rows_of(example)
    if not here.a[rows, unit].any():
        # It answers nothing as it is.
        return float(record.example_losses[rows].mean())
    # Masked activations would be masked twice, and inputs of the layer above are not.
    a = record.architecture.hidden[layer - 1].of(here.z[rows])
    a[:, unit] = 0.0
    return float(losses_if_a(record, layer, a[None], example).mean())


def _mean(values: Array | None) -> float | None:
    return None if values is None else float(values.mean())
