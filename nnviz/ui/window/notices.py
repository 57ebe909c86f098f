"""What the window says: why a run stopped, what was put back, what was refused. It goes with somebody's next step."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from nnviz.ui.look.numbers import whole
from nnviz.ui.names.recordings import recording_end
from nnviz.ui.names.translation import in_words
from nnviz.ui.session.clock import State
from nnviz.ui.session.controller import Controller
from nnviz.ui.session.moment import Moment
from nnviz.ui.session.place import Place
from nnviz.ui.session.way_on import WayOn, way_on
from nnviz.ui.toolkit.message_bar import MessageBar
from nnviz.worker.explainer import Explained
from nnviz.worker.messages import Failure


class Notices(QObject):
    """Puts what the controller and the explainer say into the window's message bar, in words."""

    def __init__(self, messages: MessageBar, controller: Controller, parent: QObject) -> None:
        super().__init__(parent)
        self._messages, self._controller = messages, controller
        self._said_at: Place | None = None
        self._goes_by_itself = False
        messages.said.connect(self._note_place)
        controller.run_changed.connect(self._begin)
        controller.moment_changed.connect(self._follow)
        controller.state_changed.connect(self._on_state)
        controller.stopped.connect(self._say_stop)
        controller.restored.connect(self._say_restored)
        controller.failed.connect(self.say_failure)

    def _begin(self, _: object) -> None:
        self._messages.clear()

    def say(self, text: str) -> None:
        """Say something about what is on screen."""
        self._messages.show_info(text)

    def say_failure(self, failure: Failure) -> None:
        """Say that something was refused, or went wrong, and why."""
        if failure.refused:
            self._messages.show_error(in_words(failure.text))
        else:
            place = Path(failure.details).name
            self._messages.show_error(
                self.tr("The model failed: %1").replace("%1", f"{in_words(failure.text)} ({place})")
            )

    def hear_answer(self, explained: Explained) -> None:
        """An explanation that could not be worked out is said here."""
        if isinstance(explained.result, Failure):
            self.say_failure(explained.result)

    def _note_place(self) -> None:
        moment = self._controller.moment
        self._said_at = Place.of(moment) if moment is not None else None

    def _follow(self, moment: Moment) -> None:
        by_itself, self._goes_by_itself = self._goes_by_itself, self._controller.state is not State.PAUSED
        if self._said_at is None or Place.of(moment) == self._said_at:
            return
        if by_itself or self._goes_by_itself:
            # Nobody has read it yet.
            self._note_place()
        else:
            # One has stepped on.
            self._said_at = None
            self._messages.clear()

    def _on_state(self, state: State) -> None:
        if state is not State.PAUSED:
            self._messages.clear()

    def _say_stop(self, message: str) -> None:
        text = self.tr("Training stopped: %1.").replace("%1", in_words(message))
        snapshot = self._controller.snapshot
        if snapshot is None:
            return
        if snapshot.run.recording is not None:
            self.say(recording_end(message))
            return
        history = snapshot.history
        if history.stop_reason == "diverged":
            self._messages.show_warning(text)
            return
        last, best = history.stopped_epoch, history.best_epoch
        stands = self.tr("The network has the weights of the last epoch: T trains on from them.")
        if best is not None and last is not None and best != last:
            stands = self.tr(
                "The network has the weights of the last epoch, %1: T trains on from them, B restores those of %2."
            )
            stands = stands.replace("%1", whole(last)).replace("%2", whole(best))
        self.say(f"{text} {stands}")

    def _say_restored(self, epoch: int) -> None:
        text = self.tr("Restored the weights of epoch %1: this update starts from them.").replace("%1", whole(epoch))
        snapshot = self._controller.snapshot
        if snapshot is not None and way_on(snapshot) is WayOn.FROM_BEST:
            text += " " + self.tr("T trains on from the best epoch, Ctrl+Z goes back to the last.")
        self.say(text)
