"""Unit maps as pictures: one pass over a table of colours for all units of the network."""

from __future__ import annotations

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
        self._numbers = np.zeros((0, 0, 0), dtype=np.float32)
        self._pixels: npt.NDArray[np.uint32] = np.zeros((0, 0, 0), dtype=np.uint32)
        self._images: list[QImage] = []
        self._table: npt.NDArray[np.uint32] = np.zeros(0, dtype=np.uint32)
        self._class_tables: dict[int, npt.NDArray[np.uint32]] = {}
        self._theme: Theme | None = None

    def make(self, maps: ResponseMaps, architecture: Architecture, theme: Theme) -> list[list[QImage]]:
        """A picture of every unit, by layer (the inputs first) and unit."""
        if theme is not self._theme:
            self._theme, self._table = theme, colour_table(theme)
            self._class_tables.clear()
        units = sum(len(layer) for layer in maps.layers)
        side = maps.layers[0].shape[-1]
        if self._numbers.shape != (units, side, side):
            self._make_room(units, side)
        start = 0
        with np.errstate(all="ignore"):
            for number, layer in enumerate(maps.layers):
                offset, factor = _scale(maps, architecture, number)
                part = self._numbers[start : start + len(layer)]
                np.multiply(layer, np.float32(factor), out=part)
                part += np.float32(offset)
                start += len(layer)
            # fmin and fmax turn what is not a number into a colour too.
            np.fmin(self._numbers, np.float32(COLOURS - 1), out=self._numbers)
            np.fmax(self._numbers, np.float32(0.0), out=self._numbers)
            numbers = self._numbers.astype(np.uint8)
            np.take(self._table, numbers, out=self._pixels, mode="clip")
            if architecture.output.is_coupled:
                # Each output has a class: its share is told in the colour that the class has everywhere.
                last = units - len(maps.layers[-1])
                for label in range(units - last):
                    table = self._class_table(label)
                    np.take(table, numbers[last + label], out=self._pixels[last + label], mode="clip")
        images, result = iter(self._images), []
        for layer in maps.layers:
            result.append([next(images) for _ in range(len(layer))])
        return result

    def _class_table(self, label: int) -> npt.NDArray[np.uint32]:
        if label not in self._class_tables:
            assert self._theme is not None
            self._class_tables[label] = class_table(self._theme, label)
        return self._class_tables[label]

    def _make_room(self, units: int, side: int) -> None:
        self._numbers = np.zeros((units, side, side), dtype=np.float32)
        self._pixels = np.zeros((units, side, side), dtype=np.uint32)
        self._images = [
            QImage(self._pixels[unit].data, side, side, side * 4, QImage.Format.Format_RGB32) for unit in range(units)
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
