"""What the network answers all over its inputs, now or in the best epoch: a map of two raw inputs, a curve of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from nnviz.engine.analysis.responses import ResponseMaps, Responses, has_plane, network_inputs
from nnviz.engine.analysis.unit_answers import answers
from nnviz.engine.analysis.unit_curves import stretch_of
from nnviz.engine.errors import PlaceError
from nnviz.engine.types import Array, frozen
from nnviz.worker.queries.query import ModelState


@dataclass(frozen=True, eq=False)
class Mapped:
    """Response maps, and what they are of.

    Attributes:
        best_epoch: The best epoch so far, whether or not the maps are its; ``None`` where none is.
    """

    maps: ResponseMaps
    best_epoch: int | None


@dataclass(frozen=True)
class MapOf:
    """Asks for the response maps over the plane of two raw inputs.

    Attributes:
        best: Whether the parameters of the best epoch are meant, not those after the update on screen.
        points: So many along each side.
    """

    every: ClassVar[float] = 0.3

    best: bool
    points: int

    def answer(self, state: ModelState) -> Mapped:
        """Make the maps. Raises PlaceError where there are not two raw inputs, or no epoch is the best."""
        if not has_plane(state.examples):
            raise PlaceError(f"a map over two raw inputs: this data has {state.examples.raw.shape[1]}")
        theta = state.theta_of(self.best)
        responses = Responses.of(state.architecture, state.examples, state.experiment.data, self.points)
        return Mapped(responses(theta), state.best_epoch)


@dataclass(frozen=True, eq=False)
class Curve:
    """What the network predicts over its one raw input.

    Attributes:
        x: The raw input, rising, shape (points,).
        predictions: In the target's own unit, shape (points, outputs).
        best_epoch: The best epoch so far, whether or not the curve is its; ``None`` where none is.
    """

    x: Array
    predictions: Array
    best_epoch: int | None


@dataclass(frozen=True)
class CurveOf:
    """Asks for the ``Curve`` of the predictions, as far as the examples reach.

    Attributes:
        points: So many, evenly spaced.
        best: Whether the parameters of the best epoch are meant, not those after the update on screen.
    """

    every: ClassVar[float] = 0.1

    points: int
    best: bool = False

    def answer(self, state: ModelState) -> Curve:
        """Make the curve. Raises PlaceError where there is not one raw input, or no epoch is the best."""
        examples = state.examples
        if examples.raw.shape[1] != 1:
            raise PlaceError(f"a curve over one raw input: this data has {examples.raw.shape[1]}")
        x = np.linspace(*stretch_of(examples), self.points)
        inputs = network_inputs(x[:, None], examples, state.experiment.data)
        outputs = answers(state.architecture, state.theta_of(self.best), inputs)
        with np.errstate(all="ignore"):
            return Curve(frozen(x), frozen(examples.in_own_unit(outputs)), state.best_epoch)
