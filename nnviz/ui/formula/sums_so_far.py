"""Sums while they are being added up, term by term: what has been added up to now, and what it comes to."""

from __future__ import annotations

from nnviz.engine.analysis.running_sum import RunningSum, running_sum
from nnviz.ui.formula.equation import Equation, equation
from nnviz.ui.formula.largest_terms import latest
from nnviz.ui.formula.symbols import unit_symbol
from nnviz.ui.formula.written import Written, number, product, weight
from nnviz.ui.moment import Moment
from nnviz.ui.numbers import NumberStyle


def summed_up_to_now(moment: Moment) -> RunningSum:
    """The sum of the unit in play, as far as one has stepped."""
    layer, unit = moment.unit_in_play
    done = 0 if moment.term is None else moment.term + 1
    return running_sum(moment.shown, moment.row, moment.phase.kind, layer, unit, done)


def pre_activation_so_far(moment: Moment, style: NumberStyle, most: int, note: str) -> Equation:
    """``z₁ = +0.15 × 0.05 + 0.20 × 0.10 + … → +0.0275``; with the bias, the engine's z."""
    summed = summed_up_to_now(moment)

    def write(place: int) -> Written:
        first, *carried = summed.terms[place].factors
        return product(weight(first, style, plus=True), *(number(value, style, role="forward") for value in carried))

    complete = summed.result is not None
    values = [term.value for term in summed.terms]
    working, terms = latest(values, write, most, style, complete=complete)
    return equation(
        unit_symbol("z", moment.unit_in_play[1]),
        working,
        summed.total if summed.result is None else summed.result,
        style,
        terms=terms,
        plus=not complete,
        so_far=not complete,
        note=note,
    )


def blame_so_far(moment: Moment, style: NumberStyle, most: int, note: str) -> Equation:
    """``δ₁: Σ w δ = +0.40 × +0.14 + … → +0.055``: outgoing weights × the errors they lead to, before the slope."""
    summed = summed_up_to_now(moment)

    def write(place: int) -> Written:
        outgoing, error = summed.terms[place].factors
        return product(weight(outgoing, style, plus=True), number(error, style, plus=True, role="backward"))

    values = [term.value for term in summed.terms]
    # The last step is no summand: it is the slope.
    complete = len(values) == summed.of - 1
    working, terms = latest(values, write, most, style, complete=complete)
    symbol = f"{unit_symbol('δ', moment.unit_in_play[1])}: Σ w δ"
    return equation(symbol, working, summed.total, style, terms=terms, plus=True, so_far=not complete, note=note)
