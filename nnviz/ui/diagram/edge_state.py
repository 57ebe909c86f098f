"""What the edges of the diagram show at a moment: which numbers they carry, how strongly, and which are in play."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
import numpy.typing as npt

from nnviz.engine.training.record.iteration import Iteration, LayerRecord
from nnviz.engine.training.record.phases import Kind
from nnviz.engine.types import Array
from nnviz.ui.diagram.places import Gap
from nnviz.ui.session.moment import Moment

Flags = npt.NDArray[np.bool_]

FAINTEST_REACHED, NOT_REACHED = 0.35, 0.15
"""Of the edges in play, those that one has stepped to are at least so strong; the others keep this share."""


class Quantity(Enum):
    """What an edge's number is."""

    WEIGHT = "w"
    CONTRIBUTION = "w·δ"
    TERM = "w·x"
    GRADIENT = "∂L/∂w"
    STEP = "Δw"


@dataclass(frozen=True, eq=False)
class EdgesState:
    """The edges of one gap. Arrays have shape (edges,), in the order of ``Gap``.

    Attributes:
        values: What the phase is about; the weights where the gap is not in play.
        strengths: How strongly each is drawn, 0 to 1.
        weights, weights_after: Before and after the update.
        carried: What each brings with it in this step, −1 to 1: the size and the sign of its pulse.
        reached: Which of the edges in play one has stepped to; ``None`` for all of them.
        frozen: Which do not train; ``None`` where all do.
        made: Which have their new weight, where one steps through the update; ``None`` where all get it at once.
    """

    quantity: Quantity
    values: Array
    strengths: Array
    weights: Array
    weights_after: Array
    carried: Array
    in_play: bool
    reached: Flags | None = None
    frozen: Flags | None = None
    made: Flags | None = None

    @property
    def negative(self) -> Flags:
        """Which edges are drawn as negative."""
        return np.less(self.weights if self.quantity is Quantity.STEP else self.values, 0.0)


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


def gap_in_play(moment: Moment) -> int | None:
    """The layer whose incoming edges the step goes along; ``None`` for none, or for all of them in the update."""
    phase, last = moment.phase, moment.record.architecture.layers
    if phase.kind in (Kind.PRE_ACTIVATION, Kind.GRADIENT):
        return phase.layer
    if phase.kind is Kind.DELTA and phase.layer < last:
        return phase.layer + 1
    if phase.kind is Kind.UPDATE and moment.current_unit is not None:
        return moment.current_unit[0]
    return None


def edges_reached(moment: Moment, gap: Gap) -> tuple[Flags, Flags] | None:
    """The edges of a gap in play that are done or under way in this step, and those that are under way alone.

    ``None`` where one steps by whole phases: all of them are.
    """
    current = moment.current_unit
    if current is None:
        return None
    unit = current[1]
    # Back through the layer, a unit's error signal comes in along the edges that leave it.
    backwards = moment.phase.kind is Kind.DELTA
    own, others = (gap.source, gap.target) if backwards else (gap.target, gap.source)
    mine: Flags = np.equal(own, unit)
    if moment.term is None:
        return mine, mine
    return mine & np.less_equal(others, moment.term), mine & np.equal(others, moment.term)


def edges_state(moment: Moment, gap: Gap, layers: tuple[LayerRecord, ...], arrived: bool) -> EdgesState:
    """What the edges of a gap show; ``arrived`` is false while the work of the phase is still under way."""
    numbers, example, kind = layers[gap.layer - 1], moment.row, moment.phase.kind
    weights = numbers.W[gap.target, gap.source]
    after = numbers.W_after[gap.target, gap.source]
    frozen = frozen_parameters(moment, gap.layer, gap.target, gap.source)
    if moment.training:
        strengths = weight_strengths(after)
        return EdgesState(Quantity.WEIGHT, after, strengths, weights, after, after, False, frozen=frozen)
    quantity, values = Quantity.WEIGHT, weights
    carried = strengths = weight_strengths(weights)
    in_play = gap_in_play(moment) == gap.layer
    if kind is Kind.UPDATE:
        quantity, values, strengths = Quantity.STEP, after - weights, weight_strengths(after)
        carried = _signed(values, _largest(moment.record.theta_after - moment.record.theta))
        in_play = in_play or moment.current_unit is None
    elif in_play and kind is Kind.PRE_ACTIVATION:
        terms = weights * numbers.inputs[example, gap.source]
        carried = _signed(terms, _largest(terms))
        if moment.term is not None:
            # What is being added up is printed, and not what it is multiplied with.
            quantity, values = Quantity.TERM, terms
    elif in_play and kind is Kind.DELTA:
        quantity, values = Quantity.CONTRIBUTION, weights * numbers.delta[example, gap.target]
        carried = _signed(values, _largest_contribution(moment.shown, example))
        strengths = np.abs(carried)
    elif in_play and kind is Kind.GRADIENT:
        quantity, values = Quantity.GRADIENT, numbers.grad_W[gap.target, gap.source]
        carried = _signed(values, max(_largest(layer.grad_W) for layer in layers))
        strengths = np.abs(carried)
    reached = None
    if in_play and (stepped := edges_reached(moment, gap)) is not None:
        reached, under_way = stepped
        if kind is Kind.UPDATE:
            reached = under_way
        carried = np.where(under_way, carried, 0.0)
        strengths = np.where(reached, np.fmax(strengths, FAINTEST_REACHED), strengths * NOT_REACHED)
    made = None
    if kind is Kind.UPDATE and moment.current_unit is not None:
        made = made_parameters(moment, gap.layer, gap.target, gap.source, arrived)
        strengths = strengths if in_play else weight_strengths(np.where(made, after, weights))
        quantity = quantity if in_play else Quantity.WEIGHT
        values = values if in_play else np.where(made, after, weights)
    return EdgesState(quantity, values, strengths, weights, after, carried, in_play, reached, frozen, made)


def frozen_parameters(moment: Moment, layer: int, units: Array, sources: Array | int) -> Flags | None:
    """Which parameters of a layer do not train; the bias stands where a source after the last one would."""
    trainable = moment.record.trainable
    if trainable is None:
        return None
    block = moment.record.architecture.blocks(trainable)[layer - 1]
    result: Flags = np.equal(block[sources, units], 0.0)
    return result


def _largest_contribution(record: Iteration, example: int) -> float:
    """The largest W·δ in the network, so that a signal that fades on its way back is seen to fade."""
    return max((_largest(layer.W * layer.delta[example][:, None]) for layer in record.layers[1:]), default=0.0)


def made_parameters(moment: Moment, layer: int, units: Array, sources: Array, arrived: bool) -> Flags:
    """Which parameters have their new value: those of units of a layer and the places of their terms."""
    if moment.training:
        return np.ones(len(units), dtype=bool)
    if moment.phase.kind is not Kind.UPDATE:
        return np.zeros(len(units), dtype=bool)
    current = moment.current_unit
    if current is None:
        return np.full(len(units), arrived)
    at_layer, at_unit = current
    if layer != at_layer:
        return np.full(len(units), layer < at_layer)
    last = np.iinfo(np.int64).max if moment.term is None else moment.term
    here = np.less_equal(sources, last) if arrived else np.less(sources, last if moment.term is not None else 0)
    result: Flags = np.less(units, at_unit) | (np.equal(units, at_unit) & here)
    return result


def _signed(values: Array, largest: float) -> Array:
    result: Array = np.copysign(relative_strengths(values, largest), values)
    return result


def _largest(values: Array) -> float:
    sizes = np.abs(values)
    return float(np.max(sizes, where=np.isfinite(sizes), initial=0.0))
