"""Unit maps as pictures: one pass over a table of colours for all units of the network."""

from __future__ import annotations

from math import prod

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor, QImage

from nnviz.engine.analysis.responses import Map, ResponseMaps
from nnviz.engine.networks.network import Architecture
from nnviz.engine.types import Array
from nnviz.ui.look.theme import Theme

COLOURS = 256


class MapImages:
    """Pictures of response maps, with room that is used again for the next ones.

    The pictures of one ``make`` are valid until the next.
    """

    def __init__(self) -> None:
        self._shapes: list[tuple[int, ...]] = []
        self._numbers: list[Map] = []
        self._pixels: list[npt.NDArray[np.uint32]] = []
        self._images: list[list[QImage]] = []
        self._table: npt.NDArray[np.uint32] = np.zeros(0, dtype=np.uint32)
        self._class_tables: dict[int, npt.NDArray[np.uint32]] = {}
        self._theme: Theme | None = None

    def make(self, maps: ResponseMaps, architecture: Architecture, theme: Theme) -> list[list[QImage]]:
        """A picture of every unit, by layer (the inputs first) and unit."""
        if theme is not self._theme:
            self._theme, self._table = theme, colour_table(theme)
            self._class_tables.clear()
        if self._shapes != (shapes := [layer.shape for layer in maps.layers]):
            self._make_room(shapes)
        with np.errstate(all="ignore"):
            for number, (layer, part, pixels) in enumerate(zip(maps.layers, self._numbers, self._pixels, strict=True)):
                offset, factor = _scale(maps, architecture, number)
                np.multiply(layer, np.float32(factor), out=part)
                part += np.float32(offset)
                # fmin and fmax turn what is not a number into a colour too.
                np.fmin(part, np.float32(COLOURS - 1), out=part)
                np.fmax(part, np.float32(0.0), out=part)
                places = part.astype(np.uint8)
                if number == architecture.layers and architecture.output.is_coupled:
                    # Each output has a class: its share is told in the colour that the class has everywhere.
                    for label, (place, picture) in enumerate(zip(places, pixels, strict=True)):
                        np.take(self._class_table(label), place, out=picture, mode="clip")
                else:
                    np.take(self._table, places, out=pixels, mode="clip")
        return self._images

    def _class_table(self, label: int) -> npt.NDArray[np.uint32]:
        if label not in self._class_tables:
            assert self._theme is not None
            self._class_tables[label] = class_table(self._theme, label)
        return self._class_tables[label]

    def _make_room(self, shapes: list[tuple[int, ...]]) -> None:
        self._shapes = shapes
        # A layer's colours are found in the room of the largest one.
        room = np.empty(max(map(prod, shapes)), dtype=np.float32)
        self._numbers = [room[: prod(shape)].reshape(shape) for shape in shapes]
        self._pixels = [np.zeros(shape, dtype=np.uint32) for shape in shapes]
        self._images = [
            [QImage(unit.data, len(unit), len(unit), 4 * len(unit), QImage.Format.Format_RGB32) for unit in pixels]
            for pixels in self._pixels
        ]


def _scale(maps: ResponseMaps, architecture: Architecture, layer: int) -> tuple[float, float]:
    """Offset and factor that bring a layer's answers onto the table: its middle is no answer."""
    low, high = colour_range(maps, architecture, layer)
    factor = (COLOURS - 1) / (high - low)
    return (COLOURS - 1) / 2.0 - factor * (high + low) / 2.0 + 0.5, factor


def colour_range(maps: ResponseMaps, architecture: Architecture, layer: int) -> tuple[float, float]:
    """From which answer of a layer to which the colours go; 0 is the inputs."""
    return range_of(maps.layers[layer], architecture, layer)


def range_of(answers: Map | Array, architecture: Architecture, layer: int) -> tuple[float, float]:
    """From the least that a layer, of which these are all answers, can answer to the most: its bounds if it has any."""
    low, high = -np.inf, np.inf
    if layer > 0:
        last = layer == architecture.layers
        low, high = architecture.output.limits if last else architecture.hidden[layer - 1].limits
    if not (np.isfinite(low) and np.isfinite(high)):
        # Without bounds, the largest answer of the layer gets the strongest colour.
        high = float(np.max(np.abs(answers), initial=0.0))
        high = high if np.isfinite(high) and high > 0.0 else 1.0
        low = -high
    return low, high


def colour_table(theme: Theme, strength: float = 1.0) -> npt.NDArray[np.uint32]:
    """Colours from the most negative answer over none to the most positive one, as opaque RGB.

    With less than full strength they are pale: what lies on them stands out.
    """
    place = np.linspace(-1.0, 1.0, COLOURS)
    ends = np.where(place[:, None] < 0.0, _channels(theme.map_negative), _channels(theme.map_positive))
    return _mixed(theme, ends, strength * np.abs(place)[:, None] ** 0.9)


def class_table(theme: Theme, label: int) -> npt.NDArray[np.uint32]:
    """Colours from no share of a class to all of it, as opaque RGB."""
    share = np.linspace(0.0, 1.0, COLOURS)[:, None] ** 0.9
    return _mixed(theme, theme.class_colour(label).name(), share)


def _mixed(theme: Theme, ends: str | npt.NDArray[np.float64], share: npt.NDArray[np.float64]) -> npt.NDArray[np.uint32]:
    zero = _channels(theme.map_zero)
    end = _channels(ends) if isinstance(ends, str) else ends
    mixed = np.rint(zero + (end - zero) * share).astype(np.uint32)
    return (0xFF000000 | mixed[:, 0] << 16 | mixed[:, 1] << 8 | mixed[:, 2]).astype(np.uint32)


def _channels(name: str) -> npt.NDArray[np.float64]:
    colour = QColor(name)
    return np.array([colour.red(), colour.green(), colour.blue()], dtype=np.float64)
