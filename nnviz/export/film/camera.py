"""Takes the frames of a film off a window that nobody sees."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QWidget

from nnviz.export.film.frames import Frame
from nnviz.export.picture import Drawn
from nnviz.ui.pictures.kinds import Sitter, image_of


class Camera:
    """Turns what is on screen into frames.

    Args:
        drawn: The window.
        fps: Frames a second.
    """

    def __init__(self, drawn: Drawn, fps: Fraction) -> None:
        self._window, self._diagram, self._fps = drawn.window, drawn.window.diagram, fps
        self._sitter = Sitter(drawn.window, drawn.look)

    def ticks(self, seconds: float) -> int:
        """How many frames of the film that is."""
        return round(seconds * float(self._fps))

    def passing(self) -> Frame:
        """What is on screen, on the way to something else."""
        image = image_of(self._sitter)
        return Frame(bytes(image.constBits()), 1, passes=True)

    def step(self, moving: float, resting: float) -> Iterator[Frame]:
        """What is on screen: its step is animated for so many seconds, and then it stands for so many more."""
        image = image_of(self._sitter)
        still = bytes(image.constBits())
        count = self.ticks(moving) if self._diagram.isVisible() else 0
        corner = self._diagram.mapTo(self._window, QPoint())
        for tick in range(count):
            # Nothing but the diagram moves.
            self._diagram.show_share(tick / count)
            with QPainter(image) as painter:
                self._diagram.render(painter, corner, QRegion(), QWidget.RenderFlag.DrawChildren)
            yield Frame(bytes(image.constBits()), 1)
        self._diagram.show_share(1.0)
        yield Frame(still, max(1, self.ticks(resting)))
