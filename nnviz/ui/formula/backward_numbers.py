"""The backward pass in numbers: a hidden unit's share of the blame, and one weight's gradient."""

from __future__ import annotations

from nnviz.ui.formula.batch_mean import mean_equation, mean_over
from nnviz.ui.formula.equation import Equation, equation, statement
from nnviz.ui.formula.largest_terms import summands
from nnviz.ui.formula.symbols import activation_symbol, unit_symbol, weight_symbol
from nnviz.ui.formula.written import Written, bracket, number, product, setting, total
from nnviz.ui.moment import Moment
from nnviz.ui.numbers import NumberStyle


def hidden_delta(moment: Moment, style: NumberStyle, most: int) -> tuple[Equation, ...]:
    """``δ₁ = (+0.68 × +1.10) × 0.13 = +0.098``: outgoing weights × the errors they lead to, × the unit's slope."""
    number_of_layer, unit = moment.unit_in_play
    here, above = moment.record.layers[number_of_layer - 1], moment.record.layers[number_of_layer]
    unit = min(unit, here.W.shape[0] - 1)
    weights, errors = above.W[:, unit], above.delta[moment.example]

    def write(place: int) -> Written:
        return product(number(weights[place], style, plus=True), number(errors[place], style, plus=True))

    pieces, terms = summands(weights * errors, write, most, style)
    assert here.slope is not None, "only an output can be a softmax"
    working = product(bracket(total(pieces)), number(here.slope[moment.example, unit], style))
    result = float(here.delta[moment.example, unit])
    return (equation(unit_symbol("δ", unit), working, result, style, terms=terms, plus=True),)


def gradient(moment: Moment, style: NumberStyle) -> tuple[Equation, ...]:
    """``∇W₁₁ = +0.139 × 0.593 = +0.082``; in a batch this example's product first, then the mean."""
    record, layer = moment.record, moment.record.layers[moment.phase.layer - 1]
    unit, source = _weight_in_play(moment)
    symbol = weight_symbol("∇b" if source is None else "∇W", unit, source)
    result = float(layer.grad_b[unit] if source is None else layer.grad_W[unit, source])
    delta = number(layer.delta[moment.example, unit], style, plus=True)
    delta_symbol = unit_symbol("δ", unit)
    batch = len(record.examples)
    if source is None:
        if batch == 1:
            return (equation(symbol, Written(delta_symbol, delta.shown, delta.exact), result, style, plus=True),)
        return statement(delta_symbol, delta.exact, style, plus=True), mean_equation(symbol, result, batch, style)
    own = product(delta, number(layer.inputs[moment.example, source], style))
    penalty = product(setting(record.l2, style), number(layer.W[unit, source], style)) if record.l2 else None
    if batch == 1:
        parts = [own] if penalty is None else [own, _plus(penalty)]
        terms = tuple(part.exact for part in parts)
        return (equation(symbol, total(parts), result, style, terms=terms, plus=True),)
    came_in = activation_symbol(record.architecture, layer.number - 1, source)
    first = equation(f"{delta_symbol} {came_in}", own, own.exact, style, plus=True)
    if penalty is None:
        return first, mean_equation(symbol, result, batch, style)
    mean = mean_over(batch, result - penalty.exact, style, plus=True)
    working = total([mean, _plus(penalty)])
    return first, equation(symbol, working, result, style, terms=(mean.exact, penalty.exact), plus=True)


def _plus(piece: Written) -> Written:
    return Written(f"+{piece.text}", piece.shown, piece.exact)


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
