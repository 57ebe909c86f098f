"""What can be taken away of a comparison: as a scene of two networks, from their first weights to where they stand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from nnviz.engine.experiment import Experiment
from nnviz.files import WriteError, home
from nnviz.lecture.errors import LectureError
from nnviz.lecture.files import write
from nnviz.lecture.values import FORMAT, Cue, Lecture, Scene, Train, Twin, Words
from nnviz.ui.look.look import Look
from nnviz.ui.names.functions import shown_title
from nnviz.ui.names.speaker import spoken_language
from nnviz.ui.names.translation import in_words, translate
from nnviz.ui.sharing.subjects import Hear, Kind, Screen, Subject
from nnviz.ui.windows.compare.lockstep import Lockstep

SCENE = "twin"
"""The id of the scene."""


class OfTwin(QObject):
    """Says what there is; see ``Source``.

    Args:
        pair: Gives the two that are compared; ``None`` before there are any.
    """

    _written = Signal(object, object, str)

    def __init__(
        self, look: Look, pair: Callable[[], tuple[Experiment, Experiment] | None], lockstep: Lockstep, window: QWidget
    ) -> None:
        super().__init__(window)
        self._look, self._pair, self._lockstep, self._window = look, pair, lockstep, window
        self._folder = home()
        self._written.connect(lambda hear, words, problem: hear(words, problem))

    def subjects(self) -> list[Subject]:
        pair = self._pair()
        if pair is None or not all(half.works for half in self._lockstep.halves):
            return []
        lecture = twin_lecture(*pair, self._lockstep)
        cue = len(lecture.scenes[0].cues)
        rows: tuple[tuple[Kind, str, tuple[str, ...]], ...] = (
            ("cue", translate("Sharing", "both networks, as an audience sees them"), ("--cue", str(cue))),
            ("scene", translate("Sharing", "the comparison, from the first weights on"), ()),
        )
        title, language = shown_title(pair[0].title), spoken_language()
        return [Subject(kind, name, title, language, self._giving(lecture, words)) for kind, name, words in rows]

    def screen(self) -> Screen:
        size = self._window.size()
        return Screen((size.width(), size.height()), self._look.theme.name)

    def folder(self) -> Path:
        return self._folder

    def note_folder(self, folder: Path) -> None:
        self._folder = folder

    def _giving(self, lecture: Lecture, options: tuple[str, ...]) -> Callable[[Path, Hear], None]:
        def give(folder: Path, hear: Hear) -> None:
            Thread(target=self._write, args=(lecture, folder / "twin.toml", options, hear), name="lecture").start()

        return give

    def _write(self, lecture: Lecture, file: Path, options: tuple[str, ...], hear: Hear) -> None:
        """On a thread of its own."""
        try:
            write(lecture, file)
        except (LectureError, WriteError) as error:
            self._written.emit(hear, (), in_words(error.text))
        else:
            self._written.emit(hear, (str(file), "--scene", SCENE, *options), "")


def twin_lecture(left: Experiment, right: Experiment, lockstep: Lockstep) -> Lecture:
    """A lecture of one scene: both networks at their first weights, and then where they stand."""
    pair, half = lockstep.pair, max(lockstep.halves, key=lambda each: each.updates)
    language, title = spoken_language(), shown_title(left.title)
    if pair.by_epochs:
        trained, after = Train(epochs=half.epoch), translate("Sharing", "After epoch {}").format(half.epoch)
    else:
        trained, after = Train(iterations=half.updates), translate("Sharing", "After update {}").format(half.updates)
    cues = Cue(say=Words(**{language: title})), Cue(say=Words(**{language: after}), train=trained)
    scene = Scene(
        id=SCENE,
        title=Words(**{language: title}),
        experiment=left.to_dict(),
        twin=Twin(experiment=right.to_dict()),
        cues=cues if half.updates else cues[:1],
    )
    return Lecture(format=FORMAT, title=scene.title, scenes=(scene,))
