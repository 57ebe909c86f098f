"""Gives a lecture in the window: each click brings the network, the view and the sentence of the next cue."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from time import perf_counter
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from nnviz.lecture.errors import LectureError
from nnviz.lecture.runs import digest_of
from nnviz.lecture.states import State, States
from nnviz.lecture.values import Cue, Lecture
from nnviz.ui.names.translation import in_words
from nnviz.ui.session.controller import Controller
from nnviz.ui.stage.scene_list import SceneList
from nnviz.ui.stage.script import Mark, Script, Spot
from nnviz.ui.toolkit.soon import soon
from nnviz.ui.window.lecture.bringing import Bringing
from nnviz.ui.window.lecture.departure import Departure
from nnviz.ui.window.lecture.lecture_stage import LectureStage, kind_of
from nnviz.view import PanelName, View

WATCHED_SECONDS = 10.0
"""How long a cue's training may be watched where it does not say so itself."""
FRAME_MILLISECONDS = 16


@dataclass(frozen=True)
class Watched:
    """A cue's training that is watched: which state it leads to, for how long, and from where on each side."""

    spot: Spot
    state: State
    seconds: float
    starts: tuple[int, ...]


class Lecturing(QObject):
    """Brings the window from cue to cue. A cue is a state: whatever way one comes to it, it is the same to the bit.

    On the way to the next one its training can be watched; the next click cuts that short.

    Its many methods are short: where one may go, what one may ask, and the steps of one arrival.

    Args:
        stage: Where it is shown.
        show: Puts a view on screen, when it is its turn.
        view: What is on screen.

    Attributes:
        departure: Whether somebody has left the script.
        hands: Those that are counted for the answers of a question.

    Signals:
        begun(): What is on screen is a lecture's from now on.
        moved(): One is at another spot of it, or the lecture is over.
        arrived(): Everything is where the cue wants it.
        failed(str): A cue cannot be shown; why, in a line.
    """

    begun = Signal()
    moved = Signal()
    arrived = Signal()
    failed = Signal(str)

    def __init__(
        self,
        controller: Controller,
        stage: LectureStage,
        show: Callable[[View], None],
        view: Callable[[], View],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._left = Bringing(controller)
        self.departure = Departure(controller, self)
        self._right: Bringing | None = None
        self._stage, self._show, self._view = stage, show, view
        self.hands = stage.hands
        self.arrived.connect(stage.reveal)
        self._script: Script | None = None
        self._states = States()
        self._language = "en"
        self._watched: Watched | None = None
        self._clock = QElapsedTimer()
        self._frames = QTimer(self, interval=FRAME_MILLISECONDS)
        self._frames.timeout.connect(self._watch)
        self._asked_at = 0.0
        self.problems: Sequence[LectureError] = ()
        """What keeps scenes of the lecture's file from being given."""
        self.by_hand = False
        """Whether what is watched is shown share by share (``show_share``), not as time passes."""
        self.shown: list[dict[str, Any]] = []
        """Every cue that was shown, in order: scene, cue, digest, and how many milliseconds it took."""
        self.panels: tuple[PanelName, ...] = ()
        """The panels that what is shown of the lecture has beside the network."""

    # ---- giving it -----------------------------------------------------------------------------------------------

    @property
    def giving(self) -> bool:
        """Whether a lecture is given."""
        return self._script is not None

    @property
    def script(self) -> Script | None:
        """The lecture that is given, and where one is in it."""
        return self._script

    @property
    def controllers(self) -> tuple[Controller, ...]:
        """The runs on screen, the left one first."""
        twin = self._script is not None and self._script.here.scene.kind == "twin"
        return tuple(run.controller for run in self._runs()[: 2 if twin else 1])

    @property
    def is_watching(self) -> bool:
        """Whether training goes on that leads to the cue."""
        return self._watched is not None

    @property
    def idle(self) -> bool:
        """Whether everything is where it is to be."""
        return self._watched is None and self.settled

    @property
    def settled(self) -> bool:
        """Whether all that has been asked for is there, though training may go on that is watched."""
        return all(each.controller.idle for each in self._runs()) and self._stage.idle

    @property
    def watched_seconds(self) -> float:
        """How long the training may be watched that leads to the cue; 0 where none is."""
        return self._watched.seconds if self._watched is not None else 0.0

    @property
    def language(self) -> str:
        """In which it is given."""
        return self._language

    def begin(
        self, lecture: Lecture, language: str = "en", mark: Mark | None = None, problems: Sequence[LectureError] = ()
    ) -> None:
        """Give a lecture, from its beginning or from a place in it; ``problems`` kept scenes of its file out of it."""
        self._script, self._language, self.problems = Script(lecture), language, problems
        for each in self._runs():
            each.forget()
        self._script.go_to_mark(mark if mark is not None else Mark())
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

    def go_to_scene(self, scene: str) -> None:
        """The beginning of another scene."""
        self._leave(lambda script: script.go_to(scene))

    def open_again(self, scene: str) -> None:
        """Another scene for a while: at its end one comes back."""
        self._leave(lambda script: script.open_again(scene))

    def list_scenes(self, on: SceneList) -> None:
        """List the scenes, to go to one."""
        if self._script is not None:
            on.open(self._script.lecture, self._script.here.scene.id, self._language)

    def restart_scene(self) -> None:
        """The scene's beginning, also when somebody has left the script."""
        for each in self._runs():
            each.forget()
        self._leave(lambda script: script.restart_scene())

    def show_here(self) -> None:
        """Show this spot again, in the window or on the stage; whoever has left the script stays where they are."""
        if self._script is not None and self.departure.left:
            spot = self._script.here
            self._stage.show_spot(self._script, self._states.of(spot.scene, max(spot.cue, 1)), self._language)
            self._stage.reveal()
            self.moved.emit()
        else:
            self.return_to_script()

    def take(self, lecture: Lecture, problems: Sequence[LectureError], mark: Mark | None = None) -> None:
        """The lecture has been written anew: stay where one is in it, or go to another place."""
        if self._script is not None:
            here, self._script, self.problems = self._script.mark, Script(lecture), problems
            self._script.go_to_mark(mark if mark is not None else here)
            (self.show_here if mark is None else self.return_to_script)()

    def return_to_script(self) -> None:
        """What the cue had brought, whatever has been done since."""
        self._leave(lambda _: True)

    def end(self) -> None:
        """The lecture is over; what is on screen stays."""
        if self._script is not None:
            self._stop_watching()
            self._script = None
            self.departure.set_out()
            self._stage.leave()
            self.moved.emit()

    def close(self) -> None:
        """End the threads of what is on the stage, also after the window was destroyed."""
        self._watched = None
        self._stage.close()

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
        self.departure.set_out()
        self.moved.emit()
        try:
            state = self._states.of(spot.scene, max(spot.cue, 1))
        except LectureError as error:
            self.failed.emit(in_words(error.text))
            return
        self._stage.show_spot(self._script, state, self._language)
        if len(state.sides) > 1 and spot.scene.kind == "twin" and self._right is None:
            self._right = Bringing(self._stage.right_controller())
        seconds = _seconds(state.cue) if moving and spot.ask is None else 0.0
        if kind_of(state) == "seeds":
            # Its networks train on their own.
            seconds = 0.0 if self.by_hand else seconds
            self._stage.sheet.bring(state, self._language, seconds)
        runs = self._runs(state)
        starts = [run.leads_to(side) for run, side in zip(runs, state.sides, strict=False)]
        known = tuple(start for start in starts if start is not None)
        watches = len(known) == len(starts) > 0 and seconds > 0.0
        if watches and any(side.iteration > start.iteration for side, start in zip(state.sides, known, strict=False)):
            for run, start in zip(runs, known, strict=True):
                run.bring(start)
            # It is watched as the cue wants it seen: after a question, nothing stands beside the network.
            self._when_brought(runs, lambda: self._show_view(spot, state))
            self._watched = Watched(spot, state, seconds, tuple(start.iteration for start in known))
            if not self.by_hand:
                self._clock.start()
                self._frames.start()
        else:
            self._finish(spot, state)

    def _runs(self, state: State | None = None) -> Sequence[Bringing]:
        """The runs of a state, the left one first, of a seed sheet that alone; without a state all that there are."""
        runs = [run for run in (self._left, self._right) if run is not None]
        return runs if state is None else runs[: 2 if state.scene.kind == "twin" else min(1, len(state.sides))]

    # ---- watching ------------------------------------------------------------------------------------------------

    def _watch(self) -> None:
        watched = self._watched
        if watched is None:
            self._frames.stop()
            return
        share = self._clock.elapsed() / 1e3 / watched.seconds
        if share >= 1.0 or all(run.controller.idle for run in self._runs(watched.state)):
            self.show_share(share)

    def show_share(self, share: float) -> None:
        """Show the training that is watched as it is after a share of its time, 0 to 1; at 1 it is over."""
        watched = self._watched
        if watched is None or share >= 1.0:
            self._cut_short()
        else:
            runs = self._runs(watched.state)
            for run, side, start in zip(runs, watched.state.sides, watched.starts, strict=False):
                run.controller.stepping.visit(start + round(share * (side.iteration - start)), or_end=True)

    def _cut_short(self) -> bool:
        """Be at the end of what is watched, at once. Returns whether there was anything to cut."""
        watched, hurried = self._watched, self._stage.hurry_sheet()
        self._stop_watching()
        if watched is not None:
            self._finish(watched.spot, watched.state)
        return hurried or watched is not None

    def _stop_watching(self) -> None:
        self._watched = None
        self._frames.stop()

    # ---- being there ---------------------------------------------------------------------------------------------

    def _finish(self, spot: Spot, state: State) -> None:
        """Go there; then the view, and note where everything is."""
        runs = self._runs(state)
        for run, side in zip(runs, state.sides, strict=False):
            run.bring(side)
        if runs:
            self._when_brought(runs, lambda: self._arrived(spot, state))
        else:
            self._note(spot, state)

    def _when_brought(self, runs: Sequence[Bringing], do: Callable[[], object]) -> None:
        """Do it when all runs are where they have been brought to: the left one says so last."""
        for run in runs:
            do = partial(run.controller.in_turn, self, do)
        do()

    def _arrived(self, spot: Spot, state: State) -> None:
        """Every network is there."""
        if self._show_view(spot, state):
            # What a view consists of waits its turn, too.
            self._left.controller.in_turn(self, lambda: self._there(spot, state))

    def _show_view(self, spot: Spot, state: State) -> bool:
        """Show what the cue wants seen, of the iteration that is there. Returns whether that is wanted still."""
        if self._script is None or self._script.here is not spot:
            # The right side of a twin has arrived where nobody wants to be any more.
            return False
        moment, view = self._left.controller.moment, state.view
        if moment is not None:
            # A question needs the room of panels, a twin has them on its sides, and a sheet has none.
            own = spot.ask is None and kind_of(state) == "network" and view.panels != View().panels
            self.panels = panels = view.panels if own else ()
            # A run that has stopped by itself stands where it stopped.
            self._show(replace(view, panels=panels, at=replace(view.at, iteration=moment.record.iteration)))
        self._stage.bring_up(view)
        return True

    def _there(self, spot: Spot, state: State) -> None:
        """All but the networks of a seed sheet is there."""
        if kind_of(state) == "seeds":
            self._stage.sheet.when_there(lambda: self._note(spot, state))
        else:
            self._note(spot, state)

    def _note(self, spot: Spot, state: State) -> None:
        self.departure.arrive()
        networks = []
        for run, side in zip(self._runs(state), state.sides, strict=False):
            run.stand(side)
            moment = run.controller.moment
            if moment is not None:
                networks.append((moment.record.iteration, moment.record.theta))
        if kind_of(state) == "seeds":
            networks = self._stage.sheet.networks()
        if spot.ask is None:
            # Behind a text there is nothing to be seen.
            digest = digest_of(self._view() if state.sides else state.view, networks)
            milliseconds = round(1e3 * (perf_counter() - self._asked_at), 3)
            self.shown.append({"scene": spot.scene.id, "cue": spot.cue, "digest": digest, "ms": milliseconds})
        self.arrived.emit()
        soon(self, self._look_ahead)

    def _look_ahead(self) -> None:
        """What the next scene needs is worked out while this one is looked at."""
        scene = self._script.scene_after if self._script is not None else None
        if scene is not None:
            self._states.prepare(scene)


def _seconds(cue: Cue) -> float:
    """How long a cue's training is watched."""
    if cue.train is None:
        return 0.0
    return WATCHED_SECONDS if cue.train.seconds is None else cue.train.seconds
