"""Where the cells of the phase strip are, which of them are labelled, and where the captions stand. Pure geometry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRectF

WIDEST_GAP = 5.0
GAP_SHARE = 0.1
"""Of the distance from cell to cell; small cells have small gaps, of one pixel at least."""

SMALLEST_TYPE = 0.75
"""Labels shrink to this share of their size before some are left out."""

LARGEST_STRIDE = 3
"""With fewer than every third label left, none but the cursor's is shown: they would tell nothing any more."""


@dataclass(frozen=True)
class Labels:
    """How the labels are shown.

    Attributes:
        shrink: What their type size is multiplied by, 1 or less.
        shown: The cells that have one, beside the current one.
    """

    shrink: float
    shown: frozenset[int]


def cells_in(area: QRectF, count: int, unit: float = 1.0) -> list[QRectF]:
    """``count`` cells side by side, on whole pixels; ``unit`` is the length of one pixel at scale 1."""
    pitch = area.width() / count
    gap = round(min(WIDEST_GAP * unit, max(1.0, pitch * GAP_SHARE)))
    step = (area.width() + gap) / count
    edges = [round(area.left() + place * step) for place in range(count + 1)]
    return [QRectF(left, area.top(), max(1.0, right - gap - left), area.height()) for left, right in pairwise(edges)]


def cursor_in(area: QRectF, cell: QRectF, label_width: float, grow: float) -> QRectF:
    """The current cell: a little larger than the others, wide enough for its label, and within the strip."""
    width = max(cell.width() + 2 * grow, label_width)
    left = cell.center().x() - width / 2
    left = min(max(left, area.left() - grow), area.right() + grow - width)
    return QRectF(round(left), cell.top() - grow, round(width), cell.height() + 2 * grow)


def labels_for(cells: Sequence[QRectF], widths: Sequence[float], cursor: QRectF, padding: float) -> Labels:
    """Every label if they fit, smaller if need be; else every second or third and what fits between; else none.

    ``widths`` are the labels' at full size; ``padding`` is the room between two of them.
    """
    pitch = cells[1].left() - cells[0].left() if len(cells) > 1 else cells[0].width()
    widest = max(widths) or 1.0
    for stride in range(1, LARGEST_STRIDE + 1):
        shrink = min(1.0, (stride * pitch - padding) / widest)
        if shrink >= SMALLEST_TYPE:
            areas = [label_area(cell, width * shrink) for cell, width in zip(cells, widths, strict=True)]
            free = [place for place in range(len(cells)) if not cursor.intersects(areas[place])]
            shown = {place for place in free if place % stride == 0}
            for place in free:
                # A short one may still stand between two that are shown.
                around = areas[place].adjusted(-padding / 2, 0, padding / 2, 0)
                if not any(around.intersects(areas[other]) for other in shown if other != place):
                    shown.add(place)
            return Labels(shrink, frozenset(shown))
    return Labels(1.0, frozenset())


def label_area(cell: QRectF, width: float) -> QRectF:
    """Where a label stands: in the middle of its cell, and beyond its sides if it is wider."""
    return QRectF(cell.center().x() - width / 2, cell.top(), width, cell.height())


def captions_under(spans: Sequence[tuple[float, float]], widths: Sequence[float], gap: float) -> list[float | None]:
    """The left ends of the captions under forward, loss, backward and update.

    Forward and backward start where their cells start, the loss stands under the middle of its cell, the update ends
    where its cell ends. The loss gives way to the left; a caption for which there is no room is left out (``None``).

    ``spans`` are the left and right ends of the four kinds of work.
    """
    forward, loss, backward, update = spans
    last = update[1] - widths[3]
    third = backward[0] if backward[0] + widths[2] + gap <= last else None
    limit = (third if third is not None else last) - gap
    second: float | None = min((loss[0] + loss[1] - widths[1]) / 2, limit - widths[1])
    if second is not None and second < forward[0] + widths[0] + gap:
        second = None
    return [forward[0], second, third, last]
