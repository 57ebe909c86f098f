"""After a crash, a closed lid or a dead battery, a lecture goes on where it was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from nnviz.lecture.errors import LectureError
from nnviz.lecture.files import read
from nnviz.ui.look.look import Look
from nnviz.ui.stage.script import Mark
from nnviz.ui.window.lecture.giving import FIRST, Giving
from nnviz.ui.window.lecture.interrupted import Interrupted, PlaceFile
from nnviz.ui.window.lecture.lecturing import Lecturing
from nnviz.ui.window.lecture.resume_dialog import ResumeDialog


class Resuming(QObject):
    """Keeps the place from cue to cue; forgets it when the lecture is over, or the window is closed.

    Signals:
        wanted(Giving): The user wants to go on there.
    """

    wanted = Signal(object)

    def __init__(self, look: Look, lecturing: Lecturing, places: PlaceFile, window: QWidget) -> None:
        super().__init__(window)
        self._look, self._lecturing, self._places, self._window = look, lecturing, places, window
        self._giving: Giving | None = None
        self._interrupted = places.read()
        lecturing.moved.connect(self._note)

    def follow(self, giving: Giving) -> None:
        """This is the lecture whose place is kept."""
        self._giving = giving

    def offer(self, begun: Giving | None) -> bool:
        """Ask whether to go on, where a lecture was interrupted. Returns whether there is something to ask.

        Args:
            begun: What has just been begun: about another lecture, or where a scene was named, nothing is asked.
        """
        place, self._interrupted = self._interrupted, None
        if place is None or (begun is not None and (begun.mark != FIRST or begun.file != place.file)):
            return False
        giving = _again(place, begun)
        scene = giving.reading.lecture.scene(place.scene) if giving is not None else None
        if giving is None or scene is None:
            return False
        lecture, language = giving.reading.lecture, giving.language
        number = scene.slide if scene.slide is not None else lecture.scenes.index(scene) + 1
        cue = self.tr("cue {0} of {1}").format(min(max(place.cue, 1), len(scene.cues)), len(scene.cues))
        words = f"{number}  {scene.title.text(language)} · {cue}"
        dialog = ResumeDialog(self._look, lecture.title.text(language), words, self._window)
        dialog.accepted.connect(lambda: self.wanted.emit(giving))
        if begun is None:
            dialog.rejected.connect(lambda: self._places.keep(None))
        dialog.open()
        return True

    def close(self) -> None:
        """The window is closed by somebody: there is nothing to go on with."""
        if self._lecturing.giving:
            self._places.keep(None)
        self._places.close()

    @property
    def here(self) -> Giving | None:
        """The lecture that is given, from where it is; ``None`` without one."""
        script, giving = self._lecturing.script, self._giving
        if script is None or giving is None:
            return None
        spot = script.here
        return replace(giving, mark=Mark(spot.scene.id, spot.cue, spot.ask is not None))

    def _note(self) -> None:
        script, giving = self._lecturing.script, self._giving
        if script is None:
            self._places.keep(None)
        elif giving is not None:
            spot = script.here
            self._places.keep(
                Interrupted(
                    file=giving.file,
                    scene=spot.scene.id,
                    cue=spot.cue,
                    asking=spot.ask is not None,
                    language=self._lecturing.language,
                    tour=not self._look.presenting,
                )
            )


def _again(place: Interrupted, begun: Giving | None) -> Giving | None:
    """The lecture as it was given, or as it has just been begun, at the place; ``None`` where it is gone."""
    mark = Mark(place.scene, place.cue, place.asking)
    if begun is not None:
        return Giving(begun.reading, mark, begun.language, begun.windowed, begun.tour)
    try:
        return Giving(read(Path(place.file)), mark, place.language, tour=place.tour)
    except LectureError:
        return None
