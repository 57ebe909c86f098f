"""A lecture that was kept is found again, to be given from where it was."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from nnviz.lecture.errors import LectureError
from nnviz.lecture.files import find, named_lectures, read
from nnviz.sessions.on_stage import Given
from nnviz.ui.look.look import Look
from nnviz.ui.names.translation import translate
from nnviz.ui.stage.script import Mark
from nnviz.ui.window.lecture.giving import FIRST, Giving
from nnviz.ui.window.lecture.resume_dialog import ResumeDialog


def giving_of(given: Given, files: Iterable[Path], begun: Giving | None = None) -> Giving | None:
    """The lecture as it was given, at its place; ``None`` where it is gone, or has not that scene any more.

    A session has no more than its name: a file of this machine that somebody else's session names is none of its
    business.

    Args:
        given: What was kept of it.
        files: Where it may be, unless it is built in: those of its name among them.
        begun: What has just been begun: about another lecture, or where a scene was named, there is none.
    """
    mark = Mark(given.scene, given.cue, given.asking)
    if begun is not None:
        found = replace(begun, mark=mark) if begun.mark == FIRST and begun.name == given.lecture else None
    else:
        found = _read(given, files)
        found = replace(found, mark=mark) if found is not None else None
    return found if found is not None and found.reading.lecture.scene(given.scene) is not None else None


def _read(given: Given, files: Iterable[Path]) -> Giving | None:
    built_in = given.lecture in named_lectures()
    # Unlike ``Path.is_file``, this refuses no name, however long.
    beside = (file for file in files if file.name == given.lecture and os.path.isfile(file))
    path = find(given.lecture) if built_in else next(beside, None)
    if path is None:
        return None
    try:
        return Giving(read(path), language=given.language, tour=given.tour)
    except LectureError:
        return None


def question_about(look: Look, giving: Giving, window: QWidget) -> ResumeDialog:
    """Asks whether to go on there."""
    lecture, language, mark = giving.reading.lecture, giving.language, giving.mark
    scene = lecture.scene(mark.scene or "")
    assert scene is not None, "it has just been found"
    number = scene.slide if scene.slide is not None else lecture.scenes.index(scene) + 1
    cue = translate("Resuming", "cue {0} of {1}").format(min(max(mark.cue, 1), len(scene.cues)), len(scene.cues))
    words = f"{number}  {scene.title.text(language)} · {cue}"
    return ResumeDialog(look, lecture.title.text(language), words, window)
