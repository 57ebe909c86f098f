"""Response maps: what every unit answers over the input plane, in one float32 pass for the whole network."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from nnviz.engine.data import Examples
from nnviz.engine.network import Architecture
from nnviz.engine.types import Array

Map = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Plane:
    """A square of the input plane, in the network's own (standardised) inputs: both from −reach to reach."""

    reach: float

    @classmethod
    def around(cls, examples: Examples) -> Plane:
        """The plane that holds all examples, with a margin."""
        return cls(float(np.abs(examples.x).max(initial=0.5)) * 1.08)


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
        resolution: Points along each side of the plane.
    """

    def __init__(self, architecture: Architecture, plane: Plane, resolution: int) -> None:
        if architecture.widths[0] != 2:
            raise ValueError("response maps need two inputs")
        self._architecture = architecture
        self._plane = plane
        self._resolution = resolution
        self._theta = np.zeros(architecture.parameter_count, dtype=np.float32)
        points = resolution * resolution
        along = np.linspace(-plane.reach, plane.reach, resolution, dtype=np.float32)
        x1, x2 = np.meshgrid(along, along[::-1])
        below = np.ones((3, points), dtype=np.float32)
        below[0], below[1] = x1.ravel(), x2.ravel()
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
            value(z, above[:-1])
            for value, (_, _, z), above in zip(values, self._products, self._activations[1:], strict=True)
        ]

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
