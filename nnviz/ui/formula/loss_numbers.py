"""The loss and the error signal that it sends into the output, in numbers."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import TypeAlias

import numpy as np

from nnviz.engine.analysis.running_sum import exact_sum, loss_by_output
from nnviz.engine.types import Array
from nnviz.ui.formula.batch_mean import mean_equation, mean_over
from nnviz.ui.formula.equation import Equation, equation, statement
from nnviz.ui.formula.factors import HALF, factor_text
from nnviz.ui.formula.largest_terms import latest, summands
from nnviz.ui.formula.numbers_of import NumbersOf, note_on_mean, note_on_visitor
from nnviz.ui.formula.penalties import has_penalty, loss_parts
from nnviz.ui.formula.written import Written, bracket, call, difference, number, product, total, trimmed
from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.names.coloured import Coloured
from nnviz.ui.names.symbols import Names, unit_symbol
from nnviz.ui.names.translation import translate
from nnviz.ui.session.moment import Moment

Told: TypeAlias = tuple[Written, tuple[float, ...]]
"""The working of a loss, and its terms."""


def loss(moment: Moment, style: NumberStyle, most: int) -> tuple[Equation, ...]:
    """The example's own loss; then the batch's mean and the penalty, where there are any.

    Unit by unit it is added up output by output, and the batch's comes with the last.
    """
    record, whose = moment.record, NumbersOf.of(moment)
    batch, outputs = len(record.examples), record.architecture.widths[-1]
    done = outputs if moment.current_unit is None else moment.current_unit[1] + 1
    if whose is NumbersOf.MEAN:
        if done < outputs:
            return (_mean_so_far(moment, done, style),)
        return (_of_the_batch(moment, style, most),)
    alone = batch == 1 and not has_penalty(record) and whose is NumbersOf.EXAMPLE
    symbol = "L" if alone else unit_symbol("L", moment.example)
    if whose is NumbersOf.VISITOR:
        symbol = "Lₙ"
    parts = loss_by_output(moment.shown)[moment.row]
    complete = done == outputs
    own = float(moment.shown.example_losses[moment.row]) if complete else exact_sum(parts[:done].tolist())
    working, terms = _own_loss(moment, parts, done, style, most)
    first = equation(symbol, working, own, style, terms=terms, so_far=not complete, note=note_on_visitor(moment, most))
    return (first,) if alone or not complete else (first, _of_the_batch(moment, style, most))


def _of_the_batch(moment: Moment, style: NumberStyle, most: int) -> Equation:
    """``L = mean of 10 examples = 0.310``, and with a penalty ``L = 0.310 (mean of 10) + 0.012 (L2 penalty) = …``."""
    record = moment.record
    parts, batch = record.loss, len(record.examples)
    if not has_penalty(record):
        if batch == 1:
            note = translate("PhaseNumbers", "(of the batch)")
            return statement("L", parts.total, style, note=note)
        return mean_equation("L", parts.total, batch, style, plus=False, brief=most <= 1)
    data = number(parts.data, style, role="loss")
    if most > 1:
        data = mean_over(batch, data) if batch > 1 else data
        penalties = [_penalty(name, value, style) for name, value in loss_parts(record)]
    else:
        penalties = [number(value, style) for _, value in loss_parts(record)]
    exact = (parts.data, *(penalty.exact for penalty in penalties))
    return equation("L", total([data, *penalties]), parts.total, style, terms=exact)


def _mean_so_far(moment: Moment, done: int, style: NumberStyle) -> Equation:
    """``L = mean of 10 examples → 0.120``: of what the first outputs add to each example's loss."""
    record = moment.record
    value = float(loss_by_output(record)[:, :done].sum(axis=1).mean())
    told = translate("PhaseNumbers", "mean of {0} examples").format(len(record.examples))
    working = Written(Coloured.of(told), number(value, style).shown, value)
    return equation("L", working, value, style, so_far=True)


def _penalty(name: str, value: float, style: NumberStyle) -> Written:
    """``+0.012 (L2 penalty)``."""
    told = number(value, style, plus=True)
    text = translate("PhaseNumbers", "{0} ({1} penalty)").format(told.text, name)
    return Written(Coloured.of(text), told.shown, told.exact)


def _own_loss(moment: Moment, parts: Array, done: int, style: NumberStyle, most: int) -> Told:
    """An example's own loss, of the first outputs: the largest parts of them, or unit by unit the latest."""
    record, example = moment.shown, moment.row
    prediction, target, z = record.prediction[example], record.y[example], record.layers[-1].z[example]
    by_unit = moment.current_unit is not None and len(parts) > 1
    loss_name = record.architecture.loss.name
    write_term = LOSS_TERMS[loss_name]

    def write(place: int) -> Written:
        return write_term(float(z[place]), float(prediction[place]), float(target[place]), style)

    factor = record.architecture.loss.factor
    values = parts[:done] / float(factor)
    if by_unit:
        working, terms = latest(values.tolist(), write, most, style, complete=done == len(parts))
    elif loss_name == "cross_entropy":
        return _sum_of(_cross_entropies(prediction, target, style))
    else:
        pieces, terms = summands(values, write, most, style)
        working = total(pieces)
    if factor == 1:
        return working, terms
    inner = bracket(working) if len(terms) > 1 or done < len(parts) else working
    return _times(factor, inner), tuple(float(factor) * term for term in terms)


def _one_square(z: float, prediction: float, target: float, style: NumberStyle) -> Written:
    return call("({0})²", lambda error: error * error, _error(prediction, target, style))


def _one_cross_entropy(z: float, prediction: float, target: float, style: NumberStyle) -> Written:
    """``−ln ŷ`` or ``−ln(1 − ŷ)``; from z where ŷ is shown as exactly 0 or 1, whose logarithm would be endless."""
    told = number(prediction, style, role="forward")
    right = told.shown if target == 1.0 else 1.0 - told.shown
    if right <= 0.0 or not math.isfinite(right):
        sign = -1.0 if target == 1.0 else 1.0
        exponent = number(sign * z, style, role="forward")
        return call("ln(1 + e^{0})", lambda value: float(np.logaddexp(0.0, value)), exponent)
    if target == 1.0:
        return call("−ln {0}", lambda value: -math.log(value) + 0.0, told)
    return call("−ln(1 − {0})", lambda value: -_log_of_rest(value), told)


def _log_of_rest(value: float) -> float:
    return math.log1p(-value) if value < 1.0 else -math.inf


def _minus_log(value: float) -> float:
    return -math.log(value) + 0.0 if value > 0.0 else math.inf


def _cross_entropies(prediction: Array, target: Array, style: NumberStyle) -> list[Written]:
    return [
        call("−ln {0}", _minus_log, number(prediction[place], style, role="forward"))
        for place in np.flatnonzero(target)
    ]


def _weighed_cross_entropy(z: float, prediction: float, target: float, style: NumberStyle) -> Written:
    """``−0 × ln 0.310``: only the true class counts, and the others are seen not to."""
    weight, log = trimmed(target, style, role="loss"), number(prediction, style, role="forward")

    def of(share: float, factor: float) -> float:
        return factor * _minus_log(share) if factor else 0.0

    pieces = "−" + weight.pieces + " × ln " + log.pieces
    return Written(pieces, of(log.shown, weight.shown), of(log.exact, weight.exact))


def _sum_of(pieces: Sequence[Written]) -> Told:
    return total(pieces), tuple(piece.exact for piece in pieces)


def _times(factor: Fraction, part: Written) -> Written:
    """``2 × (0.310 − 1)``, ``2/3 × (0.310 − 1)``, and ``½ (0.310 − 1)²``."""
    scale, sign = float(factor), "" if factor == HALF else "× "
    return Written(f"{factor_text(factor)} {sign}" + part.pieces, scale * part.shown, scale * part.exact)


def _error(prediction: float, target: float, style: NumberStyle) -> Written:
    return difference(number(prediction, style, role="forward"), number(target, style, role="loss"))


LOSS_TERMS: MappingProxyType[str, Callable[[float, float, float, NumberStyle], Written]] = MappingProxyType(
    {
        "squared_error": _one_square,
        "binary_cross_entropy": _one_cross_entropy,
        "cross_entropy": _weighed_cross_entropy,
    }
)
"""For each loss of the engine, what one output adds to it, but for the factor, from its z, prediction and target."""


def output_delta(moment: Moment, style: NumberStyle, most: int) -> tuple[Equation, ...]:
    """``δ²₁ = (0.751 − 0.010) × 0.187 = +0.138``, or what is true for this output and loss."""
    record, example = moment.shown, moment.row
    layer = record.layers[-1]
    unit = min(moment.unit_in_play[1], layer.W.shape[0] - 1)
    prediction, target = record.prediction[example], record.y[example]
    symbol = Names(record.architecture).error_signal(layer.number, unit)
    result = float(layer.delta[example, unit])
    architecture = record.architecture
    factor = architecture.loss.error_factor
    error = _error(float(prediction[unit]), float(target[unit]), style)
    if factor != 1:
        error = _times(factor, bracket(error))
    if architecture.loss.cancels or architecture.output.name == "linear":
        # A difference is true of means too.
        return (equation(symbol, error, result, style, plus=True, note=note_on_mean(moment, most)),)
    if NumbersOf.of(moment) is NumbersOf.MEAN:
        return (mean_equation(symbol, result, len(moment.record.examples), style, brief=most <= 1),)
    if layer.slope is not None:
        slope = number(layer.slope[example, unit], style)
        told = bracket(error) if factor == 1 else error
        return (equation(symbol, product(told, slope), result, style, plus=True),)
    # Softmax: the units are coupled through Σ e ŷ, which has a line of its own.
    errors = architecture.loss.error(prediction, target)

    def write(place: int) -> Written:
        return product(number(errors[place], style, plus=True), number(prediction[place], style, role="forward"))

    pieces, terms = summands(errors * prediction, write, max(1, most // 2), style)
    coupled = total(pieces)
    both = float((errors * prediction).sum())
    first = equation("Σ e ŷ", coupled, both, style, terms=terms, plus=True)
    inner = bracket(difference(number(errors[unit], style), number(both, style)))
    working = product(number(prediction[unit], style, role="forward"), inner)
    return first, equation(symbol, working, result, style, plus=True)
