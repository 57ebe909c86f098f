"""Response maps: what every unit answers over the input plane, in one float32 pass for the whole network."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from math import isqrt

import numpy as np
import numpy.typing as npt

from nnviz.engine.data.examples import Examples, inputs_of, scale_of
from nnviz.engine.data.task_shape import task_shape_of
from nnviz.engine.kernel.calls import Call
from nnviz.engine.networks.network import Architecture
from nnviz.engine.settings import Data
from nnviz.engine.types import Array

Map = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Plane:
    """A stretch of the plane of two raw inputs: from ``centre − reach · unit`` to ``centre + reach · unit``.

    Attributes:
        reach: In units.
        centre, unit: What the raw inputs are standardised by; where they are not, the middle of the examples and 1.
    """

    reach: float
    centre: tuple[float, float] = (0.0, 0.0)
    unit: tuple[float, float] = (1.0, 1.0)

    @classmethod
    def around(cls, examples: Examples, data: Data) -> Plane:
        """The plane that holds all examples, with a margin."""
        centre, unit = scale_of(examples.raw[examples.train], data.standardize)
        if not data.standardize:
            centre = (examples.raw.min(axis=0) + examples.raw.max(axis=0)) / 2.0
        reach = float(np.abs((examples.raw - centre) / unit).max(initial=0.5)) * 1.08
        return cls(reach, (float(centre[0]), float(centre[1])), (float(unit[0]), float(unit[1])))

    def points(self, resolution: int) -> Array:
        """Raw points, shape (resolution², 2), row by row; the first row is the top (largest x2)."""
        along = np.linspace(-self.reach, self.reach, resolution)
        x1, x2 = np.meshgrid(along, along[::-1])
        points: Array = np.column_stack([x1.ravel(), x2.ravel()]) * self.unit + self.centre
        return points


def has_plane(examples: Examples) -> bool:
    """Whether there are two raw inputs, so that answers can be drawn over their plane."""
    return len(examples.raw[0]) == 2


def network_inputs(points: Array, examples: Examples, data: Data) -> Array:
    """What the network is given for raw points, shape (points, inputs); nan where a hand-made feature has no value."""
    inputs = inputs_of(points, data, task_shape_of(data).columns, strict=False)
    return np.asarray((inputs - examples.mean) / examples.deviation)


@dataclass(frozen=True, eq=False)
class ResponseMaps:
    """Every unit's activation over the plane.

    Attributes:
        layers: For the inputs, each hidden layer and the output: shape (units, resolution, resolution), float32, closed
            for writing. Row 0 is the top (largest x2), column 0 the left (smallest x1).
    """

    plane: Plane
    layers: tuple[Map, ...]


class Responses:
    """Makes the response maps of one architecture; has room of its own, and never touches a model.

    Args:
        inputs: What the network is given for each point of the plane, shape (resolution², inputs), in the order of
            ``Plane.points``.
    """

    def __init__(self, architecture: Architecture, plane: Plane, inputs: Array) -> None:
        self._architecture = architecture
        self._plane = plane
        self._resolution = isqrt(len(inputs))
        self._theta = np.zeros(architecture.parameter_count, dtype=np.float32)
        points = len(inputs)
        below = np.ones((architecture.widths[0] + 1, points), dtype=np.float32)
        below[:-1] = inputs.T
        self._activations = [below]
        self._products = []
        values = [*(activation.value for activation in architecture.hidden), architecture.output.value]
        blocks = architecture.blocks(self._theta)
        for units, block in zip(architecture.widths[1:], blocks, strict=True):
            z = np.zeros((units, points), dtype=np.float32)
            above = np.ones((units + 1, points), dtype=np.float32)
            self._products.append((block.T, below, z))
            self._activations.append(above)
            below = above
        self._values = [
            [*value(z, above[:-1]), *self._silencing(layer, above[:-1])]
            for layer, (value, (_, _, z), above) in enumerate(
                zip(values, self._products, self._activations[1:], strict=True), start=1
            )
        ]

    def _silencing(self, layer: int, activations: Map) -> list[Call]:
        """Units that are silenced answer 0 everywhere."""
        heard = self._architecture.heard(layer)
        if heard is None:
            return []
        return [partial(np.multiply, activations, heard.astype(np.float32), activations)]

    @classmethod
    def of(cls, architecture: Architecture, examples: Examples, data: Data, resolution: int) -> Responses:
        """Over the plane that holds all examples, with so many points along each side."""
        plane = Plane.around(examples, data)
        return cls(architecture, plane, network_inputs(plane.points(resolution), examples, data))

    def __call__(self, theta: Array) -> ResponseMaps:
        """The maps of a network with these parameters."""
        with np.errstate(all="ignore"):
            self._theta[...] = theta
            for (weights, below, z), value in zip(self._products, self._values, strict=True):
                weights.dot(below, z)
                for call in value:
                    call()
        return ResponseMaps(self._plane, tuple(self._frozen_copy(above[:-1]) for above in self._activations))

    def _frozen_copy(self, activations: Map) -> Map:
        copy = activations.copy().reshape(-1, self._resolution, self._resolution)
        copy.flags.writeable = False
        return copy
