"""Where the nodes of a graph stand: in columns from the inputs to the loss, and how much room they need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nnviz.engine.analysis.scalar_graph import Node

PLACES = {"weight": 0, "bias": 0, "product": 1, "sum": 2, "function": 3}
"""Columns of a layer: each kind of node has its own."""
STACKED = {"weight": 0, "bias": 0, "product": 0, "sum": 1, "function": 2}
"""The same where a product stands under its weight, so that there are fewer columns of more rows."""
TOP = 0.42
"""Of the last column, for the targets; the loss stands under them."""
LINES = 3
"""Of a node: what it is called, its value, its derivative."""
HEIGHT = 1.28 * LINES
"""Of a node; this and the next three in the size of the type."""
PADDING = 0.4
"""Left and right of a node's texts."""
BETWEEN_COLUMNS, BETWEEN_ROWS = 0.55, 0.6


@dataclass(frozen=True)
class Layout:
    """Places of nodes.

    Attributes:
        places: The middle of each node, from the left and from the top, shares of width and height, where all columns
            are as wide.
        columns: How many columns there are.
        column: Which one each node stands in.
        rows: How many rows each node's column has.
    """

    places: tuple[tuple[float, float], ...]
    columns: int
    column: tuple[int, ...]
    rows: tuple[int, ...]

    def room(self, widths: Sequence[float]) -> tuple[float, float]:
        """Width and height that it needs, with columns of such widths; all in the size of the type."""
        wide = sum(widths) + (2.0 * PADDING + BETWEEN_COLUMNS) * len(widths)
        return wide, max(self.rows, default=1) * (HEIGHT + BETWEEN_ROWS)

    def widest(self, lengths: Sequence[float]) -> list[float]:
        """The widest text of each column, from those of the nodes."""
        widths = [0.0] * self.columns
        for column, length in zip(self.column, lengths, strict=True):
            widths[column] = max(widths[column], length)
        return widths


def laid_out(nodes: Sequence[Node], widths: Sequence[int], stacked: bool) -> Layout:
    """The nodes of a network with these layers in columns; ``stacked`` puts products under their weights."""
    columns_of = STACKED if stacked else PLACES
    each = len(set(columns_of.values()))
    last = each * (len(widths) - 1) + 1
    places, columns, rows = [], [], []
    for node in nodes:
        if node.kind in ("target", "loss"):
            targets = widths[-1]
            y = TOP * (node.unit + 0.5) / targets if node.kind == "target" else TOP + 0.5 * (1.0 - TOP)
            column, count = last, 2 * targets + 1
        elif node.kind == "input":
            column, count, y = 0, widths[0], (node.unit + 0.5) / widths[0]
        else:
            column = each * (node.layer - 1) + 1 + columns_of[node.kind]
            count, row = _row(node, widths, stacked)
            y = (row + 0.5) / count
        places.append(((column + 0.5) / (last + 1), y))
        columns.append(column)
        rows.append(count)
    return Layout(tuple(places), last + 1, tuple(columns), tuple(rows))


def _row(node: Node, widths: Sequence[int], stacked: bool) -> tuple[int, int]:
    """How many rows the column of a unit's node has, and which one is its."""
    inputs, units = widths[node.layer - 1], widths[node.layer]
    if node.kind in ("sum", "function"):
        return units, node.unit
    of_unit = 2 * inputs + 1 if stacked else inputs + 1
    if node.source is None:
        within = of_unit - 1
    else:
        within = 2 * node.source + (node.kind == "product") if stacked else node.source
    return units * of_unit, node.unit * of_unit + within
