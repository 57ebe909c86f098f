"""What the diagram shows at a moment, as plain values: which numbers are known, and which part is in play."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from nnviz.engine.analysis.diagnostics import dead_units, saturated_share
from nnviz.engine.analysis.running_sum import is_summed, running_sum
from nnviz.engine.functions.activations import ACTIVATIONS
from nnviz.engine.functions.outputs import OUTPUTS
from nnviz.engine.training.record.iteration import LayerRecord
from nnviz.engine.training.record.phases import Kind
from nnviz.engine.types import Array
from nnviz.ui.diagram.edge_state import EdgesState, Flags, edges_state, frozen_parameters, made_parameters
from nnviz.ui.diagram.places import Layout
from nnviz.ui.session.moment import Moment

SATURATED_FROM = 0.5
"""A unit that is flat for this share of the batch is marked."""


@dataclass(frozen=True, eq=False)
class UnitsState:
    """The units of one layer that are shown, for one example. Arrays have shape (shown,).

    Attributes:
        symbols: What each value is: ``x``, ``z``, ``h`` or ``ŷ``.
        values: ``None`` before their phase has been reached by any of them.
        known: Which of the values are.
        shares: Where each value stands between nothing and full, −1 to 1, for a unit without a map.
        deltas: ``None`` before their phase has been reached by any of them.
        delta_known: Which of the deltas are.
        saturated, dead: Over the whole batch.
        frozen_biases: Which biases do not train; ``None`` where all do.
        silenced: By dropout, for this example, once the activations are known; or knocked out for good.
        in_play: Whether the phase is about this layer.
        current: Which of the units one has stepped to, as a place among those that are shown; −1 for one that is not
            shown, ``None`` where all are in play at once.
        sum_so_far: What the current unit's sum has come to, while it is being added up term by term.
        sum_done: How much of that sum is done, 0 to 1.
    """

    symbols: tuple[str, ...]
    values: Array | None
    known: Flags
    shares: Array
    deltas: Array | None
    delta_known: Flags
    biases: Array | None
    saturated: Flags
    dead: Flags
    silenced: Flags
    in_play: bool
    current: int | None = None
    sum_so_far: float | None = None
    sum_done: float = 0.0
    frozen_biases: Flags | None = None

    def is_in_play(self, number: int) -> bool:
        """Whether one of the units that are shown is in play."""
        return self.in_play and self.current in (None, number)


@dataclass(frozen=True, eq=False)
class LossState:
    """The loss node.

    Attributes:
        value: The loss of the example that is shown; ``None`` before its phase.
        batch: The mean over the batch, penalty included; ``None`` before its phase.
        targets: Shape (outputs,).
        in_play: Whether the edges between output and loss carry something: the loss or the output's δ.
        backwards: Whether they carry it back.
        current: The output that one has stepped to; ``None`` where all are in play at once.
    """

    value: float | None
    batch: float | None
    targets: Array
    in_play: bool
    backwards: bool
    current: int | None = None


@dataclass(frozen=True, eq=False)
class DiagramState:
    """Everything that the diagram shows at a moment."""

    units: tuple[UnitsState, ...]
    edges: tuple[EdgesState, ...]
    loss: LossState

    def gap(self, layer: int) -> EdgesState:
        """The edges that lead to a layer."""
        return self.edges[layer - 1]


def diagram_state(moment: Moment, layout: Layout, arrived: bool = True) -> DiagramState:
    """What a moment shows.

    ``arrived`` is false while the work of the phase is still under way: its numbers are not there yet.
    """
    with np.errstate(all="ignore"):
        layers = moment.shown.layers
        units = tuple(_units(moment, layout, column.layer, arrived) for column in layout.columns)
        edges = tuple(edges_state(moment, gap, layers, arrived) for gap in layout.gaps)
        return DiagramState(units, edges, _loss(moment, len(layers), arrived))


def layer_in_play(moment: Moment) -> int | None:
    """The layer whose units the step is about; ``None`` where it is about no layer, or all."""
    if moment.current_unit is not None:
        return moment.current_unit[0]
    return moment.phase.layer if moment.phase.kind not in (Kind.LOSS, Kind.UPDATE) else None


def _known(moment: Moment, kind: Kind, layer: int, shown: Array, arrived: bool) -> Flags:
    """Which of the units that are shown have their number of a phase."""
    if moment.training:
        return np.ones(len(shown), dtype=bool)
    count = moment.known_units(kind, layer)
    if not arrived and (moment.phase.kind, moment.phase.layer) == (kind, layer):
        count = moment.unit if moment.unit is not None else 0
    result: Flags = np.less(shown, count)
    return result


def _units(moment: Moment, layout: Layout, layer: int, arrived: bool) -> UnitsState:
    shown = layout.columns[layer].units
    record, example = moment.shown, moment.row
    in_play = not moment.training and layer_in_play(moment) == layer
    current = _place_in_play(moment, layer, shown)
    none = np.zeros(len(shown), dtype=bool)
    if layer == 0:
        values = record.x[example, shown]
        known = _known(moment, Kind.INPUT, 0, shown, arrived=True)
        symbols, shares = ("x",) * len(shown), _whole(np.tanh(values))
        return UnitsState(symbols, values, known, shares, None, none, None, none, none, none, in_play, current)
    numbers, batch = record.layers[layer - 1], moment.record.layers[layer - 1]
    activated = _known(moment, Kind.ACTIVATION, layer, shown, arrived)
    summed = _known(moment, Kind.PRE_ACTIVATION, layer, shown, arrived)
    known = activated | summed
    values = np.where(activated, numbers.a[example, shown], numbers.z[example, shown])
    shares = np.where(activated, _shares(numbers.activation, numbers.a[example, shown]), 0.0)
    name = "ŷ" if layer == len(record.layers) else "h"
    symbols = tuple("z" if z and not a else name for a, z in zip(activated, summed, strict=True))
    silenced = _silenced(moment, layer, shown)
    if numbers.mask is not None and not moment.training:
        silenced = silenced | (activated & np.equal(numbers.mask[example, shown], 0.0))
    delta_known = none if moment.training else _known(moment, Kind.DELTA, layer, shown, arrived)
    # Each unit's bias is the last term of its update.
    made = made_parameters(moment, layer, shown, np.full(len(shown), record.architecture.widths[layer - 1]), arrived)
    saturated, dead = _health(batch, shown, moment.flat_below)
    so_far, done = _sum_so_far(moment, layer, arrived) if in_play else (None, 0.0)
    return UnitsState(
        symbols=symbols,
        values=values if known.any() else None,
        known=known,
        shares=shares,
        deltas=numbers.delta[example, shown] if delta_known.any() else None,
        delta_known=delta_known,
        biases=np.where(made, numbers.b_after[shown], numbers.b[shown]),
        saturated=saturated,
        dead=dead,
        silenced=silenced,
        in_play=in_play,
        current=current,
        sum_so_far=so_far,
        sum_done=done,
        frozen_biases=frozen_parameters(moment, layer, shown, record.architecture.widths[layer - 1]),
    )


def _place_in_play(moment: Moment, layer: int, shown: Array) -> int | None:
    """The place of the unit that one has stepped to among those that are shown; −1 where it is not."""
    current = moment.current_unit
    if current is None or current[0] != layer:
        return None
    found = np.flatnonzero(shown == current[1])
    return int(found[0]) if len(found) else -1


def _silenced(moment: Moment, layer: int, shown: Array) -> Flags:
    """Which units have been knocked out."""
    out = [unit for each, unit in moment.record.architecture.silenced if each == layer]
    return np.isin(shown, out)


def _sum_so_far(moment: Moment, layer: int, arrived: bool) -> tuple[float | None, float]:
    """What the sum of the unit in play has come to, term by term, and how much of it is done."""
    kind, current, term = moment.phase.kind, moment.current_unit, moment.term
    if current is None or term is None or not is_summed(moment.record, kind, layer) or moment.phase.layer != layer:
        return None, 0.0
    done = term + 1 if arrived else term
    running = running_sum(moment.shown, moment.row, kind, layer, current[1], done)
    return (running.total if done and running.result is None else None), done / running.of


def _shares(activation: str, values: Array) -> Array:
    """Values as parts of what a unit can reach: the whole of its range, or without a bound, ever closer to 1."""
    row = ACTIVATIONS.get(activation) or OUTPUTS[activation]
    reach = max(abs(limit) for limit in row.limits)
    return _whole(values / reach if math.isfinite(reach) else np.tanh(values))


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


def _loss(moment: Moment, last: int, arrived: bool) -> LossState:
    record = moment.record
    outputs: Array = np.arange(float(record.architecture.widths[-1]))
    known = bool(_known(moment, Kind.LOSS, 0, outputs, arrived).all())
    delta_leaves = moment.phase.kind is Kind.DELTA and moment.phase.layer == last
    in_play = not moment.training and (moment.phase.kind is Kind.LOSS or delta_leaves)
    return LossState(
        value=float(moment.shown.example_losses[moment.row]) if known and not moment.training else None,
        batch=record.loss.total if known else None,
        targets=moment.shown.y[moment.row],
        in_play=in_play,
        backwards=delta_leaves,
        current=moment.current_unit[1] if in_play and moment.current_unit is not None else None,
    )


def _whole(values: Array) -> Array:
    """The same values kept between −1 and 1, with 1 for whatever is no number."""
    result: Array = np.fmax(np.fmin(values, 1.0), -1.0)
    return result
