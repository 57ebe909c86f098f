"""Where the small multiples stand: as many columns as make them largest, or rates as rows and seeds as columns."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QRectF

CURVE_SHARE = 0.45
"""Height of a curve under a map, as a share of the map's side, where there is room."""
LOW_CURVE_SHARE = 0.33
"""And at the least: maps are rather a little larger."""
MOST_SPREAD = 0.4
"""Cells that leave room at the right stand further apart, by so much of their width at the most."""
CURVE_BESIDE = 1.5
"""Width of a curve beside a map, as a share of the map's side."""
CURVE_ALONE = 0.62
"""Height of a curve where there is no map, as a share of its width."""


@dataclass(frozen=True)
class Measures:
    """Lengths in pixels.

    Attributes:
        caption: Height of a cell's line of words.
        pad: Within a cell, at its border and between its parts.
        gap: Between two cells, half of it around all of them.
        least, most: How wide a cell may be; where there is no room for the least, the strip scrolls.
        head: Width of the words before a row, 0 where rows have none.
        top: Height of the words over the columns.
    """

    caption: float
    pad: float
    gap: float
    least: float
    most: float
    head: float = 0.0
    top: float = 0.0


@dataclass(frozen=True)
class Cells:
    """A lattice of cells of one size, row by row.

    Attributes:
        lying: Curves stand at the right of their maps, not under them.
        spread: What there is between two columns besides their gap.
    """

    count: int
    columns: int
    width: float
    height: float
    has_maps: bool
    measures: Measures
    lying: bool = False
    spread: float = 0.0

    @property
    def pitch(self) -> float:
        """From one column to the next."""
        return self.width + self.measures.gap + self.spread

    @property
    def rows(self) -> int:
        return math.ceil(self.count / self.columns) if self.count else 0

    @property
    def total_width(self) -> float:
        """How much room it takes."""
        return self.measures.head + self.columns * self.pitch - self.spread

    @property
    def total_height(self) -> float:
        return self.measures.top + self.rows * (self.height + self.measures.gap)

    def cell(self, slot: int) -> QRectF:
        """The cell in a slot."""
        row, column = divmod(slot, self.columns)
        m = self.measures
        x, y = m.head + column * self.pitch, m.top + row * (self.height + m.gap)
        x, y = x + m.gap / 2.0, y + m.gap / 2.0
        return QRectF(x, y, self.width, self.height)

    def head(self, row: int) -> QRectF:
        """The words before a row."""
        cell = self.cell(row * self.columns)
        return QRectF(self.measures.gap / 2.0, cell.y(), self.measures.head - self.measures.gap, self.height)

    def column_head(self, column: int) -> QRectF:
        """The words over a column."""
        return QRectF(self.cell(column).x(), 0.0, self.width, self.measures.top)

    def slot_at(self, x: float, y: float) -> int | None:
        """The slot whose cell is there."""
        m = self.measures
        column, row = (x - m.head) // self.pitch, (y - m.top) // (self.height + m.gap)
        slot = int(row * self.columns + column)
        if x < m.head or y < m.top or not 0 <= column < self.columns or not 0 <= slot < self.count:
            return None
        return slot if self.cell(slot).contains(x, y) else None

    def parts(self, cell: QRectF) -> tuple[QRectF, QRectF, QRectF]:
        """Caption, map (empty without maps) and curve of a cell."""
        m = self.measures
        inner = cell.adjusted(m.pad, m.pad, -m.pad, -m.pad)
        caption = QRectF(inner.x(), inner.y(), inner.width(), m.caption)
        top = caption.bottom() + m.pad / 2
        side = inner.width() if self.has_maps else 0.0
        if self.lying:
            side = inner.bottom() - top
            left = inner.x() + side + m.pad
            curve = QRectF(left, top, inner.right() - left, side)
            return caption, QRectF(inner.x(), top, side, side), curve
        square = QRectF(inner.x(), top, side, side)
        start = top + (side + m.pad if self.has_maps else 0.0)
        return caption, square, QRectF(inner.x(), start, inner.width(), inner.bottom() - start)


def height_of(width: float, has_maps: bool, measures: Measures, curve_share: float = CURVE_SHARE) -> float:
    """How high a cell is that is so wide."""
    inner = width - 2.0 * measures.pad
    around = 2.5 * measures.pad + measures.caption
    if has_maps:
        return around + inner + measures.pad + curve_share * inner
    return around + CURVE_ALONE * inner


def width_of(height: float, has_maps: bool, measures: Measures, curve_share: float = CURVE_SHARE) -> float:
    """How wide a cell is that is so high."""
    room = height - 2.5 * measures.pad - measures.caption
    inner = (room - measures.pad) / (1.0 + curve_share) if has_maps else room / CURVE_ALONE
    return inner + 2.0 * measures.pad


def lay_out(count: int, columns: int, room: tuple[float, float], has_maps: bool, measures: Measures) -> Cells:
    """Cells as large as fit into a room of a width and a height.

    Args:
        count: How many cells.
        columns: How many there must be; 0 for as many as make the cells largest.
        room: Width and height.
        has_maps: Whether there is a map over each curve.
        measures: Of everything else.
    """
    m = measures
    best_width, best_columns = 0.0, max(columns, 1)
    for each in [columns] if columns else range(1, max(count, 1) + 1):
        rows = math.ceil(max(count, 1) / each)
        across = (room[0] - m.head) / each - m.gap
        down = (room[1] - m.top) / rows - m.gap
        width = min(across, width_of(down, has_maps, m, LOW_CURVE_SHARE), m.most)
        if width > best_width + 0.5:
            best_width, best_columns = width, each
    if best_width < m.least:
        best_width = m.least
        if not columns:
            best_columns = min(max(1, int((room[0] - m.head) // (m.least + m.gap))), max(count, 1))
            # What is left over at the right makes them a little larger.
            best_width = max(m.least, (room[0] - m.head) / best_columns - m.gap)
        best_width = min(best_width, m.most)
    width = math.floor(best_width)
    if columns and has_maps and width <= m.least:
        # Few columns of many rows: lying, more of them are seen at a time.
        side = m.least - 2.0 * m.pad
        wide = math.floor(side * (1.0 + CURVE_BESIDE) + 3.0 * m.pad)
        if m.head + columns * (wide + m.gap) <= room[0]:
            high = math.floor(side + 2.5 * m.pad + m.caption)
            return Cells(count, columns, wide, high, has_maps, m, lying=True)
    rows = math.ceil(max(count, 1) / best_columns)
    lowest = height_of(width, has_maps, m, LOW_CURVE_SHARE)
    height = math.floor(max(min(height_of(width, has_maps, m), (room[1] - m.top) / rows - m.gap), lowest))
    over = room[0] - m.head - best_columns * (width + m.gap)
    spread = min(math.floor(over / (best_columns - 1)), MOST_SPREAD * width) if best_columns > 1 and over > 0.0 else 0.0
    return Cells(count, best_columns, width, height, has_maps, m, spread=spread)
