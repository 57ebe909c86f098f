"""Recordings of PyTorch loops in the window: opened, and gone on from in the engine."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from nnviz.recordings.continuing import continued
from nnviz.recordings.reading import Recording
from nnviz.sessions.session import Session
from nnviz.ui.actions.actions import Actions
from nnviz.ui.names.recordings import recording_words
from nnviz.ui.session.controller import Controller
from nnviz.ui.toolkit.message_bar import MessageBar
from nnviz.ui.window.files.opening import Opening
from nnviz.ui.window.sessions.sessions import Sessions
from nnviz.worker.messages import RunInfo

GO_ON = "go_on_from_recording"


class Recordings(QObject):
    """Puts a recording on screen, and takes the way from there into a run of the engine's own."""

    def __init__(
        self,
        controller: Controller,
        opening: Opening,
        sessions: Sessions,
        actions: Actions,
        messages: MessageBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._controller, self._opening, self._sessions = controller, opening, sessions
        self._messages, self._action = messages, actions[GO_ON]
        run = controller.run
        self._action.setEnabled(run is not None and run.recording is not None)
        opening.recording_opened.connect(self.begin)
        controller.run_changed.connect(self._offer)

    def begin(self, recording: Recording) -> None:
        """Put a recording on screen. What was there stays until it is ready."""
        self._controller.replay(recording)
        self._controller.in_turn(self, lambda: self._messages.show_info(recording_words(recording)))

    def go_on(self) -> None:
        """Train on in the engine, from where the update on screen leads."""
        run, moment = self._controller.run, self._controller.moment
        if run is None or run.recording is None or moment is None:
            return
        recording, step = run.recording, moment.record.iteration

        def hand_over(session: Session) -> None:
            self._opening.reading.close()
            words = self.tr("This is nnviz's own training now, from the parameters after step %1 of the recording.")
            self._sessions.begin(session, words.replace("%1", str(step + 1)))

        self._opening.reading.read(lambda: continued(recording, step), recording.path.name, hand_over)

    def _offer(self, run: RunInfo) -> None:
        self._action.setEnabled(run.recording is not None)
