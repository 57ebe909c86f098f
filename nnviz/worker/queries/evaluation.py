"""How good the network is on one part of the data: now, or with the parameters of the best epoch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from nnviz.engine.errors import PlaceError
from nnviz.engine.training.run.evaluation import Evaluation, evaluate
from nnviz.said import said
from nnviz.worker.queries.query import ModelState


@dataclass(frozen=True, eq=False)
class Evaluated:
    """An ``Evaluation`` and what it is of.

    Attributes:
        best_epoch: The best epoch so far, whether or not it is the one that is evaluated; ``None`` where none is.
    """

    evaluation: Evaluation
    best_epoch: int | None


@dataclass(frozen=True)
class EvaluationOf:
    """Asks how good the answers on one part of the data are.

    Attributes:
        part: ``"train"``, ``"validation"`` or ``"test"``.
        best: Whether the parameters of the best epoch are meant, not those after the update on screen.
    """

    every: ClassVar[float] = 0.3

    part: str
    best: bool = False

    def answer(self, state: ModelState) -> Evaluated:
        """Evaluate. Raises PlaceError where the part is empty, or no epoch is the best."""
        theta = state.theta_of(self.best)
        evaluation = evaluate(state.architecture, theta, state.examples, self.part)
        if evaluation is None:
            raise PlaceError(said("Engine", "the {part} part has no examples").format(part=self.part))
        return Evaluated(evaluation, state.best_epoch)


@dataclass(frozen=True)
class BestEpoch:
    """Asks which epoch is the best one so far."""

    every: ClassVar[float] = 0.3

    def answer(self, state: ModelState) -> int | None:
        """Its number; ``None`` where none is."""
        return state.best_epoch
