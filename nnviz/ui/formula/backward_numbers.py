"""The backward pass in numbers: a hidden unit's share of the blame, and one weight's gradient."""

from __future__ import annotations

import numpy as np

from nnviz.engine.training.iteration import Iteration
from nnviz.ui.formula.batch_mean import mean_equation, mean_over
from nnviz.ui.formula.equation import Equation, equation, statement
from nnviz.ui.formula.largest_terms import summands
from nnviz.ui.formula.penalties import gradient_parts
from nnviz.ui.formula.symbols import activation_symbol, unit_symbol, weight_symbol
from nnviz.ui.formula.written import (
    Written,
    bracket,
    call,
    in_brackets_if_negative,
    number,
    product,
    setting,
    total,
    trimmed,
)
from nnviz.ui.moment import Moment
from nnviz.ui.numbers import NumberStyle

ALL_FROM = 4
"""Of a clipped gradient, this example's own product is shown where there is room for so many summands."""

SMALL = 1e-6
"""What clipping adds to the norm, as PyTorch does."""


def hidden_delta(moment: Moment, style: NumberStyle, most: int) -> tuple[Equation, ...]:
    """``δ₁ = (+0.68 × +1.10) × 0.13 = +0.098``: outgoing weights × the errors they lead to, × the unit's slope."""
    number_of_layer, unit = moment.unit_in_play
    here, above = moment.shown.layers[number_of_layer - 1], moment.shown.layers[number_of_layer]
    unit = min(unit, here.W.shape[0] - 1)
    weights, errors = above.W[:, unit], above.delta[moment.row]

    def write(place: int) -> Written:
        return product(number(weights[place], style, plus=True), number(errors[place], style, plus=True))

    pieces, terms = summands(weights * errors, write, most, style)
    assert here.slope is not None, "only an output can be a softmax"
    blame = bracket(total(pieces))
    if here.mask is not None and most == 1:
        blame = in_brackets_if_negative(number(blame.exact, style))
    factors = [blame, in_brackets_if_negative(number(here.slope[moment.row, unit], style))]
    if here.mask is not None:
        factors.append(trimmed(here.mask[moment.row, unit], style))
    working = product(*factors)
    result = float(here.delta[moment.row, unit])
    return (equation(unit_symbol("δ", unit), working, result, style, terms=terms, plus=True),)


def gradient(moment: Moment, style: NumberStyle, clip_norm: float | None, most: int) -> tuple[Equation, ...]:
    """``∇W₁₁ = +0.139 × 0.593 = +0.082``; in a batch this example's product first, then the mean.

    The penalty's part follows, and where the gradient is clipped, its factor and where that comes from.
    """
    record, layer = moment.record, moment.record.layers[moment.phase.layer - 1]
    unit, source = _weight_in_play(moment)
    symbol = weight_symbol("∇b" if source is None else "∇W", unit, source)
    result = float(layer.grad_b[unit] if source is None else layer.grad_W[unit, source])
    own, first = _own_gradient(moment, unit, source, style)
    extra = [] if source is None else gradient_parts(record, float(layer.W[unit, source]), style)
    if most == 1:
        extra = [number(part.exact, style, plus=True) for part in extra]
    batch = len(record.examples)
    factor, before = None, []
    if clip_norm is not None and record.clip is not None:
        factor = trimmed(record.clip[1], style)
        before = [_clipping_factor(record, clip_norm, style)]
    if batch == 1:
        data = own
    else:
        if factor is None or most >= ALL_FROM:
            before.append(first)
        unclipped = result if factor is None else float(np.divide(result, factor.exact))
        if factor is None and not extra:
            return (*before, mean_equation(symbol, result, batch, style))
        mean = unclipped - sum(part.exact for part in extra)
        data = number(mean, style, plus=True) if most == 1 else mean_over(batch, mean, style, plus=True)
    parts = [data, *extra]
    working, terms = total(parts), tuple(part.exact for part in parts)
    if factor is not None:
        working = product(bracket(working) if extra or batch > 1 else working, factor)
        terms = tuple(term * factor.exact for term in terms)
    return (*before, equation(symbol, working, result, style, terms=terms, plus=True))


def _own_gradient(moment: Moment, unit: int, source: int | None, style: NumberStyle) -> tuple[Written, Equation]:
    """What the example that is shown has to say about a weight: ``δ h``, or δ alone about a bias; and as a line."""
    layer = moment.shown.layers[moment.phase.layer - 1]
    delta = number(layer.delta[moment.row, unit], style, plus=True)
    symbol = unit_symbol("δ", unit)
    if source is None:
        return Written(symbol, delta.shown, delta.exact), statement(symbol, delta.exact, style, plus=True)
    own = product(delta, number(layer.inputs[moment.row, source], style))
    came_in = activation_symbol(moment.record.architecture, layer.number - 1, source)
    return own, equation(f"{symbol} {came_in}", own, own.exact, style, plus=True)


def _clipping_factor(record: Iteration, clip_norm: float, style: NumberStyle) -> Equation:
    """``c = min(1, 1 / 2.41) = 0.415``: the most that the norm may be, over what it is."""
    assert record.clip is not None
    norm, factor = record.clip

    def smaller(value: float) -> float:
        # The engine adds so much to the norm, so that it never divides by 0.
        return float(np.minimum(1.0, np.divide(clip_norm, value + SMALL)))

    limit = setting(clip_norm, style)
    return equation("c", call(f"min(1, {limit.text} / {{0}})", smaller, number(norm, style)), factor, style)


def _weight_in_play(moment: Moment) -> tuple[int, int | None]:
    """The selected weight or bias if the phase is about its layer; else the first weight of the unit in play."""
    layer = moment.record.layers[moment.phase.layer - 1]
    selection = moment.selection
    unit = min(moment.unit_in_play[1], layer.W.shape[0] - 1)
    if selection is None or selection.layer != layer.number:
        return unit, 0
    if selection.bias:
        return unit, None
    return unit, min(selection.source or 0, layer.W.shape[1] - 1)
