"""What the saturation panel says of a layer's units, as functions of the record."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from nnviz.engine.analysis.diagnostics import dead_units, saturated_share
from nnviz.engine.functions.activations import ACTIVATIONS, Activation
from nnviz.engine.networks.network import Architecture
from nnviz.engine.training.record.iteration import LayerRecord
from nnviz.engine.types import Array

MOST_UNITS = 16
_REACHES = (3.0, 4.0, 6.0, 8.0, 10.0, 15.0, 20.0, 30.0, 50.0, 80.0)


@dataclass(frozen=True, eq=False)
class UnitHealth:
    """A layer's units over one batch; every array has the shape (units,).

    Attributes:
        saturated: The share of examples for which a unit stands where its curve is flat.
        dead: Whether no example passes a (ReLU) unit.
        mean_slope: The mean of ``g′(z)``.
        mean_delta: The mean of ``|δ|``.
    """

    saturated: Array
    dead: npt.NDArray[np.bool_]
    mean_slope: Array
    mean_delta: Array

    @classmethod
    def of(cls, layer: LayerRecord, activation: Activation, flat_below: float) -> UnitHealth:
        """The health of a layer, where slopes below a share of the largest one count as flat."""
        with np.errstate(all="ignore"):
            slope = activation.slope_at(layer.z) if layer.slope is None else layer.slope
            return cls(
                saturated=saturated_share(activation, layer.z, flat_below),
                dead=dead_units(activation, layer.z).astype(np.bool_),
                mean_slope=slope.mean(axis=0),
                mean_delta=np.abs(layer.delta).mean(axis=0),
            )

    @property
    def shown(self) -> list[int]:
        """The units that there is room for: all of them, or the most saturated ones; in their order."""
        worst = np.argsort(-self.saturated, kind="stable")[:MOST_UNITS]
        return sorted(int(unit) for unit in worst)


def inspected_layers(architecture: Architecture) -> list[int]:
    """The layers whose units are worth looking at: the hidden ones, and an output that saturates."""
    layers = list(range(1, architecture.layers))
    if activation_of(architecture, architecture.layers).saturates:
        layers.append(architecture.layers)
    return layers


def activation_of(architecture: Architecture, layer: int) -> Activation:
    """A layer's activation; softmax, which has no curve of a single unit, counts as linear."""
    return ACTIVATIONS.get(architecture.activation_name(layer), ACTIVATIONS["linear"])


def reach_for(z: Array, activation: Activation, before: float = 0.0) -> float:
    """How far from 0 the z axis goes, so that all points and the flat regions can be seen.

    It stays as it was ``before`` while that does, so that it does not jump with every batch.
    """
    finite = z[np.isfinite(z)]
    needed = max(1.05 * float(np.abs(finite).max()) if len(finite) else 0.0, _least_reach(activation))
    if needed <= before <= 2.5 * needed:
        return before
    fitting = [reach for reach in _REACHES if reach >= needed]
    return fitting[0] if fitting else 10.0 ** np.ceil(np.log10(needed))


def has_two_flat_ends(activation: Activation) -> bool:
    """Whether a unit can be driven to either end of what it can say: only then "saturated" is the word for it."""
    return activation.saturates and bool(np.isfinite(activation.limits).all())


def _least_reach(activation: Activation) -> float:
    """As far as the curve bends: to where its slope has fallen to a fiftieth for good, on either side."""
    if not activation.saturates:
        return 3.0
    z = np.linspace(0.0, 20.0, 401)
    reaches = []
    for side in (z, -z):
        steep = np.flatnonzero(np.abs(activation.slope_at(side)) >= 0.02 * activation.slope_maximum)
        if steep[-1] + 1 < len(z):
            reaches.append(float(z[steep[-1] + 1]))
    return max(reaches, default=3.0)
