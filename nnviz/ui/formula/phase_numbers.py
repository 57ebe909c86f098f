"""The formula of a phase with this step's numbers: one unit or one weight, one example, and the engine's results."""

from __future__ import annotations

from dataclasses import dataclass

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
    """The lines of arithmetic of a phase; the last one holds its result.

    Attributes:
        note: What the numbers alone do not say; empty mostly.
    """

    equations: tuple[Equation, ...]
    note: str = ""

    @property
    def result(self) -> float:
        """The engine's number that the phase comes to."""
        return self.equations[-1].result

    @property
    def lines(self) -> tuple[str, ...]:
        """Each line as text; the note follows the last."""
        texts = [equation.text for equation in self.equations]
        if self.note:
            texts[-1] = f"{texts[-1]}  {self.note}"
        return tuple(texts)


def numbers_of(
    moment: Moment,
    style: NumberStyle,
    trainable: Array | None = None,
    most_terms: int = MOST_TERMS,
    training: Training = SIMPLEST,
) -> PhaseNumbers:
    """The numbers of the phase that is shown, for one example and the selected unit or weight, or else the first.

    ``trainable`` has 1 for each parameter that trains and 0 for each frozen one, as long as θ; ``None`` where all
    train. ``most_terms`` is how many summands are written out: the largest. ``training`` is how the run is trained.
    """
    # A diverged run is shown as it is, ∞ and NaN.
    with np.errstate(all="ignore"):
        match moment.phase.kind:
            case Kind.INPUT:
                return PhaseNumbers(forward_numbers.inputs(moment, style, most_terms))
            case Kind.PRE_ACTIVATION:
                return PhaseNumbers(forward_numbers.pre_activation(moment, style, most_terms))
            case Kind.ACTIVATION:
                lines = forward_numbers.activation(moment, style, most_terms)
                return PhaseNumbers(lines, _note_on_silence(forward_numbers.silenced(moment)))
            case Kind.LOSS:
                return PhaseNumbers(loss_numbers.loss(moment, style, most_terms))
            case Kind.DELTA if moment.phase.layer == moment.record.architecture.layers:
                return PhaseNumbers(loss_numbers.output_delta(moment, style, most_terms))
            case Kind.DELTA:
                lines = backward_numbers.hidden_delta(moment, style, most_terms)
                return PhaseNumbers(lines, _note_on_silence(forward_numbers.silenced(moment)))
            case Kind.GRADIENT:
                lines = backward_numbers.gradient(moment, style, training.clip_norm, most_terms)
                return PhaseNumbers(lines)
            case Kind.UPDATE:
                equations, is_frozen = update_numbers.update(moment, style, trainable, training, most_terms)
                note = QCoreApplication.translate("PhaseNumbers", "(frozen)") if is_frozen else ""
                return PhaseNumbers(equations, note)


def _note_on_silence(silenced: bool) -> str:
    return QCoreApplication.translate("PhaseNumbers", "(silenced)") if silenced else ""
