"""What the network answers all over its inputs, now or in the best epoch: a map of two raw inputs, a curve of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from nnviz.engine.analysis.linear_pieces import is_piecewise_linear, kinks
from nnviz.engine.analysis.responses import ResponseMaps, Responses, has_plane, network_inputs
from nnviz.engine.analysis.unit_answers import answers
from nnviz.engine.analysis.unit_curves import stretch_of
from nnviz.engine.errors import PlaceError
from nnviz.engine.types import Array, frozen
from nnviz.said import said
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
            raise PlaceError(
                said("Engine", "a map over two raw inputs: this data has {shape}").format(
                    shape=state.examples.raw.shape[1]
                )
            )
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
        kinks: Between the first and the last example, where one straight piece ends and the next begins; ``None`` where
            the curve is not made of such.
    """

    x: Array
    predictions: Array
    best_epoch: int | None
    kinks: Array | None = None

    @property
    def pieces(self) -> int | None:
        """Of how many straight pieces it is made between the first and the last example."""
        return len(self.kinks) + 1 if self.kinks is not None else None


@dataclass(frozen=True)
class CurveOf:
    """Asks for the ``Curve`` of the predictions, as far as the examples reach.

    Attributes:
        points: So many, evenly spaced, and each kink besides.
        best: Whether the parameters of the best epoch are meant, not those after the update on screen.
    """

    every: ClassVar[float] = 0.1

    points: int
    best: bool = False

    def answer(self, state: ModelState) -> Curve:
        """Make the curve. Raises PlaceError where there is not one raw input, or no epoch is the best."""
        examples = state.examples
        if examples.raw.shape[1] != 1:
            raise PlaceError(
                said("Engine", "a curve over one raw input: this data has {shape}").format(shape=examples.raw.shape[1])
            )
        theta = state.theta_of(self.best)
        bends = _kinks(state, theta)
        x = np.linspace(*stretch_of(examples), self.points)
        if bends is not None:
            x = np.union1d(x, bends)
        inputs = network_inputs(x[:, None], examples, state.experiment.data)
        outputs = answers(state.architecture, theta, inputs)
        with np.errstate(all="ignore"):
            return Curve(frozen(x), frozen(examples.in_own_unit(outputs)), state.best_epoch, bends)


def _kinks(state: ModelState, theta: Array) -> Array | None:
    """Where the curve has its kinks, as raw inputs; ``None`` where it is not straight between any two points."""
    architecture, raw = state.architecture, state.examples.raw
    if not is_piecewise_linear(architecture) or architecture.widths[0] != 1 or state.experiment.data.inputs:
        return None
    ends = np.array([raw.min(axis=0), raw.max(axis=0)])
    start, end = network_inputs(ends, state.examples, state.experiment.data)
    return frozen(ends[0, 0] + kinks(architecture, theta, start, end) * (ends[1, 0] - ends[0, 0]))
