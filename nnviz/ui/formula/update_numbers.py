"""The update of one weight or bias in numbers."""

from __future__ import annotations

from nnviz.engine.types import Array
from nnviz.ui.formula.equation import Equation, equation, statement
from nnviz.ui.formula.symbols import weight_symbol
from nnviz.ui.formula.written import Written, number, product, setting
from nnviz.ui.moment import Moment
from nnviz.ui.numbers import MINUS, NumberStyle


def update(moment: Moment, style: NumberStyle, trainable: Array | None) -> tuple[tuple[Equation, ...], bool]:
    """``W²₁₁ ← 0.400 − 0.5 × 0.082 = 0.359``, and whether it is frozen: then it only says what it stays at."""
    record = moment.record
    number_of_layer, unit, source = _parameter_in_play(moment)
    layer = record.layers[number_of_layer - 1]
    if source is None:
        before, slope, after = layer.b[unit], layer.grad_b[unit], layer.b_after[unit]
    else:
        before, slope, after = layer.W[unit, source], layer.grad_W[unit, source], layer.W_after[unit, source]
    symbol = weight_symbol("b" if source is None else "W", unit, source, number_of_layer)
    if trainable is not None:
        weights, biases = record.architecture.weights_and_biases(trainable)[number_of_layer - 1]
        if not (biases[unit] if source is None else weights[unit, source]):
            return (statement(symbol, float(after), style),), True
    step = product(setting(record.learning_rate, style), _in_brackets_if_negative(number(slope, style)))
    start = number(before, style)
    working = Written(f"{start.text} {MINUS} {step.text}", start.shown - step.shown, start.exact - step.exact)
    terms = (start.exact, -step.exact)
    return (equation(symbol, working, float(after), style, terms=terms, sign="←"),), False


def _in_brackets_if_negative(piece: Written) -> Written:
    if not piece.text.startswith(MINUS):
        return piece
    return Written(f"({piece.text})", piece.shown, piece.exact)


def _parameter_in_play(moment: Moment) -> tuple[int, int, int | None]:
    """Layer, unit and source of what is selected; else the first weight of the output layer."""
    architecture, selection = moment.record.architecture, moment.selection
    if selection is None or not 1 <= selection.layer <= architecture.layers:
        return architecture.layers, 0, 0
    unit = min(selection.unit, architecture.widths[selection.layer] - 1)
    if selection.bias:
        return selection.layer, unit, None
    return selection.layer, unit, min(selection.source or 0, architecture.widths[selection.layer - 1] - 1)
