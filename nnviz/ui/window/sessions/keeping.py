"""Keeps the session: in a file of the user's choice, and by itself, so that a crash or a dead battery loses little."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from nnviz.engine.errors import NnvizError
from nnviz.files import WriteError
from nnviz.recordings.replay import Replay
from nnviz.sessions.on_stage import OnStage
from nnviz.sessions.session import Session
from nnviz.sessions.writing import write_session
from nnviz.ui.names.translation import in_words
from nnviz.ui.session.controller import Controller
from nnviz.ui.toolkit.unless_gone import unless_gone
from nnviz.ui.window.lecture.staging import Staging
from nnviz.ui.window.sessions.autosaved import Autosaved, forget
from nnviz.ui.window.sessions.writer import Writer
from nnviz.view import View

EVERY_MILLISECONDS = 8_000
"""With the time that it takes, nothing that is lost is older than ten seconds."""
SOON_MILLISECONDS = 1_000
"""After a change; what is changed within this time is kept together."""


class Keeping(QObject):
    """Asks the model for the session, and has it written beside the window, which never waits for the disk.

    Args:
        view: What is on screen.
        staging: What stands on the stage.
        autosaved: Where it is kept by itself.

    Signals:
        saved(Path): It is in the file that the user has chosen.
        failed(str): It is not, and why.
        said(str): It cannot be kept by itself, and why: once.
    """

    saved = Signal(object)
    failed = Signal(str)
    said = Signal(str)
    _written = Signal(object, str)

    def __init__(
        self,
        controller: Controller,
        view: Callable[[], View],
        staging: Staging,
        autosaved: Autosaved,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._controller, self._view, self._staging, self._autosaved = controller, view, staging, autosaved
        self._writer: Writer[Session | None] = Writer(self._write, "session")
        self._changed, self._has_been_said = True, False
        self._asked: dict[Path, Callable[[str], object]] = {}
        self._soon = QTimer(self, singleShot=True, interval=SOON_MILLISECONDS)
        self._soon.timeout.connect(self.keep_now)
        self._every = QTimer(self, interval=EVERY_MILLISECONDS)
        self._closed = False
        self._every.timeout.connect(self.keep_now)
        controller.kept.connect(self._take)
        self._written.connect(self._hear)
        if autosaved.file is not None:
            controller.moment_changed.connect(self._note)
            controller.editing.stack.indexChanged.connect(self._note_change)
            staging.changed.connect(self._note_change)
            self._every.start()

    def save(self, file: Path) -> None:
        """Write the session, when it is its turn, into a file of the user's choice."""
        self.write(file, lambda problem: self.failed.emit(problem) if problem else self.saved.emit(file))

    def write(self, file: Path, then: Callable[[str], object]) -> None:
        """Write the session, when it is its turn, and tell then what was wrong; nothing where all is well."""
        run = self._controller.run
        if run is not None and run.recording is not None:
            then(in_words(Replay.has_no_session().text))
            return
        self._asked[file] = then
        self._controller.keep(self._view(), file, exact=True)

    def keep_now(self) -> None:
        """Keep what there is to lose and has changed since."""
        self._soon.stop()
        file, snapshot = self._autosaved.file, self._controller.snapshot
        if not self._changed or file is None or snapshot is None:
            return
        self._changed, timeline = False, snapshot.timeline
        own = timeline.furthest > 1 or timeline.marks or len(timeline.lines) > 1 or self._staging.now != OnStage()
        # A recording is in a file already.
        if own and snapshot.run.recording is None:
            self._controller.keep(self._view(), file)
        else:
            # What was kept before is of something that is over.
            self._writer.take(file, None)

    def take_over(self) -> None:
        """What a window that is no more had kept is on screen: its file is written from now on."""
        self._autosaved.take_over()
        self._note_change()

    def close(self) -> None:
        """The window is closed by somebody: there is nothing to go on with."""
        if self._closed:
            return
        self._closed = True
        self._soon.stop()
        self._every.stop()
        self._controller.kept.disconnect(self._take)
        self._writer.close()
        self._autosaved.close()

    # ---- how it is done ------------------------------------------------------------------------------------------

    def _note(self, _: object) -> None:
        self._changed = True

    def _note_change(self, _: object = None) -> None:
        self._changed = True
        # Not put off by what comes after: what changes all the time is kept too.
        if not self._soon.isActive():
            self._soon.start()

    def _take(self, file: Path, session: Session) -> None:
        # It is the window that knows of the stage.
        self._writer.take(file, replace(session, stage=self._staging.now))

    def _write(self, file: Path, session: Session | None) -> None:
        """On the writer's thread."""
        problem = ""
        try:
            if session is None:
                forget(file)
            else:
                if file == self._autosaved.file:
                    self._autosaved.prepare()
                write_session(file, session)
                self._autosaved.clear_up(file)
        except (NnvizError, WriteError) as error:
            problem = in_words(error.text)
        with unless_gone():
            self._written.emit(file, problem)

    def _hear(self, file: Path, problem: str) -> None:
        if file != self._autosaved.file:
            # Asked for twice, it may have been written once.
            self._asked.pop(file, _nobody)(problem)
        elif problem and not self._has_been_said:
            self._has_been_said = True
            text = self.tr("What you do cannot be kept for the case of a crash: {}").replace("{}", problem)
            self.said.emit(text)


def _nobody(_: str) -> None:
    """Hears nothing."""
