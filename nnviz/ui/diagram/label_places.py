"""Where the numbers of edges stand: on their edge, where edges are spread, never on each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from PySide6.QtCore import QRectF

from nnviz.engine.types import Array
from nnviz.ui.diagram.curve import rise
from nnviz.ui.diagram.places import Gap

MOST_LABELS = 12
_ALONG = np.array([0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8, 0.14, 0.86])
_MARGIN = 2.0


def label_places(
    gap: Gap, order: Iterable[int], width: float, height: float, taken: Sequence[QRectF] = (), most: int = MOST_LABELS
) -> dict[int, QRectF]:
    """Boxes for the labels of some edges, by the edge's place in the gap.

    Args:
        gap: The edges.
        order: The edges to label, the most important first; those for whom no room is left get no label.
        width: Of one label.
        height: Of one label.
        taken: Boxes that must stay free.
        most: No more labels than this.
    """
    span = gap.x1 - gap.x0
    if span < width + 12.0 or not len(gap):
        return {}
    inside = (width / 2.0 + 4.0) / span
    along = np.clip(_ALONG, inside, 1.0 - inside)
    x = gap.x0 + along * span
    y = gap.y0[:, None] + (gap.y1 - gap.y0)[:, None] * rise(along)
    crossings = _crossings(gap, x, y, width, height)
    chosen: dict[int, QRectF] = {}
    boxes = list(taken)
    for edge in order:
        if len(chosen) >= most:
            break
        for place in np.argsort(crossings[edge], kind="stable"):
            box = QRectF(x[place] - width / 2.0, y[edge, place] - height / 2.0, width, height)
            roomy = box.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
            if not any(roomy.intersects(other) for other in boxes):
                chosen[edge] = box
                boxes.append(box)
                break
    return chosen


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
