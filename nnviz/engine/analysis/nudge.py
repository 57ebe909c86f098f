"""If one weight changed a little, how would the loss react? Asked of the network itself, without any derivative."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from nnviz.engine.analysis.places import check_place, gradient_parts, parameter_in, rows_of
from nnviz.engine.analysis.what_if import losses_if_z
from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.types import Array, frozen

STEP = 1e-3
"""How far to go from a weight: as a share of its size where that is larger than 1, and less where inputs are larger."""
PLACES = (-2, -1, 1, 2)
"""Where a finite difference asks, in steps from the weight."""
POINTS = 81
"""Points of a curve: as many on either side of the weight."""
FEW_POINTS = 21
MUCH_WORK = 30_000
"""From so many answers for each point on (examples × units), a curve has few points."""
ROOM = 200_000
"""So many numbers each array may have that is worked with: larger batches are asked part by part."""
ALL_DIGITS = 16
"""Digits that numbers can share: they hold no more."""
ENOUGH_DIGITS = 4
"""From so many on, two slopes are the same one: measuring is not exact."""
LOSS_ROUNDING = 64.0 * float(np.finfo(np.float64).eps)
"""How far a loss may be off, as a share of its size where that is larger than 1: it is a sum of rounded numbers."""


@dataclass(frozen=True, eq=False)
class Nudge:
    """The loss along one weight or bias, everything else as it is.

    Attributes:
        layer, unit, source: Which one; source ``None`` is the bias.
        example: The place in the batch; ``None`` for the batch's mean.
        value: The weight's own.
        loss: At that value, penalty included; so are all losses here.
        gradient: ∂L/∂w by backpropagation, before clipping.
        finite_difference: The slope measured from losses nearby.
        shared_digits: How many significant digits the two share, 0 to 16.
        rounding: How far the measured slope may be off because losses are rounded.
        values: Evenly spaced, the weight's own in the middle, shape (points,); cannot be written to.
        losses: At those values, shape (points,); cannot be written to.
    """

    layer: int
    unit: int
    source: int | None
    example: int | None
    value: float
    loss: float
    gradient: float
    finite_difference: float
    shared_digits: int
    rounding: float
    values: Array
    losses: Array

    @property
    def agree(self) -> bool:
        """Whether the slopes are the same as far as can be measured: in their first digits, or but for rounding."""
        return self.shared_digits >= ENOUGH_DIGITS or abs(self.gradient - self.finite_difference) <= self.rounding


def nudge(
    record: Iteration,
    layer: int,
    unit: int,
    source: int | None,
    example: int | None = None,
    reach: float | None = None,
) -> Nudge:
    """The curve of the loss along one weight or bias, with the slope that backpropagation and measuring give it.

    Args:
        record: The iteration; its masks stay.
        layer: 1 is the first hidden layer.
        unit: The unit that the weight leads to.
        source: Where it comes from; ``None`` for the bias.
        example: A place in the batch for that example's own loss; ``None`` for the batch's mean.
        reach: How far the curve goes to either side; left out, as far as the weight is large, and 1 at least.

    Returns:
        The curve has ``POINTS`` points, or ``FEW_POINTS`` where each takes much work.

    Raises:
        PlaceError: There is no such weight or example.
    """
    check_place(record, layer, unit, source, example)
    value = parameter_in(record, record.theta, layer, unit, source)
    reach = max(1.0, abs(value)) if reach is None else reach
    step = _step(record, layer, unit, source, example)
    points = POINTS if answers_asked(record, layer, example) < MUCH_WORK else FEW_POINTS
    middle = points // 2
    with np.errstate(all="ignore"):
        values = value + reach * (np.arange(-middle, middle + 1) / middle)
        # One pass for both: most of its time goes into starting calls.
        asked = np.concatenate([values, value + step * np.array(PLACES)])
        losses = loss_curve(record, layer, unit, source, asked, example)
        gradient = sum(gradient_parts(record, layer, unit, source, example))
        measured = _slope(losses[points:], step)
        return Nudge(
            layer=layer,
            unit=unit,
            source=source,
            example=example,
            value=value,
            loss=float(losses[middle]),
            gradient=gradient,
            finite_difference=measured,
            shared_digits=shared_digits(gradient, measured),
            rounding=_rounding(float(losses[middle]), step),
            values=frozen(values),
            losses=frozen(losses[:points].copy()),
        )


def answers_asked(record: Iteration, layer: int, example: int | None) -> int:
    """How many units' answers one loss takes, over all examples that it is the mean of."""
    return (len(record.examples) if example is None else 1) * sum(record.architecture.widths[layer:])


def loss_curve(
    record: Iteration, layer: int, unit: int, source: int | None, values: Array, example: int | None = None
) -> Array:
    """The losses of the record's batch, penalty included, if one weight or bias had other values; shape (values,).

    Args:
        record: The iteration; its masks stay.
        layer: 1 is the first hidden layer.
        unit: The unit that the weight leads to.
        source: Where it comes from; ``None`` for the bias.
        values: What it would be, shape (values,).
        example: A place in the batch for that example's own loss; ``None`` for the batch's mean.

    Raises:
        PlaceError: There is no such weight or example.
    """
    check_place(record, layer, unit, source, example)
    values = np.asarray(values, dtype=np.float64)
    first, end, _ = rows_of(example).indices(len(record.examples))
    widest = max(record.architecture.widths[layer:])
    total = np.zeros(len(values))
    with np.errstate(all="ignore"):
        for rows in _parts(first, end, ROOM // widest):
            for some in _parts(0, len(values), ROOM // (widest * (rows.stop - rows.start))):
                total[some] += _losses_of(record, layer, unit, source, values[some], rows).sum(axis=1)
        return total / (end - first) + _penalties(record, layer, unit, source, values)


def _losses_of(record: Iteration, layer: int, unit: int, source: int | None, values: Array, rows: slice) -> Array:
    """The own losses of some examples, penalty left out, for each value of one parameter; shape (values, rows)."""
    here = record.layers[layer - 1]
    inputs, weights, bias = here.inputs[rows], here.W[unit].copy(), float(here.b[unit])
    if source is None:
        others, entering = inputs @ weights, np.ones(len(inputs))
    else:
        weights[source] = 0.0
        others, entering = inputs @ weights + bias, inputs[:, source]
    # Of this layer only one unit's sum changes.
    z = np.repeat(here.z[rows][None], len(values), axis=0)
    z[:, :, unit] = others + values[:, None] * entering
    return losses_if_z(record, layer, z, rows)


def _parts(start: int, stop: int, most: int) -> Iterator[slice]:
    """What lies from a start to a stop, in parts of so many at most and of one at least."""
    most = max(1, most)
    return (slice(each, min(each + most, stop)) for each in range(start, stop, most))


def nudged_loss(
    record: Iteration, layer: int, unit: int, source: int | None, value: float, example: int | None = None
) -> float:
    """The loss if one weight or bias had another value; everything as in ``loss_curve``."""
    return float(loss_curve(record, layer, unit, source, np.array([value]), example)[0])


def finite_difference(
    record: Iteration, layer: int, unit: int, source: int | None, example: int | None = None
) -> float:
    """The slope of the loss along one weight or bias, from four losses nearby; its error falls as the step's 4th power.

    Source: the five-point stencil, Abramowitz & Stegun, 25.3.6.
    """
    check_place(record, layer, unit, source, example)
    step = _step(record, layer, unit, source, example)
    values = parameter_in(record, record.theta, layer, unit, source) + step * np.array(PLACES)
    with np.errstate(all="ignore"):
        return _slope(loss_curve(record, layer, unit, source, values, example), step)


def shared_digits(one: float, other: float) -> int:
    """How many significant digits two numbers share: 16 where they are equal, 0 where only one of them is 0."""
    if not (math.isfinite(one) and math.isfinite(other)):
        return 0
    if one == other:
        return ALL_DIGITS
    larger = max(abs(one), abs(other))
    apart = abs(one / larger - other / larger)
    return ALL_DIGITS if apart == 0.0 else min(ALL_DIGITS, max(0, math.floor(-math.log10(apart))))


def _step(record: Iteration, layer: int, unit: int, source: int | None, example: int | None) -> float:
    """A step that moves no sum by much more than ``STEP`` times the weight's size."""
    value = parameter_in(record, record.theta, layer, unit, source)
    inputs = record.layers[layer - 1].inputs[rows_of(example)]
    largest = 1.0 if source is None else float(np.abs(inputs[:, source]).max())
    return STEP * max(1.0, abs(value)) / max(1.0, largest)


def _rounding(loss: float, step: float) -> float:
    """What a rounded loss can do to the slope that is measured with such a step."""
    # Where the inputs are infinite the step is 0, and nothing can be measured.
    return LOSS_ROUNDING * max(1.0, abs(loss)) / step if step else math.inf


def _slope(losses: Array, step: float) -> float:
    """The slope in the middle of four losses, at the places of ``PLACES``."""
    # NumPy's own numbers: where the inputs are infinite the step is 0, and the slope is no number.
    far_below, below, above, far_above = losses
    return float((far_below - far_above + 8.0 * (above - below)) / (12.0 * step))


def _penalties(record: Iteration, layer: int, unit: int, source: int | None, values: Array) -> Array:
    """The penalty for each value of one parameter; biases are not penalised."""
    if not (record.l1 or record.l2):
        return np.zeros(len(values))
    absolutes = squares = np.zeros(len(values))
    for here in record.layers:
        weights = here.W
        if here.number == layer and source is not None:
            weights = weights.copy()
            weights[unit, source] = 0.0
            absolutes, squares = absolutes + np.abs(values), squares + np.square(values)
        absolutes, squares = absolutes + np.abs(weights).sum(), squares + np.square(weights).sum()
    penalties: Array = record.l1 * absolutes + 0.5 * record.l2 * squares
    return penalties
