"""Over a single raw input, what each unit answers is a curve, and the prediction is a sum of such curves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnviz.engine.analysis.layer_answers import layer_answers
from nnviz.engine.analysis.linear_pieces import is_piecewise_linear, kinks
from nnviz.engine.analysis.responses import network_inputs
from nnviz.engine.data.examples import Examples
from nnviz.engine.errors import PlaceError
from nnviz.engine.functions.activations import LINEAR
from nnviz.engine.networks.network import Architecture
from nnviz.engine.settings import Data
from nnviz.engine.types import Array, frozen
from nnviz.said import said

MARGIN = 0.06
"""How far the curves reach beyond the examples, as a share of what these span."""


@dataclass(frozen=True, eq=False)
class UnitCurves:
    """Every unit's activation over the one raw input.

    Attributes:
        x: The raw input, rising, shape (points,).
        hidden: Activations of each hidden layer, shape (points, units).
        output: The prediction in the target's own unit, shape (points, outputs).
        terms: What each unit of the last hidden layer adds to the prediction, ``w h(x)``, in the target's own unit,
            shape (outputs, points, units); empty where the output is not linear, so that terms do not add up to it.
        constant: What stands beside the terms, the bias: in the target's own unit, shape (outputs,).
        kinks: Where the prediction changes its slope, as raw inputs; ``None`` where it is not made of straight pieces.
    """

    x: Array
    hidden: tuple[Array, ...]
    output: Array
    terms: Array
    constant: Array
    kinks: Array | None

    @property
    def pieces(self) -> int | None:
        """How many straight pieces the prediction has here; ``None`` where it is curved."""
        return None if self.kinks is None else len(self.kinks) + 1


def stretch_of(examples: Examples) -> tuple[float, float]:
    """From where to where the one raw input is of interest: all examples, with a margin."""
    low, high = float(examples.raw[:, 0].min()), float(examples.raw[:, 0].max())
    room = MARGIN * (high - low) if high > low else 0.5
    return low - room, high + room


def unit_curves(architecture: Architecture, theta: Array, examples: Examples, data: Data, points: int) -> UnitCurves:
    """The curves of a network, at so many evenly spaced points.

    Args:
        architecture: The network's.
        theta: Its parameters, laid out as ``Architecture`` says.
        examples: Of one raw input; the curves reach as far as they do.
        data: How its inputs are made of the raw one.
        points: At least 2.

    Raises:
        PlaceError: There is more than one raw input.
    """
    if examples.raw.shape[1] != 1:
        raise PlaceError(
            said("Engine", "curves over one raw input: this data has {shape}").format(shape=examples.raw.shape[1])
        )
    x = np.linspace(*stretch_of(examples), points)
    inputs = network_inputs(x[:, None], examples, data)
    *hidden, output = layer_answers(architecture, theta, inputs)
    below = hidden[-1] if hidden else inputs
    W, b = architecture.weights_and_biases(theta)[-1]
    adds_up = architecture.output.name == LINEAR.name
    unit = examples.target_deviation
    with np.errstate(all="ignore"):
        terms = below * (W * unit[:, None])[:, None, :] if adds_up else np.empty((0, points, W.shape[1]))
        return UnitCurves(
            x=frozen(x),
            hidden=tuple(frozen(values) for values in hidden),
            output=frozen(examples.in_own_unit(output)),
            terms=frozen(terms),
            constant=frozen(b * unit + examples.target_mean if adds_up else np.empty(0)),
            kinks=_kinks(architecture, theta, data, x, inputs),
        )


def _kinks(architecture: Architecture, theta: Array, data: Data, x: Array, inputs: Array) -> Array | None:
    """Features of the raw input may be curved themselves, so that only the raw input itself is counted over."""
    if data.inputs is not None or not is_piecewise_linear(architecture) or not np.isfinite(theta).all():
        return None
    return frozen(x[0] + kinks(architecture, theta, inputs[0], inputs[-1]) * (x[-1] - x[0]))
