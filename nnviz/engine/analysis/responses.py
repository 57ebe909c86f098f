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

MOST_ANSWERS = 1_500_000
"""Of all units below the output in a set of maps, 6 MB. Of a thousand units nobody sees as much as of ten."""
AT_ONCE = 1_000_000
"""Activations of a layer that are made at once, where only the output is wanted."""


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
            for writing. Row 0 is the top (largest x2), column 0 the left (smallest x1). Where there are very many
            units, all layers but the output have fewer points than it.
    """

    plane: Plane
    layers: tuple[Map, ...]


class Responses:
    """Makes the response maps of one architecture; has room of its own, and never touches a model.

    Args:
        inputs: What the network is given for each point of the plane, shape (resolution², inputs), in the order of
            ``Plane.points``.
        coarse: The same at fewer points, for all layers but the output; left out, theirs are as fine.
    """

    def __init__(self, architecture: Architecture, plane: Plane, inputs: Array, coarse: Array | None = None) -> None:
        self._plane = plane
        self._theta = np.zeros(architecture.parameter_count, dtype=np.float32)
        self._all = _Forward(architecture, self._theta, inputs if coarse is None else coarse)
        self._fine: Array | None = None if coarse is None else inputs
        if coarse is not None:
            points = max(1, AT_ONCE // max(architecture.widths))
            self._output = _Forward(architecture, self._theta, inputs[:points])

    @classmethod
    def of(cls, architecture: Architecture, examples: Examples, data: Data, resolution: int) -> Responses:
        """Over the plane that holds all examples, with so many points along each side."""
        plane = Plane.around(examples, data)
        inputs = network_inputs(plane.points(resolution), examples, data)
        most = isqrt(MOST_ANSWERS // sum(architecture.widths[:-1]))
        if most >= resolution:
            return cls(architecture, plane, inputs)
        return cls(architecture, plane, inputs, network_inputs(plane.points(max(most, 2)), examples, data))

    def __call__(self, theta: Array) -> ResponseMaps:
        """The maps of a network with these parameters."""
        with np.errstate(all="ignore"):
            self._theta[...] = theta
            layers = [each.copy() for each in self._all()]
            if self._fine is not None:
                layers[-1] = self._output.over(self._fine)
        return ResponseMaps(self._plane, tuple(map(_as_map, layers)))


class _Forward:
    """Every unit's activation at a few points, with room for them.

    Args:
        theta: The parameters, float32; read anew whenever it is called.
        inputs: What the network is given for each point, shape (points, inputs).
    """

    def __init__(self, architecture: Architecture, theta: Map, inputs: Array) -> None:
        points = len(inputs)
        below = np.ones((architecture.widths[0] + 1, points), dtype=np.float32)
        self._inputs = below[:-1]
        self._inputs[...] = inputs.T
        self._layers = [self._inputs]
        self._products = []
        self._values = []
        values = [*(activation.value for activation in architecture.hidden), architecture.output.value]
        for layer, (units, value, block) in enumerate(
            zip(architecture.widths[1:], values, architecture.blocks(theta), strict=True), start=1
        ):
            z = np.zeros((units, points), dtype=np.float32)
            above = np.ones((units + 1, points), dtype=np.float32)
            self._products.append((block.T, below, z))
            self._layers.append(above[:-1])
            self._values.append([*value(z, above[:-1]), *_silencing(architecture, layer, above[:-1])])
            below = above

    def __call__(self) -> list[Map]:
        """Of each layer, the inputs first: shape (units, points), overwritten by the next call."""
        for (weights, below, z), value in zip(self._products, self._values, strict=True):
            weights.dot(below, z)
            for call in value:
                call()
        return self._layers

    def over(self, inputs: Array) -> Map:
        """The output at many points, some at a time: shape (outputs, points)."""
        step = self._inputs.shape[1]
        found = np.empty((len(self._layers[-1]), len(inputs)), dtype=np.float32)
        for start in range(0, len(inputs), step):
            part = inputs[start : start + step].T
            self._inputs[:, : part.shape[1]] = part
            found[:, start : start + step] = self()[-1][:, : part.shape[1]]
        return found


def _silencing(architecture: Architecture, layer: int, activations: Map) -> list[Call]:
    """Units that are silenced answer 0 everywhere."""
    heard = architecture.heard(layer)
    if heard is None:
        return []
    return [partial(np.multiply, activations, heard.astype(np.float32), activations)]


def _as_map(answers: Map) -> Map:
    side = isqrt(answers.shape[1])
    answers.flags.writeable = False
    return answers.reshape(-1, side, side)
