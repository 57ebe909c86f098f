"""Sessions in and out of the window: opened, saved, and after a crash offered."""

from __future__ import annotations

from PySide6.QtCore import QFileInfo, QLocale, QObject, Signal
from PySide6.QtWidgets import QWidget

from nnviz.engine.errors import PlaceError
from nnviz.sessions.opening import Opened
from nnviz.sessions.session import Session
from nnviz.ui.look.look import Look
from nnviz.ui.names.translation import in_words
from nnviz.ui.session.controller import Controller
from nnviz.ui.toolkit.message_bar import MessageBar
from nnviz.ui.window.files.autosaved import Autosaved
from nnviz.ui.window.files.keeping import Keeping
from nnviz.ui.window.files.opening import Opening
from nnviz.ui.window.lecture.lecturing import Lecturing
from nnviz.ui.window.lecture.resume_dialog import ResumeDialog
from nnviz.ui.window.on_screen import OnScreen


class Sessions(QObject):
    """Puts a session on screen, and has the one on screen kept.

    Attributes:
        keeping: Writes it.

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
        lecturing: Lecturing,
        autosaved: Autosaved,
        messages: MessageBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._look, self._controller, self._opening, self._on_screen = look, controller, opening, on_screen
        self._autosaved, self._messages, self._window = autosaved, messages, window
        self.keeping = Keeping(controller, on_screen.view, lambda: lecturing.giving, autosaved, window)
        opening.session_opened.connect(self._open)
        opening.session_save_wanted.connect(self.keeping.save)
        self.keeping.saved.connect(opening.note_saved)
        self.keeping.failed.connect(messages.show_error)
        self.keeping.said.connect(messages.show_warning)

    def begin(self, session: Session, words: str = "") -> None:
        """Put a session on screen, and say something when it is there. What was there stays until it is ready."""
        self._controller.load(session.experiment, session)
        self._controller.in_turn(lambda: self._show(session, words))
        self.begun.emit()

    def offer(self) -> None:
        """Ask whether to go on, where a window has ended without being closed."""
        file = self._autosaved.left_behind()
        if file is None:
            return
        when = QLocale().toString(QFileInfo(str(file)).lastModified(), QLocale.FormatType.ShortFormat)
        dialog = ResumeDialog(self._look, self.tr("Your work"), self.tr("kept at {}").format(when), self._window)
        dialog.accepted.connect(lambda: self._opening.open_session(file))
        dialog.rejected.connect(self._autosaved.forget)
        dialog.open()

    def close(self) -> None:
        """The window is closed."""
        self.keeping.close()

    def _open(self, opened: Opened) -> None:
        self.begin(opened.session, in_words(opened.check.text))

    def _show(self, session: Session, words: str) -> None:
        try:
            self._on_screen.show(session.view)
        except PlaceError as error:
            self._messages.show_error(in_words(error.text))
            return
        if words:
            self._controller.in_turn(lambda: self._messages.show_info(words))
