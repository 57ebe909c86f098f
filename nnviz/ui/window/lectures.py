"""Lectures in and out of the window: opened by menu, dropped, named on the command line; what is wrong with one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from nnviz.lecture.errors import LectureError
from nnviz.lecture.files import Reading, find, read
from nnviz.ui.look.look import Look
from nnviz.ui.toolkit.message_bar import MessageBar
from nnviz.ui.window.giving import Giving
from nnviz.ui.window.interrupted import LECTURE_PLACE, PlaceFile
from nnviz.ui.window.lecturing import Lecturing
from nnviz.ui.window.opening import Opening
from nnviz.ui.window.panel_docks import PanelDocks
from nnviz.ui.window.preference_store import PreferenceStore
from nnviz.ui.window.presenting import Presenting
from nnviz.ui.window.resuming import Resuming
from nnviz.ui.window.touring import Touring


class Lectures(QObject):
    """Opens lectures; of one with faults, what can be given is given, and the rest is said.

    Attributes:
        touring: The tour beside the window's controls.
        resuming: The place, kept over a crash.
    """

    def __init__(
        self,
        look: Look,
        lecturing: Lecturing,
        presenting: Presenting,
        panels: PanelDocks,
        opening: Opening,
        store: PreferenceStore,
        messages: MessageBar,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._lecturing, self._presenting, self._messages = lecturing, presenting, messages
        self._to_say = ""
        self.touring = Touring(look, lecturing, panels, messages, window)
        self.resuming = Resuming(look, lecturing, PlaceFile(store.beside(LECTURE_PLACE)), window)
        self.resuming.wanted.connect(self.begin)
        opening.lecture_opened.connect(self.open)
        lecturing.begun.connect(store.keep_last_experiment)
        lecturing.failed.connect(messages.show_error)
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
        self._to_say = _faults(giving.reading)
        if not giving.reading.lecture.scenes:
            self._messages.show_error(self._to_say)
            return
        if not giving.tour:
            self._presenting.present(True, whole_screen=not giving.windowed)
        self.resuming.follow(giving)
        self._lecturing.begin(giving.reading.lecture, giving.language, giving.mark, giving.reading.problems)

    def close(self) -> None:
        """The window is closed."""
        self.resuming.close()

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
