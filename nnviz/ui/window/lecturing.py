"""Gives a lecture in the window: each click brings the network, the view and the sentence of the next cue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from nnviz.lecture.errors import LectureError
from nnviz.lecture.runs import digest_of
from nnviz.lecture.states import Side, State, state_of
from nnviz.lecture.values import Cue, Lecture
from nnviz.ui.session.controller import Controller
from nnviz.ui.stage.foot import StageFoot
from nnviz.ui.stage.head import StageHead
from nnviz.ui.stage.question import Question
from nnviz.ui.stage.script import Script, Spot
from nnviz.view import View

WATCHED_SECONDS = 10.0
"""How long a cue's training may be watched where it does not say so itself."""
FRAME_MILLISECONDS = 16


@dataclass(frozen=True)
class Standing:
    """What the window was brought to last: going on from there needs no new run.

    Attributes:
        line: The run's line through time at the end of it; another one is there when somebody has left the script.
    """

    side: Side
    run: int
    line: int


class Lecturing(QObject):
    """Brings the window from cue to cue. A cue is a state: whatever way one comes to it, it is the same to the bit.

    On the way to the next one its training can be watched; the next click cuts that short.

    Args:
        show: Puts a view on screen, when it is its turn.
        view: What is on screen.

    Signals:
        begun(): What is on screen is a lecture's from now on.
        failed(str): A cue cannot be shown; why, in a line.
    """

    begun = Signal()
    failed = Signal(str)

    def __init__(
        self,
        controller: Controller,
        show: Callable[[View], None],
        view: Callable[[], View],
        head: StageHead,
        foot: StageFoot,
        question: Question,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._controller, self._show, self._view = controller, show, view
        self._head, self._foot, self._question = head, foot, question
        self._script: Script | None = None
        self._language = "en"
        self._standing: Standing | None = None
        self._watched: tuple[Side, float, int] | None = None
        self._clock = QElapsedTimer()
        self._frames = QTimer(self, interval=FRAME_MILLISECONDS)
        self._frames.timeout.connect(self._watch)
        self._asked_at = 0.0
        self.shown: list[dict[str, Any]] = []
        """Every cue that was shown, in order: scene, cue, digest, and how many milliseconds it took."""

    # ---- giving it -----------------------------------------------------------------------------------------------

    @property
    def giving(self) -> bool:
        """Whether a lecture is given."""
        return self._script is not None

    @property
    def script(self) -> Script | None:
        """The lecture that is given, and where one is in it."""
        return self._script

    def begin(self, lecture: Lecture, language: str = "en", scene: str | None = None) -> None:
        """Give a lecture, from its beginning or from a scene."""
        self._script, self._language, self._standing = Script(lecture), language, None
        if scene is not None:
            self._script.go_to(scene)
        self.begun.emit()
        self._arrive(moving=False)

    def go_on(self) -> None:
        """The next cue or question. What is just being watched is over first."""
        if self._script is not None and not self._cut_short() and self._script.go_on():
            self._arrive(moving=True)

    def go_back(self) -> None:
        """The cue or question before, as it was at its end, at once."""
        self._leave(lambda script: script.go_back())

    def next_scene(self) -> None:
        """The beginning of the next scene."""
        self._leave(lambda script: script.next_scene())

    def previous_scene(self) -> None:
        """The beginning of the scene before."""
        self._leave(lambda script: script.previous_scene())

    def restart_scene(self) -> None:
        """The scene's beginning, also when somebody has left the script."""
        self._standing = None
        self._leave(lambda script: script.restart_scene())

    def _leave(self, go: Callable[[Script], bool]) -> None:
        if self._script is not None:
            self._stop_watching()
            if go(self._script):
                self._arrive(moving=False)

    # ---- arriving ------------------------------------------------------------------------------------------------

    def _arrive(self, *, moving: bool) -> None:
        assert self._script is not None
        self._asked_at = perf_counter()
        spot = self._script.here
        self._head.show_scene(spot.number, spot.scene.title.text(self._language), *self._script.dots)
        answered = self._script.answered()
        self._question.setVisible(spot.ask is not None)
        if spot.ask is not None:
            self._question.show_ask(spot.ask, self._language, answered=False)
        cue = spot.scene.cues[max(spot.cue, 1) - 1]
        if spot.ask is None:
            softer = cue.more.text(self._language)
            if not softer and answered is not None:
                softer = answered.why.text(self._language)
            self._foot.set_caption((cue.say.text(self._language), softer))
        try:
            state = state_of(spot.scene, max(spot.cue, 1))
        except LectureError as error:
            self.failed.emit(str(error))
            return
        self._bring(spot, state, moving=moving)

    def _bring(self, spot: Spot, state: State, *, moving: bool) -> None:
        """Bring the network there: from where it stands if that leads there, else from its beginning."""
        controller = self._controller
        if not state.sides:
            self._note(spot, state)
            return
        side = state.sides[0]
        known = self._known(side)
        if known is None:
            controller.load(side.experiment)
        for happening in side.happenings[known or 0 :]:
            controller.stepping.visit(happening.iteration)
            controller.editing.make(happening.events)
        seconds = _seconds(state.cue)
        start = self._standing.side.iteration if known is not None and self._standing is not None else 0
        if moving and known is not None and seconds > 0.0 and side.iteration > start and spot.ask is None:
            self._watched = (side, seconds, start)
            self._clock.start()
            self._frames.start()
        else:
            controller.stepping.visit(side.iteration)
        if self._watched is None:
            self._finish()

    def _known(self, side: Side) -> int | None:
        """How much of what happens to a run has happened to the one on screen; ``None`` where it is another one."""
        standing, snapshot, run = self._standing, self._controller.snapshot, self._controller.run
        if standing is None or snapshot is None or run is None or not self._controller.idle:
            return None
        as_left = (run.number, snapshot.timeline.line) == (standing.run, standing.line)
        before = standing.side
        if not as_left or before.experiment != side.experiment or before.iteration > side.iteration:
            return None
        count = len(before.happenings)
        return count if side.happenings[:count] == before.happenings else None

    # ---- watching ------------------------------------------------------------------------------------------------

    def _watch(self) -> None:
        if self._watched is None:
            self._frames.stop()
            return
        side, seconds, start = self._watched
        share = min(1.0, self._clock.elapsed() / 1e3 / seconds)
        if share >= 1.0:
            self._cut_short()
        elif self._controller.idle:
            self._controller.stepping.visit(start + round(share * (side.iteration - start)))

    def _cut_short(self) -> bool:
        """Be at the end of what is watched, at once. Returns whether there was anything to cut."""
        if self._watched is None:
            return False
        side, _, _ = self._watched
        self._stop_watching()
        self._controller.stepping.visit(side.iteration)
        self._finish()
        return True

    def _stop_watching(self) -> None:
        self._watched = None
        self._frames.stop()

    def _finish(self) -> None:
        """The network is on its way there: then the view, and note where it is."""
        assert self._script is not None
        spot = self._script.here
        state = state_of(spot.scene, max(spot.cue, 1))
        self._controller.in_turn(lambda: self._show_view(spot, state))

    def _show_view(self, spot: Spot, state: State) -> None:
        moment, view = self._controller.moment, state.view
        if moment is not None:
            # A run that has stopped by itself stands where it stopped.
            self._show(replace(view, at=replace(view.at, iteration=moment.record.iteration)))
        # What a view consists of waits its turn, too.
        self._controller.in_turn(lambda: self._note(spot, state))

    def _note(self, spot: Spot, state: State) -> None:
        controller = self._controller
        moment, snapshot, run = controller.moment, controller.snapshot, controller.run
        if state.sides and moment is not None and snapshot is not None and run is not None:
            self._standing = Standing(state.sides[0], run.number, snapshot.timeline.line)
            networks = [(moment.record.iteration, moment.record.theta)]
        else:
            networks = []
        if spot.ask is None:
            digest = digest_of(self._view(), networks)
            milliseconds = round(1e3 * (perf_counter() - self._asked_at), 3)
            self.shown.append({"scene": spot.scene.id, "cue": spot.cue, "digest": digest, "ms": milliseconds})


def _seconds(cue: Cue) -> float:
    """How long a cue's training is watched."""
    if cue.train is None:
        return 0.0
    return WATCHED_SECONDS if cue.train.seconds is None else cue.train.seconds
