"""What the units of a network answer, and what is left of layers that are linear."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from nnviz.engine.analysis.collapse import Collapsed, collapse, linear_runs
from nnviz.engine.analysis.responses import network_inputs
from nnviz.engine.analysis.unit_answers import Exciting, MeanAnswers, mean_answers, most_exciting
from nnviz.engine.analysis.unit_curves import UnitCurves, unit_curves
from nnviz.engine.types import Array, frozen
from nnviz.worker.queries.query import ModelState


@dataclass(frozen=True)
class CurvesOf:
    """Every unit's curve over the one raw input, and what they add up to.

    Attributes:
        points: So many, evenly spaced.
    """

    every: ClassVar[float] = 0.08

    points: int

    def answer(self, state: ModelState) -> UnitCurves:
        """The curves after the update."""
        return unit_curves(state.architecture, state.theta, state.examples, state.experiment.data, self.points)


@dataclass(frozen=True)
class MostExciting:
    """The training examples that a unit answers most, and those that it answers least."""

    every: ClassVar[float] = 0.5

    layer: int
    unit: int
    count: int

    def answer(self, state: ModelState) -> Exciting:
        """The examples, by the parameters after the update."""
        return most_exciting(state.architecture, state.theta, state.examples, self.layer, self.unit, self.count)


@dataclass(frozen=True)
class MeansByGroup:
    """What each unit of a layer answers on average, by class or by third of the target."""

    every: ClassVar[float] = 0.25

    layer: int

    def answer(self, state: ModelState) -> MeanAnswers:
        """The means, by the parameters after the update."""
        return mean_answers(state.architecture, state.theta, state.examples, self.layer)


@dataclass(frozen=True, eq=False)
class OneMatrix:
    """A run of linear layers as the one layer it is.

    Attributes:
        collapsed: Its matrix and bias, of the network's inputs or of what the layer before hands on.
        raw: Over two raw inputs, and if the run is the whole network: the weights and the bias of z in the raw inputs,
            shape (units, 3), so that ``z = w₁ x₁ + w₂ x₂ + b``; ``None`` otherwise.
    """

    collapsed: Collapsed
    raw: Array | None


@dataclass(frozen=True)
class CollapsedRuns:
    """Each run of linear layers as the one matrix that it is."""

    every: ClassVar[float] = 0.08

    def answer(self, state: ModelState) -> tuple[OneMatrix, ...]:
        """The runs after the update, in their order."""
        architecture = state.architecture
        return tuple(
            OneMatrix(each, _in_raw_inputs(each, state))
            for each in (collapse(architecture, state.theta, *run) for run in linear_runs(architecture))
        )


def _in_raw_inputs(collapsed: Collapsed, state: ModelState) -> Array | None:
    examples, data = state.examples, state.experiment.data
    whole = (collapsed.first, collapsed.last) == (1, state.architecture.layers)
    if not whole or examples.raw.shape[1] != 2 or data.inputs is not None:
        return None
    # Inputs are shifted and scaled raw ones: three points say by how much.
    corners = network_inputs(np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]]), examples, data)
    with np.errstate(all="ignore"):
        z0, z1, z2 = corners @ collapsed.W.T + collapsed.b
        return frozen(np.column_stack([z1 - z0, z2 - z0, z0]))
