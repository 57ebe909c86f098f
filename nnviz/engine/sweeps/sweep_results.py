"""What a sweep knows of a network that has been trained."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from nnviz.engine.data.examples import Examples
from nnviz.engine.networks.network import Architecture
from nnviz.engine.reports.report import PARTS
from nnviz.engine.sweeps.sweep_members import Member
from nnviz.engine.training.run.scores import Scorer
from nnviz.engine.training.timeline.events import StopReason
from nnviz.engine.training.timeline.history import History
from nnviz.engine.types import Array, frozen

Figures = Mapping[str, float | None]


@dataclass(frozen=True, eq=False)
class Result:
    """A network at its end.

    Attributes:
        history: How it got there.
        figures: Loss (penalty left out) and score of each part with the final parameters, ``train_loss`` for example,
            ``test_accuracy`` or ``test_rmse``; ``None`` for an empty part.
        epochs, iterations: How many it trained.
        theta: The final parameters, laid out as ``Architecture`` says; ``None`` where they are not kept.
    """

    member: Member
    history: History
    figures: Figures
    epochs: int
    iterations: int
    theta: Array | None

    @classmethod
    def at_the_end(
        cls,
        member: Member,
        architecture: Architecture,
        examples: Examples,
        history: History,
        epochs: int,
        iterations: int,
        theta: Array,
        keeps_parameters: bool,
    ) -> Result:
        """The result of a run that has ended with these parameters."""
        return cls(
            member=member,
            history=history,
            figures=final_figures(architecture, examples, theta, history.score),
            epochs=epochs,
            iterations=iterations,
            theta=frozen(theta.copy()) if keeps_parameters else None,
        )

    def __repr__(self) -> str:
        return f"<Result {self.member.place}: {self.member.settings}, seed {self.member.seed}, {self.figures}>"

    @property
    def stop_reason(self) -> StopReason | None:
        """Why it stopped."""
        return self.history.stop_reason

    @property
    def score(self) -> tuple[str, float | None]:
        """The score to judge it by and its name: that of the validation part; of the training part where it is empty.

        The test part is for whoever has chosen already.
        """
        name = self.history.score
        held_out = self.figures[f"validation_{name}"]
        return (
            (f"validation_{name}", held_out)
            if held_out is not None
            else (f"train_{name}", self.figures[f"train_{name}"])
        )


def final_figures(architecture: Architecture, examples: Examples, theta: Array, score: str) -> Figures:
    """Loss and score of each part with these parameters: the losses first; ``None`` for an empty part."""
    with np.errstate(all="ignore"):
        known = {part: Scorer(architecture, examples, theta, examples.part(part))() for part in PARTS}
    return {
        f"{part}_{name}": known[part][column] if len(examples.part(part)) else None
        for column, name in enumerate(("loss", score))
        for part in PARTS
    }
