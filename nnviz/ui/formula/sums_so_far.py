"""Sums while they are being added up, term by term: what has been added up to now, and what it comes to."""

from __future__ import annotations

from nnviz.engine.analysis.running_sum import RunningSum, running_sum
from nnviz.engine.training.record.iteration import LayerRecord
from nnviz.engine.types import Array
from nnviz.ui.formula.batch_mean import about_zero, is_rounding, said_if_rounding
from nnviz.ui.formula.equation import Equation, equation
from nnviz.ui.formula.largest_terms import latest
from nnviz.ui.formula.numbers_of import NumbersOf
from nnviz.ui.formula.written import Written, gradient_role, number, product, weight
from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.names.symbols import Names
from nnviz.ui.session.moment import Moment


def summed_up_to_now(moment: Moment) -> RunningSum:
    """The sum of the unit in play, as far as one has stepped."""
    layer, unit = moment.unit_in_play
    done = 0 if moment.term is None else moment.term + 1
    return running_sum(moment.shown, moment.row, moment.phase.kind, layer, unit, done)


def entering_number(moment: Moment, layer: LayerRecord, source: int, style: NumberStyle) -> Written:
    """What a unit of the layer before hands on, or an input."""
    value = float(layer.inputs[moment.row, source])
    is_mean = NumbersOf.of(moment) is NumbersOf.MEAN
    if is_mean and is_rounding(value, moment.record.layers[layer.number - 1].inputs[:, source]):
        return about_zero(value, "forward")
    return number(value, style, role="forward")


def products_of_batch(moment: Moment, layer: LayerRecord, unit: int) -> Array | None:
    """Each example's ``w × input``, shape (batch, in); ``None`` unless the mean of the batch is shown."""
    if NumbersOf.of(moment) is not NumbersOf.MEAN:
        return None
    products: Array = moment.record.layers[layer.number - 1].inputs * layer.W[unit]
    return products


def pre_activation_so_far(moment: Moment, style: NumberStyle, most: int, note: str) -> Equation:
    """``z¹₁ = +0.15 × 0.05 + 0.20 × 0.10 + … → +0.0275``; with the bias, the engine's z."""
    summed, (number_of_layer, unit) = summed_up_to_now(moment), moment.unit_in_play
    layer = moment.shown.layers[number_of_layer - 1]
    of_batch = products_of_batch(moment, layer, unit)

    def write(place: int) -> Written:
        term = summed.terms[place]
        first = weight(term.factors[0], style, plus=True)
        return first if term.source is None else product(first, entering_number(moment, layer, term.source, style))

    complete = summed.result is not None
    values = [term.value for term in summed.terms]
    working, terms = latest(values, write, most, style, complete=complete, of_batch=of_batch)
    line = equation(
        Names(moment.record.architecture).pre_activation(number_of_layer, unit),
        working,
        summed.total if summed.result is None else summed.result,
        style,
        terms=terms,
        plus=not complete,
        so_far=not complete,
        note=note,
    )
    if of_batch is None or complete:
        return line
    return said_if_rounding(line, of_batch[:, : len(values)].sum(axis=1))


def blame_so_far(moment: Moment, style: NumberStyle, most: int, note: str) -> Equation:
    """``δ¹₁: Σ w δ = +0.40 × +0.14 + … → +0.055``: outgoing weights × the errors they lead to, before the slope."""
    summed = summed_up_to_now(moment)

    def write(place: int) -> Written:
        outgoing, error = summed.terms[place].factors
        return product(weight(outgoing, style, plus=True), number(error, style, plus=True, role=gradient_role(error)))

    values = [term.value for term in summed.terms]
    # The last step is no summand: it is the slope.
    complete = len(values) == summed.of - 1
    working, terms = latest(values, write, most, style, complete=complete)
    symbol = f"{Names(moment.record.architecture).error_signal(*moment.unit_in_play)}: Σ w δ"
    return equation(symbol, working, summed.total, style, terms=terms, plus=True, so_far=not complete, note=note)
