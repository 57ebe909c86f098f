"""The stage as a lecture uses it: what stands in the middle, what is over it, and what is said under it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from nnviz.engine.errors import PlaceError
from nnviz.engine.networks.network import Architecture
from nnviz.lecture.states import State
from nnviz.lecture.values import Kind
from nnviz.ui.diagram.view import DiagramView
from nnviz.ui.look.look import Look
from nnviz.ui.panels.panel import PanelHost
from nnviz.ui.session.controller import Controller
from nnviz.ui.session.difference_words import side_texts, side_values
from nnviz.ui.session.differences import differences
from nnviz.ui.session.moment import Selection
from nnviz.ui.session.place import Place
from nnviz.ui.stage.hands import Hands
from nnviz.ui.stage.parts import StageParts
from nnviz.ui.stage.script import Script
from nnviz.ui.window.lecture.staged_run import RightRun, StagedRun
from nnviz.ui.window.lecture.staged_sheet import SheetRun
from nnviz.ui.window.on_screen import selection_of, viewpoint_of
from nnviz.view import View, check_view
from nnviz.worker.explainer import ExplainerLink
from nnviz.worker.queries.query import Query


def _picked(view: View, architecture: Architecture) -> Selection | None:
    """What a view picks, where a network has such a thing."""
    try:
        check_view(View(pick=view.pick), architecture, examples=1, batch=1)
    except PlaceError:
        return None
    return selection_of(view, architecture.layers)


def kind_of(state: State) -> Kind:
    """What stands on the stage: where no sweep leads to a sheet, its first network alone."""
    kind = state.scene.kind
    return "network" if kind == "seeds" and not state.sheet else kind


class LectureStage(QObject):
    """Shows a spot of a lecture; where the networks are in time is not its business.

    Args:
        host_of: Makes what panels can ask of the window, for those that show a controller's run beside a diagram.
        want: Asks the model on the left for what is visible.
    """

    def __init__(
        self,
        look: Look,
        controller: Controller,
        host_of: Callable[[Controller, DiagramView, ExplainerLink | None], PanelHost],
        parts: StageParts,
        want: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._look, self._controller, self._host_of, self._parts, self._want = look, controller, host_of, parts, want
        self._runs: tuple[StagedRun, StagedRun] | None = None
        self._right: RightRun | None = None
        self._sheet: SheetRun | None = None
        self._caption: tuple[str, str] | None = None
        """What is said once it can be seen: it would give away the answer."""

    @property
    def sheet(self) -> SheetRun:
        """The networks of a seed sheet; they are made when a sheet first asks for them."""
        if self._sheet is None:
            self._sheet = SheetRun(self._look, self._parts.sheet, self)
        return self._sheet

    @property
    def idle(self) -> bool:
        """Whether all of a seed sheet is where it is to be, and what is asked on the right of a twin is answered."""
        explained = self._right is None or self._right.explainer.idle
        return explained and (self._sheet is None or self._sheet.idle)

    def hurry_sheet(self) -> bool:
        """Nobody watches a seed sheet any more. Returns whether anybody did."""
        return self._sheet is not None and self._sheet.hurry()

    def right_controller(self) -> Controller:
        """The run on the right; it is made when a twin first asks for it."""
        self._staged()
        assert self._right is not None
        return self._right.controller

    def wanted(self) -> tuple[int, frozenset[Query]]:
        """What is visible on the left of a twin: points of maps, and queries."""
        if self._runs is None:
            return 0, frozenset()
        return self._runs[0].feed.map_points, self._runs[0].wanted()

    def bring_up(self, view: View) -> None:
        """Both networks of a twin are there: the right one at the same phase, and both with what is visible of them."""
        if self._runs is None or not self._parts.twin.isVisible():
            return
        right = self._runs[1].controller
        if right.moment is not None:
            record = right.moment.record
            phase = view.at.phase if any(each.name == view.at.phase for each in record.phases) else "L"
            right.go_to(Place(record.iteration, phase))
            right.see(viewpoint_of(view))
            right.in_turn(right, lambda: right.viewing.select(_picked(view, record.architecture)))
        for run in self._runs:
            run.side.diagram.set_options(view.maps, view.values, view.signals)
            run.feed.show_parts(view)
        self._runs[1].want()
        self._want()

    def show_spot(self, script: Script, state: State, language: str) -> None:
        """The scene's head, the question or the cue's sentence, and what stands in the middle."""
        spot, cue, parts = script.here, state.cue, self._parts
        number = spot.scene.slide if spot.scene.slide is not None else spot.number
        parts.head.show_scene(number, spot.scene.title.text(language), *script.dots)
        # In the window, a tour asks beside it.
        asks, answered = spot.ask is not None and self._look.presenting, script.answered()
        parts.hands.ask(spot.ask)
        parts.show_question(asks)
        parts.head.outcome.show_ask(answered, parts.hands.of(answered) if answered is not None else ())
        if spot.ask is not None:
            parts.question.show_ask(spot.ask, language)
        softer = cue.more.text(language)
        if not softer and answered is not None:
            softer = answered.why.text(language)
        # What is asked before a scene's first cue stands alone.
        self._caption = (cue.say.text(language), softer) if spot.cue else ("", "")
        if answered is None:
            self._say()
        twin = spot.scene.twin
        parts.show_kind(kind_of(state))
        if kind_of(state) != "seeds" and self._sheet is not None:
            self._sheet.leave()
        if spot.scene.kind == "text":
            parts.page.show_scene(spot.scene, language)
        if twin is not None:
            found = differences(*(side.experiment for side in state.sides))
            names = []
            for place, (run, side) in enumerate(zip(self._staged(), state.sides, strict=True)):
                which = found, place, side.experiment, self._look.numbers
                values = side_values(*which)
                shorter = (" · ".join(values[:count]) for count in range(len(values), 0, -1))
                given = cue.sides or twin.sides
                names.append((given[place].text(language),) if given else (" · ".join(side_texts(*which)), *shorter))
                run.side.set_part(twin.figure)
                run.show_picture(state.view, twin.shows)
            parts.twin.pair_pictures()
            parts.twin.set_names(*names)
            parts.twin.set_narrow(asks)

    @property
    def hands(self) -> Hands:
        """Those that are counted for the answers of a question."""
        return self._parts.hands

    def reveal(self) -> None:
        """What is shown is as the cue says: a question is answered."""
        self._parts.head.outcome.reveal()
        self._say()

    def _say(self) -> None:
        if self._caption is not None:
            self._parts.foot.set_caption(self._caption)

    def leave(self) -> None:
        """No lecture is given any more: the network stands in the middle again."""
        self._parts.show_question(False)
        self._parts.show_kind("network")
        if self._sheet is not None:
            self._sheet.leave()
        self._caption = None
        self._parts.foot.set_caption(None)
        self._parts.head.show_no_scene()
        self._want()

    def close(self) -> None:
        """End the threads."""
        if self._right is not None:
            self._right.close()
        if self._sheet is not None:
            self._sheet.leave()

    def _staged(self) -> tuple[StagedRun, StagedRun]:
        """Both runs of a twin, on their sides."""
        if self._runs is None:
            self._right = RightRun(self)
            left, right = (
                StagedRun(self._look, controller, self._host_of(controller, side.diagram, explainer), side, self)
                for controller, explainer, side in zip(
                    (self._controller, self._right.controller),
                    (None, self._right.explainer),
                    self._parts.twin.sides,
                    strict=True,
                )
            )
            left.wants_changed.connect(self._want)
            right.wants_changed.connect(right.want)
            self._runs = left, right
        return self._runs
