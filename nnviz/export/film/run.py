"""Films of a run: updates step by step, or training epoch by epoch."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from msgspec.structs import replace

from nnviz.engine.experiment import Experiment
from nnviz.engine.networks.network import Architecture
from nnviz.export.film.camera import Camera
from nnviz.export.film.courses import Course
from nnviz.export.film.frames import Frame
from nnviz.export.picture import Drawn
from nnviz.recordings.reading import Recording
from nnviz.sessions.session import Session
from nnviz.view import View

REST_SECONDS = 0.4
"""How long a step stands still after it has been animated, to be read."""

END_SECONDS = 1.5
"""How long the last picture stands."""


class Filming:
    """A window that nobody sees is brought from place to place of a run.

    Args:
        drawn: The window.
        opened: A complete experiment, or a session: its run is gone along, with what happened there.
        view: What is on screen; its place in time is the film's.
        course: What the film goes through.
        fps: Frames a second.
    """

    def __init__(
        self, drawn: Drawn, opened: Experiment | Session | Recording, view: View, course: Course, fps: Fraction
    ) -> None:
        self._drawn, self._opened, self._view, self._course, self._fps = drawn, opened, view, course, fps
        experiment = opened if isinstance(opened, Experiment) else opened.experiment
        self._widths = Architecture.of(experiment).widths
        self.shown = 0

    @property
    def count(self) -> int:
        """How many places it goes to; ``shown`` is how many it has been at."""
        return len(self._course.places(self._widths, batches=1))

    def frames(self) -> Iterator[Frame]:
        """Every frame, as it is drawn.

        Raises:
            PlaceError: The run has not what the view or the course names.
        """
        drawn = self._drawn
        drawn.open(self._opened)
        run = drawn.controller.run
        assert run is not None, "it has just been opened"
        places = self._course.places(self._widths, run.batches_per_epoch)
        camera = Camera(drawn, self._fps)
        for at in places:
            passes = drawn.controller.viewing.passing = self._course.passes(at) and at is not places[-1]
            drawn.show(replace(self._view, at=at))
            self.shown += 1
            if passes:
                yield camera.passing()
                continue
            moving = self._course.animated(at, len(self._widths) - 1)
            resting = END_SECONDS if at is places[-1] else REST_SECONDS if moving else 0.0
            yield from camera.step(moving, resting)
