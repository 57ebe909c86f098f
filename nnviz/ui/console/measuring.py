"""What claims say of the networks on the stage, measured on them: they train no others."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.lecture.claims import OF
from nnviz.lecture.measures import Trained
from nnviz.lecture.metrics import METRICS
from nnviz.lecture.values import Claim, Scene
from nnviz.ui.session.controller import Controller


@dataclass(frozen=True, eq=False)
class Measure:
    """A question: what the claims are of these networks.

    Attributes:
        scene: Whose claims they are.
        claims: With their numbers.
        networks: The left one first.
    """

    scene: Scene
    claims: tuple[tuple[int, Claim], ...]
    networks: tuple[Trained, ...]

    def answer(self) -> dict[int, float]:
        """Measure each, by its number."""
        return {
            number: OF[claim.of]([METRICS[claim.metric].measure(network, claim) for network in self.networks])
            for number, claim in self.claims
        }


def claims_here(scene: Scene, cue: int) -> tuple[tuple[int, Claim], ...]:
    """The claims about the networks that are on the stage after a cue, with their numbers."""
    if scene.kind not in ("network", "twin"):
        return ()
    last = len(scene.cues)
    numbered = enumerate(scene.claims)
    return tuple((number, claim) for number, claim in numbered if (claim.after or last) == cue and not claim.set)


def trained(controller: Controller) -> Trained | None:
    """The network of a run, as it is."""
    run, snapshot, moment = controller.run, controller.snapshot, controller.moment
    if run is None or snapshot is None or moment is None:
        return None
    record = moment.record
    epochs = record.iteration // run.batches_per_epoch
    return Trained(run.experiment, record.architecture, run.examples, record.theta, snapshot.history, epochs)
