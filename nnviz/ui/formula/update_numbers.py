"""The update of one weight or bias in numbers, as each optimiser makes it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from nnviz.engine.functions.optimisers import chosen_optimiser
from nnviz.engine.settings import Training
from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.types import Array
from nnviz.ui.formula.equation import Equation, equation, statement
from nnviz.ui.formula.parameter_in_play import parameter_in_play
from nnviz.ui.formula.written import (
    Written,
    bracket,
    call,
    in_brackets_if_negative,
    number,
    product,
    quotient,
    total,
    weight,
)
from nnviz.ui.formula.written import gradient as gradient_number
from nnviz.ui.formula.written import setting as setting_of
from nnviz.ui.look.numbers import MINUS, NumberStyle
from nnviz.ui.names.coloured import Coloured
from nnviz.ui.names.symbols import Names
from nnviz.ui.names.translation import translate
from nnviz.ui.session.moment import Moment

ALL_FROM = 4
"""With room for so many summands, what the optimiser remembers is worked out in full."""


@dataclass(frozen=True)
class Parameter:
    """One parameter in one update, and what the optimiser has for it.

    Attributes:
        symbol: What it is called.
        before, gradient, after: Its value, its gradient as the optimiser got it, and its new value.
        memory, memory_after: What the optimiser remembers of it, in the order of its letters.
        rate: The learning rate.
        updates: How many updates have been made with this one.
        settings: The optimiser's.
    """

    symbol: str
    before: float
    gradient: float
    after: float
    memory: tuple[float, ...]
    memory_after: tuple[float, ...]
    rate: float
    updates: int
    settings: Mapping[str, float]


Told: TypeAlias = tuple[list[Equation], Written]
"""What comes before the update itself, and what the update takes off the parameter."""


def update(
    moment: Moment, style: NumberStyle, trainable: Array | None, training: Training, most: int
) -> tuple[Equation, ...]:
    """``w²₁₁ ← 0.400 − 0.5 × 0.082 = 0.359``; of a frozen one only what it stays at."""
    record = moment.record
    place = parameter_in_play(moment)
    optimiser, settings = chosen_optimiser(training)
    of = _parameter(record, place, settings)
    if trainable is not None and not _at(record, trainable, place):
        note = translate("PhaseNumbers", "(frozen, stays)")
        return (statement(of.symbol, of.after, style, note=note),)
    first, step = STEPS[optimiser.name](of, style, most)
    start = weight(of.before, style)
    working = _taken_off(start, step)
    last = equation(of.symbol, working, of.after, style, terms=(start.exact, -step.exact), sign="←")
    return (*first, last)


def _taken_off(start: Written, step: Written) -> Written:
    """``a − b``, where b is a product or a sum of products: no brackets."""
    pieces = start.pieces + f" {MINUS} " + step.pieces
    return Written(pieces, start.shown - step.shown, start.exact - step.exact)


# ---- the optimisers ----------------------------------------------------------------------------------------------


def _sgd(of: Parameter, style: NumberStyle, most: int) -> Told:
    return [], product(setting_of(of.rate, style), _gradient(of, style))


def _momentum(of: Parameter, style: NumberStyle, most: int) -> Told:
    return _velocity(of, style, most), product(setting_of(of.rate, style), _factor(of.memory_after[0], style))


def _nesterov(of: Parameter, style: NumberStyle, most: int) -> Told:
    ahead = product(setting_of(of.settings["momentum"], style), _factor(of.memory_after[0], style))
    together, rate = total([gradient_number(of.gradient, style), ahead]), setting_of(of.rate, style)
    if most > 1:
        return _velocity(of, style, most), product(rate, bracket(together))
    return [equation("g + μ v", together, together.exact, style)], product(rate, _factor(together.exact, style))


def _adagrad(of: Parameter, style: NumberStyle, most: int) -> Told:
    return _over_root(of, total([number(of.memory[0], style), _squared(_gradient(of, style))]), style, most)


def _rmsprop(of: Parameter, style: NumberStyle, most: int) -> Told:
    return _over_root(of, _mean_square(of, of.memory[0], of.settings["decay"], style), style, most)


def _adam(of: Parameter, style: NumberStyle, most: int) -> Told:
    (mean, squares), (mean_after, squares_after) = of.memory, of.memory_after
    beta1, beta2 = of.settings["beta1"], of.settings["beta2"]
    rest1, rest2 = 1.0 - beta1**of.updates, 1.0 - beta2**of.updates
    hat, square_hat = mean_after / rest1, squares_after / rest2
    if most >= ALL_FROM:
        kept = product(setting_of(beta1, style), _factor(mean, style))
        added = product(setting_of(1.0 - beta1, style), _gradient(of, style))
        first, second = bracket(total([kept, added])), bracket(_mean_square(of, squares, beta2, style))
    else:
        first, second = number(mean_after, style), number(squares_after, style)
    hats = [
        equation("m̂", quotient(first, setting_of(rest1, style)), hat, style),
        equation("v̂", quotient(second, setting_of(rest2, style)), square_hat, style),
    ]
    scaled = quotient(_factor(hat, style), _root(square_hat, of, style))
    return _with_rate("m̂ / (√v̂ + ε)", scaled, hats, of, style, most)


def _adamw(of: Parameter, style: NumberStyle, most: int) -> Told:
    hats, step = _adam(of, style, most)
    decay = of.settings["weight_decay"]
    if most == 1:
        (fraction,) = hats
        both = total([number(fraction.exact, style), number(decay * of.before, style)])
        line = equation(f"{fraction.symbol} + λ w", both, both.exact, style)
        return [line], product(setting_of(of.rate, style), _factor(both.exact, style))
    shrink = product(setting_of(of.rate, style), setting_of(decay, style), _weight(of, style))
    # Both are taken off: the sign before the second is that of the first.
    pieces = step.pieces + f" {MINUS} " + shrink.pieces
    return hats, Written(pieces, step.shown + shrink.shown, step.exact + shrink.exact)


STEPS: Mapping[str, Callable[[Parameter, NumberStyle, int], Told]] = MappingProxyType(
    {
        "sgd": _sgd,
        "momentum": _momentum,
        "nesterov": _nesterov,
        "adagrad": _adagrad,
        "rmsprop": _rmsprop,
        "adam": _adam,
        "adamw": _adamw,
    }
)


def _velocity(of: Parameter, style: NumberStyle, most: int) -> list[Equation]:
    kept = product(setting_of(of.settings["momentum"], style), _factor(of.memory[0], style))
    working = total([kept, gradient_number(of.gradient, style)])
    return _remembered("v", working, of, style, most)


def _remembered(letter: str, working: Written, of: Parameter, style: NumberStyle, most: int) -> list[Equation]:
    """How the optimiser's memory changes, where there is room for it."""
    return [equation(letter, working, of.memory_after[0], style, sign="←")] if most > 1 else []


def _mean_square(of: Parameter, before: float, decay: float, style: NumberStyle) -> Written:
    kept = product(setting_of(decay, style), number(before, style))
    return total([kept, product(setting_of(1.0 - decay, style), _squared(_gradient(of, style)))])


def _over_root(of: Parameter, working: Written, style: NumberStyle, most: int) -> Told:
    squares = of.memory_after[0]
    scaled = quotient(_gradient(of, style), _root(squares, of, style))
    return _with_rate("g / (√s + ε)", scaled, _remembered("s", working, of, style, most), of, style, most)


def _with_rate(
    name: str, scaled: Written, before: list[Equation], of: Parameter, style: NumberStyle, most: int
) -> Told:
    """A fraction times the learning rate; where there is little room, the fraction stands on a line of its own."""
    rate = setting_of(of.rate, style)
    if most > 1:
        return before, product(rate, scaled)
    return [equation(name, scaled, scaled.exact, style)], product(rate, _factor(scaled.exact, style))


def _root(square: float, of: Parameter, style: NumberStyle) -> Written:
    epsilon = setting_of(of.settings["epsilon"], style)
    small = Written(Coloured.of(epsilon.text.removeprefix("1×")), epsilon.shown, epsilon.exact)
    return bracket(total([call("√{0}", _square_root, number(square, style)), small]))


def _squared(value: Written) -> Written:
    return call("{0}²", lambda factor: factor * factor, value)


def _gradient(of: Parameter, style: NumberStyle) -> Written:
    return in_brackets_if_negative(gradient_number(of.gradient, style))


def _weight(of: Parameter, style: NumberStyle) -> Written:
    return in_brackets_if_negative(weight(of.before, style))


def _factor(value: float, style: NumberStyle) -> Written:
    return in_brackets_if_negative(number(value, style))


def _square_root(value: float) -> float:
    return math.sqrt(value) if value >= 0.0 else math.nan


# ---- which parameter ---------------------------------------------------------------------------------------------

_Place: TypeAlias = tuple[int, int, int | None]


def _parameter(record: Iteration, place: _Place, settings: Mapping[str, float]) -> Parameter:
    layer, unit, source = place
    return Parameter(
        symbol=Names(record.architecture).parameter(layer, unit, source),
        before=_at(record, record.theta, place),
        gradient=_at(record, record.gradient, place),
        after=_at(record, record.theta_after, place),
        memory=tuple(_at(record, vector, place) for vector in record.state),
        memory_after=tuple(_at(record, vector, place) for vector in record.state_after),
        rate=record.learning_rate,
        updates=record.updates,
        settings=settings,
    )


def _at(record: Iteration, vector: Array, place: _Place) -> float:
    """What a vector as long as θ has for a parameter."""
    layer, unit, source = place
    weights, biases = record.architecture.weights_and_biases(vector)[layer - 1]
    return float(biases[unit] if source is None else weights[unit, source])
