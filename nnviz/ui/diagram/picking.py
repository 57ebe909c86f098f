"""What the user means in the diagram: by a point, or by a key that leads on from what is picked."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, Qt

from nnviz.ui.diagram.curve import rise, rise_slope
from nnviz.ui.diagram.places import Gap, Layout
from nnviz.ui.session.moment import Selection

EDGE_REACH = 6.0
KNOB_REACH = 4.0
MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
"""Across and down, with Alt."""


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


def led_to(layout: Layout, selection: Selection | None, key: int) -> Selection | None:
    """Where a key leads to with Alt; ``None`` where it is none of those that lead somewhere."""
    if key in MOVES:
        return moved(layout, selection, *MOVES[Qt.Key(key)])
    return into(layout, selection) or selection if key == Qt.Key.Key_W else None


def moved(layout: Layout, selection: Selection | None, across: int, down: int) -> Selection:
    """The unit or weight beside the one that is picked; without one, the first unit of the first layer.

    Across goes from column to column. Down goes through the units of a column, or where a weight is picked through
    the weights into the same unit.
    """
    if selection is None or not 0 <= selection.layer < len(layout.columns):
        return Selection(1, layout.columns[1].places[0].unit)
    if selection.source is not None and not across:
        sources = layout.columns[selection.layer - 1].strip.units
        return Selection(selection.layer, selection.unit, source=_next(sources, selection.source, down))
    layer = min(max(selection.layer + across, 0), len(layout.columns) - 1)
    units = layout.columns[layer].strip.units
    if not across:
        return Selection(layer, _next(units, selection.unit, down))
    place = _height(layout.columns[selection.layer].strip.units, selection.unit)
    return Selection(layer, units[min(round(place * (len(units) - 1)), len(units) - 1)])


def into(layout: Layout, selection: Selection | None) -> Selection | None:
    """From a unit to its first weight, from a weight to its unit; ``None`` where there is no weight."""
    if selection is None or selection.layer == 0:
        return None
    if selection.source is not None:
        return Selection(selection.layer, selection.unit)
    return Selection(selection.layer, selection.unit, source=layout.columns[selection.layer - 1].strip.units[0])


def _next(units: tuple[int, ...], unit: int, step: int) -> int:
    place = units.index(unit) if unit in units else 0
    return units[min(max(place + step, 0), len(units) - 1)]


def _height(units: tuple[int, ...], unit: int) -> float:
    return units.index(unit) / max(1, len(units) - 1) if unit in units else 0.0
