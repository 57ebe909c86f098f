"""What inputs and outputs stand for, written beside them where there is room; pixels as a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from nnviz.ui.diagram.column_fit import LINE
from nnviz.ui.diagram.lettering import CENTRE, LEFT, RIGHT, Lettering
from nnviz.ui.diagram.painting import Painting
from nnviz.ui.diagram.places import ALWAYS_SHOWN, NameRoom, UnitPlace
from nnviz.ui.look.look import Look
from nnviz.ui.names.units import UnitNames

NAME_PIXELS = 14.0
"""Of a name where there is room; it shrinks to ``SMALLEST_NAME``, on a stage less, and then it is left out."""

SMALLEST_NAME = 10.0
SIZES = 4
"""So many sizes of type are tried, from the largest to the smallest."""

HIGHEST_SHARE = 0.24
"""Of a unit's height, for a name in it."""

INPUT_SHARE, OUTPUT_SHARE = 0.17, 0.12
"""Of the diagram's width, that names may take."""


def rooms(
    names: UnitNames, widths: tuple[int, ...], lettering: Lettering, width: float, look: Look, pictured: bool
) -> Iterator[NameRoom]:
    """The room that names want at both sides of a network in a diagram so wide, and then what may be had instead.

    The names of outputs get briefer, or stand in their units; type gets smaller; the names of one side go, then all.
    ``pictured`` inputs have no names.
    """
    last = len(widths) - 1
    inputs = [] if pictured else [names.of(0, unit, last) for unit in _shown(widths[0])]
    outputs = [names.of(last, unit, last) for unit in _shown(widths[last])]
    brief = [names.brief(last, unit, last) for unit in _shown(widths[last])]
    least = smallest_name(look)
    for largest in np.linspace(max(least, NAME_PIXELS * look.factor), least, SIZES).tolist():
        room = NameRoom(
            *_fitting(inputs, lettering, INPUT_SHARE * width, largest, least),
            *_fitting(outputs, lettering, OUTPUT_SHARE * width, largest, least),
            pictured=pictured,
        )
        yield room
        if brief != outputs:
            yield replace(room, outputs=max(lettering.width(text, "body", room.output_pixels) for text in brief))
        yield replace(room, outputs=0.0, output_pixels=least, within=True)
    yield replace(room, inputs=0.0)
    yield NameRoom(pictured=pictured)


def _shown(units: int) -> Sequence[int]:
    """Those of a layer's units that a diagram shows at most."""
    half = ALWAYS_SHOWN // 2
    return range(units) if units <= ALWAYS_SHOWN else (*range(half), *range(units - half, units))


def smallest_name(look: Look) -> float:
    """The size of type below which names are left out."""
    return float(look.least_pixels) if look.presenting else SMALLEST_NAME


def _fitting(
    texts: Sequence[str], lettering: Lettering, limit: float, largest: float, least: float
) -> tuple[float, float]:
    """How wide and how large the names of a column are: all of them in one size, or those that fit in the smallest."""
    for pixels in (largest, *range(int(largest) - 1, int(least) - 1, -1)):
        wide = [lettering.width(text, "body", pixels) for text in texts if text]
        if max(wide, default=0.0) <= limit:
            return max(wide, default=0.0), float(pixels)
    return max((each for each in wide if each <= limit), default=0.0), least


def paint_names(painter: QPainter, painting: Painting) -> None:
    """Write the names of inputs and outputs that fit into their places, and paint the picture of the inputs."""
    for name in names_of(painting):
        ground, colour = painting.colour("card", 0.8) if name.within else None, painting.colour("text_muted")
        painting.lettering.write(
            painter, name.box, name.text, "body", name.pixels, colour, name.align, ground, name.within
        )
    box = painting.layout.picture
    if box is not None:
        if painting.picture is not None:
            painter.drawImage(box, painting.picture)
        in_play = painting.state.units[0].in_play
        painter.setPen(QPen(painting.colour(painting.work_role if in_play else "axis"), 2.0 if in_play else 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(box))


def _pixels_within(painting: Painting, last: int, room: float) -> float:
    """How large names in their units are: as large as the longest can be, and as leaves the unit to be seen."""
    column, width = painting.layout.columns[last], painting.lettering.width
    names = [painting.names.of(last, unit, last) for unit in column.strip.units]
    largest = min(column.fit.pixels, HIGHEST_SHARE * column.fit.side / LINE)
    least = smallest_name(painting.look)
    sizes = range(int(largest), int(least), -1)
    return next((float(size) for size in sizes if all(width(n, "body", size) <= room for n in names)), least)


class Name(NamedTuple):
    """What an input or an output stands for, and where that is written."""

    place: UnitPlace
    box: QRectF
    text: str
    pixels: float
    align: float
    within: bool


def names_of(painting: Painting) -> Iterator[Name]:
    """The names that fit into their places, each in its longest wording; there is room for the widest that fits."""
    last, width = len(painting.layout.columns) - 1, painting.lettering.width
    for place in (*painting.layout.columns[0].places, *painting.layout.columns[last].places):
        box, is_input = place.name, place.layer == 0
        if box is None:
            continue
        pixels, within = painting.layout.name_pixels[not is_input], place.square.contains(box)
        if within:
            pixels = _pixels_within(painting, last, box.width())
            box = QRectF(box.x(), box.y(), box.width(), LINE * pixels)
        names, which = painting.names, (place.layer, place.unit, last)
        wordings = (names.of(*which), names.brief(*which))
        text = next((each for each in wordings if each and width(each, "body", pixels) <= box.width() + 0.5), None)
        if text is not None:
            yield Name(place, box, text, pixels, CENTRE if within else RIGHT if is_input else LEFT, within)
