"""Paints what lies over the network: locks on what is frozen, and what an explanation lights."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPen

from nnviz.ui.diagram.curve import edge_path
from nnviz.ui.diagram.edge_painter import point_on
from nnviz.ui.diagram.highlight import Highlight
from nnviz.ui.diagram.ink import widths_of
from nnviz.ui.diagram.painting import Painting
from nnviz.ui.diagram.unit_painter import paint_lock, paint_ring

MOST_LOCKS = 60
"""In a gap with more frozen edges than this they are not marked one by one."""

LOCK_AT = 0.86
"""Where on its edge a lock sits, 1 being the unit that the edge leads to."""


def paint_locks(painter: QPainter, painting: Painting) -> None:
    """A padlock on every edge that does not train."""
    for gap, state in zip(painting.layout.gaps, painting.state.edges, strict=True):
        if state.frozen is None or np.count_nonzero(state.frozen) > MOST_LOCKS:
            continue
        side = min(14.0 * painting.look.factor, 0.16 * painting.layout.columns[gap.layer].fit.side)
        for index in np.flatnonzero(state.frozen):
            paint_lock(painter, painting, point_on(*gap.ends(int(index)), LOCK_AT), side)


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
            paint_ring(painter, painting, place, "accent", 3.0, 5.0)
