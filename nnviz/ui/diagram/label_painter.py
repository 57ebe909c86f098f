"""Prints the numbers of edges."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from nnviz.engine.types import Array
from nnviz.ui.diagram.column_fit import CHARACTER, LINE
from nnviz.ui.diagram.compact import compact
from nnviz.ui.diagram.edge_painter import ROLES
from nnviz.ui.diagram.label_places import MOST_LABELS, label_places
from nnviz.ui.diagram.layout import FEWEST_CHARACTERS
from nnviz.ui.diagram.painting import Painting
from nnviz.ui.diagram.places import Gap, Layout
from nnviz.ui.diagram.pulses import resting_boxes
from nnviz.ui.diagram.state import EdgesState, Quantity

THICKET = 100
"""A gap with more edges than this is too dense for numbers on all of them."""
LABEL_PIXELS = 16.0
"""Of the numbers of edges, where there is room."""
MOST_STEPS = 6
"""In the update every gap is in play: fewer numbers each."""


def paint_labels(painter: QPainter, painting: Painting) -> None:
    """Print the numbers of the edges in play, of the one that is picked, if wanted of all, where they fit."""
    for gap, state in zip(painting.layout.gaps, painting.state.edges, strict=True):
        picked = _picked_index(painting, gap)
        if painting.moment.training or not (state.in_play or painting.show_weights or picked is not None):
            continue
        order = label_order(painting, gap, state) if state.in_play or painting.show_weights else []
        if picked is not None:
            order = [picked, *(edge for edge in order if edge != picked)]
        pixels = label_pixels(painting, gap)
        most = MOST_LABELS if state.quantity is not Quantity.STEP else MOST_STEPS
        characters, places = _labels(painting, gap, order, pixels, most)
        for edge, box in places.items():
            _paint_label(painter, painting, state, edge, box, pixels, characters, strong=edge == picked)


def _labels(painting: Painting, gap: Gap, order: list[int], pixels: float, most: int) -> tuple[int, dict[int, QRectF]]:
    """Where numbers of which length stand: a digit less where that lets more edges have theirs."""
    taken = [*label_obstacles(painting.layout, gap.layer), *resting_boxes(painting, gap)]
    best: tuple[int, dict[int, QRectF]] = (painting.layout.characters, {})
    for characters in range(painting.layout.characters, FEWEST_CHARACTERS - 1, -1):
        width = characters * CHARACTER * pixels + 2.0
        places = label_places(gap, order, width, LINE * pixels, taken, most)
        if len(places) > len(best[1]):
            best = (characters, places)
        if len(places) == min(most, len(order)):
            break
    return best


def label_order(painting: Painting, gap: Gap, state: EdgesState) -> list[int]:
    """The edges to label, the largest first; of a unit that is picked, its own. In a thicket only those."""
    order = [int(edge) for edge in np.argsort(-_sizes(state.values), kind="stable")]
    if state.reached is not None:
        return [edge for edge in order if state.reached[edge]]
    selection = painting.moment.selection
    if selection is not None and selection.layer == gap.layer:
        return [edge for edge in order if gap.target[edge] == selection.unit]
    if selection is not None and selection.layer == gap.layer - 1:
        return [edge for edge in order if gap.source[edge] == selection.unit]
    return order if len(order) <= THICKET else []


def label_pixels(painting: Painting, gap: Gap) -> float:
    """How large the numbers of a gap's edges are written."""
    return max(10.0, min(LABEL_PIXELS * painting.look.factor, (gap.x1 - gap.x0) * 0.15))


def label_obstacles(layout: Layout, layer: int) -> list[QRectF]:
    """Boxes of the numbers of units at both sides of a gap."""
    places = [*layout.columns[layer - 1].places, *layout.columns[layer].places]
    return [box for place in places for box in (place.value, place.delta) if box is not None]


def _paint_label(
    painter: QPainter,
    painting: Painting,
    state: EdgesState,
    edge: int,
    box: QRectF,
    pixels: float,
    characters: int,
    strong: bool,
) -> None:
    value = float(state.values[edge])
    text = compact(value, painting.look.numbers, characters)
    role = ROLES[state.quantity][value < 0.0]
    painting.lettering.write(
        painter,
        box,
        text,
        "mono_strong" if strong else "mono",
        pixels,
        painting.colour(role),
        ground=painting.colour("card", 0.9),
    )


def _picked_index(painting: Painting, gap: Gap) -> int | None:
    selection = painting.moment.selection
    if selection is None or selection.layer != gap.layer or selection.source is None:
        return None
    return gap.index_of(selection.unit, selection.source)


def _sizes(values: Array) -> Array:
    result: Array = np.nan_to_num(np.abs(values), nan=np.inf)
    return result
