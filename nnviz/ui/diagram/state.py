"""What the diagram shows at a moment, as plain values: which numbers are known, and which part is in play."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
import numpy.typing as npt

from nnviz.engine.analysis.diagnostics import dead_units, saturated_share
from nnviz.engine.functions.activations import ACTIVATIONS
from nnviz.engine.training.iteration import Iteration, LayerRecord
from nnviz.engine.training.phases import Kind
from nnviz.engine.types import Array
from nnviz.ui.diagram.places import Gap, Layout
from nnviz.ui.moment import Moment

Flags = npt.NDArray[np.bool_]

SATURATED_FROM = 0.5
"""A unit that is flat for this share of the batch is marked."""


class Quantity(Enum):
    """What an edge's number is."""

    WEIGHT = "w"
    CONTRIBUTION = "w·δ"
    GRADIENT = "∂L/∂w"
    STEP = "Δw"


@dataclass(frozen=True, eq=False)
class UnitsState:
    """The units of one layer that are shown, for one example. Arrays have shape (shown,).

    Attributes:
        symbol: ``x``, ``z``, ``h`` or ``ŷ``.
        values: ``None`` before their phase has been reached.
        shares: Where each value stands between nothing and full, −1 to 1, for a unit without a map.
        deltas: ``None`` before their phase has been reached.
        saturated, dead: Over the whole batch.
        silenced: By dropout, for this example; nothing is before the activations are known.
    """

    symbol: str
    values: Array | None
    shares: Array
    deltas: Array | None
    biases: Array | None
    saturated: Flags
    dead: Flags
    silenced: Flags
    in_play: bool


@dataclass(frozen=True, eq=False)
class EdgesState:
    """The edges of one gap. Arrays have shape (edges,), in the order of ``Gap``.

    Attributes:
        values: What the phase is about; the weights where the gap is not in play.
        strengths: How strongly each is drawn, 0 to 1.
        weights, weights_after: Before and after the update.
        carried: What each brings with it in this phase, −1 to 1: the size and the sign of its pulse.
    """

    quantity: Quantity
    values: Array
    strengths: Array
    weights: Array
    weights_after: Array
    carried: Array
    in_play: bool

    @property
    def negative(self) -> Flags:
        """Which edges are drawn as negative."""
        return np.less(self.weights if self.quantity is Quantity.STEP else self.values, 0.0)


@dataclass(frozen=True, eq=False)
class LossState:
    """The loss node.

    Attributes:
        value: The loss of the example that is shown; ``None`` before its phase.
        batch: The mean over the batch, penalty included; ``None`` before its phase.
        targets: Shape (outputs,).
        in_play: Whether the edges between output and loss carry something: the loss or the output's δ.
        backwards: Whether they carry it back.
    """

    value: float | None
    batch: float | None
    targets: Array
    in_play: bool
    backwards: bool


@dataclass(frozen=True, eq=False)
class DiagramState:
    """Everything that the diagram shows at a moment."""

    units: tuple[UnitsState, ...]
    edges: tuple[EdgesState, ...]
    loss: LossState

    def gap(self, layer: int) -> EdgesState:
        """The edges that lead to a layer."""
        return self.edges[layer - 1]


def weight_strengths(weights: Array) -> Array:
    """How strongly weights are drawn: the same weight always alike, however large the others are."""
    result: Array = np.fmin(-np.expm1(np.abs(weights) * (-1.0 / 1.4)), 1.0)
    return result


def relative_strengths(values: Array, largest: float) -> Array:
    """How strongly signals are drawn beside the largest one of their kind; small ones stay visible."""
    if not largest > 0.0:
        return np.zeros_like(values)
    result: Array = np.sqrt(np.fmin(np.abs(values) / largest, 1.0))
    return result


def diagram_state(moment: Moment, layout: Layout, arrived: bool = True) -> DiagramState:
    """What a moment shows.

    ``arrived`` is false while the work of the phase is still under way: its numbers are not there yet.
    """
    with np.errstate(all="ignore"):
        layers = moment.shown.layers
        units = tuple(_units(moment, layout, column.layer, arrived) for column in layout.columns)
        edges = tuple(_edges(moment, gap, layers) for gap in layout.gaps)
        return DiagramState(units, edges, _loss(moment, len(layers), arrived))


def layer_in_play(moment: Moment) -> int | None:
    """The layer whose units the phase is about; ``None`` where it is about no layer, or all."""
    return moment.phase.layer if moment.phase.kind not in (Kind.LOSS, Kind.UPDATE) else None


def gap_in_play(moment: Moment) -> int | None:
    """The layer whose incoming edges the phase goes along; ``None`` for none, or for all of them in the update."""
    phase, last = moment.phase, moment.record.architecture.layers
    if phase.kind in (Kind.PRE_ACTIVATION, Kind.GRADIENT):
        return phase.layer
    if phase.kind is Kind.DELTA and phase.layer < last:
        return phase.layer + 1
    return None


def _knows(moment: Moment, kind: Kind, layer: int, arrived: bool) -> bool:
    if not arrived and moment.phase.kind is kind and moment.phase.layer == layer:
        return False
    return moment.training or moment.has_passed(kind, layer)


def _units(moment: Moment, layout: Layout, layer: int, arrived: bool) -> UnitsState:
    shown = layout.columns[layer].units
    record, example = moment.shown, moment.row
    in_play = not moment.training and layer_in_play(moment) == layer
    none = np.zeros(len(shown), dtype=bool)
    if layer == 0:
        values = record.x[example, shown]
        return UnitsState("x", values, _whole(np.tanh(values)), None, None, none, none, none, in_play)
    numbers = record.layers[layer - 1]
    symbol, known = ("ŷ" if layer == len(record.layers) else "h"), None
    shares, silenced = np.zeros(len(shown)), none
    if _knows(moment, Kind.ACTIVATION, layer, arrived):
        known = numbers.a[example, shown]
        shares = _shares(numbers.activation, known)
        if numbers.mask is not None and not moment.training:
            silenced = np.equal(numbers.mask[example, shown], 0.0)
    elif _knows(moment, Kind.PRE_ACTIVATION, layer, arrived):
        symbol, known = "z", numbers.z[example, shown]
    deltas = numbers.delta[example, shown] if _knows(moment, Kind.DELTA, layer, arrived) else None
    after = moment.phase.kind is Kind.UPDATE and arrived
    biases = (numbers.b_after if after else numbers.b)[shown]
    saturated, dead = _health(moment.record.layers[layer - 1], shown, moment.flat_below)
    if moment.training:
        deltas = None
    return UnitsState(symbol, known, shares, deltas, biases, saturated, dead, silenced, in_play)


def _shares(activation: str, values: Array) -> Array:
    """Values as parts of what a unit can reach: the whole of its range, or without a bound, ever closer to 1."""
    return _whole(values if activation in ("tanh", "sigmoid", "softmax") else np.tanh(values))


def _health(numbers: LayerRecord, shown: Array, flat_below: float) -> tuple[Flags, Flags]:
    activation = ACTIVATIONS.get(numbers.activation)
    if activation is None:
        none = np.zeros(len(shown), dtype=bool)
        return none, none
    z = numbers.z[:, shown]
    dead = np.asarray(dead_units(activation, z), dtype=np.bool_)
    if not activation.saturates:
        return np.zeros(len(shown), dtype=bool), dead
    saturated: Flags = saturated_share(activation, z, flat_below) >= SATURATED_FROM
    return saturated, dead


def _edges(moment: Moment, gap: Gap, layers: tuple[LayerRecord, ...]) -> EdgesState:
    numbers, example, kind = layers[gap.layer - 1], moment.row, moment.phase.kind
    weights = numbers.W[gap.target, gap.source]
    after = numbers.W_after[gap.target, gap.source]
    if moment.training:
        return EdgesState(Quantity.WEIGHT, after, weight_strengths(after), weights, after, after, False)
    if kind is Kind.UPDATE:
        step = after - weights
        carried = _signed(step, _largest(moment.record.theta_after - moment.record.theta))
        return EdgesState(Quantity.STEP, step, weight_strengths(after), weights, after, carried, True)
    quantity, values = Quantity.WEIGHT, weights
    carried = strengths = weight_strengths(weights)
    in_play = gap_in_play(moment) == gap.layer
    if in_play and kind is Kind.PRE_ACTIVATION:
        terms = weights * numbers.inputs[example, gap.source]
        carried = _signed(terms, _largest(terms))
    elif in_play and kind is Kind.DELTA:
        quantity, values = Quantity.CONTRIBUTION, weights * numbers.delta[example, gap.target]
        carried = _signed(values, _largest_contribution(moment.shown, example))
        strengths = np.abs(carried)
    elif in_play and kind is Kind.GRADIENT:
        quantity, values = Quantity.GRADIENT, numbers.grad_W[gap.target, gap.source]
        carried = _signed(values, max(_largest(layer.grad_W) for layer in layers))
        strengths = np.abs(carried)
    return EdgesState(quantity, values, strengths, weights, after, carried, in_play)


def _largest_contribution(record: Iteration, example: int) -> float:
    """The largest W·δ in the network, so that a signal that fades on its way back is seen to fade."""
    return max((_largest(layer.W * layer.delta[example][:, None]) for layer in record.layers[1:]), default=0.0)


def _loss(moment: Moment, last: int, arrived: bool) -> LossState:
    known = _knows(moment, Kind.LOSS, 0, arrived)
    record = moment.record
    delta_leaves = moment.phase.kind is Kind.DELTA and moment.phase.layer == last
    in_play = not moment.training and (moment.phase.kind is Kind.LOSS or delta_leaves)
    return LossState(
        value=float(moment.shown.example_losses[moment.row]) if known and not moment.training else None,
        batch=record.loss.total if known else None,
        targets=moment.shown.y[moment.row],
        in_play=in_play,
        backwards=delta_leaves,
    )


def _signed(values: Array, largest: float) -> Array:
    result: Array = np.copysign(relative_strengths(values, largest), values)
    return result


def _largest(values: Array) -> float:
    sizes = np.abs(values)
    return float(np.max(sizes, where=np.isfinite(sizes), initial=0.0))


def _whole(values: Array) -> Array:
    """The same values kept between −1 and 1, with 1 for whatever is no number."""
    result: Array = np.fmax(np.fmin(values, 1.0), -1.0)
    return result
