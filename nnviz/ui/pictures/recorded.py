"""What is on screen kept as strokes, from which pictures of every kind are made later, of that one moment."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintDevice, QPainter

from nnviz.ui.pictures.kinds import Sitter
from nnviz.ui.pictures.strokes import Strokes

FINENESS = 2
"""What is painted by way of pixels has so many for each of the screen's."""


@dataclass(frozen=True, eq=False)
class Recorded(Sitter):
    """A sitter as it was when this was made, with the ground that it lies on."""

    _strokes: Strokes = field(default_factory=Strokes, init=False)
    _size: QSize = field(default_factory=QSize, init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_size", self.widget.size())
        Sitter(self.widget, self.look, self.title).paint(self._strokes, FINENESS)

    @property
    def size(self) -> QSize:
        return self._size

    def paint(self, device: QPaintDevice, zoom: float = 1.0) -> None:
        with QPainter(device) as painter:
            painter.scale(zoom / FINENESS, zoom / FINENESS)
            self._strokes.paint_on(painter)
