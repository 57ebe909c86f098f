"""Moving the selection by keys."""

from __future__ import annotations

from nnviz.ui.diagram.places import Layout
from nnviz.ui.session.moment import Selection


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
