"""What the diagram shows at a moment, told in words and numbers, for those who hear it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from nnviz.engine.training.record.phases import Kind
from nnviz.engine.types import Array
from nnviz.ui.diagram import words
from nnviz.ui.look.numbers import NumberStyle, written
from nnviz.ui.names.symbols import Names
from nnviz.ui.names.translation import translate
from nnviz.ui.session.moment import Moment

MOST_NUMBERS = 12
"""More are not listened to; that there are more is said."""


def spoken(moment: Moment, style: NumberStyle) -> str:
    """What happens, the numbers of it, and whose they are: ``Forward: hidden 1 sums its weighted inputs. z¹₁ 0.12; …``.

    Where one steps by units or terms, the numbers of the unit that one has stepped to.
    """
    told = [f"{words.work_title(moment)}: {words.sentence(moment)}"]
    numbers = [f"{symbol} {written(value, style)}" for symbol, value in islice(_numbers(moment), MOST_NUMBERS + 1)]
    if len(numbers) > MOST_NUMBERS:
        numbers[MOST_NUMBERS] = translate("Diagram", "and more")
    if numbers:
        told.append("; ".join(numbers))
    told.append(words.place_in_time(moment))
    return ". ".join(told)


def _numbers(moment: Moment) -> Iterator[tuple[str, float]]:
    """What the phase is about, each with its symbol."""
    record, row, layer = moment.shown, moment.row, moment.phase.layer
    names = Names(moment.record.architecture)
    kind = moment.phase.kind
    if kind is Kind.INPUT:
        yield from ((names.unit(0, unit), value) for unit, value in _stepped(moment, 0, record.x[row]))
        return
    if kind is Kind.LOSS:
        yield "L", float(record.example_losses[row])
        return
    if kind is Kind.UPDATE:
        layers = record.layers if moment.current_unit is None else record.layers[moment.current_unit[0] - 1 :][:1]
        for numbers in layers:
            for unit, _ in _stepped(moment, numbers.number, numbers.b):
                for source, value in enumerate(numbers.W_after[unit]):
                    yield names.parameter(numbers.number, unit, source), float(value)
                yield names.parameter(numbers.number, unit, None), float(numbers.b_after[unit])
        return
    numbers = record.layers[layer - 1]
    match kind:
        case Kind.PRE_ACTIVATION:
            for unit, value in _stepped(moment, layer, numbers.z[row]):
                yield names.pre_activation(layer, unit), value
        case Kind.ACTIVATION:
            for unit, value in _stepped(moment, layer, numbers.a[row]):
                yield names.unit(layer, unit), value
        case Kind.DELTA:
            for unit, value in _stepped(moment, layer, numbers.delta[row]):
                yield names.error_signal(layer, unit), value
        case Kind.GRADIENT:
            for unit, bias in _stepped(moment, layer, numbers.grad_b):
                for source, value in enumerate(numbers.grad_W[unit]):
                    yield names.gradient(layer, unit, source), float(value)
                yield names.gradient(layer, unit, None), bias


def _stepped(moment: Moment, layer: int, values: Array) -> Iterator[tuple[int, float]]:
    """The units of a layer with their values; the one that one has stepped to where one steps by units."""
    current = moment.current_unit
    for unit, value in enumerate(values):
        if current is None or current == (layer, unit):
            yield unit, float(value)
