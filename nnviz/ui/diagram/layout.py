"""Where everything stands: pure geometry from the widths of the layers, a size and a type scale.

Sizes adapt: units shrink before type does, and type shrinks to a floor before numbers are left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from nnviz.engine.types import Array
from nnviz.ui.diagram.strip import Strip, strip_of

CHARACTER = 0.6
"""The advance of the fixed-width font, as a share of its pixel size."""
LINE = 1.24
"""The height of a line of it."""
VALUE_PIXELS = 15.0
SMALLEST_PIXELS = 10.0
NAME_CHARACTERS = 5
LOSS_PITCH = 0.66
"""How far the loss stands from the output, in pitches of the columns."""
BOX = 4.0
"""Room between a unit and a number beside it."""


class Numbers(Enum):
    """Where a column's numbers stand."""

    STACKED = "δ above the unit, value below it"
    BESIDE = "at the right of the unit, before the edges leave"
    PASSING = "at the right of the unit and over the edges, only while it is in play or picked"
    NONE = "only for the unit that is picked"


@dataclass(frozen=True)
class ColumnFit:
    """What suits one column: the side of a unit, where its numbers stand, and how large they are written.

    Attributes:
        named: Whether a value has its name before it.
        lines: How many lines of numbers stand beside a unit.
        text: The width kept for the numbers beside a unit.
    """

    side: float
    numbers: Numbers
    pixels: float
    named: bool = False
    lines: int = 2
    text: float = 0.0


@dataclass(frozen=True)
class UnitPlace:
    """One unit on screen.

    Attributes:
        square: The unit itself.
        value, delta: Room for its numbers; the same room where only one of them fits; ``None`` where none does.
        knob: The middle of the bias's knob; ``None`` for inputs.
        bias: Room for the bias's number, beside the knob and in the unit; ``None`` where there is none.
    """

    layer: int
    unit: int
    square: QRectF
    entry: QPointF
    exit: QPointF
    value: QRectF | None
    delta: QRectF | None
    knob: QPointF | None
    bias: QRectF | None


@dataclass(frozen=True)
class Column:
    """One layer on screen."""

    layer: int
    strip: Strip
    fit: ColumnFit
    places: tuple[UnitPlace, ...]
    ellipsis: QRectF | None
    caption: QRectF
    knob_radius: float

    @property
    def x(self) -> float:
        """The middle of its units."""
        return self.places[0].square.center().x()

    @cached_property
    def units(self) -> Array:
        """The numbers of the units that are shown, for picking them out of an array."""
        return np.array(self.strip.units, dtype=np.intp)


@dataclass(frozen=True, eq=False)
class Gap:
    """The edges between two columns, target by target: the same order as ``W[targets][:, sources].ravel()``.

    Attributes:
        layer: The layer that the edges lead to.
        x0, x1: Where all of them leave and arrive.
        y0, y1: The heights of their ends, shape (edges,).
        source, target: Units, shape (edges,).
    """

    layer: int
    x0: float
    x1: float
    y0: Array
    y1: Array
    source: Array
    target: Array
    widest: float

    def __len__(self) -> int:
        return len(self.y0)

    def index_of(self, unit: int, source: int) -> int | None:
        """The place of an edge; ``None`` if one of its ends is not shown."""
        found = np.flatnonzero((self.target == unit) & (self.source == source))
        return int(found[0]) if len(found) else None

    def ends(self, index: int) -> tuple[QPointF, QPointF]:
        """Where an edge leaves and arrives."""
        return QPointF(self.x0, float(self.y0[index])), QPointF(self.x1, float(self.y1[index]))


@dataclass(frozen=True)
class LossPlace:
    """The loss node and the room of its numbers."""

    centre: QPointF
    radius: float
    value: QRectF
    targets: QRectF
    pixels: float


@dataclass(frozen=True, eq=False)
class Layout:
    """Where everything stands.

    Attributes:
        scale: What the type of title and captions is multiplied by.
        title: The row at the top; empty where there is no room for one.
    """

    size: tuple[float, float]
    scale: float
    title: QRectF
    columns: tuple[Column, ...]
    gaps: tuple[Gap, ...]
    loss: LossPlace
    pitch: float

    def gap(self, layer: int) -> Gap:
        """The edges that lead to a layer."""
        return self.gaps[layer - 1]

    def place(self, layer: int, unit: int) -> UnitPlace | None:
        """A unit's place; ``None`` where it is not shown."""
        if not 0 <= layer < len(self.columns):
            return None
        return next((place for place in self.columns[layer].places if place.unit == unit), None)


def diagram_layout(
    widths: tuple[int, ...], width: float, height: float, scale: float = 1.0, characters: int = 7
) -> Layout:
    """Lay a network out.

    Args:
        widths: Inputs, hidden units, output units.
        width: Of the whole diagram.
        height: Of the whole diagram.
        scale: Type size, 1 for 16 px body text.
        characters: The longest number.
    """
    width, height = max(width, 40.0), max(height, 40.0)
    frame = max(0.5, min(scale, width / 560.0, height / 300.0))
    top = 50.0 * frame if height >= 190.0 else 6.0
    bottom = height - (36.0 * frame if height >= 190.0 else 6.0)
    room = bottom - top
    pad = min(18.0 * frame, width * 0.03)
    pitch = (width - 2.0 * pad) / (len(widths) - 1 + LOSS_PITCH + 0.75)
    largest = max(2.0, min(0.4 * pitch, 0.15 * room, 120.0 * scale))
    fits = _fits(widths, room, pitch, largest, scale, characters)
    strips = [strip for strip, _ in fits]
    columns = [fit for _, fit in fits]

    loss_radius = max(3.0, min(0.44 * largest, 0.2 * pitch, 0.2 * room))
    loss_pixels = max(SMALLEST_PIXELS, min(VALUE_PIXELS * scale, 0.16 * pitch))
    left = pad + _overhang(columns[0], characters)
    right = pad + max(loss_radius, min(characters * CHARACTER * loss_pixels / 2.0, 0.4 * pitch))
    steps = len(widths) - 1 + LOSS_PITCH
    # Numbers beside the outputs push the loss on.
    beyond = columns[-1].text if columns[-1].numbers is Numbers.BESIDE else 0.0
    right += beyond
    pitch = max(1.0, min((width - left - right) / steps, max(3.4 * largest, 250.0 * scale)))
    start = left + max(0.0, (width - left - right - pitch * steps) / 2.0)
    middle = top + room / 2.0

    placed = tuple(
        _column(layer, strip, fit, start + layer * pitch, middle, room, pitch, bottom, height, characters)
        for layer, (strip, fit) in enumerate(zip(strips, columns, strict=True))
    )
    centre = QPointF(round(start + pitch * steps + beyond), round(middle))
    line = LINE * loss_pixels
    stem = min(18.0, max(4.0, 0.4 * loss_radius))
    half = min(0.48 * LOSS_PITCH * pitch, 0.5 * characters * CHARACTER * loss_pixels + 6.0)
    half = max(half, width - centre.x() - 2.0) if half > width - centre.x() - 2.0 else half
    loss = LossPlace(
        centre=centre,
        radius=loss_radius,
        value=QRectF(centre.x() - half, centre.y() + loss_radius + 4.0, 2.0 * half, 2.0 * line),
        targets=QRectF(centre.x() - half, top, 2.0 * half, max(0.0, centre.y() - loss_radius - stem - top)),
        pixels=loss_pixels,
    )
    return Layout(
        size=(width, height),
        scale=frame,
        title=QRectF(pad, 8.0 * frame, width - 2.0 * pad, 36.0 * frame) if height >= 190.0 else QRectF(),
        columns=placed,
        gaps=tuple(_gap(before, after) for before, after in pairwise(placed)),
        loss=loss,
        pitch=pitch,
    )


def _fits(
    widths: tuple[int, ...], room: float, pitch: float, largest: float, scale: float, characters: int
) -> list[tuple[Strip, ColumnFit]]:
    slots = int(max(5, min(13, room // (40.0 * scale))))
    last = len(widths) - 1
    result = []
    for layer, units in enumerate(widths):
        strip = strip_of(units, slots)
        share = 0.8 if layer == 0 else 1.14 if layer == last else 1.0
        result.append((strip, fit_column(strip.slots, room, pitch, largest * share, scale, characters, layer > 0)))
    return result


def fit_column(
    slots: int, room: float, pitch: float, largest: float, scale: float, characters: int, has_delta: bool
) -> ColumnFit:
    """What suits a column of so many units in so much room.

    Args:
        slots: Units, and an ellipsis if there is one.
        room: The height there is.
        pitch: From this column to the next.
        largest: The largest side of a unit.
        scale: Type size.
        characters: The longest number.
        has_delta: Whether its units have a δ to show.
    """
    each = room / slots
    first = max(SMALLEST_PIXELS, VALUE_PIXELS * scale)
    sizes = [float(pixels) for pixels in np.arange(first, SMALLEST_PIXELS - 0.01, -1.0)]
    free = max(2.0, min(largest, each - max(2.0, 0.12 * each)))
    stacked = _stacked(each, pitch, largest, sizes, characters, has_delta)
    beside = _beside(each, pitch, free, sizes, characters, has_delta)
    if stacked is not None:
        # Small type in a crowd is no gain where larger type fits beside the units.
        crowded = stacked.side < largest and stacked.pixels < 0.8 * first
        larger = beside is not None and beside.pixels >= 1.3 * stacked.pixels and beside.side >= 0.8 * stacked.side
        return beside if beside is not None and crowded and larger else stacked
    if beside is not None and beside.side >= 0.75 * free:
        return beside
    pixels = min(12.0 * max(1.0, scale), each / LINE, (pitch - free - BOX - 8.0) / (characters * CHARACTER))
    text = characters * CHARACTER * pixels + BOX
    fits = pixels >= SMALLEST_PIXELS
    return ColumnFit(free, Numbers.PASSING if fits else Numbers.NONE, max(SMALLEST_PIXELS, pixels), text=text)


def _stacked(
    each: float, pitch: float, largest: float, sizes: list[float], characters: int, has_delta: bool
) -> ColumnFit | None:
    for named in (True, False):
        for pixels in sizes:
            line = LINE * pixels
            text = (characters + (NAME_CHARACTERS if named else 0)) * CHARACTER * pixels
            side = min(largest, each - (2.0 if has_delta else 1.5) * (line + 3.0) - 0.3 * line)
            if side >= 2.0 * line and text <= 0.66 * pitch:
                return ColumnFit(side, Numbers.STACKED, pixels, named)
    return None


def _beside(
    each: float, pitch: float, free: float, sizes: list[float], characters: int, has_delta: bool
) -> ColumnFit | None:
    for pixels in sizes:
        line = LINE * pixels
        text = characters * CHARACTER * pixels + 2.0 * BOX
        side = min(free, 0.6 * pitch - text)
        if each >= line + 1.0 and side >= 0.8 * line:
            lines = 2 if has_delta and each >= 2.0 * line + 2.0 else 1
            return ColumnFit(side, Numbers.BESIDE, pixels, False, lines, text)
    return None


def _overhang(fit: ColumnFit, characters: int) -> float:
    """How far a column reaches to the left of its middle."""
    if fit.numbers is Numbers.STACKED:
        text = (characters + (NAME_CHARACTERS if fit.named else 0)) * CHARACTER * fit.pixels
        return max(fit.side, text) / 2.0
    return fit.side / 2.0


def _column(
    layer: int,
    strip: Strip,
    fit: ColumnFit,
    x: float,
    middle: float,
    room: float,
    pitch: float,
    bottom: float,
    height: float,
    characters: int,
) -> Column:
    slots = strip.slots
    line = LINE * fit.pixels
    tall = fit.side + (2.0 * line if fit.numbers is Numbers.STACKED else 0.0)
    step = min(room / slots, max(2.1 * fit.side, tall, 0.27 * room))
    side = max(2.0, float(np.floor(fit.side)))
    left = round(x - side / 2.0)
    tops = [round(middle + (slot - (slots - 1) / 2.0) * step - side / 2.0) for slot in range(slots)]
    radius = knob_radius(side)
    places = tuple(
        _place(layer, unit, fit, QRectF(left, tops[slot], side, side), pitch, characters)
        for unit, slot in zip(strip.units, strip.slot_of_place, strict=True)
    )
    ellipsis = None
    if strip.ellipsis is not None:
        ellipsis = QRectF(left, tops[strip.ellipsis], side, side)
    caption = QRectF(x - pitch / 2.0, bottom, pitch, height - bottom)
    return Column(layer, strip, fit, places, ellipsis, caption, radius)


def _place(layer: int, unit: int, fit: ColumnFit, square: QRectF, pitch: float, characters: int) -> UnitPlace:
    line = LINE * fit.pixels
    centre = square.center()
    knob = QPointF(square.left(), square.bottom() - 0.17 * square.width())
    value = delta = None
    leaves = square.right()
    if fit.numbers is Numbers.STACKED:
        reach = min(0.48 * pitch, max(square.width() / 2.0, 0.33 * pitch))
        value = QRectF(centre.x() - reach, square.bottom() + 2.0, 2.0 * reach, line)
        delta = QRectF(centre.x() - reach, square.top() - line - 2.0, 2.0 * reach, line)
    elif fit.numbers is Numbers.BESIDE:
        leaves += fit.text
        top = centre.y() - line * fit.lines / 2.0
        value = QRectF(square.right() + BOX, top, fit.text - 2.0 * BOX, line)
        delta = value.translated(0.0, line) if fit.lines == 2 else value
    elif fit.numbers is Numbers.PASSING:
        value = delta = QRectF(square.right() + BOX, centre.y() - line / 2.0, fit.text - BOX, line)
    return UnitPlace(
        layer=layer,
        unit=unit,
        square=square,
        entry=QPointF(square.left(), centre.y()),
        exit=QPointF(round(leaves), centre.y()),
        value=value,
        delta=delta if layer > 0 else None,
        knob=knob if layer > 0 and square.width() >= 9.0 else None,
        bias=_bias_box(square, knob, fit, characters) if layer > 0 else None,
    )


def knob_radius(side: float) -> float:
    """The radius of a bias's knob."""
    return min(9.0, max(2.0, 0.1 * side))


def _bias_box(square: QRectF, knob: QPointF, fit: ColumnFit, characters: int) -> QRectF | None:
    pixels = max(SMALLEST_PIXELS, 0.76 * fit.pixels)
    left = knob.x() + knob_radius(square.width()) + 2.0
    width = characters * CHARACTER * pixels
    if left + width > square.right() - 2.0:
        return None
    return QRectF(left, knob.y() - LINE * pixels / 2.0, width, LINE * pixels)


def _gap(before: Column, after: Column) -> Gap:
    sources, targets = before.places, after.places
    return Gap(
        layer=after.layer,
        x0=sources[0].exit.x(),
        x1=max(targets[0].entry.x(), sources[0].exit.x() + 1.0),
        y0=np.tile([place.exit.y() for place in sources], len(targets)),
        y1=np.repeat([place.entry.y() for place in targets], len(sources)),
        source=np.tile(before.units, len(targets)),
        target=np.repeat(after.units, len(sources)),
        widest=max(1.4, min(9.0, 0.09 * min(before.fit.side, after.fit.side))),
    )
