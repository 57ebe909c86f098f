"""Films of a lecture's scene: its cues one after the other, with their captions and questions, as they are given."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from nnviz.export.film.camera import Camera
from nnviz.export.film.frames import Frame
from nnviz.export.giving import given
from nnviz.export.picture import Drawn
from nnviz.language import SOURCE
from nnviz.lecture.states import States
from nnviz.lecture.values import Lecture, Scene
from nnviz.ui.session.pace import step_milliseconds
from nnviz.ui.stage.script import Script, Spot

FIRST_WIDE = "\u2e80"
"""From this character on a character is about a word."""
READ_SECONDS = 1.0 / 17.0
READ_SECONDS_WIDE = 1.0 / 6.0
"""What a character takes to be read."""
LEAST_SECONDS, MOST_SECONDS = 2.5, 15.0
"""How long a cue stands at least, and at most."""
THINKING_SECONDS = 4.0
"""What a question takes besides being read."""


class SceneFilming:
    """A scene is given in a window that nobody sees.

    Args:
        drawn: The window.
        scene: The scene.
        fps: Frames a second.
        language: Of the captions.
    """

    def __init__(self, drawn: Drawn, scene: Scene, fps: Fraction, language: str = SOURCE) -> None:
        self._lecture = Lecture(format="nnviz-lecture/1", title=scene.title, scenes=(scene,))
        self._drawn, self._fps, self._language = drawn, fps, language
        self._states = States()
        self.count = len(scene.cues) + len(scene.asks)
        """How many cues and questions there are; ``shown`` is how many have been."""
        self.shown = 0

    def frames(self) -> Iterator[Frame]:
        """Every frame, as it is drawn.

        Raises:
            PlaceError: A cue cannot be there.
        """
        camera, before = Camera(self._drawn, self._fps), None
        for script in given(self._drawn, self._lecture, self._language):
            yield from self._training(camera)
            yield from camera.step(self._moving(script.here, before), self._seconds(script))
            self.shown += 1
            before = script.here

    def _training(self, camera: Camera) -> Iterator[Frame]:
        """Training that is watched, as long as that may take."""
        lecturing = self._drawn.window.lecturing
        count = camera.ticks(lecturing.watched_seconds)
        for tick in range(count):
            lecturing.show_share(tick / count)
            self._drawn.complete()
            yield camera.passing()
        self._drawn.be_there()

    def _moving(self, spot: Spot, before: Spot | None) -> float:
        """How many seconds the way takes to a cue that is another step of the same update; 0 for any other cue."""
        moment = self._drawn.controller.moment
        if before is None or moment is None or spot.ask is not None or spot.cue == 1:
            return 0.0
        here, there = (self._states.of(spot.scene, cue) for cue in (spot.cue, spot.cue - 1))
        steps = here.view.at != there.view.at and here.sides == there.sides
        return step_milliseconds(moment.phase.kind, moment.grain) / 1000 if steps else 0.0

    def _seconds(self, script: Script) -> float:
        """How long it stands: as long as it takes to be read, and to think of a question."""
        spot, language = script.here, self._language
        if spot.ask is not None:
            texts = [spot.ask.text, *spot.ask.answers]
            return THINKING_SECONDS + sum(reading_seconds(text.text(language)) for text in texts)
        cue, answered = spot.scene.cues[spot.cue - 1], script.answered()
        texts = [cue.say, cue.more if cue.more.text(language) or answered is None else answered.why]
        if spot.scene.kind == "text":
            texts.append(spot.scene.text)
        seconds = sum(reading_seconds(text.text(language)) for text in texts)
        return min(max(1.0 + seconds, LEAST_SECONDS), MOST_SECONDS)


def reading_seconds(text: str) -> float:
    """How long a text takes to be read."""
    wide = sum(character >= FIRST_WIDE for character in text)
    return wide * READ_SECONDS_WIDE + (len(text) - wide) * READ_SECONDS
