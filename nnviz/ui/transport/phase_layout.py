"""Where the cells of the phase strip are, which of them are labelled, and where the captions stand. Pure geometry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRectF

WIDEST_GAP = 5.0
GAP_SHARE = 0.1
"""Of the distance from cell to cell; small cells have small gaps, of one pixel at least."""

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


def gap_of(area: QRectF, count: int, unit: float) -> int:
    """What is left between ``count`` cells; ``unit`` is the length of one pixel at scale 1."""
    return round(min(WIDEST_GAP * unit, max(1.0, area.width() / count * GAP_SHARE)))


def cells_in(area: QRectF, count: int, unit: float = 1.0, needs: Sequence[float] = ()) -> list[QRectF]:
    """``count`` cells side by side, on whole pixels, as wide as each other but for those that need more.

    ``unit`` is the length of one pixel at scale 1.
    """
    gap = gap_of(area, count, unit)
    widths = shared(area.width() - gap * (count - 1), needs or [0.0] * count)
    ends = [area.left() + sum(widths[:place]) + place * gap for place in range(count + 1)]
    edges = [round(end) for end in ends]
    return [QRectF(left, area.top(), max(1.0, right - gap - left), area.height()) for left, right in pairwise(edges)]


def shared(room: float, needs: Sequence[float]) -> list[float]:
    """Shares of a room, equal but for those that need more than the others have."""
    width, large = room / len(needs), 0
    while (more := sum(need > width for need in needs)) > large and more < len(needs):
        large = more
        width = (room - sum(need for need in needs if need > width)) / (len(needs) - large)
    return [max(width, need) for need in needs]


def cursor_in(area: QRectF, cell: QRectF, label_width: float, grow: float) -> QRectF:
    """The current cell: a little larger than the others, wide enough for its label, and within the strip."""
    width = max(cell.width() + 2 * grow, label_width)
    left = cell.center().x() - width / 2
    left = min(max(left, area.left() - grow), area.right() + grow - width)
    return QRectF(round(left), cell.top() - grow, round(width), cell.height() + 2 * grow)


def type_in(cells: Sequence[QRectF], widths: Sequence[float], padding: float, least: float) -> tuple[int, float] | None:
    """Of how many labels one is shown for sure, and what their type size is multiplied by; ``None`` shows none.

    ``widths`` are the labels' at full size; ``padding`` is the room between two of them; ``least`` is how small type
    may become.
    """
    shares = [(cell.width() - padding) / max(width, 1.0) for cell, width in zip(cells, widths, strict=True)]
    if min(shares) >= least:
        return 1, min(1.0, *shares)
    pitch = cells[1].left() - cells[0].left() if len(cells) > 1 else cells[0].width()
    for stride in range(2, LARGEST_STRIDE + 1):
        shrink = min(1.0, (stride * pitch - padding) / (max(widths) or 1.0))
        if shrink >= least:
            return stride, shrink
    return None


def labels_for(
    cells: Sequence[QRectF], widths: Sequence[float], cursor: QRectF, padding: float, least: float
) -> Labels:
    """Every label if they fit, smaller if need be; else every second or third and what fits between; else none.

    See ``type_in``.
    """
    found = type_in(cells, widths, padding, least)
    if found is None:
        return Labels(1.0, frozenset())
    stride, shrink = found
    areas = [label_area(cell, width * shrink) for cell, width in zip(cells, widths, strict=True)]
    free = [place for place in range(len(cells)) if not cursor.intersects(areas[place])]
    shown = {place for place in free if place % stride == 0}
    for place in free:
        # A short one may still stand between two that are shown.
        around = areas[place].adjusted(-padding / 2, 0, padding / 2, 0)
        if not any(around.intersects(areas[other]) for other in shown if other != place):
            shown.add(place)
    return Labels(shrink, frozenset(shown))


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
