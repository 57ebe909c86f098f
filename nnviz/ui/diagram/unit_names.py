"""What inputs and outputs stand for, written beside them where there is room; pixels as a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

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
    last = len(painting.layout.columns) - 1
    for layer in (0, last):
        for place in painting.layout.columns[layer].places:
            if place.name is not None:
                _paint_name(painter, painting, place, place.name, last)
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


def _paint_name(painter: QPainter, painting: Painting, place: UnitPlace, box: QRectF, last: int) -> None:
    """The longest wording that fits; room for names is as wide as the widest that fits."""
    is_input, lettering = place.layer == 0, painting.lettering
    pixels = painting.layout.name_pixels[not is_input]
    within = place.square.contains(box)
    if within:
        pixels = _pixels_within(painting, last, box.width())
        box = QRectF(box.x(), box.y(), box.width(), LINE * pixels)
    for text in (painting.names.of(place.layer, place.unit, last), painting.names.brief(place.layer, place.unit, last)):
        if text and lettering.width(text, "body", pixels) <= box.width() + 0.5:
            align = CENTRE if within else RIGHT if is_input else LEFT
            ground = painting.colour("card", 0.8) if within else None
            lettering.write(painter, box, text, "body", pixels, painting.colour("text_muted"), align, ground, within)
            return
