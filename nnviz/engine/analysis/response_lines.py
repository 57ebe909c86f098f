"""Response lines: what every unit answers over a single raw input."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnviz.engine.analysis.layer_answers import layer_answers
from nnviz.engine.analysis.responses import network_inputs
from nnviz.engine.analysis.unit_curves import stretch_of
from nnviz.engine.data.examples import Examples
from nnviz.engine.networks.network import Architecture
from nnviz.engine.settings import Data
from nnviz.engine.types import Array, frozen


@dataclass(frozen=True, eq=False)
class ResponseLines:
    """Every unit's activation along the line of the one raw input.

    Attributes:
        x: The raw input, rising, shape (points,).
        layers: For the inputs, each hidden layer and the output: shape (units, points).
    """

    x: Array
    layers: tuple[Array, ...]


def has_line(examples: Examples) -> bool:
    """Whether there is one raw input, so that answers can be drawn as curves over it."""
    return len(examples.raw[0]) == 1


class LineResponses:
    """Makes the response lines of one architecture over the stretch that holds all examples, at so many points."""

    def __init__(self, architecture: Architecture, examples: Examples, data: Data, points: int) -> None:
        self._architecture = architecture
        self._x = frozen(np.linspace(*stretch_of(examples), points))
        self._inputs = network_inputs(self._x[:, None], examples, data)

    def __call__(self, theta: Array) -> ResponseLines:
        """The lines of a network with these parameters."""
        answers = (self._inputs, *layer_answers(self._architecture, theta, self._inputs))
        return ResponseLines(self._x, tuple(frozen(np.ascontiguousarray(layer.T)) for layer in answers))
