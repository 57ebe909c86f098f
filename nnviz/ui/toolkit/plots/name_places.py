"""Where the names of curves stand: at their ends where no line is, or else in a column at the right of the frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from nnviz.engine.types import Array
from nnviz.ui.toolkit.plots.free_place import free_place

FARTHEST = 3.0
"""How far from its end a name may stand, up or down, in its heights: farther away it would not be known as its name."""


@dataclass(frozen=True)
class Named:
    """The end of a curve in pixels, and how wide its name is."""

    end: QPointF
    width: float


def name_places(
    names: Sequence[Named], frame: QRectF, height: float, gap: float, curves: Sequence[Array], low: float
) -> list[QRectF]:
    """A box for each name; none of them touches a curve or another.

    Args:
        names: Those whose curves end last stand in the column.
        frame: What the curves are in.
        height: Of a line of words.
        gap: Between an end and its name.
        curves: Points in pixels, close to each other, shape (points, 2).
        low: How far down the column reaches.
    """
    last = max((each.end.x() for each in names), default=0.0)
    places: dict[int, QRectF] = {}
    for index, each in enumerate(names):
        if each.end.x() < last:
            box = _beside(each, frame, height, gap, curves, list(places.values()))
            if box is not None:
                places[index] = box
    column = [index for index in range(len(names)) if index not in places]
    centres = spread([names[index].end.y() for index in column], height, (0.0, max(low, height * len(column))))
    # The column begins where the last curves end, and no line is right of that.
    left = last + gap
    for index, centre in zip(column, centres, strict=True):
        places[index] = QRectF(left, centre - height / 2.0, names[index].width, height)
    return [places[index] for index in range(len(names))]


def _beside(
    name: Named, frame: QRectF, height: float, gap: float, curves: Sequence[Array], taken: Sequence[QRectF]
) -> QRectF | None:
    """The free place that is nearest to the end."""
    room = gap / 3.0
    for step in range(int(FARTHEST * 4) + 1):
        for sign in (-1.0, 1.0):
            top = name.end.y() - height / 2.0 + sign * step * height / 4.0
            # So high that there is but one place in it.
            strip = QRectF(frame.left(), top - room, frame.width(), height + room)
            if strip.top() >= frame.top() and strip.bottom() <= frame.bottom():
                box = free_place(strip, name.end.x() + gap, (name.width, height), curves, taken, room)
                if box is not None:
                    return box
    return None


def spread(places: Sequence[float], apart: float, within: tuple[float, float]) -> list[float]:
    """Middles of words in a column, as near to where they are wanted as they can be without touching.

    Args:
        places: Where they are wanted; they keep this order from the top to the bottom.
        apart: How far the middles of two words are apart at the least.
        within: From where to where the column reaches; the words stay inside where there is room for all of them.
    """
    low, high = within[0] + apart / 2.0, within[1] - apart / 2.0
    order = sorted(range(len(places)), key=lambda index: (places[index], index))
    # Words that touch make a group, which stands around the middle of what they want.
    groups: list[list[int]] = []
    for index in order:
        groups.append([index])
        while len(groups) > 1 and _top(groups[-1], places, apart, low, high) < (
            _top(groups[-2], places, apart, low, high) + apart * len(groups[-2])
        ):
            last = groups.pop()
            groups[-1] += last
    result = [0.0] * len(places)
    for group in groups:
        top = _top(group, places, apart, low, high)
        for number, index in enumerate(group):
            result[index] = top + apart * number
    return result


def _top(group: Sequence[int], places: Sequence[float], apart: float, low: float, high: float) -> float:
    """Where the first word of a group stands."""
    reach = apart * (len(group) - 1)
    middle = sum(places[index] for index in group) / len(group)
    return max(min(middle - reach / 2.0, high - reach), low)
