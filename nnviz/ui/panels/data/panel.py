"""The data plot: the examples, what the network answers over their inputs, and the one example that is followed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from nnviz.ui.examples.points import DataPoints, View, has_curve, neighbour, view_of
from nnviz.ui.examples.words import example_lines, example_name, given_words, part_name, target_text
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import whole
from nnviz.ui.look.plain import plain_tip
from nnviz.ui.panels.best_switch import BestSwitch
from nnviz.ui.panels.data.axes import AxisChoices
from nnviz.ui.panels.data.plot import MOST_POINTS
from nnviz.ui.panels.data.stage import DataStage
from nnviz.ui.panels.live_panel import LivePanel
from nnviz.ui.panels.panel import PanelHost
from nnviz.ui.toolkit.claimed_keys import claims_key, meaning
from nnviz.ui.toolkit.controls import Button
from nnviz.ui.toolkit.fitting_label import FittingLabel
from nnviz.view import DataPart
from nnviz.worker.messages import RunInfo
from nnviz.worker.queries.evaluation import BestEpoch
from nnviz.worker.queries.maps import Curve, CurveOf, MapOf, Mapped
from nnviz.worker.queries.query import Query

KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Return: 0, Qt.Key.Key_Enter: 0}
"""What keys do where the plot has the keyboard: go to the training example before or after, or pin (0)."""

MOST_IN_TABLE = 12
"""Of more inputs, the table says two."""


MAP_POINTS = 80
CURVE_POINTS = 300
"""So many answers are asked for: along each side of the best epoch's map, and along a curve."""
WIDTH_FOR_WORDS = 430
"""Under this width (at scale 1) the best epoch is said in fewer words."""
ROOM_BESIDE_AXES = 130
"""What the title and the pin take beside the choice of axes, in pixels at scale 1."""
WIDTH_FOR_SWITCH = 260
WIDTH_FOR_BOTH = 320
"""Under these widths (at scale 1) there is no switch to it, or no words beside the switch."""


class DataPanel(LivePanel[DataPart]):
    """All examples in one picture: which part each belongs to, which class, and which of them are in the batch.

    Over two raw inputs it lies on the map of what the network answers, over one there is the fitted curve: of now, or
    of the best epoch's parameters.

    Signals:
        best_shown(bool): The user wants the best epoch's map or curve, or that of now again.
        example_picked(int): The user wants to see an example: its place in the data set.
        pin_toggled(bool): The example that is shown is to be followed from iteration to iteration, or no longer.
    """

    map_points = MAP_POINTS
    forgets = True

    best_shown = Signal(bool)
    example_picked = Signal(int)
    pin_toggled = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Data"), parent)
        self._points: DataPoints | None = None
        self._drawn: RunInfo | None = None
        self.headline = FittingLabel(look, "small", align=Qt.AlignmentFlag.AlignRight)
        self.axes = AxisChoices(look)
        self.pin_button = Button(look, icon="pin", kind="segment")
        self.pin_button.setCheckable(True)
        self.pin_button.setToolTip(self.tr("Follow this example from iteration to iteration"))
        self.pin_button.setAccessibleName(self.tr("Pin the example"))
        self.best_switch = BestSwitch(look)
        self.header.addWidget(self.headline, 1)
        self.header.addWidget(self.axes)
        self.header.addWidget(self.best_switch)
        self.header.addWidget(self.pin_button)
        self.stage = DataStage(look)
        self.empty.setText(
            self.tr("The examples appear here, each in its place, over what the network predicts there.")
        )
        self.body.addWidget(self.empty, 1)
        self.pieces = FittingLabel(look, "title", "text")
        self.pieces.hide()
        self.body.addWidget(self.pieces)
        self.body.addWidget(self.stage, 1)
        self.stage.plot.example_picked.connect(self.example_picked)
        self.stage.images.example_picked.connect(self.example_picked)
        self.pin_button.clicked.connect(self._on_pin)
        self.axes.picked.connect(self._draw_anew)
        self.stage.arranged.connect(self._name)
        self.best_switch.best_shown.connect(self._on_best)
        self._start(offset=1 / 4)
        self.stage.hide()
        self.pin_button.hide()
        self.best_switch.hide()

    def connect_to(self, host: PanelHost) -> None:
        self.example_picked.connect(host.pin_example)
        self.pin_toggled.connect(host.pin_shown)
        self.best_shown.connect(host.show_best)

    def part(self) -> DataPart:
        return DataPart(best=self.best_switch.best, axes=self.axes.chosen)

    def show_part(self, part: DataPart) -> None:
        if part.axes != self.axes.chosen:
            self.axes.chosen = part.axes
            self._draw_anew()
        self.show_best(part.best)

    # ---- what it is told -----------------------------------------------------------------------------------------

    def set_run(self, info: RunInfo) -> None:
        """A new run: other examples, and no batch yet."""
        # While it is hidden nothing is drawn, but what a place in the data set means is another thing from here on.
        self._drawn = self._points = None
        self.best_switch.set_epoch(None)
        super().set_run(info)

    @property
    def shows_best(self) -> bool:
        """Whether the map or the curve is that of the best epoch's parameters."""
        return self.best_switch.best and self._has_best

    def show_best(self, best: bool) -> None:
        if best != self.best_switch.best:
            self.best_switch.set_best(best)
            self._ask_anew()

    def wanted(self) -> frozenset[Query]:
        """The best epoch's map or only its number, or a curve where there is one; maps of now come with a moment."""
        run = self._run
        if run is not None and has_curve(run):
            return frozenset({CurveOf(CURVE_POINTS, self.shows_best)})
        if not self._has_best:
            return frozenset()
        return frozenset({MapOf(best=True, points=MAP_POINTS) if self.shows_best else BestEpoch()})

    @property
    def _has_best(self) -> bool:
        """Whether there is a best epoch, and something to show of it."""
        run = self._run
        if run is None or not len(run.examples.validation):
            return False
        return view_of(run) is View.PLANE or has_curve(run)

    @property
    def shown(self) -> int | None:
        """The example that is shown, as a place in the data set; ``None`` for the batch's mean, and before a run."""
        return self._moment.shown_example if self._moment is not None else None

    @property
    def _told(self) -> int | None:
        """The same where it stays long enough to be told of."""
        return self._moment.told_example if self._moment is not None else None

    @property
    def pinned(self) -> bool:
        """Whether the example that is shown is the one that is followed."""
        return self._moment is not None and self.shown is not None and self._moment.pinned == self.shown

    # ---- bringing it up to date ----------------------------------------------------------------------------------

    def _bring_up_to_date(self) -> None:
        run = self._run
        if run is None:
            return
        if run is not self._drawn:
            self._drawn, self._points = run, DataPoints.of(run, self.axes.chosen)
            self.empty.hide()
            self.stage.show()
            self.stage.plot.set_run(run, self._points)
            self.stage.images.set_run(run, self._points)
            self.stage.legend.set_run(run)
            self.stage.show_view(self._points.view)
            self.axes.offer(run, self._points)
        assert self._points is not None
        if self._moment is not None:
            self.stage.main.show_moment(self._moment)
        self._fold()
        self._show_answers()
        self._fill_table(run, self._points)
        self._name()

    def _draw_anew(self) -> None:
        """The examples are drawn over other inputs."""
        self._drawn = None
        self._refresh.now()

    def _show_answers(self) -> None:
        """The best epoch's map, or the curve; until it has come, what was there."""
        answer = next(iter(self._found.values()), None)
        if isinstance(answer, Mapped | Curve):
            self.best_switch.set_epoch(answer.best_epoch)
        elif isinstance(answer, int):
            self.best_switch.set_epoch(answer)
        maps = answer.maps if isinstance(answer, Mapped) else None
        curve = answer if isinstance(answer, Curve) else self.stage.plot.curve_shown if answer is None else None
        self.stage.plot.show_answers(self.shows_best, maps, curve)
        self._count_pieces(curve.pieces if curve is not None else None)

    def _count_pieces(self, count: int | None) -> None:
        """Say of how many straight pieces the curve is made, where it is."""
        self.pieces.setVisible(count is not None)
        if count is not None:
            text = self.tr("{} straight pieces") if count != 1 else self.tr("{} straight piece")
            self.pieces.set_texts(text.format(whole(count)))

    def _fill_table(self, run: RunInfo, points: DataPoints) -> None:
        """Say all of the example that is shown."""
        example = self._told
        self.pin_button.setVisible(self._moment is not None)
        self.pin_button.setEnabled(self.shown is not None)
        self.pin_button.setChecked(self.pinned)
        if example is None:
            self.stage.table.show_lines(self._mean, "", [])
            return
        name, part = example_name(example), part_name(int(points.part[example]))
        images = points.view is View.IMAGES
        given, tip = ("", "") if images else given_words(run)
        words = _joined(part, self.tr("pinned") if self.pinned else "", given)
        lines = example_lines(run, points, self._moment, example, self._look.numbers, MOST_IN_TABLE, given=True)
        lines = self.stage.plot.said(lines)
        picture = self.stage.images.picture(example) if images else None
        lead = 0 if images else min(run.examples.raw.shape[1], 2)
        self.stage.table.setToolTip(plain_tip(tip))
        self.stage.table.show_lines(name[:1].upper() + name[1:], words, lines, picture, lead)

    @property
    def _mean(self) -> str:
        return self.tr("mean of the batch") if self._moment is not None and self._moment.mean else ""

    def _name(self) -> None:
        """In the header, the example that is shown if no table names it, and what is not on screen."""
        run, points, example = self._drawn, self._points, self._told
        if run is None or points is None:
            return
        note = self._note_on(run, points)
        if example is None or self.stage.table.isVisibleTo(self):
            self.headline.set_texts(note or self._mean)
            return
        name, part = example_name(example), part_name(int(points.part[example]))
        target = target_text(run, example, self._look.numbers) if run.examples.classes else ""
        self.headline.set_texts(
            _joined(note, name, part, target), _joined(name, part, target), _joined(name, part), name
        )

    def _note_on(self, run: RunInfo, points: DataPoints) -> str:
        """What is not on screen, or what is, where that is not all."""
        if points.view is View.PAIR:
            return self.tr("2 of {} inputs").format(run.examples.raw.shape[1])
        if points.view is View.IMAGES:
            if self._moment is None:
                return ""
            shown, batch = len(self.stage.images.examples), len(self._moment.record.examples)
            if shown < batch:
                return self.tr("{} of the batch's {} examples").format(shown, whole(batch))
            return self.tr("the batch's {} examples").format(batch)
        if points.view is View.PLANE and run.examples.classes == 0 and run.examples.y.shape[1] > 1:
            return self.tr("colours: y₁ of {}").format(run.examples.y.shape[1])
        if self.stage.plot.thinned:
            return self.tr("{} of {} drawn").format(whole(MOST_POINTS), whole(len(points.x)))
        return ""

    # ---- what the user does --------------------------------------------------------------------------------------

    def _on_best(self, best: bool) -> None:
        self._ask_anew()
        self.best_shown.emit(best)

    def _on_pin(self) -> None:
        self.pin_toggled.emit(not self.pinned)
        # What it shows follows the moment that comes of it.
        self.pin_button.setChecked(self.pinned)

    # ---- room ----------------------------------------------------------------------------------------------------

    def _fold(self) -> None:
        width, px = self.width(), self._look.px
        self.best_switch.set_short(width < px(WIDTH_FOR_WORDS))
        switched = self._has_best and width >= px(WIDTH_FOR_SWITCH)
        self.best_switch.setVisible(switched)
        self.axes.fold(width - px(ROOM_BESIDE_AXES))
        self.headline.setVisible(not switched or width >= px(WIDTH_FOR_BOTH))

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        claimed = claims_key(event, lambda key: self.stage.main.hasFocus() and meaning(key, KEYS) is not None)
        return claimed or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = meaning(event, KEYS)
        if step is None or self._run is None or not self.stage.main.hasFocus():
            super().keyPressEvent(event)
        elif step:
            self.example_picked.emit(neighbour(self._run.examples.train, self.shown, step))
        elif self.shown is not None:
            self._on_pin()


def _joined(*words: str) -> str:
    return " · ".join(filter(None, words))
