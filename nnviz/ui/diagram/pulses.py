"""Pulses: what travels along the edges in play, and where it is at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from nnviz.engine.training.record.phases import Kind
from nnviz.ui.diagram.edge_painter import ROLES, loss_edges, point_on, target_edge
from nnviz.ui.diagram.edge_state import EdgesState, gap_in_play
from nnviz.ui.diagram.label_painter import label_obstacles
from nnviz.ui.diagram.painting import Painting
from nnviz.ui.diagram.places import Gap

MOST_AT_REST = 12
MOST_MOVING = 260
HALO = 1.6
"""How far the glow of a pulse is seen, as a share of its radius."""
ARRIVAL = 0.82
"""The share of an animation after which the numbers of the phase appear."""


@dataclass(frozen=True)
class Pulse:
    """A dot on its way.

    Attributes:
        role: Its colour.
    """

    at: QPointF
    radius: float
    role: str


def core_of(pulse: Pulse, larger: float = 1.0) -> QRectF:
    """The dot itself, or so many times it."""
    reach = larger * pulse.radius
    return QRectF(pulse.at.x() - reach, pulse.at.y() - reach, 2.0 * reach, 2.0 * reach)


def glow_of(pulse: Pulse) -> QRectF:
    """What a pulse visibly covers."""
    return core_of(pulse, HALO)


def eased(share: float) -> float:
    """Time to way: starts and ends gently."""
    share = min(max(share, 0.0), 1.0)
    return share * share * (3.0 - 2.0 * share)


def moving_pulses(painting: Painting, share: float) -> Iterator[Pulse]:
    """The pulses of the phase when a share of its time, 0 to 1, is over."""
    way = eased(share / ARRIVAL)
    if way >= 1.0:
        return
    kind = painting.moment.phase.kind
    if painting.state.loss.in_play:
        yield from _loss_pulses(painting, 1.0 - way if painting.state.loss.backwards else way)
    layer = gap_in_play(painting.moment)
    if layer is None:
        return
    gap, state = painting.layout.gap(layer), painting.state.gap(layer)
    if kind is Kind.GRADIENT:
        yield from _on_edges(painting, gap, state, 0.5 * way, "forward")
        yield from _on_edges(painting, gap, state, 1.0 - 0.5 * way, "backward")
    else:
        yield from _on_edges(painting, gap, state, 1.0 - way if kind is Kind.DELTA else way, None)


def resting_pulses(painting: Painting, numbers: Sequence[QRectF] = ()) -> Iterator[Pulse]:
    """Small dots in the middle of the edges in play, where there are few of them and no number covers them."""
    if painting.state.loss.in_play:
        yield from _loss_pulses(painting, 0.5, at_rest=True)
    layer = gap_in_play(painting.moment)
    if layer is not None and np.count_nonzero(painting.state.gap(layer).carried) <= MOST_AT_REST:
        pulses = _on_edges(painting, painting.layout.gap(layer), painting.state.gap(layer), 0.5, None, 0.7)
        # Half under a number, a dot would look like a mark of the number's; over one of a unit's, that cannot be read.
        boxes = *numbers, *label_obstacles(painting.layout, layer)
        yield from (pulse for pulse in pulses if not any(box.intersects(core_of(pulse)) for box in boxes))


def arrival_share(painting: Painting, share: float) -> float:
    """How far the numbers of the phase have arrived, 0 to 1; without edges in play they arrive all the time."""
    if painting.state.loss.in_play or gap_in_play(painting.moment) is not None:
        return max(0.0, (share - ARRIVAL) / (1.0 - ARRIVAL))
    return share


def paint_pulses(painter: QPainter, painting: Painting, pulses: Iterator[Pulse]) -> None:
    """Paint pulses as dots with a soft halo."""
    core = painting.colour("card")
    for pulse in pulses:
        painting.marks.glow(painter, pulse.at, pulse.radius, painting.colour(pulse.role), core)


def _on_edges(
    painting: Painting, gap: Gap, state: EdgesState, along: float, role: str | None, size: float = 1.0
) -> Iterator[Pulse]:
    order = np.argsort(np.abs(state.carried), kind="stable")[-MOST_MOVING:]
    largest = _largest(painting, gap) * size
    for index in order:
        share = abs(float(state.carried[index]))
        # Nothing flows where nothing is carried.
        if share < 0.02:
            continue
        start, end = gap.ends(int(index))
        sign = ROLES[state.quantity][bool(state.carried[index] < 0.0)]
        yield Pulse(point_on(start, end, along), max(1.5, largest * (0.3 + 0.7 * share)), role or sign)


def _loss_pulses(painting: Painting, along: float, at_rest: bool = False) -> Iterator[Pulse]:
    edges = loss_edges(painting.layout)
    current = painting.state.units[-1].current
    if current is not None and 0 <= current < len(edges):
        edges = edges[current : current + 1]
    role = "backward" if painting.state.loss.backwards else "loss"
    radius = _largest(painting, painting.layout.gaps[-1]) * (1.0 if len(edges) <= 4 else 0.6)
    names = [place.name for place in painting.layout.columns[-1].places if place.name is not None and at_rest]
    for start, end in edges:
        pulse = Pulse(point_on(start, end, along), radius, role)
        name = next((name for name in names if name.intersects(glow_of(pulse))), None)
        if name is not None:
            # It does not rest on what an output stands for: rather small between that and the loss.
            beyond = min(1.0, ((name.right() + end.x()) / 2.0 - start.x()) / (end.x() - start.x()))
            small = max(1.5, min(radius, (end.x() - name.right()) / (2.0 * HALO)))
            pulse = Pulse(point_on(start, end, beyond), small, role)
        yield pulse
    if painting.moment.phase.kind is Kind.LOSS and along > 0.5:
        start, end = target_edge(painting.layout)
        yield Pulse(start + (end - start) * (2.0 * along - 1.0), 0.6 * radius, role)


def _largest(painting: Painting, gap: Gap) -> float:
    crowd = 1.0 if len(gap) <= 24 else 0.75
    return max(2.0, min(8.0 * painting.look.factor, gap.widest * 1.05 * crowd))
