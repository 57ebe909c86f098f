"""The forward pass of one unit in numbers: ``z = w x + … + b``, then ``g(z)``."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from nnviz.engine.functions.activations import ACTIVATIONS
from nnviz.engine.training.record.iteration import LayerRecord
from nnviz.ui.formula.batch_mean import ABOUT_ZERO, is_rounding, mean_equation, said_if_rounding
from nnviz.ui.formula.equation import Equation, equation, statement
from nnviz.ui.formula.largest_terms import listed, summands
from nnviz.ui.formula.numbers_of import NumbersOf, note_on_mean
from nnviz.ui.formula.out_of_play import factor_of_mask
from nnviz.ui.formula.sums_so_far import entering_number, pre_activation_so_far, products_of_batch
from nnviz.ui.formula.written import Written, bracket, call, number, product, quotient, total, trimmed, weight
from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.names.coloured import Coloured
from nnviz.ui.names.functions import SHOWN_ACTIVATIONS
from nnviz.ui.names.symbols import Names
from nnviz.ui.session.moment import Moment

LARGEST_EXPONENT = 50.0
"""Beyond it, a softmax is written with differences: the powers themselves would be absurdly large."""


def inputs(moment: Moment, style: NumberStyle, most: int) -> tuple[Equation, ...]:
    """``x = (0.05, 0.10)`` and the target; unit by unit only ``x₂ = 0.10``."""
    record, example = moment.shown, moment.row
    unit = min(moment.unit_in_play[1], record.x.shape[1] - 1)
    is_mean, batch = NumbersOf.of(moment) is NumbersOf.MEAN, moment.record
    lines = []
    for letter, role, values, each, place in (
        ("x", "forward", record.x[example], batch.x, unit),
        ("y", "loss", record.y[example], batch.y, 0),
    ):
        told = statement(letter, float(values[place]), style, role=role)
        if is_mean:
            told = said_if_rounding(told, each[:, place])
        if letter == "x" and moment.current_unit is not None:
            told = replace(told, symbol=Names(batch.architecture).unit(0, unit))
        elif len(values) > 1:
            numbers = [float(value) for value in values]
            texts = [
                ABOUT_ZERO if is_mean and is_rounding(value, each[:, place]) else number(value, style).text
                for place, value in enumerate(numbers[: most + 1])
            ]
            told = replace(told, sign="=", terms=tuple(numbers), result_text=listed(texts, most))
        lines.append(told)
    lines[-1] = replace(lines[-1], note=note_on_mean(moment, most))
    return tuple(lines)


def pre_activation(moment: Moment, style: NumberStyle, most: int) -> tuple[Equation, ...]:
    """``z¹₁ = +0.15 × 0.05 + 0.20 × 0.10 + 0.35 = 0.3775``; term by term only those up to now.

    It is linear, so that it is true of means too.
    """
    layer, unit = layer_and_unit(moment)
    note = note_on_mean(moment, most)
    if moment.current_unit is not None and moment.term is not None:
        return (pre_activation_so_far(moment, style, max(1, most), note),)
    weights, entering = layer.W[unit], layer.inputs[moment.row]

    def write(place: int) -> Written:
        return product(weight(weights[place], style, plus=True), entering_number(moment, layer, place, style))

    pieces, terms = summands(weights * entering, write, most, style, products_of_batch(moment, layer, unit))
    bias = weight(layer.b[unit], style, plus=True)
    result = float(layer.z[moment.row, unit])
    working = total([*pieces, bias])
    symbol = Names(moment.record.architecture).pre_activation(layer.number, unit)
    return (equation(symbol, working, result, style, terms=(*terms, bias.exact), note=note),)


def activation(moment: Moment, style: NumberStyle, most: int) -> tuple[Equation, ...]:
    """``h₁ = σ(0.3775) = 0.5933``."""
    layer, unit = layer_and_unit(moment)
    symbol = Names(moment.record.architecture).unit(layer.number, unit)
    result = float(layer.a[moment.row, unit])
    if NumbersOf.of(moment) is NumbersOf.MEAN:
        return (mean_equation(symbol, result, len(moment.record.examples), style, plus=False, brief=most <= 1),)
    if layer.activation == "softmax":
        working = _softmax(layer.z[moment.row], unit, style, most)
    else:
        working = activated(layer.activation, number(layer.z[moment.row, unit], style, role="forward"), style)
    factor = factor_of_mask(moment, layer, unit)
    if factor is not None:
        working = product(_as_factor(working, layer.activation), trimmed(factor, style))
    return (equation(symbol, working, result, style),)


def activated(name: str, z: Written, style: NumberStyle) -> Written:
    """An activation function applied to a number."""
    function = ACTIVATIONS[name]
    row = SHOWN_ACTIVATIONS[name]
    template = row.text_above_0 if row.text_above_0 and not z.exact <= 0.0 else row.text
    return call(template.replace(".", style.decimal_sign), lambda value: float(function.of(np.array(value))), z)


def _as_factor(working: Written, name: str) -> Written:
    """An activation as a factor of a product: a difference has brackets around it."""
    return bracket(working) if name == "elu" and working.text.startswith("e^") else working


def _softmax(z: np.ndarray, unit: int, style: NumberStyle, most: int) -> Written:
    """``e^0.5 / (e^0.5 + e^−1.2)``, or ``1 / (1 + e^−1.7)`` where the powers would be too large."""
    if np.abs(z).max() <= LARGEST_EXPONENT:
        above = _power(float(z[unit]), style)
        pieces, _ = summands(np.exp(z), lambda place: _power(float(z[place]), style), most, style)
    else:
        above = Written(Coloured.of("1"), 1.0, 1.0)
        with np.errstate(over="ignore"):
            powers = np.exp(z - z[unit])
        pieces, _ = summands(powers, lambda place: _power(float(z[place] - z[unit]), style), most, style)
    return quotient(above, bracket(total(pieces)))


def _power(exponent: float, style: NumberStyle) -> Written:
    def power(value: float) -> float:
        try:
            return math.exp(value)
        except OverflowError:
            return math.inf

    return call("e^{0}", power, number(exponent, style, role="forward"))


def layer_and_unit(moment: Moment) -> tuple[LayerRecord, int]:
    """The layer and the unit of it that the numbers are about."""
    number_of_layer, unit = moment.unit_in_play
    layer = moment.shown.layers[number_of_layer - 1]
    return layer, min(unit, layer.W.shape[0] - 1)
