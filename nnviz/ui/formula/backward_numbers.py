"""The backward pass in numbers: a hidden unit's share of the blame, and one weight's gradient."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from nnviz.engine.training.record.iteration import Iteration
from nnviz.ui.formula.batch_mean import mean_equation, mean_over
from nnviz.ui.formula.equation import Equation, equation, statement
from nnviz.ui.formula.largest_terms import summands
from nnviz.ui.formula.numbers_of import NumbersOf, note_on_mean, note_on_visitor
from nnviz.ui.formula.out_of_play import factor_of_mask, note_on_gradient
from nnviz.ui.formula.parameter_in_play import parameter_in_play
from nnviz.ui.formula.penalties import gradient_parts
from nnviz.ui.formula.sums_so_far import blame_so_far
from nnviz.ui.formula.written import (
    Written,
    bracket,
    gradient_role,
    in_brackets_if_negative,
    number,
    product,
    setting,
    total,
    trimmed,
    weight,
)
from nnviz.ui.formula.written import gradient as gradient_number
from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.names.coloured import Coloured
from nnviz.ui.names.symbols import Names
from nnviz.ui.names.translation import translate
from nnviz.ui.session.moment import Moment

ALL_FROM = 4
"""Of a clipped gradient, this example's own product is shown where there is room for so many summands."""

SMALL = 1e-6
"""What clipping adds to the norm, as PyTorch does."""


def hidden_delta(moment: Moment, style: NumberStyle, most: int) -> tuple[Equation, ...]:
    """``δ¹₁ = (+0.68 × +1.10) × 0.13 = +0.098``: outgoing weights × the errors they lead to, × the unit's slope.

    Term by term the products come first, one after another, and the slope at last.
    """
    number_of_layer, unit = moment.unit_in_play
    here, above = moment.shown.layers[number_of_layer - 1], moment.shown.layers[number_of_layer]
    unit = min(unit, here.W.shape[0] - 1)
    by_term = moment.current_unit is not None and moment.term is not None
    if by_term and not moment.is_sum_complete:
        return (blame_so_far(moment, style, max(1, most), note_on_mean(moment, most)),)
    symbol = Names(moment.record.architecture).error_signal(number_of_layer, unit)
    result, factor = float(here.delta[moment.row, unit]), factor_of_mask(moment, here, unit)
    if NumbersOf.of(moment) is NumbersOf.MEAN:
        return (mean_equation(symbol, result, len(moment.record.examples), style, brief=most <= 1),)
    weights, errors = above.W[:, unit], above.delta[moment.row]

    def write(place: int) -> Written:
        error = number(errors[place], style, plus=True, role=gradient_role(errors[place]))
        return product(weight(weights[place], style, plus=True), error)

    pieces, terms = summands(weights * errors, write, most, style)
    assert here.slope is not None, "only an output can be a softmax"
    blame = bracket(total(pieces))
    if most == 0 or (most == 1 and (factor is not None or by_term)):
        blame = in_brackets_if_negative(number(blame.exact, style))
    own = in_brackets_if_negative(number(here.slope[moment.row, unit], style))
    if factor is not None:
        own = product(own, trimmed(factor, style))
    working = product(blame, own.emphasised() if by_term else own)
    return (equation(symbol, working, result, style, terms=terms, plus=True),)


def gradient(moment: Moment, style: NumberStyle, clip_norm: float | None, most: int) -> tuple[Equation, ...]:
    """``∂L/∂w²₁₁ = +0.139 × 0.593 = +0.082``; in a batch this example's product first, then the mean.

    The penalty's part follows, and where the gradient is clipped, its factor and where that comes from; with ``most`` 0
    example and penalty are one number. Of the batch's mean there is no product: the mean of products is not the product
    of means.
    """
    record = moment.record
    number_of_layer, unit, source = parameter_in_play(moment)
    layer = record.layers[number_of_layer - 1]
    symbol = Names(record.architecture).gradient(number_of_layer, unit, source)
    result = float(layer.grad_b[unit] if source is None else layer.grad_W[unit, source])
    role, note = gradient_role(result), note_on_gradient(moment, number_of_layer, unit, source, most)
    extra = [] if source is None else gradient_parts(record, float(layer.W[unit, source]), style)
    if most <= 1:
        extra = [gradient_number(part.exact, style, plus=True) for part in extra]
    batch, whose = len(record.examples), NumbersOf.of(moment)
    factor, before = None, []
    if clip_norm is not None and record.clip is not None:
        factor = trimmed(record.clip[1], style)
        before = [_clipping_factor(record, clip_norm, style)]
    if whose is not NumbersOf.MEAN and (
        whose is NumbersOf.VISITOR or (batch > 1 and (factor is None or most >= ALL_FROM))
    ):
        _, first = _own_gradient(moment, moment.shown, moment.row, unit, source, style)
        if whose is NumbersOf.VISITOR and most <= 1:
            first = statement(first.symbol, first.result, style, plus=True, role=first.result_role)
        before.append(replace(first, note=note_on_visitor(moment, most)))
    if batch == 1:
        data, _ = _own_gradient(moment, record, 0, unit, source, style)
        if whose is NumbersOf.VISITOR:
            note = note or translate("PhaseNumbers", "(of the batch)")
    else:
        unclipped = result if factor is None else float(np.divide(result, factor.exact))
        if factor is None and not extra:
            return (
                *before,
                replace(mean_equation(symbol, result, batch, style, role=role, brief=most <= 1), note=note),
            )
        mean = unclipped - sum(part.exact for part in extra)
        data = gradient_number(mean, style, plus=True)
        if most > 1:
            data = mean_over(batch, data)
    parts = [data, *extra]
    if extra and most == 0:
        if factor is None:
            return (*before, statement(symbol, result, style, plus=True, role=role, note=note))
        parts = [gradient_number(sum(part.exact for part in parts), style, plus=True)]
    working, terms = total(parts), tuple(part.exact for part in parts)
    if factor is not None:
        working = product(bracket(working) if len(parts) > 1 or (batch > 1 and most > 1) else working, factor)
        terms = tuple(term * factor.exact for term in terms)
    return (*before, equation(symbol, working, result, style, terms=terms, plus=True, role=role, note=note))


def _own_gradient(
    moment: Moment, record: Iteration, row: int, unit: int, source: int | None, style: NumberStyle
) -> tuple[Written, Equation]:
    """What one example has to say about a weight: ``δ h``, or δ alone about a bias; and as a line."""
    layer = record.layers[moment.phase.layer - 1]
    error = float(layer.delta[row, unit])
    delta = number(error, style, plus=True, role=gradient_role(error))
    names = Names(moment.record.architecture)
    symbol = names.error_signal(layer.number, unit)
    if source is None:
        told = Written(Coloured.of(symbol, "backward"), delta.shown, delta.exact)
        return told, statement(symbol, delta.exact, style, plus=True)
    own = product(delta, number(layer.inputs[row, source], style, role="forward"))
    both = f"{symbol} {names.unit(layer.number - 1, source)}"
    return own, equation(both, own, own.exact, style, plus=True, role=gradient_role(own.exact))


def _clipping_factor(record: Iteration, clip_norm: float, style: NumberStyle) -> Equation:
    """``c = min(1, 1 / 2.41) = 0.415``: the most that the norm may be, over what it is."""
    assert record.clip is not None
    norm, factor = record.clip

    limit, long = setting(clip_norm, style), number(norm, style)
    # The engine adds so much to the norm, so that it never divides by 0; who works it out by hand does not.
    by_hand = np.minimum(1.0, np.divide(limit.shown, long.shown))
    exact = np.minimum(1.0, np.divide(clip_norm, norm + SMALL))
    pieces = f"min(1, {limit.text} / " + long.pieces + ")"
    return equation("c", Written(pieces, float(by_hand), float(exact)), factor, style)
