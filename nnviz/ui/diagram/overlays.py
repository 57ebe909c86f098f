"""Paints what lies over the network: locks on what is frozen, and what an explanation lights."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from nnviz.ui.diagram.curve import edge_path
from nnviz.ui.diagram.edge_painter import point_on
from nnviz.ui.diagram.highlight import Highlight
from nnviz.ui.diagram.ink import widths_of
from nnviz.ui.diagram.painting import Painting
from nnviz.ui.diagram.unit_painter import RING_WIDTH, is_frozen, lock_side, paint_lock, paint_ring

MOST_LOCKS = 60
"""In a gap with more frozen edges than this they are not marked one by one."""

LOCK_AT = 0.86
"""Where on its edge a lock sits, 1 being the unit that the edge leads to, or as far before that as it is large."""

LAYER_LOCK = 18.0
"""How large the one lock is, at scale 1, of a layer of which nothing trains."""


def paint_locks(painter: QPainter, painting: Painting) -> None:
    """A padlock on every edge that does not train; a single one where nothing of a layer does."""
    for lock in locks_of(painting):
        paint_lock(painter, painting, lock.center(), lock.width())


def locks_of(painting: Painting) -> Iterator[QRectF]:
    """Where the locks of edges and of whole layers are."""
    for gap, state in zip(painting.layout.gaps, painting.state.edges, strict=True):
        if state.frozen is None:
            continue
        if is_frozen(painting, gap.layer):
            middle = QPointF((gap.x0 + gap.x1) / 2.0, float(gap.y0.min() + gap.y0.max()) / 2.0)
            yield _disc(middle, min(LAYER_LOCK * painting.look.factor, 0.6 * (gap.x1 - gap.x0)))
        elif np.count_nonzero(state.frozen) <= MOST_LOCKS:
            column = painting.layout.columns[gap.layer]
            side = lock_side(min(14.0 * painting.look.factor, 0.16 * column.fit.side))
            along = min(LOCK_AT, 1.0 - (side / 2.0 + column.knob_radius + 2.0) / (gap.x1 - gap.x0))
            for index in np.flatnonzero(state.frozen):
                yield _disc(point_on(*gap.ends(int(index)), max(0.0, along)), side)


def _disc(middle: QPointF, side: float) -> QRectF:
    return QRectF(middle.x() - side / 2.0, middle.y() - side / 2.0, side, side)


def paint_highlight(painter: QPainter, painting: Painting, highlight: Highlight) -> None:
    """Bands along edges and rings around units that something elsewhere in the window points at."""
    for layer, unit, source in highlight.edges:
        gap = painting.layout.gap(layer) if 1 <= layer < len(painting.layout.columns) else None
        index = gap.index_of(unit, source) if gap is not None else None
        if gap is None or index is None:
            continue
        strength = painting.state.gap(layer).strengths[index : index + 1]
        width = float(widths_of(gap.widest, strength)[0])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        path = edge_path(*gap.ends(index))
        for role, opacity, around in (("accent", 0.35, 9.0), ("accent", 1.0, 1.0)):
            pen = QPen(painting.colour(role, opacity), width + around, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawPath(path)
    for layer, unit in highlight.units:
        place = painting.layout.place(layer, unit)
        if place is not None:
            paint_ring(painter, painting, place, "accent", RING_WIDTH)
