"""The card in the middle: both runs' curves, and how far both have come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import whole
from nnviz.ui.toolkit.controls import Button, Card, Segmented
from nnviz.ui.toolkit.fitting_label import FittingLabel
from nnviz.ui.toolkit.plots.measure import Measure
from nnviz.ui.toolkit.refresh import INTERVAL_MILLISECONDS, Refresh
from nnviz.ui.windows.compare.half import Half
from nnviz.ui.windows.compare.twin_plot import TwinPlot

HEIGHT_FOR_ROW = 190
"""Under this height (at scale 1) the row of buttons gives its room to the curves."""


class CurvesCard(Card):
    """Loss or score of both sides on one scale."""

    def __init__(self, look: Look, halves: Sequence[Half], parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Curves"), parent)
        self._halves = halves
        self._names = ("", "")
        self._can_go_on = False
        self.position = FittingLabel(look, "small", align=Qt.AlignmentFlag.AlignRight)
        self.plot = TwinPlot(look)
        self.measure = Segmented(
            look, [("loss", self.tr("loss")), ("score", self.tr("accuracy"))], name=self.tr("What the curves are")
        )
        self.log_button = Button(look, self.tr("log"), kind="segment")
        self.log_button.setCheckable(True)
        self.log_button.setToolTip(self.tr("Logarithmic loss axis: equal distances are equal ratios"))
        self.remark = FittingLabel(look)
        self.header.addWidget(self.position, 1)
        self.body.addWidget(self.plot, 1)
        self._controls = QWidget()
        self._row = QHBoxLayout(self._controls)
        for widget in (self.measure, self.log_button):
            self._row.addWidget(widget)
        self._row.addSpacing(look.px(6))
        self._row.addWidget(self.remark, 1)
        self.body.addWidget(self._controls)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._refresh = Refresh(self, self._bring_up_to_date, offset=INTERVAL_MILLISECONDS // 2)
        self.measure.picked.connect(self._choose_measure)
        self.log_button.toggled.connect(self.plot.set_log)
        look.changed.connect(self._on_look)
        self._on_look()

    def set_names(self, names: tuple[str, str]) -> None:
        """What the sides are called at the ends of their curves."""
        self._names = names
        self._refresh.now()

    def show_now(self, training: bool, can_go_on: bool) -> None:
        """There is something new; it is drawn a few times a second while training, at once otherwise."""
        self._can_go_on = can_go_on
        self._refresh.request()
        if not training:
            self._refresh.flush()

    def positions(self) -> tuple[str, ...]:
        """How far both have come, in more and in fewer words."""
        known = [half for half in self._halves if half.run is not None]
        if not known:
            return ("",)
        ended = all(half.ended and not half.untouched for half in known)
        epochs, updates = {half.epoch for half in known}, {half.updates for half in known}
        done = self._epochs(max(epochs))
        if ended and len(known) == 2:
            stopped = self.tr("both stopped")
            ways = self.tr("T continues, R restarts") if self._can_go_on else self.tr("R restarts")
            return (f"{stopped} · {ways}", stopped)
        if len(updates) == 1:
            return (f"{done} · {self._iterations(max(updates))}", done)
        if len(epochs) == 1:
            counts = [whole(half.updates) for half in known]
            return (self.tr("{} · iterations: {} left, {} right").format(done, *counts), done)
        counts = [whole(half.epoch) for half in known]
        return (self.tr("epochs: {} left, {} right").format(*counts), done)

    def _epochs(self, count: int) -> str:
        return self.tr("1 epoch") if count == 1 else self.tr("{} epochs").format(whole(count))

    def _iterations(self, count: int) -> str:
        return self.tr("1 iteration") if count == 1 else self.tr("{} iterations").format(whole(count))

    # ---- bringing it up to date ----------------------------------------------------------------------------------

    def _bring_up_to_date(self) -> None:
        self.position.set_texts(*self.positions())
        self.remark.set_texts(*self._notes())
        left, right = self._halves
        snapshot = next((half.snapshot for half in self._halves if half.snapshot is not None), None)
        score = snapshot.history.score if snapshot is not None else "accuracy"
        self.measure.button("score").setText(Measure.of_score(score).word)
        for half in self._halves:
            half.rows.show_until(half.updates)
        self.plot.show_rows(left.rows, right.rows, self._names, score)

    def _notes(self) -> tuple[str, ...]:
        """What must be minded when the curves are compared."""
        trainings = [half.run.experiment.training for half in self._halves if half.run is not None]
        losses = {(training.loss, training.loss_scale) for training in trainings}
        if len(losses) > 1 and self.plot.measure is Measure.LOSS:
            return (
                self.tr("Two different losses: compare their shapes, not their heights."),
                self.tr("Two different losses"),
            )
        return ("",)

    def _choose_measure(self, measure: str) -> None:
        self.log_button.setEnabled(measure == "loss")
        self.plot.set_measure(measure)
        self._refresh.now()

    # ---- room ----------------------------------------------------------------------------------------------------

    def _on_look(self) -> None:
        px = self._look.px
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(4))
        self._fold()
        self._refresh.now()

    def _fold(self) -> None:
        self._controls.setVisible(self.height() >= self._look.px(HEIGHT_FOR_ROW))

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()
