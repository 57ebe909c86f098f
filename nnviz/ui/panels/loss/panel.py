"""The loss panel: how the run goes, by loss or by score, where it was best, and the way back to there."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.engine.training.record.phases import Work
from nnviz.engine.training.timeline.history import History
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import whole
from nnviz.ui.look.plain import plain_tip
from nnviz.ui.names.translation import in_words
from nnviz.ui.panels.live_panel import LivePanel
from nnviz.ui.panels.loss.plot import LossPlot
from nnviz.ui.panels.panel import Panel, PanelHost
from nnviz.ui.session.history_rows import HistoryRows
from nnviz.ui.session.moment import Moment
from nnviz.ui.toolkit.controls import Button
from nnviz.ui.toolkit.controls.thin_bar import ThinBar
from nnviz.ui.toolkit.fitting_label import FittingLabel
from nnviz.ui.toolkit.plots.measure import Measure
from nnviz.view import LossPart
from nnviz.worker.messages import RunInfo, Snapshot

HEIGHT_FOR_STATUS = 205
"""Under this height (at scale 1) the line on patience gives its room to the plot."""

WIDTH_FOR_WORDS = 470
"""Under this width (at scale 1) the button that puts the best parameters back says less."""

WIDTH_FOR_SCORES = 350
"""Under this width (at scale 1) what the curves do not show has a row of its own, where there is the height for it."""


class LossPanel(LivePanel[LossPart]):
    """Training and validation loss, or score, over the epochs, live.

    Signals:
        restore_best_requested(): The user wants the parameters of the best epoch back.
    """

    restore_best_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Loss"), parent)
        # There is a first row from the beginning: the untrained network's.
        self.empty.hide()
        self._rows = HistoryRows()
        self._history: History | None = None
        self._updates: int | None = None
        self._score = Measure.ACCURACY
        self._scores_apart = False
        self.headline = FittingLabel(look, "small", align=Qt.AlignmentFlag.AlignRight)
        self.plot = LossPlot(look)
        self.plot.setAccessibleName(self.tr("Curves over the epochs"))
        self.status = FittingLabel(look)
        self.countdown = ThinBar(look, "validation")
        self.score = FittingLabel(look)
        self.score_button = Button(look, kind="segment")
        self.score_button.setCheckable(True)
        self.log_button = Button(look, self.tr("log"), kind="segment")
        self.log_button.setCheckable(True)
        self.log_button.setToolTip(self.tr("Logarithmic axis: equal distances are equal ratios"))
        self.best_button = Button(look, self.tr("best"), icon="restore", kind="segment")
        self.header.addWidget(self.headline, 1)
        self._lay_out()
        self.log_button.toggled.connect(self.plot.set_log)
        self.score_button.toggled.connect(self._choose_measure)
        self.best_button.clicked.connect(self.restore_best_requested)
        self._start()
        self._choose_measure()
        self._bring_up_to_date()

    def _lay_out(self) -> None:
        self._status_row = QHBoxLayout()
        self._status_row.addWidget(self.countdown)
        self._status_row.addWidget(self.status, 1)
        self._last_row = QHBoxLayout()
        self._last_row.addWidget(self.score, 1)
        self._last_row.addWidget(self.score_button)
        self._last_row.addWidget(self.log_button)
        self._last_row.addWidget(self.best_button)
        self._stack = QVBoxLayout()
        self._stack.addWidget(self.plot, 1)
        self._stack.addLayout(self._status_row)
        self._stack.addLayout(self._last_row)
        self.body.addLayout(self._stack, 1)

    def connect_to(self, host: PanelHost) -> None:
        self.restore_best_requested.connect(host.restore_best)

    def share_scale(self, other: Panel[LossPart]) -> None:
        if isinstance(other, LossPanel):
            self.plot.share_scale(other.plot)

    def part(self) -> LossPart:
        return LossPart(log=self.log_button.isChecked(), score=self.score_button.isChecked())

    def show_part(self, part: LossPart) -> None:
        self.log_button.setChecked(part.log)
        self.score_button.setChecked(part.score)

    # ---- what it is told -----------------------------------------------------------------------------------------

    @property
    def rows_held(self) -> int:
        """How many rows of the history it has: what a request's ``history_from`` can be."""
        return self._rows.held

    def set_run(self, info: RunInfo) -> None:
        """A new run: nothing is known of it yet."""
        self._rows.clear()
        self._history = None
        super().set_run(info)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Take in what is new; it is drawn a few times a second."""
        self._rows.replace_from(snapshot.history_from, snapshot.history.rows)
        self._history = snapshot.history
        if self._score is not Measure.of_score(snapshot.history.score):
            self._score = Measure.of_score(snapshot.history.score)
            self._choose_measure()
        self._refresh.request()

    def show_moment(self, moment: Moment) -> None:
        """Show a place in time: an epoch has its point once its last update has been made, and not before."""
        updates = None if moment.training or moment.work is Work.UPDATE else moment.record.iteration
        if updates != self._updates:
            self._updates = updates
            self._refresh.request()

    # ---- words ---------------------------------------------------------------------------------------------------

    def _bring_up_to_date(self) -> None:
        history = self._history
        self._rows.show_until(self._updates)
        self.plot.show_rows(self._rows, history)
        self.headline.set_texts(*self._headlines(history))
        self._say_status(history)
        self.score.set_texts(*self._scores(history))
        self.plot.setAccessibleDescription(self._last(self.plot.measure, history)[0])
        best = history.best_epoch if history is not None else None
        self.best_button.setEnabled(best is not None)
        self.best_button.setToolTip(plain_tip(self._about_best(history)))

    def _headlines(self, history: History | None) -> tuple[str, ...]:
        if history is None or not len(self._rows):
            return ("",)
        epoch = whole(int(self._rows.column("epoch")[-1]))
        if history.best_epoch is None or history.best_epoch > self._rows.column("epoch")[-1]:
            return (self.tr("epoch {}").format(epoch),)
        best = whole(history.best_epoch)
        if history.stopped_epoch is not None:
            stopped = whole(history.stopped_epoch)
            return (
                self.tr("best epoch {} · stopped at {}").format(best, stopped),
                self.tr("best {} · end {}").format(best, stopped),
            )
        return (
            self.tr("epoch {} · best epoch {}").format(epoch, best),
            self.tr("{} · best {}").format(epoch, best),
        )

    def _say_status(self, history: History | None) -> None:
        patience = history.patience if history is not None else None
        counting = history is not None and patience is not None and self._counts_down(history)
        self.countdown.setVisible(counting and self._has_room())
        self.countdown.set_share(history.waited / patience if history is not None and patience else 0.0)
        colour = "error" if history is not None and history.stop_reason == "diverged" else "text_muted"
        self.status.set_texts(*self._statuses(history), colour=colour)

    @staticmethod
    def _counts_down(history: History) -> bool:
        """Whether patience may still run out; where a run that had stopped trains on, it is counted anew."""
        return history.patience is not None and history.stop_reason is None and history.waited < history.patience

    def _statuses(self, history: History | None) -> tuple[str, ...]:
        if history is None:
            return ("",)
        if history.stop_reason is not None:
            epoch = whole(history.stopped_epoch or 0)
            wordings = [self.tr("Stopped: {}").format(in_words(history.message))]
            if history.stop_reason == "early_stopping" and history.patience is not None:
                waited = whole(history.patience)
                wordings.append(self.tr("Stopped at {}: {} epochs without improvement").format(epoch, waited))
                wordings.append(self.tr("{} epochs without improvement").format(waited))
            return tuple(wordings)
        if history.best_epoch is None:
            return (
                self.tr("No validation part: overfitting cannot be seen."),
                self.tr("No validation part"),
            )
        waited = whole(history.waited)
        if not self._counts_down(history):
            if history.waited == 1:
                return (self.tr("1 epoch without improvement"),)
            return (
                self.tr("{} epochs without improvement").format(waited),
                self.tr("{} without improvement").format(waited),
            )
        patience = whole(history.patience or 0)
        if len(self._rows) and self._rows.column("epoch")[-1] - history.best_epoch > history.waited:
            return (
                self.tr("{} of {} epochs without improvement, patience reset").format(waited, patience),
                self.tr("{} of {}, patience reset").format(waited, patience),
                f"{waited} / {patience}",
            )
        return (
            self.tr("{} of {} epochs without improvement").format(waited, patience),
            self.tr("{} of {} without improvement").format(waited, patience),
            f"{waited} / {patience}",
        )

    def _scores(self, history: History | None) -> tuple[str, ...]:
        """What the curves do not show: the score beside the loss, the loss beside the score."""
        return self._last(Measure.LOSS if self.plot.measure is not Measure.LOSS else self._score, history)

    def _last(self, measure: Measure, history: History | None) -> tuple[str, ...]:
        """What a measure is at the end of the curves."""
        if history is None or not len(self._rows):
            return ("",)
        style = self._look.numbers
        last = [float(self._rows.column(column)[-1]) for column in measure.columns]
        training, validation = (measure.text(value, style) for value in last)
        name = measure.word
        if math.isnan(last[1]) and history.best_epoch is None:
            return (self.tr("{}: training {}").format(name, training), f"{name} {training}")
        return (
            self.tr("{}: training {} · validation {}").format(name, training, validation),
            self.tr("{}: train {} · val. {}").format(name, training, validation),
            self.tr("train {} · val. {}").format(training, validation),
            f"{training} · {validation}",
        )

    def _about_best(self, history: History | None) -> str:
        if history is None:
            return self.tr("Nothing to restore yet: no epoch has been scored.")
        if history.best_epoch is None:
            return self.tr("Nothing to restore: without a validation part there is no best epoch.")
        return self.tr("Restore the parameters of epoch {}, the best on held-out data").format(
            whole(history.best_epoch)
        )

    # ---- what the user does --------------------------------------------------------------------------------------

    def _choose_measure(self) -> None:
        """The curves are of the loss, or of the score."""
        measure = self._score if self.score_button.isChecked() else Measure.LOSS
        self.plot.set_measure(measure)
        self.score_button.setText(self._score.word)
        self.score_button.setToolTip(plain_tip(self.tr("Show the {} in place of the loss").format(self._score.word)))
        self.set_title(measure.word[:1].upper() + measure.word[1:])
        self.log_button.setEnabled(measure is not Measure.ACCURACY)
        self.score.set_texts(*self._scores(self._history))

    # ---- room ----------------------------------------------------------------------------------------------------

    def _has_room(self) -> bool:
        return self.height() >= self._look.px(HEIGHT_FOR_STATUS) and not self._look.presenting

    def _space_out(self) -> None:
        px = self._look.px
        self._stack.setSpacing(px(3))
        self._status_row.setSpacing(px(8))
        self._last_row.setSpacing(px(4))

    def _fold(self) -> None:
        wide = self.width() >= self._look.px(WIDTH_FOR_WORDS)
        self.best_button.setText(self.tr("restore best") if wide else self.tr("best"))
        for button in (self.score_button, self.log_button, self.best_button):
            button.setVisible(not self._look.presenting)
        self.status.setVisible(self._has_room())
        self._place_scores()
        self._say_status(self._history)

    def _place_scores(self) -> None:
        narrow = self.width() < self._look.px(WIDTH_FOR_SCORES)
        self.score.setVisible((not narrow and not self._look.presenting) or self._has_room())
        if narrow != self._scores_apart:
            self._scores_apart = narrow
            if narrow:
                self._last_row.removeWidget(self.score)
                self._last_row.insertStretch(0, 1)
                self._stack.insertWidget(self._stack.count() - 1, self.score)
            else:
                self._stack.removeWidget(self.score)
                self._last_row.takeAt(0)
                self._last_row.insertWidget(0, self.score, 1)
