"""How signals fare in each layer: what comes back, what the update does, and how weights and answers are spread."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnviz.engine.analysis.diagnostics import FLAT_BELOW, saturated_shares
from nnviz.engine.analysis.gradient_flow import gradient_norms, mean_signals, update_ratios
from nnviz.engine.analysis.gradient_noise import GradientFan, gradient_fan
from nnviz.engine.analysis.layer_answers import layer_answers
from nnviz.engine.analysis.layer_histograms import BINS, Histograms, histograms
from nnviz.engine.training.timeline.batches import batch_size
from nnviz.engine.types import Array, frozen
from nnviz.worker.queries.query import ModelState

MOST_EXAMPLES = 1000
"""Of a larger training part, so many examples, evenly spaced, tell how activations are spread."""


@dataclass(frozen=True, eq=False)
class SignalHealth:
    """One update, layer by layer; every array has the shape (layers,), the first hidden layer first.

    Attributes:
        line: The number of the line through time that the update is on.
        iteration: Which update of it.
        signals: The mean |δ| over units and examples.
        gradients: ‖∇W‖.
        ratios: ‖W after − W‖ / ‖W‖; nan where all weights are zero.
        saturated: The mean share of examples for which a unit is flat; nan where there is no such thing.
    """

    line: int
    iteration: int
    signals: Array
    gradients: Array
    ratios: Array
    saturated: Array


@dataclass(frozen=True)
class SignalNow:
    """Finds the ``SignalHealth`` of the update on screen.

    Attributes:
        flat_below: A slope below this share of the largest one counts as flat.
    """

    flat_below: float = FLAT_BELOW
    every: float = 0.09

    def answer(self, state: ModelState) -> SignalHealth:
        """Measure the record."""
        record = state.record
        return SignalHealth(
            line=state.line,
            iteration=record.iteration,
            signals=frozen(mean_signals(record)),
            gradients=frozen(gradient_norms(record)),
            ratios=frozen(update_ratios(record)),
            saturated=frozen(saturated_shares(record, self.flat_below)),
        )


@dataclass(frozen=True, eq=False)
class SpreadOfLayers:
    """Histograms of every layer, after the update.

    Attributes:
        weights: Of the weights, biases left out.
        activations: Of what the units answer the examples.
        examples: How many examples these are.
    """

    weights: Histograms
    activations: Histograms
    examples: int


@dataclass(frozen=True)
class HistogramsOf:
    """Finds the ``SpreadOfLayers`` of the training part.

    Attributes:
        bins: How many bins each histogram has.
    """

    bins: int = BINS
    every: float = 0.4

    def answer(self, state: ModelState) -> SpreadOfLayers:
        """Count the weights and what the units answer, nothing dropped out."""
        train = state.examples.train
        if len(train) > MOST_EXAMPLES:
            train = train[np.linspace(0, len(train) - 1, MOST_EXAMPLES).round().astype(np.int64)]
        weights = [weights for weights, _ in state.architecture.weights_and_biases(state.theta)]
        answers = layer_answers(state.architecture, state.theta, state.examples.x[train])
        return SpreadOfLayers(histograms(weights, self.bins), histograms(answers, self.bins), len(train))


@dataclass(frozen=True)
class FanOfGradients:
    """Finds the ``GradientFan`` of batches as large as those that train, where the update on screen begins.

    Attributes:
        count: How many batches are drawn.
    """

    count: int = 40
    every: float = 0.5

    def answer(self, state: ModelState) -> GradientFan:
        """Draw the batches."""
        size = batch_size(state.experiment.training, len(state.examples.train))
        return gradient_fan(state.architecture, state.record.theta, state.examples, size, self.count)
