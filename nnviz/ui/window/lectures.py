"""Lectures in and out of the window: opened by menu, dropped, named on the command line; what is wrong with one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from nnviz.lecture.errors import LectureError
from nnviz.lecture.files import Reading, find, read
from nnviz.ui.stage.page import TextPage
from nnviz.ui.toolkit.message_bar import MessageBar
from nnviz.ui.window.lecturing import Lecturing
from nnviz.ui.window.opening import Opening
from nnviz.ui.window.preference_store import PreferenceStore


@dataclass(frozen=True)
class Giving:
    """A lecture that is to be given, or toured.

    Attributes:
        reading: What was read of its file.
        scene: The id of the scene to begin with; ``None`` for the first.
        language: Of what is said: ``en`` or ``zh``.
        windowed: In the window, not on the full screen.
        tour: Not on the stage: beside the window's controls.
    """

    reading: Reading
    scene: str | None = None
    language: str = "en"
    windowed: bool = False
    tour: bool = False


class Lectures(QObject):
    """Opens lectures; of one with faults, what can be given is given, and the rest is said."""

    def __init__(
        self, lecturing: Lecturing, store: PreferenceStore, page: TextPage, messages: MessageBar, opening: Opening
    ) -> None:
        super().__init__(opening)
        opening.lecture_opened.connect(self.open)
        self._lecturing, self._messages = lecturing, messages
        self._to_say = ""
        lecturing.begun.connect(store.keep_last_experiment)
        lecturing.failed.connect(messages.show_error)
        page.scene_picked.connect(lecturing.open_again)
        # A message goes with the next step.
        lecturing.moved.connect(messages.clear)
        lecturing.arrived.connect(self._say)

    def open_named(self, name: str) -> None:
        """Tour a built-in lecture."""
        self.open(find(name))

    def open(self, path: Path) -> None:
        """Tour the lecture in a file."""
        try:
            reading = read(path)
        except LectureError as error:
            self._messages.show_error(str(error))
            return
        self.begin(Giving(reading, language=self._lecturing.language, tour=True))

    def begin(self, giving: Giving) -> None:
        """Begin with it; what is wrong with it is said when something is there."""
        reading = giving.reading
        self._to_say = _faults(reading)
        if reading.lecture.scenes:
            self._lecturing.begin(reading.lecture, giving.language, giving.scene, problems=reading.problems)
        else:
            self._messages.show_error(self._to_say)

    def _say(self) -> None:
        if self._to_say:
            self._messages.show_warning(self._to_say)
            self._to_say = ""


def _faults(reading: Reading) -> str:
    """What is wrong with a lecture, in a line; the list of scenes has the rest."""
    if not reading.problems:
        return ""
    first, more = str(reading.problems[0]), len(reading.problems) - 1
    return first if not more else f"{first}  (+ {more})"
