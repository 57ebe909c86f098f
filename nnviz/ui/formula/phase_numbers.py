"""The formula of a phase with this step's numbers: one unit or one weight, one example, and the engine's results."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QCoreApplication

from nnviz.engine.experiment import Training
from nnviz.engine.training.phases import Kind
from nnviz.engine.types import Array
from nnviz.ui.formula import backward_numbers, forward_numbers, loss_numbers, update_numbers
from nnviz.ui.formula.equation import Equation
from nnviz.ui.moment import Moment
from nnviz.ui.numbers import NumberStyle

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
    trainable: Array | None = None,
    most_terms: int = MOST_TERMS,
    training: Training = SIMPLEST,
) -> PhaseNumbers:
    """The numbers of the phase that is shown, for one example and the selected unit or weight, or else the first.

    ``trainable`` has 1 for each parameter that trains and 0 for each frozen one, as long as θ; ``None`` where all
    train. ``most_terms`` is how many summands are written out: the largest; with 0, a weighted sum is one number.
    ``training`` is how the run is trained.
    """
    some = max(1, most_terms)
    # A diverged run is shown as it is, ∞ and NaN.
    with np.errstate(all="ignore"):
        match moment.phase.kind:
            case Kind.INPUT:
                return PhaseNumbers(forward_numbers.inputs(moment, style, some))
            case Kind.PRE_ACTIVATION:
                return PhaseNumbers(forward_numbers.pre_activation(moment, style, most_terms))
            case Kind.ACTIVATION:
                return _said_if_silenced(moment, forward_numbers.activation(moment, style, some))
            case Kind.LOSS:
                return PhaseNumbers(loss_numbers.loss(moment, style, some))
            case Kind.DELTA if moment.phase.layer == moment.record.architecture.layers:
                return PhaseNumbers(loss_numbers.output_delta(moment, style, some))
            case Kind.DELTA:
                return _said_if_silenced(moment, backward_numbers.hidden_delta(moment, style, most_terms))
            case Kind.GRADIENT:
                return PhaseNumbers(backward_numbers.gradient(moment, style, training.clip_norm, some))
            case Kind.UPDATE:
                return PhaseNumbers(update_numbers.update(moment, style, trainable, training, some))


def _said_if_silenced(moment: Moment, lines: tuple[Equation, ...]) -> PhaseNumbers:
    if not (forward_numbers.silenced(moment) and moment.is_sum_complete):
        return PhaseNumbers(lines)
    note = QCoreApplication.translate("PhaseNumbers", "(silenced)")
    return PhaseNumbers((*lines[:-1], replace(lines[-1], note=note)))
