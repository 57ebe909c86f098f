"""Films of the window: frame after frame drawn by the same widgets, at places in time, not grabbed as time passes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol, Self

from msgspec.structs import replace
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter, QPixmap

from nnviz.engine.experiment import Experiment
from nnviz.engine.networks.network import Architecture
from nnviz.engine.training.record.phases import phases_of
from nnviz.engine.training.record.steps import Grain, Step, Walk
from nnviz.export.frames import Frame
from nnviz.export.picture import Drawn
from nnviz.language import SOURCE
from nnviz.recordings.reading import Recording
from nnviz.sessions.session import Session
from nnviz.ui.session.pace import step_milliseconds
from nnviz.view import At, View, place_of

REST_SECONDS = 0.4
"""How long a step stands still after it has been animated, to be read."""

END_SECONDS = 1.5
"""How long the last picture stands."""


class Course(Protocol):
    """What a film goes through."""

    @property
    def grain(self) -> Grain:
        """How finely."""

    def places(self, widths: tuple[int, ...], batches: int) -> list[At]:
        """The places in time, in their order.

        Args:
            widths: Of the network, the inputs first.
            batches: Iterations in an epoch.
        """

    def animated(self, at: At, layers: int) -> float:
        """How many seconds the way to a place takes; 0 where one is there at once."""


@dataclass(frozen=True)
class Updates:
    """Some iterations, step by step.

    Attributes:
        first: Where it begins, counted from 0.
        count: How many.
        grain: How finely.
    """

    first: int
    count: int
    grain: Grain

    def places(self, widths: tuple[int, ...], batches: int) -> list[At]:
        """Every step of every iteration."""
        steps = list(_steps(Walk(widths), self.grain))
        iterations = range(self.first, self.first + self.count)
        return [place_of(iteration, step, len(widths) - 1) for iteration in iterations for step in steps]

    def animated(self, at: At, layers: int) -> float:
        """As long as it takes in the window."""
        kind = next(phase.kind for phase in phases_of(layers) if phase.name == at.phase)
        return step_milliseconds(kind, self.grain) / 1000


@dataclass(frozen=True)
class Epochs:
    """Training, a frame for an epoch.

    Attributes:
        first: The epochs after which it begins; 0 is before the first update.
        last: Those after which it ends.
        every: A frame for so many epochs.
    """

    first: int
    last: int
    every: int = 1
    grain: Grain = Grain.ITERATION

    def places(self, widths: tuple[int, ...], batches: int) -> list[At]:
        """The end of each epoch, the last one in any case."""
        ends = [*range(self.first, self.last, self.every), self.last]
        return [At(iteration=end * batches - 1, phase="update") if end else At() for end in ends]

    def animated(self, at: At, layers: int) -> float:
        """Nothing moves but what has been learned."""
        return 0.0


def _steps(walk: Walk, grain: Grain) -> Iterator[Step]:
    step: Step | None = walk.first(grain)
    while step is not None:
        yield step
        step = walk.after(step, grain)


class Filming:
    """A window that nobody sees, brought from place to place of a run.

    Args:
        opened: A complete experiment, or a session: its run is gone along, with what happened there.
        view: What is on screen; its place in time is the film's.
        course: What the film goes through.
        size: Width and height in pixels.
        theme: ``light``, ``dark`` or ``projector``.
        fps: Frames a second.
        scale: Of the type.
        language: What is spoken.
    """

    def __init__(
        self,
        opened: Experiment | Session | Recording,
        view: View,
        course: Course,
        size: tuple[int, int],
        theme: str,
        fps: Fraction,
        scale: float = 1.0,
        language: str = SOURCE,
    ) -> None:
        self._opened, self._view, self._course, self._fps = opened, view, course, fps
        experiment = opened if isinstance(opened, Experiment) else opened.experiment
        self._widths = Architecture.of(experiment).widths
        self._drawn = Drawn(size, theme, scale, "png", language)
        self.shown = 0

    def __enter__(self) -> Self:
        self._drawn.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self._drawn.__exit__()

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
        for at in places:
            drawn.show(replace(self._view, at=at))
            still = drawn.window.grab()
            seconds = self._course.animated(at, len(self._widths) - 1)
            moving = round(seconds * float(self._fps))
            for tick in range(moving):
                yield Frame(_pixels(self._on_the_way(still, tick / moving)), 1)
            drawn.window.diagram.show_share(1.0)
            self.shown += 1
            resting = END_SECONDS if at is places[-1] else REST_SECONDS if seconds else 0.0
            yield Frame(_pixels(still), max(1, round(resting * float(self._fps))))

    def _on_the_way(self, still: QPixmap, share: float) -> QPixmap:
        """The picture of a place while its step is animated; nothing but the diagram moves."""
        diagram = self._drawn.window.diagram
        diagram.show_share(share)
        picture = QPixmap(still)
        with QPainter(picture) as painter:
            painter.drawPixmap(diagram.mapTo(self._drawn.window, QPoint()), diagram.grab())
        return picture


def _pixels(picture: QPixmap) -> bytes:
    return bytes(picture.toImage().convertToFormat(QImage.Format.Format_RGB32).constBits())
