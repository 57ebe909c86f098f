"""What a tool makes of a drawing along a stroke; in pixels where a brush has a size, in numbers where points are."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPointF

from nnviz.engine.types import Array
from nnviz.ui.windows.data_editor.drawing import Chosen, Drawing, near_line
from nnviz.ui.windows.data_editor.tools import Tool

SPRAYED = 3
"""Points that a press of the spray gives, and each further bit of its way."""
BIT = 0.4
"""Such a bit, as a share of the brush's radius."""


class BrushStroke:
    """A stroke of a brush, from its press to its release.

    Args:
        before: The drawing that it begins on.
        target: The chosen class or number.
        radius: Of the brush, in pixels.
        to_pixels: Where places of the board, shape (places, 2), are in the widget.
        to_numbers: The other way round.
        inside: Which places in the widget are on the board.
    """

    def __init__(
        self,
        tool: Tool,
        before: Drawing,
        target: float,
        radius: float,
        to_pixels: Callable[[Array], Array],
        to_numbers: Callable[[Array], Array],
        inside: Callable[[Array], Chosen],
        generator: np.random.Generator,
    ) -> None:
        self._tool, self._before, self._target, self._radius = tool, before, target, radius
        self._to_numbers, self._inside, self._generator = to_numbers, inside, generator
        self._places = to_pixels(before.places)
        self._touched: Chosen = np.zeros(len(before), dtype=bool)
        self._last: QPointF | None = None
        self._way = 0.0
        self.drawing = before

    def to(self, place: QPointF) -> Drawing:
        """Go on to a place in the widget, and give what comes of it. Each point is touched once in a stroke."""
        start = self._last if self._last is not None else place
        if self._tool is Tool.SPRAY:
            self._spray(start, place)
        else:
            touched = self._touched | near_line(self._places, start.toTuple(), place.toTuple(), self._radius)
            if touched.sum() > self._touched.sum():
                self._touched = touched
                self.drawing = self._changed(touched)
        self._last = place
        return self.drawing

    def _changed(self, touched: Chosen) -> Drawing:
        if self._tool is Tool.ERASE:
            return self._before.removed(touched)
        if self._tool is Tool.WRONG:
            return self._before.mislabelled(touched)
        return self._before.painted(touched, self._target)

    def _spray(self, start: QPointF, end: QPointF) -> None:
        step = end - start
        self._way += float(np.hypot(step.x(), step.y()))
        bit = BIT * self._radius
        bits = 1 if self._last is None else int(self._way // bit)
        if bits == 0:
            return
        if self._last is not None:
            self._way -= bits * bit
        count = SPRAYED * bits
        along = self._generator.uniform(0.0, 1.0, count)
        angle = self._generator.uniform(0.0, 2.0 * np.pi, count)
        reach = self._radius * np.sqrt(self._generator.uniform(0.0, 1.0, count))
        places = np.column_stack(
            (
                start.x() + along * step.x() + reach * np.cos(angle),
                start.y() + along * step.y() + reach * np.sin(angle),
            )
        )
        places = places[self._inside(places)]
        if len(places):
            self.drawing = self.drawing.added(self._to_numbers(places), self._target)
