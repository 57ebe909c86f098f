"""Where things stand, and which units are shown: the values that a layout is made of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from nnviz.engine.types import Array
from nnviz.ui.diagram.column_fit import ColumnFit

ALWAYS_SHOWN = 16
"""Layers up to this width are never cut."""


@dataclass(frozen=True)
class Strip:
    """The units of a layer that are shown, from top to bottom.

    Attributes:
        units: Their numbers.
        hidden: How many are left out.
        ellipsis: Before which place among ``units`` the ellipsis stands; ``None`` where nothing is left out.
        gap: How many slots high it is.
    """

    units: tuple[int, ...]
    hidden: int = 0
    ellipsis: int | None = None
    gap: int = 1

    @property
    def slots(self) -> int:
        """How many places the column needs, the ellipsis included."""
        return len(self.units) + (self.gap if self.ellipsis is not None else 0)

    @property
    def slot_of_place(self) -> tuple[int, ...]:
        """The slot of each unit that is shown."""
        if self.ellipsis is None:
            return tuple(range(len(self.units)))
        return tuple(place + self.gap * (place >= self.ellipsis) for place in range(len(self.units)))


def strip_of(width: int, slots: int, gap: int = 1) -> Strip:
    """The units to show of a layer, when there is room for so many slots; a gap of several is for a picture."""
    if gap == 1 and width <= ALWAYS_SHOWN:
        return Strip(tuple(range(width)))
    shown = max(2, min(ALWAYS_SHOWN, slots, width) - gap)
    first = (shown + 1) // 2
    units = (*range(first), *range(width - (shown - first), width))
    return Strip(units, width - shown, first, gap)


@dataclass(frozen=True)
class NameRoom:
    """How wide the room for what inputs and outputs stand for is to be, and how large its type; 0 for none.

    Attributes:
        within: Whether the outputs' names may stand in their units, where they have no room beside them.
        pictured: Whether the inputs are the pixels of a picture, which is shown in place of most of them.
    """

    inputs: float = 0.0
    input_pixels: float = 0.0
    outputs: float = 0.0
    output_pixels: float = 0.0
    within: bool = False
    pictured: bool = False


NO_NAME_ROOM = NameRoom()


@dataclass(frozen=True)
class UnitPlace:
    """One unit on screen.

    Attributes:
        square: The unit itself.
        value, delta: Room for its numbers; the same room where only one of them fits; ``None`` where none does.
        knob: The middle of the bias's knob; ``None`` for inputs.
        bias: Room for the bias's number, beside the knob and in the unit; ``None`` where there is none.
        name: Room for what an input or an output stands for; ``None`` where there is none.
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
    name: QRectF | None = None


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
        characters: The longest number that there is room for.
        name_pixels: The size of the names of inputs and of outputs.
        picture: Room for the picture that the inputs are the pixels of; ``None`` where they have names, or nothing.
    """

    size: tuple[float, float]
    scale: float
    title: QRectF
    columns: tuple[Column, ...]
    gaps: tuple[Gap, ...]
    loss: LossPlace
    pitch: float
    characters: int
    name_pixels: tuple[float, float] = (0.0, 0.0)
    picture: QRectF | None = None

    def gap(self, layer: int) -> Gap:
        """The edges that lead to a layer."""
        return self.gaps[layer - 1]

    def place(self, layer: int, unit: int) -> UnitPlace | None:
        """A unit's place; ``None`` where it is not shown."""
        if not 0 <= layer < len(self.columns):
            return None
        return next((place for place in self.columns[layer].places if place.unit == unit), None)


def has_as_many_numbers(one: Layout, other: Layout) -> bool:
    """Whether the numbers of every column stand in the same places."""
    return all(mine.fit.numbers == its.fit.numbers for mine, its in zip(one.columns, other.columns, strict=True))


def as_roomy(one: Layout, other: Layout) -> bool:
    """Whether one layout has type as large, units as large and numbers in the same places as another."""
    return all(
        (mine.fit.numbers, mine.fit.named, mine.fit.pixels) == (its.fit.numbers, its.fit.named, its.fit.pixels)
        and mine.fit.side >= its.fit.side
        for mine, its in zip(one.columns, other.columns, strict=True)
    )
