"""Paints edges, their numbers, and the edge that is picked."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from nnviz.engine.types import Array
from nnviz.ui.diagram.curve import edge_path, rise
from nnviz.ui.diagram.edge_state import EdgesState, Quantity, weight_strengths
from nnviz.ui.diagram.ink import DASH, SPACE, InkColours, widths_of
from nnviz.ui.diagram.painting import Painting
from nnviz.ui.diagram.places import Gap, Layout
from nnviz.ui.session.moment import Selection
from nnviz.ui.toolkit.plots.layer import paints_vectors

GRADIENT_ROLES = ("grad_positive", "grad_negative")
"""Of gradients and of error signals, which are gradients too, by their sign."""

ROLES = {
    Quantity.WEIGHT: ("positive", "negative"),
    Quantity.CONTRIBUTION: GRADIENT_ROLES,
    Quantity.TERM: ("positive", "negative"),
    Quantity.GRADIENT: GRADIENT_ROLES,
    Quantity.STEP: ("update", "update"),
}
"""The colours of an edge's number, by its sign."""


def paint_edges(painter: QPainter, painting: Painting) -> None:
    """Paint all edges between units."""
    for gap, ink, state in zip(painting.layout.gaps, painting.inks, painting.state.edges, strict=True):
        strengths, negative = state.strengths, state.negative
        if state.quantity is Quantity.STEP:
            made = (
                painting.progress
                if state.made is None
                else np.where(state.carried != 0.0, painting.progress, state.made)
            )
            with np.errstate(all="ignore"):
                now = state.weights + (state.weights_after - state.weights) * made
            strengths, negative = weight_strengths(now), np.less(now, 0.0)
        colours = ink_colours(painting, state)
        if paints_vectors(painter):
            _stroke(painter, gap, colours, strengths, negative, dashed=state.in_play)
            continue
        ink.paint(colours, strengths, negative, dashed=state.in_play)
        painter.drawImage(ink.position, ink.image)


def _stroke(
    painter: QPainter, gap: Gap, colours: InkColours, strengths: Array, negative: npt.NDArray[np.bool_], dashed: bool
) -> None:
    """The same edges one by one, as lines."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    widths = widths_of(gap.widest, strengths)
    opacities = colours.faintest + (colours.strongest - colours.faintest) * strengths
    for edge in range(len(gap)):
        below, width = bool(negative[edge]), float(widths[edge])
        colour = QColor(colours.negative if below else colours.positive)
        colour.setAlphaF(float(opacities[edge]))
        pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        if below and dashed:
            pen.setDashPattern([DASH / width, SPACE / width])
        painter.setPen(pen)
        painter.drawPath(edge_path(*gap.ends(edge)))


def ink_colours(painting: Painting, state: EdgesState) -> InkColours:
    """What the edges of a gap are printed with."""
    theme = painting.look.theme
    quantity = Quantity.WEIGHT if state.quantity is Quantity.STEP else state.quantity
    positive, negative = (getattr(theme, role) for role in ROLES[quantity])
    if state.in_play:
        return InkColours(positive, negative, 0.3, 0.95)
    if painting.moment.training:
        return InkColours(positive, negative, 0.14, 0.9)
    return InkColours(positive, negative, 0.1, 0.5)


def paint_picked_edge(painter: QPainter, painting: Painting, selection: Selection, role: str, opacity: float) -> None:
    """A soft band along an edge."""
    found = _edge(painting.layout, selection)
    if found is None:
        return
    gap, index = found
    state = painting.state.gap(gap.layer)
    width = float(widths_of(gap.widest, state.strengths[index : index + 1])[0])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(painting.colour(role, opacity), width + 7.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    path = edge_path(*gap.ends(index))
    painter.drawPath(path)


def paint_loss_edges(painter: QPainter, painting: Painting) -> None:
    """The dashed edges between the outputs and the loss."""
    state = painting.state.loss
    role = "loss" if not state.backwards else "backward"
    opacity = 1.0 if state.in_play else 0.75 if state.batch is not None else 0.35
    places = painting.layout.columns[-1].places
    width = max(1.0, min(3.2, 0.05 * painting.layout.columns[-1].fit.side)) * (1.0 if len(places) <= 4 else 0.6)
    pen = QPen(painting.colour(role, opacity), width, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([9.0 / width, 5.0 / width])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    for start, end in loss_edges(painting.layout):
        painter.drawPath(edge_path(start, end))
    if painting.moment.is_passing:
        # No target is written that it could come from.
        return
    pen.setDashPattern([4.0 / width, 3.0 / width])
    pen.setColor(painting.colour("loss", opacity))
    painter.setPen(pen)
    painter.drawLine(*target_edge(painting.layout))


def loss_edges(layout: Layout) -> list[tuple[QPointF, QPointF]]:
    """From where to where the edges between outputs and loss go."""
    end = layout.loss.centre - QPointF(layout.loss.radius, 0.0)
    return [(place.exit, end) for place in layout.columns[-1].places if place.exit.x() < end.x()]


def target_edge(layout: Layout) -> tuple[QPointF, QPointF]:
    """From where to where the short edge from the targets to the loss goes."""
    top = layout.loss.centre - QPointF(0.0, layout.loss.radius)
    return QPointF(top.x(), layout.loss.targets.bottom() + 1.0), top


def point_on(start: QPointF, end: QPointF, along: float) -> QPointF:
    """A point of an edge, ``along`` being 0 at its start and 1 at its end."""
    x = start.x() + (end.x() - start.x()) * along
    return QPointF(x, start.y() + (end.y() - start.y()) * float(rise(along)))


def _edge(layout: Layout, selection: Selection) -> tuple[Gap, int] | None:
    if selection.source is None or not 1 <= selection.layer < len(layout.columns):
        return None
    gap = layout.gap(selection.layer)
    index = gap.index_of(selection.unit, selection.source)
    return None if index is None else (gap, index)
