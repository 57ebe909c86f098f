"""Prints the numbers of edges: on their edge, where edges are spread, never on each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from nnviz.engine.types import Array
from nnviz.ui.diagram.column_fit import CHARACTER, LINE
from nnviz.ui.diagram.curve import rise
from nnviz.ui.diagram.edge_painter import ROLES
from nnviz.ui.diagram.edge_state import EdgesState, Quantity
from nnviz.ui.diagram.layout import FEWEST_CHARACTERS
from nnviz.ui.diagram.lettering import column_of, compact
from nnviz.ui.diagram.painting import Painting
from nnviz.ui.diagram.places import Gap, Layout
from nnviz.ui.diagram.unit_painter import picked_bias_box
from nnviz.ui.toolkit.fitting import LITTLE_SMALLER

THICKET = 100
"""A gap with more edges than this is too dense for numbers on all of them."""
LABEL_PIXELS = 16.0
"""Of the numbers of edges, where there is room."""
MOST_STEPS = 6
"""In the update every gap is in play: fewer numbers each."""

MOST_LABELS = 12
_ALONG = np.array([0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8, 0.14, 0.86])
_CLOSELY = np.concatenate([_ALONG, np.arange(0.1, 0.92, 0.04)])
"""Places along an edge where a number may stand: more of them where there are few edges."""

FEW_EDGES = 24
_MARGIN = 2.0


class Label(NamedTuple):
    """The number of an edge.

    Attributes:
        layer: The layer that the edge leads to.
        edge: Its place in the gap.
        role: The number's colour.
        strong: Whether the edge is picked.
    """

    layer: int
    edge: int
    box: QRectF
    text: str
    pixels: float
    role: str
    strong: bool


def paint_labels(painter: QPainter, painting: Painting, labels: Iterable[Label]) -> None:
    """Print the numbers of edges."""
    ground = painting.colour("card", 0.9)
    for label in labels:
        role, colour = "mono_strong" if label.strong else "mono", painting.colour(label.role)
        painting.lettering.write(painter, label.box, label.text, role, label.pixels, colour, ground=ground)


def labels_of(painting: Painting) -> Iterator[Label]:
    """The numbers of the edges in play, of the one that is picked, if wanted of all, where they fit."""
    for gap, state in zip(painting.layout.gaps, painting.state.edges, strict=True):
        picked = _picked_index(painting, gap)
        if painting.moment.training or not (state.in_play or painting.show_weights or picked is not None):
            continue
        order = label_order(painting, gap, state) if state.in_play or painting.show_weights else []
        if picked is not None:
            order = [picked, *(edge for edge in order if edge != picked)]
        pixels = label_pixels(painting, gap)
        most = MOST_LABELS if state.quantity is not Quantity.STEP else MOST_STEPS
        characters, pixels, places = _labels(painting, gap, order, pixels, most)
        style = column_of((float(state.values[edge]) for edge in places), painting.look.numbers, characters)
        for edge, box in places.items():
            text = compact(float(state.values[edge]), style, characters)
            role = ROLES[state.quantity][bool(state.values[edge] < 0.0)]
            yield Label(gap.layer, edge, box, text, pixels, role, strong=edge == picked)


def _labels(
    painting: Painting, gap: Gap, order: list[int], pixels: float, most: int
) -> tuple[int, float, dict[int, QRectF]]:
    """Where numbers of which length and size stand: smaller, then with a digit less, for more of them."""
    taken = label_obstacles(painting.layout, gap.layer)
    bias = picked_bias_box(painting, gap.layer)
    if bias is not None:
        taken.append(bias)
    longest = painting.layout.characters
    best: tuple[int, float, dict[int, QRectF]] = (longest, pixels, {})
    least = float(painting.look.least_pixels)
    # As large as they can be; in large type by more than one step of what is a little smaller.
    sizes = [pixels]
    while sizes[-1] > least:
        sizes.append(max(least, LITTLE_SMALLER * sizes[-1]))
    for characters in range(longest, FEWEST_CHARACTERS - 1, -1):
        for size, apart in product(sizes, (False, True) if len(gap) <= FEW_EDGES else (False,)):
            places = label_places(gap, order, characters * CHARACTER * size + 2.0, LINE * size, taken, most, apart)
            if len(places) > len(best[2]):
                best = (characters, size, places)
            if len(places) == min(most, len(order)):
                return best
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
    return max(float(painting.look.least_pixels), min(LABEL_PIXELS * painting.look.factor, (gap.x1 - gap.x0) * 0.15))


def label_obstacles(layout: Layout, layer: int) -> list[QRectF]:
    """Boxes of the numbers of units at both sides of a gap."""
    places = [*layout.columns[layer - 1].places, *layout.columns[layer].places]
    return [box for place in places for box in (place.value, place.delta) if box is not None]


def _picked_index(painting: Painting, gap: Gap) -> int | None:
    selection = painting.moment.selection
    if selection is None or selection.layer != gap.layer or selection.source is None:
        return None
    return gap.index_of(selection.unit, selection.source)


def _sizes(values: Array) -> Array:
    result: Array = np.nan_to_num(np.abs(values), nan=np.inf)
    return result


def label_places(
    gap: Gap,
    order: Iterable[int],
    width: float,
    height: float,
    taken: Sequence[QRectF] = (),
    most: int = MOST_LABELS,
    apart: bool = False,
) -> dict[int, QRectF]:
    """Boxes for the labels of some edges, by the edge's place in the gap.

    Args:
        gap: The edges.
        order: The edges to label, the most important first; those for whom no room is left get no label.
        width: Of one label.
        height: Of one label.
        taken: Boxes that must stay free.
        most: No more labels than this.
        apart: Whether they stand where edges are far from each other, rather than where none passes under them:
            there are more of them then where edges run into one unit.
    """
    span = gap.x1 - gap.x0
    if span < width + 12.0 or not len(gap):
        return {}
    inside = (width / 2.0 + 4.0) / span
    along = np.clip(_CLOSELY if len(gap) <= FEW_EDGES else _ALONG, inside, 1.0 - inside)
    x = gap.x0 + along * span
    y = gap.y0[:, None] + (gap.y1 - gap.y0)[:, None] * rise(along)
    worst = -_distances(y) if apart else _crossings(gap, x, y, width, height)
    chosen: dict[int, QRectF] = {}
    boxes = list(taken)
    for edge in order:
        if len(chosen) >= most:
            break
        for place in np.argsort(worst[edge], kind="stable"):
            box = QRectF(x[place] - width / 2.0, y[edge, place] - height / 2.0, width, height)
            roomy = box.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
            if not any(roomy.intersects(other) for other in boxes):
                chosen[edge] = box
                boxes.append(box)
                break
    return chosen


def _distances(y: Array) -> Array:
    """How far the next edge is from each edge at each place, shape (edges, places)."""
    apart = np.abs(y[:, None] - y[None])
    apart[np.arange(len(y)), np.arange(len(y))] = np.inf
    result: Array = apart.min(axis=1)
    return result


def _crossings(gap: Gap, x: Array, y: Array, width: float, height: float) -> Array:
    """How many other edges pass under each edge's label at each place, shape (edges, places)."""
    span = gap.x1 - gap.x0
    around = np.clip((x[:, None] + np.array([-0.5, 0.0, 0.5]) * width - gap.x0) / span, 0.0, 1.0)
    other = gap.y0[:, None, None] + (gap.y1 - gap.y0)[:, None, None] * rise(around)
    low, high = other.min(axis=2), other.max(axis=2)
    top, bottom = y - height / 2.0, y + height / 2.0
    under = (low[None] < bottom[:, None]) & (high[None] > top[:, None])
    result: Array = under.sum(axis=1).astype(np.float64)
    return result
