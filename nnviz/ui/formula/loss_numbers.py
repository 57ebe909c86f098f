"""The loss and the error signal that it sends into the output, in numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication

from nnviz.engine.types import Array
from nnviz.ui.formula.batch_mean import mean_equation, mean_over
from nnviz.ui.formula.equation import Equation, equation
from nnviz.ui.formula.largest_terms import summands
from nnviz.ui.formula.penalties import has_penalty, loss_parts
from nnviz.ui.formula.symbols import unit_symbol
from nnviz.ui.formula.written import Written, bracket, call, difference, number, product, total
from nnviz.ui.moment import Moment
from nnviz.ui.numbers import NumberStyle

translate = QCoreApplication.translate


def loss(moment: Moment, style: NumberStyle, most: int) -> tuple[Equation, ...]:
    """The example's own loss; then the batch's mean and the penalty, where there are any."""
    record = moment.record
    batch = len(record.examples)
    own = float(moment.shown.example_losses[moment.row])
    working, terms = _own_loss(moment, style, most)
    alone = batch == 1 and not has_penalty(record)
    symbol = "L" if alone else unit_symbol("L", moment.example)
    first = equation(symbol, working, own, style, terms=terms)
    if alone:
        return (first,)
    parts = record.loss
    if not has_penalty(record):
        return (first, mean_equation("L", parts.total, batch, style, plus=False))
    if most > 1:
        data = mean_over(batch, parts.data, style) if batch > 1 else number(parts.data, style)
        penalties = [_penalty(name, value, style) for name, value in loss_parts(record)]
    else:
        data, penalties = number(parts.data, style), [number(value, style) for _, value in loss_parts(record)]
    exact = (parts.data, *(penalty.exact for penalty in penalties))
    return (first, equation("L", total([data, *penalties]), parts.total, style, terms=exact))


def _penalty(name: str, value: float, style: NumberStyle) -> Written:
    """``+0.012 (L2 penalty)``."""
    told = number(value, style, plus=True)
    return Written(translate("PhaseNumbers", "{0} ({1} penalty)").format(told.text, name), told.shown, told.exact)


def _own_loss(moment: Moment, style: NumberStyle, most: int) -> tuple[Written, tuple[float, ...]]:
    record, example = moment.shown, moment.row
    prediction, target = record.prediction[example], record.y[example]
    z = record.layers[-1].z[example]
    match record.architecture.loss.name:
        case "squared_error":
            return _squared_error(prediction, target, style, most)
        case "binary_cross_entropy":
            return _sum_of([_one_cross_entropy(*each, style) for each in zip(z, prediction, target, strict=True)])
        case _:
            return _sum_of(_cross_entropies(prediction, target, style))


def _squared_error(
    prediction: Array, target: Array, style: NumberStyle, most: int
) -> tuple[Written, tuple[float, ...]]:
    def write(place: int) -> Written:
        return call("({0})²", lambda error: error * error, _error(prediction, target, place, style))

    pieces, squares = summands(np.square(prediction - target), write, most, style)
    together = total(pieces)
    inner = together if len(pieces) == 1 else bracket(together)
    halves = tuple(0.5 * square for square in squares)
    return Written(f"½ {inner.text}", 0.5 * inner.shown, 0.5 * inner.exact), halves


def _one_cross_entropy(z: float, prediction: float, target: float, style: NumberStyle) -> Written:
    """``−ln ŷ`` or ``−ln(1 − ŷ)``; from z where ŷ is shown as exactly 0 or 1, whose logarithm would be endless."""
    told = number(prediction, style)
    right = told.shown if target == 1.0 else 1.0 - told.shown
    if right <= 0.0 or not math.isfinite(right):
        sign = -1.0 if target == 1.0 else 1.0
        exponent = number(sign * z, style)
        return call("ln(1 + e^{0})", lambda value: float(np.logaddexp(0.0, value)), exponent)
    if target == 1.0:
        return call("−ln {0}", lambda value: -math.log(value) + 0.0, told)
    return call("−ln(1 − {0})", lambda value: -_log_of_rest(value), told)


def _log_of_rest(value: float) -> float:
    return math.log1p(-value) if value < 1.0 else -math.inf


def _cross_entropies(prediction: Array, target: Array, style: NumberStyle) -> list[Written]:
    def minus_log(value: float) -> float:
        return -math.log(value) + 0.0 if value > 0.0 else math.inf

    return [call("−ln {0}", minus_log, number(prediction[place], style)) for place in np.flatnonzero(target)]


def _sum_of(pieces: Sequence[Written]) -> tuple[Written, tuple[float, ...]]:
    return total(pieces), tuple(piece.exact for piece in pieces)


def _error(prediction: Array, target: Array, unit: int, style: NumberStyle) -> Written:
    return difference(number(prediction[unit], style), number(target[unit], style))


def output_delta(moment: Moment, style: NumberStyle, most: int) -> tuple[Equation, ...]:
    """``δ₁ = (0.751 − 0.010) × 0.187 = +0.138``, or what is true for this output and loss."""
    record, example = moment.shown, moment.row
    layer = record.layers[-1]
    unit = min(moment.unit_in_play[1], layer.W.shape[0] - 1)
    prediction, target = record.prediction[example], record.y[example]
    symbol, result = unit_symbol("δ", unit), float(layer.delta[example, unit])
    error = _error(prediction, target, unit, style)
    architecture = record.architecture
    if architecture.loss.name != "squared_error" or architecture.output.name == "linear":
        return (equation(symbol, error, result, style, plus=True),)
    if layer.slope is not None:
        slope = number(layer.slope[example, unit], style)
        return (equation(symbol, product(bracket(error), slope), result, style, plus=True),)
    # Softmax: the units are coupled through Σ e ŷ, which has a line of its own.
    errors = prediction - target

    def write(place: int) -> Written:
        return product(number(errors[place], style, plus=True), number(prediction[place], style))

    pieces, terms = summands(errors * prediction, write, max(1, most // 2), style)
    coupled = total(pieces)
    both = float((errors * prediction).sum())
    first = equation("Σ e ŷ", coupled, both, style, terms=terms, plus=True)
    inner = bracket(difference(number(errors[unit], style), number(both, style)))
    working = product(number(prediction[unit], style), inner)
    return first, equation(symbol, working, result, style, plus=True)
