"""Sessions in and out of the window: opened, saved, and after a crash offered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileInfo, QLocale, QObject, Signal
from PySide6.QtWidgets import QWidget

from nnviz.engine.errors import PlaceError
from nnviz.sessions.opening import Opened
from nnviz.sessions.reading import stage_of
from nnviz.sessions.session import Session
from nnviz.ui.look.look import Look
from nnviz.ui.names.translation import in_words
from nnviz.ui.session.controller import Controller
from nnviz.ui.toolkit.message_bar import MessageBar
from nnviz.ui.window.files.opening import Opening
from nnviz.ui.window.lecture.giving import Giving
from nnviz.ui.window.lecture.lectures import Lectures
from nnviz.ui.window.lecture.resume_dialog import ResumeDialog
from nnviz.ui.window.lecture.resuming import giving_of, question_about
from nnviz.ui.window.lecture.staging import Staging
from nnviz.ui.window.on_screen import OnScreen
from nnviz.ui.window.sessions.autosaved import Autosaved
from nnviz.ui.window.sessions.keeping import Keeping


class Sessions(QObject):
    """Puts a session on screen, and has the one on screen kept.

    Attributes:
        keeping: Writes it.
        staging: What stands on the stage beside the run.

    Signals:
        begun(): A session is on its way to the screen.
    """

    begun = Signal()

    def __init__(
        self,
        look: Look,
        controller: Controller,
        opening: Opening,
        on_screen: OnScreen,
        lectures: Lectures,
        staging: Staging,
        autosaved: Autosaved,
        messages: MessageBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._look, self._controller, self._opening, self._on_screen = look, controller, opening, on_screen
        self._lectures, self.staging = lectures, staging
        self._autosaved, self._messages, self._window = autosaved, messages, window
        self._lecture_begun: Giving | None = None
        self.keeping = Keeping(controller, on_screen.view, staging, autosaved, window)
        opening.session_opened.connect(self.take_up)
        opening.session_save_wanted.connect(self.keeping.save)
        self.keeping.saved.connect(opening.note_saved)
        self.keeping.failed.connect(messages.show_error)
        self.keeping.said.connect(messages.show_lasting)

    # ---- opened --------------------------------------------------------------------------------------------------

    def begin(self, session: Session, words: str = "") -> None:
        """Put a session's run on screen, and say something when it is there. What was there stays until it is ready."""
        self._controller.load(session.experiment, session)
        self._controller.in_turn(self, lambda: self._show(session, words))
        self.begun.emit()

    def take_up(self, opened: Opened) -> None:
        """All of a session: where a lecture was given, it is given again, from where it was."""
        session, words = opened.session, in_words(opened.check.text)
        given, begun = session.stage.given, self._lecture_begun
        self._lecture_begun = None
        # Beside the session, or among what was opened last.
        beside = [opened.path.with_name(given.lecture)] if given is not None else []
        giving = giving_of(given, [*beside, *self._opening.recent()], begun) if given is not None else None
        self.staging.take_up(session.stage, giving.reading.lecture if giving is not None else None)
        if giving is None or given is None:
            if given is not None:
                gone = self.tr("The lecture {} is not there any more: this is its run alone.")
                words = gone.replace("{}", given.lecture)
            self.begin(session, words)
            self._have_kept(opened)
            return
        self._lectures.begin(giving)

        def go_on(is_there: bool) -> None:
            if given.left and is_there:
                self.begin(session, words)
            self._have_kept(opened)

        self._lectures.when_there(go_on)

    def _have_kept(self, opened: Opened) -> None:
        """What was left behind is what this window keeps from now on, when it is on screen and not before."""
        if opened.path == self._autosaved.claimed:
            self._controller.in_turn(self, self.keeping.take_over)

    def _show(self, session: Session, words: str) -> None:
        try:
            self._on_screen.show(session.view)
        except PlaceError as error:
            self._messages.show_error(in_words(error.text))
            return
        if words:
            self._controller.in_turn(self, lambda: self._messages.show_info(words))

    # ---- after a crash -------------------------------------------------------------------------------------------

    def offer(self, begun: Giving | None = None) -> None:
        """Ask whether to go on, where a window has ended without being closed.

        Args:
            begun: The lecture that has just been begun: only about itself anything is asked then.
        """
        for file in self._autosaved.left_behind():
            dialog = self._question(file, begun)
            if dialog is not None:
                # Of two windows that begin together, one asks.
                if self._autosaved.claim(file):
                    dialog.accepted.connect(lambda: self._go_on(begun))
                    dialog.rejected.connect(self._autosaved.drop_claimed)
                    dialog.open()
                    return
                dialog.deleteLater()

    def _question(self, file: Path, begun: Giving | None) -> ResumeDialog | None:
        """What is asked about a session that was left behind; ``None`` where there is nothing to ask."""
        given = stage_of(file).given
        giving = giving_of(given, self._opening.recent(), begun) if given is not None else None
        if giving is not None:
            return question_about(self._look, giving, self._window)
        if begun is not None or (given is not None and not given.left):
            # Of a lecture that is gone nothing is left, unless somebody had gone their own way.
            return None
        when = QLocale().toString(QFileInfo(str(file)).lastModified(), QLocale.FormatType.ShortFormat)
        return ResumeDialog(self._look, self.tr("Your work"), self.tr("kept at {}").format(when), self._window)

    def _go_on(self, begun: Giving | None) -> None:
        if self._autosaved.claimed is not None:
            self._lecture_begun = begun
            self._opening.open_session(self._autosaved.claimed)

    def close(self) -> None:
        """The window is closed."""
        self.keeping.close()
