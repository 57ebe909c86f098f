"""What lies under a point of the diagram."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF

from nnviz.ui.diagram.curve import rise, rise_slope
from nnviz.ui.diagram.places import Gap, Layout
from nnviz.ui.session.moment import Selection

EDGE_REACH = 6.0
KNOB_REACH = 4.0


def hit(layout: Layout, point: QPointF, edges: bool = True) -> Selection | None:
    """The bias, unit or weight under a point; ``None`` where there is none."""
    for column in layout.columns:
        reach = column.knob_radius + KNOB_REACH
        for place in column.places:
            if place.knob is not None and _distance(place.knob, point) <= min(reach, 0.4 * place.square.width()):
                return Selection(place.layer, place.unit, bias=True)
    for column in layout.columns:
        for place in column.places:
            if place.square.adjusted(-1.0, -1.0, 1.0, 1.0).contains(point):
                return Selection(place.layer, place.unit)
    return _edge(layout, point) if edges else None


def _edge(layout: Layout, point: QPointF) -> Selection | None:
    for gap in layout.gaps:
        if gap.x0 < point.x() < gap.x1 and len(gap):
            distances = edge_distances(gap, point)
            nearest = int(np.argmin(distances))
            if distances[nearest] <= EDGE_REACH:
                return Selection(gap.layer, int(gap.target[nearest]), source=int(gap.source[nearest]))
    return None


def edge_distances(gap: Gap, point: QPointF) -> np.ndarray:
    """How far a point is from every edge of a gap, shape (edges,)."""
    span = gap.x1 - gap.x0
    u = (point.x() - gap.x0) / span
    climb = gap.y1 - gap.y0
    steepness = np.sqrt(1.0 + np.square(climb / span * rise_slope(u)))
    return np.abs(gap.y0 + climb * rise(u) - point.y()) / steepness


def _distance(one: QPointF, other: QPointF) -> float:
    return float(np.hypot(one.x() - other.x(), one.y() - other.y()))
