"""How the metrics of claims are measured, each of one network as it is after a cue.

What needs gradients has those of the whole training part.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from msgspec.structs import replace

from nnviz.engine.analysis.chain_rule import chain_rule
from nnviz.engine.analysis.collapse import collapse
from nnviz.engine.analysis.diagnostics import dead_units, saturated_share
from nnviz.engine.analysis.gradient_flow import mean_signals, reach_of
from nnviz.engine.analysis.gradient_noise import DataGradient, batch_cosines
from nnviz.engine.analysis.layer_answers import layer_answers
from nnviz.engine.analysis.linear_pieces import kinks
from nnviz.engine.analysis.nudge import nudge
from nnviz.engine.analysis.places import gradient_parts
from nnviz.engine.analysis.probe import probe_layer
from nnviz.engine.analysis.representations import representations
from nnviz.engine.data.examples import Examples
from nnviz.engine.experiment import Experiment
from nnviz.engine.networks.network import Architecture
from nnviz.engine.settings import LayerParameters
from nnviz.engine.training.record.iteration import Iteration
from nnviz.engine.training.run.scores import Scorer
from nnviz.engine.training.run.trainer import Trainer
from nnviz.engine.training.timeline.history import History
from nnviz.engine.types import Array
from nnviz.lecture.values import Claim
from nnviz.view import Pick

BATCHES = 200
"""Drawn to say how far they point where all examples do."""


@dataclass(frozen=True, eq=False)
class Trained:
    """One network as it is after a cue.

    Attributes:
        experiment: Complete.
        architecture: With the units that are silenced.
        history: The run up to here.
        epochs: Completed so far.
    """

    experiment: Experiment
    architecture: Architecture
    examples: Examples
    theta: Array
    history: History
    epochs: int

    def figures(self, part: str) -> tuple[float, float]:
        """The loss and the score on a part of the data; nan where it is empty."""
        with np.errstate(all="ignore"):
            return Scorer(self.architecture, self.examples, self.theta, self.examples.part(part))()

    @cached_property
    def record(self) -> Iteration:
        """What one update on the whole training part would do to it."""
        experiment = self.experiment
        blocks = tuple(
            LayerParameters(W=tuple(map(tuple, W.tolist())), b=tuple(b.tolist()))
            for W, b in self.architecture.weights_and_biases(self.theta)
        )
        trainer = Trainer(
            replace(
                experiment,
                network=replace(experiment.network, parameters=blocks),
                training=replace(experiment.training, batch_size="full", dropout=0.0, shuffle=False),
            ),
            self.examples,
        )
        for layer, unit in self.architecture.silenced:
            trainer.silence(layer, unit, silenced=True)
        return trainer.iterate()


# ---- scores ----------------------------------------------------------------------------------------------------------


def figure(part: str, column: int, trained: Trained, claim: Claim) -> float:
    return float(trained.figures(part)[column])


def solved(trained: Trained, claim: Claim) -> float:
    return float(trained.figures("train")[1] == 1.0)


def rise(trained: Trained, claim: Claim) -> float:
    return float(trained.figures("validation")[0] / np.nanmin(trained.history.validation_loss))


def diverged(trained: Trained, claim: Claim) -> float:
    return float(trained.history.stop_reason == "diverged")


def count(trained: Trained, claim: Claim) -> float:
    return float(trained.architecture.parameter_count)


def epochs(trained: Trained, claim: Claim) -> float:
    return float(trained.epochs)


# ---- hidden units ----------------------------------------------------------------------------------------------------


def mean_slope(trained: Trained, claim: Claim) -> float:
    slopes = [np.abs(layer.slope).ravel() for layer in trained.record.layers[:-1] if layer.slope is not None]
    return float(np.concatenate(slopes).mean())


def saturated(trained: Trained, claim: Claim) -> float:
    layers = zip(trained.architecture.hidden, trained.record.layers, strict=False)
    return float(np.concatenate([saturated_share(activation, layer.z) for activation, layer in layers]).mean())


def dead(trained: Trained, claim: Claim) -> float:
    layers = zip(trained.architecture.hidden, trained.record.layers, strict=False)
    return float(np.concatenate([dead_units(activation, layer.z) for activation, layer in layers]).mean())


def spread(trained: Trained, claim: Claim) -> float:
    """Of units that are all the same it is exactly 0."""
    block = trained.architecture.blocks(trained.theta)[0]
    return float(np.ptp(block, axis=1).max())


def probe(trained: Trained, claim: Claim) -> float:
    return _probed(trained, claim.layer or 0, None)


def best_unit(trained: Trained, claim: Claim) -> float:
    units = range(trained.architecture.widths[-2])
    return max(_probed(trained, trained.architecture.layers - 1, unit) for unit in units)


def _probed(trained: Trained, layer: int, unit: int | None) -> float:
    examples = trained.examples
    columns = slice(None) if unit is None else slice(unit, unit + 1)
    train, held_out = (
        representations(trained.architecture, trained.theta, examples.x[part])[layer][:, columns]
        for part in (examples.train, examples.validation)
    )
    probed = probe_layer(examples, train, held_out)
    return probed.validation if len(examples.validation) else probed.train


def knocked_out(trained: Trained, claim: Claim) -> float:
    scores = []
    for unit in range(trained.architecture.widths[1]):
        without = trained.architecture.with_silenced(1, unit, silenced=True)
        scores.append(Scorer(without, trained.examples, trained.theta, trained.examples.train)()[1])
    return float(min(scores))


def pieces(trained: Trained, claim: Claim) -> float:
    x = trained.examples.x
    return 1.0 + len(kinks(trained.architecture, trained.theta, x.min(axis=0), x.max(axis=0)))


def collapsed(trained: Trained, claim: Claim) -> float:
    whole, layers = collapse(trained.architecture, trained.theta), trained.record.layers
    z = layers[0].inputs @ whole.W.T + whole.b
    return float(np.abs(z - layers[-1].z).max())


# ---- gradients -------------------------------------------------------------------------------------------------------


def reach(trained: Trained, claim: Claim) -> float:
    return reach_of(mean_signals(trained.record))


def gradient_norm(trained: Trained, claim: Claim) -> float:
    gradient = DataGradient(trained.architecture, trained.theta, trained.examples, len(trained.examples.train))
    return float(np.linalg.norm(gradient(trained.examples.train)))


def cosine(trained: Trained, claim: Claim) -> float:
    return float(batch_cosines(trained.architecture, trained.theta, trained.examples, claim.batch or 1, BATCHES).mean())


# ---- one weight or unit ----------------------------------------------------------------------------------------------


def _pick(trained: Trained, claim: Claim) -> Pick:
    pick = Pick.read(claim.pick, trained.architecture.layers)
    assert pick is not None, "the claim was checked"
    return pick


def value(trained: Trained, claim: Claim) -> float:
    pick = _pick(trained, claim)
    W, b = trained.architecture.weights_and_biases(trained.theta)[pick.layer - 1]
    if pick.source is not None:
        return float(W[pick.unit, pick.source])
    if pick.bias:
        return float(b[pick.unit])
    first = trained.examples.x[trained.examples.train[:1]]
    return float(layer_answers(trained.architecture, trained.theta, first)[pick.layer - 1][0, pick.unit])


def gradient(trained: Trained, claim: Claim) -> float:
    pick = _pick(trained, claim)
    return sum(gradient_parts(trained.record, pick.layer, pick.unit, pick.source))


def delta(trained: Trained, claim: Claim) -> float:
    pick = _pick(trained, claim)
    return float(np.abs(trained.record.layers[pick.layer - 1].delta[:, pick.unit]).mean())


def nudged(trained: Trained, claim: Claim) -> float:
    pick = _pick(trained, claim)
    nudged = nudge(trained.record, pick.layer, pick.unit, pick.source)
    return abs(nudged.gradient - nudged.finite_difference)


def paths(trained: Trained, claim: Claim) -> float:
    pick = _pick(trained, claim)
    rule = chain_rule(trained.record, pick.layer, pick.unit, pick.source, example=0)
    whole = gradient_parts(trained.record, pick.layer, pick.unit, pick.source, example=0)
    return abs(sum(path.product for path in rule.paths) + rule.rest - whole[0])
