"""Lectures in and out of the window: opened by menu, dropped, named on the command line; what is wrong with one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from nnviz.lecture.errors import LectureError
from nnviz.lecture.files import Reading, find, is_built_in, read
from nnviz.ui.look.look import Look
from nnviz.ui.names.translation import in_words
from nnviz.ui.session.settings.offer import EVERYTHING, offer_of
from nnviz.ui.stage.script import Mark
from nnviz.ui.toolkit.message_bar import MessageBar
from nnviz.ui.window.docks.panel_docks import PanelDocks
from nnviz.ui.window.files.opening import Opening
from nnviz.ui.window.lecture.giving import Giving
from nnviz.ui.window.lecture.lecturing import Lecturing
from nnviz.ui.window.lecture.presenting import Presenting
from nnviz.ui.window.lecture.reloading import Reloading
from nnviz.ui.window.lecture.touring import Touring
from nnviz.ui.window.preferences.preference_store import PreferenceStore


class Lectures(QObject):
    """Opens lectures; of one with faults, what can be given is given, and the rest is said.

    Attributes:
        touring: The tour beside the window's controls.
        giving: What is given, or was last.

    Signals:
        offered(Offer): Which settings the scene lets one change, or all of them without a scene.
    """

    offered = Signal(object)

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
        self._opening = opening
        self._to_say: tuple[Callable[[str], None], str] | None = None
        self._then: tuple[Callable[[bool], None], Mark | None] | None = None
        self.touring = Touring(look, lecturing, panels, messages, window)
        self.giving: Giving | None = None
        self._reloading = Reloading(self)
        self._reloading.changed.connect(self.reload)
        opening.lecture_opened.connect(self._tour)
        lecturing.begun.connect(store.keep_last_experiment)
        lecturing.failed.connect(messages.show_error)
        lecturing.moved.connect(self._offer)
        # A message goes with the next step.
        lecturing.moved.connect(messages.clear)
        lecturing.arrived.connect(self._arrive)

    @property
    def here(self) -> Giving | None:
        """The lecture that is given, from where it is; ``None`` without one."""
        script, giving = self._lecturing.script, self.giving
        return replace(giving, mark=script.mark) if script is not None and giving is not None else None

    def open_named(self, name: str) -> None:
        """Tour a built-in lecture."""
        self.open(find(name))

    def open(self, path: Path) -> None:
        """Tour the lecture in a file, once it has been read."""
        self._opening.open_lecture(path)

    def _tour(self, reading: Reading) -> None:
        self.begin(Giving(reading, language=self._lecturing.language, tour=True))

    def begin(self, giving: Giving) -> None:
        """Begin with it; what is wrong with it is said when something is there."""
        faults = _faults(giving.reading)
        if not giving.reading.lecture.scenes:
            self._messages.show_error(faults)
            return
        self._to_say = (self._messages.show_warning, faults) if faults else None
        if not giving.tour:
            self._presenting.present(True, whole_screen=not giving.windowed)
        self._follow(giving)
        if not is_built_in(Path(giving.file)):
            # By its name it is found again there.
            self._opening.note(Path(giving.file))
        self._lecturing.begin(giving.reading.lecture, giving.language, giving.mark, giving.reading.problems)

    def reload(self, mark: Mark | None = None) -> None:
        """Read the lecture that is given once more; one with new faults is not taken, and the fault is said.

        Args:
            mark: Where to go in it; left out, one stays where one is.
        """
        giving = self.giving
        if giving is None or not self._lecturing.giving:
            return
        try:
            reading = read(Path(giving.file))
        except LectureError as error:
            self._refuse(error)
            return
        known = set(map(str, giving.reading.problems))
        new = [problem for problem in reading.problems if str(problem) not in known]
        if new:
            self._refuse(new[0])
            return
        self._follow(replace(giving, reading=reading))
        self._lecturing.take(reading.lecture, reading.problems, mark)

    def _refuse(self, error: LectureError) -> None:
        text = self.tr("The lecture stays as it was: {}").replace("{}", in_words(error.text))
        self._messages.show_error(text)

    def _follow(self, giving: Giving) -> None:
        self.giving = giving
        self._reloading.watch(giving.reading.files)

    def _offer(self) -> None:
        script = self._lecturing.script
        self.offered.emit(offer_of(script.here.scene) if script is not None else EVERYTHING)

    def say_there(self, text: str) -> None:
        """Say something when what is being brought is there: on the way messages are put away."""
        self._to_say = self._messages.show_info, text

    def when_there(self, then: Callable[[bool], None]) -> None:
        """Do something when a cue is there, told whether it is the one that is being brought now."""
        self._then = then, self._lecturing.script.mark if self._lecturing.script is not None else None

    def _arrive(self) -> None:
        self._say()
        script, waiting = self._lecturing.script, self._then
        self._then = None
        if waiting is not None and script is not None:
            waiting[0](script.mark == waiting[1])

    def _say(self) -> None:
        if self._to_say is not None:
            say, text = self._to_say
            self._to_say = None
            say(text)


def _faults(reading: Reading) -> str:
    """What is wrong with a lecture, in a line; the list of scenes has the rest."""
    if not reading.problems:
        return ""
    first, more = in_words(reading.problems[0].text), len(reading.problems) - 1
    return first if not more else f"{first}  (+ {more})"
