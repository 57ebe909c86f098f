"""The formula of a phase with this step's numbers: one unit or one weight, one example, and the engine's results."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from nnviz.engine.settings import Training
from nnviz.engine.training.record.phases import Kind
from nnviz.ui.formula import backward_numbers, forward_numbers, loss_numbers, update_numbers
from nnviz.ui.formula.batch_mean import said_if_rounding
from nnviz.ui.formula.equation import Equation
from nnviz.ui.formula.numbers_of import NumbersOf
from nnviz.ui.formula.out_of_play import note_on_unit
from nnviz.ui.look.numbers import NumberStyle
from nnviz.ui.session.moment import Moment

MOST_TERMS = 6
"""Summands that are written out where there is room."""

SIMPLEST = Training()
"""Plain steps against the gradient, which is not clipped."""


@dataclass(frozen=True)
class PhaseNumbers:
    """The lines of arithmetic of a phase; the last one holds its result."""

    equations: tuple[Equation, ...]

    @property
    def result(self) -> float:
        """The engine's number that the phase comes to."""
        return self.equations[-1].result

    @property
    def lines(self) -> tuple[str, ...]:
        """Each line as text, with its note."""
        return tuple(equation.line("text").text for equation in self.equations)


def numbers_of(
    moment: Moment,
    style: NumberStyle,
    most_terms: int = MOST_TERMS,
    training: Training = SIMPLEST,
) -> PhaseNumbers:
    """The numbers of the phase that is shown, for one example and the selected unit or weight, or else the first.

    ``most_terms`` is how many summands are written out: the largest; with 0, a weighted sum is one number.
    ``training`` is how the run is trained; what does not train in this update is in its record.
    """
    some = max(1, most_terms)
    # A diverged run is shown as it is, ∞ and NaN.
    with np.errstate(all="ignore"):
        match moment.phase.kind:
            case Kind.INPUT:
                return PhaseNumbers(forward_numbers.inputs(moment, style, some))
            case Kind.PRE_ACTIVATION:
                return _said_if_rounding(moment, forward_numbers.pre_activation(moment, style, most_terms))
            case Kind.ACTIVATION:
                return _said_if_out_of_play(moment, forward_numbers.activation(moment, style, some))
            case Kind.LOSS:
                return PhaseNumbers(loss_numbers.loss(moment, style, some))
            case Kind.DELTA if moment.phase.layer == moment.record.architecture.layers:
                return _said_if_rounding(moment, loss_numbers.output_delta(moment, style, some))
            case Kind.DELTA:
                return _said_if_out_of_play(moment, backward_numbers.hidden_delta(moment, style, most_terms))
            case Kind.GRADIENT:
                return PhaseNumbers(backward_numbers.gradient(moment, style, training.clip_norm, most_terms))
            case Kind.UPDATE:
                return PhaseNumbers(update_numbers.update(moment, style, moment.record.trainable, training, some))


def _said_if_out_of_play(moment: Moment, lines: tuple[Equation, ...]) -> PhaseNumbers:
    """Of a unit that answers 0 whatever it is given: why."""
    note = note_on_unit(moment, *forward_numbers.layer_and_unit(moment)) if moment.is_sum_complete else ""
    if note:
        lines = (*lines[:-1], replace(lines[-1], note=note))
    return _said_if_rounding(moment, lines)


def _said_if_rounding(moment: Moment, lines: tuple[Equation, ...]) -> PhaseNumbers:
    """Of a batch's mean that is 0 but for rounding: that it is."""
    if NumbersOf.of(moment) is not NumbersOf.MEAN or not moment.is_sum_complete:
        return PhaseNumbers(lines)
    shown, unit = forward_numbers.layer_and_unit(moment)
    layer = moment.record.layers[shown.number - 1]
    values = {Kind.PRE_ACTIVATION: layer.z, Kind.ACTIVATION: layer.a, Kind.DELTA: layer.delta}[moment.phase.kind]
    return PhaseNumbers((*lines[:-1], said_if_rounding(lines[-1], values[:, unit])))
