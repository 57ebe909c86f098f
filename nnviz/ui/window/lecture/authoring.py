"""Writes scenes and cues from what is on screen, into a lecture's file."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from nnviz.engine.training.run.ways import Happening
from nnviz.engine.training.timeline.events import Event
from nnviz.files import WriteError
from nnviz.lecture.authored import Standing, next_cue, scene_of
from nnviz.lecture.errors import LectureError
from nnviz.lecture.files import is_built_in, read, write_text
from nnviz.lecture.insertion import lecture_text, with_cue, with_scene
from nnviz.lecture.values import FORMAT, Lecture, Scene, Words
from nnviz.shortened import called
from nnviz.ui.names.translation import in_words
from nnviz.ui.session.controller import Controller
from nnviz.ui.stage.script import Mark
from nnviz.ui.toolkit.message_bar import MessageBar
from nnviz.ui.window.lecture.giving import Giving
from nnviz.ui.window.lecture.lectures import Lectures
from nnviz.ui.window.lecture.lecturing import Lecturing
from nnviz.ui.window.preferences.preference_store import PreferenceStore
from nnviz.view import View


class Authoring(QObject):
    """Set up by hand, then written: a scene into a new lecture or one that is there, a cue at the end of its scene.

    Args:
        view: What is on screen.
    """

    def __init__(
        self,
        controller: Controller,
        lecturing: Lecturing,
        lectures: Lectures,
        store: PreferenceStore,
        messages: MessageBar,
        view: Callable[[], View],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._controller, self._lecturing, self._lectures = controller, lecturing, lectures
        self._store, self._messages, self._view, self._window = store, messages, view, window

    def save_scene(self) -> None:
        """Write what is on screen as a scene, into a file of the user's choice, and go on with it as a tour."""
        standing = self._standing()
        if standing is None:
            return
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Save as scene: a new lecture, or one that gets another scene"),
            str(self._store.folder / "lecture.toml"),
            self.tr("Lectures (*.toml)"),
            "",
            QFileDialog.Option.DontConfirmOverwrite,
        )
        title = self._asked(self.tr("Save as scene"), self.tr("The scene's title:")) if name else None
        if title is None:
            return
        path = Path(name) if Path(name).suffix.lower() == ".toml" else Path(f"{name}.toml")
        try:
            scene = self._write_scene(path, standing, title)
        except (LectureError, WriteError) as error:
            self._refuse(error)
            return
        self._store.take(replace(self._store.now, folder=str(path.parent)))
        mark = Mark(scene.id)
        giving = self._lectures.giving
        if self._lecturing.giving and giving is not None and giving.file == os.path.abspath(path):
            self._lectures.reload(mark)
        else:
            self._lectures.begin(Giving(read(path), mark, self._lecturing.language, tour=True))
        self._lectures.say_there(self.tr("Saved as a scene in %1.").replace("%1", str(path)))

    def add_cue(self) -> None:
        """Write what is on screen as another cue, at the end of the scene where one is."""
        standing, script, giving = self._standing(), self._lecturing.script, self._lectures.giving
        if standing is None or script is None or giving is None:
            self._messages.show_warning(self.tr("A cue belongs to a scene: save this as a scene first."))
            return
        if is_built_in(Path(giving.file)):
            self._messages.show_warning(
                self.tr("A lecture that is built in stays as it is: save this as a scene first.")
            )
            return
        scene = script.here.scene
        say = self._asked(self.tr("Add as cue"), self.tr("What is said, in one sentence:"))
        if say is None:
            return
        path, number = giving.reading.written[scene.id]
        try:
            cue = next_cue(scene, standing, say)
            write_text(with_cue(path.read_text(encoding="utf-8"), cue, number), path)
        except (LectureError, WriteError, OSError, UnicodeError) as error:
            self._refuse(error)
            return
        count = len(scene.cues) + 1
        self._lectures.reload(Mark(scene.id, count))
        self._lectures.say_there(self.tr("Added as cue %1, in %2.").replace("%1", str(count)).replace("%2", str(path)))

    # ---- what is on screen ---------------------------------------------------------------------------------------

    def _standing(self) -> Standing | None:
        """What is on screen; ``None`` before there is a network."""
        run, snapshot, moment = self._controller.run, self._controller.snapshot, self._controller.moment
        if run is None or snapshot is None or moment is None:
            return None
        iteration = moment.record.iteration
        happened: dict[int, list[Event]] = {}
        for mark in snapshot.timeline.marks:
            if mark.iteration <= iteration:
                happened.setdefault(mark.iteration, []).append(mark.event)
        happenings = tuple(Happening(at, tuple(events)) for at, events in happened.items())
        return Standing(run.experiment, happenings, iteration, self._view())

    def _asked(self, title: str, label: str) -> Words | None:
        """A sentence of the user's, in the language in which the lecture is given; ``None`` where there is none."""
        text, given = QInputDialog.getText(self._window, title, label)
        text = text.strip()
        return Words(**{self._lecturing.language: text}) if given and text else None

    # ---- writing -------------------------------------------------------------------------------------------------

    def _write_scene(self, path: Path, standing: Standing, title: Words) -> Scene:
        """Write a scene into a lecture, after the one where one is in it, or into a new lecture."""
        if is_built_in(path):
            raise LectureError(self.tr("this lecture is built in and stays as it is: choose another file"))
        if not path.exists():
            scene = scene_of(standing, title)
            text = lecture_text(Lecture(format=FORMAT, title=title, scenes=(scene,)))
        else:
            reading = read(path)
            taken = {scene.id for scene in reading.lecture.scenes} | {problem.scene for problem in reading.problems}
            scene = scene_of(standing, title, frozenset(taken))
            try:
                text = with_scene(path.read_text(encoding="utf-8"), scene, self._after(path))
            except (OSError, UnicodeError) as error:
                raise LectureError(str(error), source=called(path)) from None
        write_text(text, path)
        return scene

    def _after(self, path: Path) -> int | None:
        """The number of the scene where one is, in the lecture of that file; ``None`` in another one."""
        script, giving = self._lecturing.script, self._lectures.giving
        if script is None or giving is None or giving.file != os.path.abspath(path) or giving.reading.problems:
            return None
        return script.here.number

    def _refuse(self, error: Exception) -> None:
        text = in_words(error.text) if isinstance(error, LectureError) else str(error)
        self._messages.show_error(self.tr("Nothing was written: {}").replace("{}", text))
