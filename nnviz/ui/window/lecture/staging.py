"""What stands on the stage, as a value that is kept with the run: the lecture and its place, strokes, counted hands."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from nnviz.lecture.values import Lecture
from nnviz.sessions.on_stage import Given, OnStage
from nnviz.ui.look.look import Look
from nnviz.ui.window.lecture.lectures import Lectures
from nnviz.ui.window.lecture.lecturing import Lecturing
from nnviz.ui.window.lecture.pointing import Pointing


class Staging(QObject):
    """Says what stands there, and puts it there again.

    Signals:
        changed(): It is something else now.
    """

    changed = Signal()

    def __init__(
        self, look: Look, lectures: Lectures, lecturing: Lecturing, pointing: Pointing, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._look, self._lectures, self._lecturing, self._pointing = look, lectures, lecturing, pointing
        for news in (lecturing.moved, lecturing.departure.changed, lecturing.hands.changed, pointing.glass.drawn):
            news.connect(self.changed)

    @property
    def now(self) -> OnStage:
        """All of it."""
        hands, ink = self._lecturing.hands, self._pointing.glass.ink
        return OnStage(given=self._given(), drawings=ink.drawings, counted=hands.counted)

    def _given(self) -> Given | None:
        here = self._lectures.here
        if here is None or here.mark.scene is None:
            return None
        return Given(
            lecture=here.name,
            scene=here.mark.scene,
            cue=here.mark.cue,
            asking=here.mark.asking,
            language=self._lecturing.language,
            tour=not self._look.presenting,
            left=self._lecturing.departure.left,
        )

    def take_up(self, stage: OnStage, lecture: Lecture | None) -> None:
        """Have the strokes again, and the hands that were counted in a lecture; to begin it is another matter."""
        scenes = lecture.scenes if lecture is not None else ()
        self._pointing.take_up(stage.drawings)
        self._lecturing.hands.take_up(stage.counted, [ask for scene in scenes for ask in scene.asks])
