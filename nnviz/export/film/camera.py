"""Takes the frames of a film off a window that nobody sees."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from nnviz.export.film.frames import Frame
from nnviz.export.picture import Drawn


class Camera:
    """Turns what is on screen into frames.

    Args:
        drawn: The window.
        fps: Frames a second.
    """

    def __init__(self, drawn: Drawn, fps: Fraction) -> None:
        self._drawn, self._diagram, self._fps = drawn, drawn.window.diagram, fps

    def ticks(self, seconds: float) -> int:
        """How many frames of the film that is."""
        return round(seconds * float(self._fps))

    def passing(self) -> Frame:
        """What is on screen, on the way to something else."""
        return Frame(self._drawn.pixels(), 1, passes=True)

    def step(self, moving: float, resting: float) -> Iterator[Frame]:
        """What is on screen: its step is animated for so many seconds, and then it stands for so many more."""
        still = self._drawn.pixels()
        count = self.ticks(moving) if self._diagram.isVisible() else 0
        for tick in range(count):
            self._diagram.show_share(tick / count)
            yield Frame(self._drawn.pixels(), 1)
        self._diagram.show_share(1.0)
        yield Frame(still, max(1, self.ticks(resting)))
