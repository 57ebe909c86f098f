"""The landscape of the loss: a map over two directions, the path of training on it, and the step that is taken."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.engine.analysis.landscape.landscape import Landscape
from nnviz.engine.training.record.phases import Kind
from nnviz.engine.training.timeline.events import Event, MoveParameters, SetParameter
from nnviz.engine.types import Array, frozen
from nnviz.ui.look.look import Look
from nnviz.ui.names.symbols import Names
from nnviz.ui.names.translation import in_words
from nnviz.ui.panels.landscape.plot import LandscapePlot
from nnviz.ui.panels.landscape.words import axis_names, captions, direction_name, headline, part_name
from nnviz.ui.panels.live_panel import LivePanel
from nnviz.ui.panels.panel import Panel, PanelHost
from nnviz.ui.session.moment import Moment, Selection
from nnviz.ui.toolkit.controls.menu_button import MenuButton
from nnviz.ui.toolkit.fitting_label import FittingLabel
from nnviz.view import FARTHEST, LandscapeDirections, LandscapePart, LandscapePartName, Pick
from nnviz.worker.explainer import Explained
from nnviz.worker.messages import RunInfo, WeightPlace
from nnviz.worker.queries.landscape import KeptPath, LandscapeOf, SliceKind
from nnviz.worker.queries.query import NoAnswer, Query
from nnviz.worker.questions import WhatLossThere

DIRECTIONS: tuple[LandscapeDirections, ...] = ("weights", "weight", "path", "random")
PARTS: tuple[LandscapePartName, ...] = ("train", "validation", "batch")
KINDS: dict[LandscapeDirections, SliceKind] = {
    "weights": "weights",
    "weight": "weights",
    "path": "path",
    "random": "random",
}
OTHER_ASPECT = 0.08
"""A map is asked for anew where the room for it has another ratio of width to height by so much."""
FLATTEST, STEEPEST = 0.5, 3.0
HIGH_ENOUGH = 230
"""Under this height, in pixels at scale 1, the caption gives its room to the map."""


class LandscapePanel(LivePanel[LandscapePart]):
    """The loss over two picked weights, the path of training or random directions; over one weight, a curve.

    While the point is dragged the map stays what it was at the beginning; the loss beside the point is the network's.

    Half of its methods are those of any panel; the others follow the point.

    Signals:
        held(): The point is taken hold of.
        moved(tuple): What gives the network the parameters at the point, all along a drag.
        let_go(bool): It is let go: whether it stays there, else it goes back.
        asked(Question): What wants an answer.
    """

    held = Signal()
    moved = Signal(object)
    let_go = Signal(bool)
    asked = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Landscape"), parent)
        self.directions: LandscapeDirections = DIRECTIONS[0]
        self.examples: LandscapePartName = PARTS[0]
        self.zoom = 0
        self._chosen: tuple[WeightPlace, ...] = ()
        self._picked: WeightPlace | None = None
        self._has_looked = False
        self._kept = KeptPath()
        self._aspect = 1.4
        self._latest: Landscape | NoAnswer | None = None
        self._question: tuple[WhatLossThere, Array] | None = None
        self._pointed: Array | None = None
        self._live = False
        self.direction_choice = MenuButton(look, self.tr("Which directions the map has"))
        self.part_choice = MenuButton(look, self.tr("The examples that the loss is the mean of"))
        self.plot = LandscapePlot(look)
        self.caption = FittingLabel(look)
        self._lay_out()
        self.direction_choice.set_choices([(place, direction_name(each)) for place, each in enumerate(DIRECTIONS)])
        self.direction_choice.picked.connect(lambda place: self._set(directions=DIRECTIONS[place]))
        self.part_choice.picked.connect(lambda place: self._set(part=PARTS[place]))
        self.plot.zoomed.connect(lambda steps: self._set(zoom=self.zoom + steps))
        self.plot.pointed.connect(self._on_pointed)
        self.plot.room_changed.connect(self._fold)
        self.plot.drag_begun.connect(self.held)
        self.plot.dragged.connect(self._on_dragged)
        self.plot.drag_ended.connect(lambda back: self._finish(keep=not back))
        self._start(offset=2 / 3)
        self._bring_up_to_date()

    def _lay_out(self) -> None:
        self.header.addWidget(self.direction_choice)
        self.header.addWidget(self.part_choice)
        self.header.addStretch(1)
        self._column_of_parts = QVBoxLayout()
        self._column_of_parts.addWidget(self.plot, 1)
        self._column_of_parts.addWidget(self.caption)
        self._column_of_parts.addWidget(self.empty, 1)
        self.body.addLayout(self._column_of_parts, 1)

    def connect_to(self, host: PanelHost) -> None:
        self.held.connect(host.hold_edit)
        self.moved.connect(lambda events: host.change(*events))
        self.let_go.connect(host.release_edit)
        self.asked.connect(host.ask)
        host.answered.connect(self._on_answer)

    def share_scale(self, other: Panel[LandscapePart]) -> None:
        if isinstance(other, LandscapePanel):
            self.plot.share_scale(other.plot)

    # ---- its part of a view --------------------------------------------------------------------------------------

    def part(self) -> LandscapePart:
        weights = tuple(Pick(layer, unit, source, source is None).text(0) for layer, unit, source in self._chosen)
        return LandscapePart(directions=self.directions, weights=weights, part=self.examples, zoom=self.zoom)

    def show_part(self, part: LandscapePart) -> None:
        picks = [pick for weight in part.weights if (pick := Pick.read(weight, 0)) is not None]
        self._chosen = tuple((pick.layer, pick.unit, pick.source) for pick in picks)
        self._has_looked = False
        self._set(directions=part.directions, part=part.part, zoom=part.zoom)

    def _set(
        self,
        directions: LandscapeDirections | None = None,
        part: LandscapePartName | None = None,
        zoom: int | None = None,
    ) -> None:
        """Look at something else."""
        self._finish(keep=True)
        self.directions = directions or self.directions
        self.examples = part or self.examples
        self.zoom = min(max(self.zoom if zoom is None else zoom, -FARTHEST), FARTHEST)
        self._show_choices()
        self.wants_changed.emit()

    # ---- which weights -------------------------------------------------------------------------------------------

    @property
    def weights(self) -> tuple[WeightPlace, ...]:
        """Those at the axes, one or two of them: the chosen ones, else what is picked, else those of the first unit."""
        run = self._run
        if run is None:
            return ()
        widths = run.architecture.widths
        known = [place for place in self._chosen if _is_in(widths, place)]
        if not known:
            known = [self._picked if self._picked is not None and _is_in(widths, self._picked) else (1, 0, 0)]
        if self.directions == "weight":
            return (known[-1],)
        return tuple(known) if len(known) == 2 else (known[0], _beside(widths, known[0]))

    def _follow(self, selection: Selection | None) -> None:
        """Take a weight or bias that is picked; the one that was picked before goes across."""
        if selection is None or (selection.source is None and not selection.bias):
            return
        place = selection.layer, selection.unit, selection.source
        if place == self._picked:
            return
        before, self._picked = self._picked, place
        if self._has_looked:
            self._chosen = (before, place) if before is not None and self.directions == "weights" else ()
            self.wants_changed.emit()

    # ---- what it is told -----------------------------------------------------------------------------------------

    def wanted(self) -> frozenset[Query]:
        return frozenset() if self._run is None else frozenset((self._wanted_now,))

    @property
    def _wanted_now(self) -> LandscapeOf:
        kind = KINDS[self.directions]
        weights = self.weights if kind == "weights" else ()
        return LandscapeOf(kind, weights, self.examples, self._aspect, self.zoom / 2, self._live, self._kept)

    def set_run(self, info: RunInfo) -> None:
        self._finish(keep=True)
        self._latest = self._question = self._pointed = self._picked = self.plot.told = None
        self._has_looked = False
        if not all(_is_in(info.architecture.widths, place) for place in self._chosen):
            self._chosen = ()
        if self.examples == "validation" and not len(info.examples.validation):
            self.examples = "train"
        super().set_run(info)
        self._show_choices()

    def show_moment(self, moment: Moment) -> None:
        if moment.training:
            self._finish(keep=True)
        self._moment = moment
        self._follow(moment.selection)
        self._has_looked = True
        self.plot.show_updated(not moment.training and moment.has_passed(Kind.UPDATE))
        if moment.training != self._live:
            self._live = moment.training
            self.wants_changed.emit()
        self._settle()
        self._draw_soon()

    def _take(self, news: Mapping[Query, object]) -> None:
        # The map before stays until this one has come.
        answer = news.get(self._wanted_now)
        if isinstance(answer, Landscape | NoAnswer):
            self._latest = answer

    # ---- bringing it up to date ----------------------------------------------------------------------------------

    def _bring_up_to_date(self) -> None:
        run, latest = self._run, self._latest
        text = ""
        if run is None:
            text = self.tr("The loss appears here as a map over two weights, with the path that training takes on it.")
        elif isinstance(latest, NoAnswer):
            text = self.tr("No map: {}.").format(in_words(latest.reason))
        elif latest is None:
            text = self.tr("The map is being computed.")
        self.empty.setText(text)
        self.empty.setVisible(bool(text))
        self.plot.setVisible(not text)
        self._show_caption()
        if run is None or not isinstance(latest, Landscape) or self.plot.dragging:
            return
        if latest is not self.plot.landscape:
            names = axis_names(self.directions, self.weights, Names(run.architecture))
            self.plot.show_landscape(latest, names, headline(latest, self._look.numbers))
            self.caption.set_texts(*captions(self.directions, latest, self._look.numbers))
            self._ask(self._pointed)
        self._settle()

    def _settle(self) -> None:
        """The point can be dragged only where the map is of the network that is there, and not while it trains."""
        moment, landscape = self._moment, self._latest
        self.plot.ready = (
            moment is not None
            and isinstance(landscape, Landscape)
            and landscape is self.plot.landscape
            and not moment.training
            and np.array_equal(moment.record.theta, landscape.slice.centre)
        )

    def _show_choices(self) -> None:
        self.direction_choice.show_choice(DIRECTIONS.index(self.directions), direction_name(self.directions))
        run = self._run
        parts = [
            place for place, name in enumerate(PARTS) if run is None or name == "batch" or len(run.examples.part(name))
        ]
        if self.part_choice.choices() != parts:
            self.part_choice.set_choices([(place, part_name(PARTS[place])) for place in parts])
        self.part_choice.show_choice(PARTS.index(self.examples), part_name(self.examples))

    # ---- the loss at a place -------------------------------------------------------------------------------------

    def _on_pointed(self, place: Array | None) -> None:
        self._pointed = place
        self._ask(place)

    def _ask(self, place: Array | None) -> None:
        """Ask for the exact loss of a place; none is told of none."""
        landscape = self.plot.landscape
        if place is None or landscape is None or len(place) != len(landscape.here):
            self._question, self.plot.told = None, None
            self.plot.viewport().update()
            return
        question = WhatLossThere(landscape.loss_of, landscape.slice.thetas(place[None])[0])
        self._question = question, place
        self.asked.emit(question)

    def _on_answer(self, explained: Explained) -> None:
        question, result = self._question, explained.result
        if question is not None and explained.question is question[0] and isinstance(result, float):
            self.plot.tell(question[1], result)

    # ---- the drag ------------------------------------------------------------------------------------------------

    def _on_dragged(self, place: Array) -> None:
        landscape = self.plot.landscape
        if landscape is None:
            return
        self._ask(place)
        self.moved.emit(tuple(self._events_to(landscape, place)))

    def _events_to(self, landscape: Landscape, place: Array) -> list[Event]:
        """What brings the network to a place."""
        if KINDS[self.directions] == "weights":
            return [SetParameter(*weight, float(value)) for weight, value in zip(self.weights, place, strict=True)]
        return [MoveParameters(frozen(landscape.slice.thetas(place[None])[0]))]

    def _finish(self, keep: bool) -> None:
        """End a drag, if there is one."""
        if self.plot.held is None and not self.plot.dragging:
            return
        self.plot.release()
        self.plot.held = None
        self._ask(None)
        self.let_go.emit(keep)
        self._refresh.now()

    # ---- room ----------------------------------------------------------------------------------------------------

    def _show_caption(self) -> None:
        self.caption.setVisible(not self.empty.text() and self.height() >= self._look.px(HIGH_ENOUGH))

    def _fold(self) -> None:
        self._show_caption()
        room = self.plot.room
        aspect = min(max(room.width() / max(room.height(), 1.0), FLATTEST), STEEPEST)
        if abs(aspect / self._aspect - 1.0) > OTHER_ASPECT:
            self._aspect = round(aspect, 2)
            self.wants_changed.emit()

    def _space_out(self) -> None:
        self._column_of_parts.setSpacing(self._look.px(3))
        self.header.setSpacing(self._look.px(6))

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._finish(keep=True)


def _is_in(widths: tuple[int, ...], place: WeightPlace) -> bool:
    """Whether a network of these widths has a parameter."""
    layer, unit, source = place
    return layer < len(widths) and unit < widths[layer] and (source is None or source < widths[layer - 1])


def _beside(widths: tuple[int, ...], place: WeightPlace) -> WeightPlace:
    """Another parameter of the same unit: its next weight, or the one before, or where it has only one the bias."""
    layer, unit, source = place
    if source is None:
        return layer, unit, 0
    for other in (source + 1, source - 1):
        if 0 <= other < widths[layer - 1]:
            return layer, unit, other
    return layer, unit, None
