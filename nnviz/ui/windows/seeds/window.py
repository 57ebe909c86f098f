"""The seed strip's window: many seeds or learning rates of one experiment, trained side by side."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from nnviz.engine.experiment import Experiment
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import whole
from nnviz.ui.look.plain import plain_title
from nnviz.ui.names.functions import shown_title
from nnviz.ui.names.translation import in_words, translate
from nnviz.ui.toolkit.controls import Button, Card, Segmented, Text
from nnviz.ui.toolkit.controls.thin_bar import ThinBar
from nnviz.ui.toolkit.fitting_label import FittingLabel
from nnviz.ui.toolkit.over_active import open_over_active
from nnviz.ui.windows.own_look import OwnLook
from nnviz.ui.windows.seeds import words
from nnviz.ui.windows.seeds.legend import Legend
from nnviz.ui.windows.seeds.settings import SeedSettings, SettingError
from nnviz.ui.windows.seeds.strip import SeedStrip
from nnviz.worker.sweep_messages import Progress, SweepEnd, SweepPlan
from nnviz.worker.sweeper import SweeperLink

SIZE = QSize(1240, 900)
OF_SCREEN = 0.92
LOW = 620
"""In a window that is no higher (at scale 1), the settings give their room to the networks."""


class SeedWindow(QWidget):
    """Trains many networks that differ in their seed or learning rate, and shows them as they go.

    Its methods are short: a window's own, and what the sweep says.

    Signals:
        open_requested(Experiment): The user wants one of them in the main window: its experiment, complete.
    """

    open_requested = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        # It presents by itself too, whatever the main window does.
        self._look = look = OwnLook(look, self)
        self._experiment: Experiment | None = None
        self._progress: Progress | None = None
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.link = SweeperLink(self)
        self.settings = SeedSettings(look)
        self.headline = Text(look, role="heading")
        self.criterion_text = FittingLabel(look, "small")
        self.order = Segmented(
            look, [("place", self.tr("in order")), ("loss", self.tr("by loss"))], name=self.tr("Order")
        )
        self.log_button = Button(look, self.tr("log"), kind="segment")
        self.log_button.setCheckable(True)
        self.log_button.setChecked(True)
        self.bar = ThinBar(look)
        self.progress_text = FittingLabel(look, "small")
        self.problem = FittingLabel(look, "body", colour="error")
        self.strip = SeedStrip(look)
        self.empty = Text(look, tone="muted")
        self.details = FittingLabel(look, "small", colour="text")
        self.legend = Legend(look)
        self._lay_out()
        self._connect()
        self._restyle()
        self._show_empty()

    def _lay_out(self) -> None:
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.order.button("loss").setToolTip(self.tr("Finished networks first, the lowest training loss first"))
        self.log_button.setToolTip(self.tr("Logarithmic loss axis: equal distances are equal ratios"))
        self.problem.hide()
        self._card = Card(self._look)
        self._card.body.addWidget(self.settings)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.strip)
        corner = QWidget()
        corner.setProperty("surface", "plain")
        self._scroll.setCornerWidget(corner)
        self.strip.setProperty("surface", "plain")
        self._head, self._under, self._whole = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        self._head.addWidget(self.headline)
        self._head.addWidget(self.criterion_text, 1)
        self._head.addWidget(self.order)
        self._head.addWidget(self.log_button)
        self._under.addWidget(self.bar)
        self._under.addWidget(self.progress_text, 1)
        self._whole.addWidget(self._card)
        self._whole.addWidget(self.problem)
        self._whole.addLayout(self._head)
        self._whole.addLayout(self._under)
        self._whole.addWidget(self.empty, 1)
        self._whole.addWidget(self._scroll, 1)
        self._whole.addWidget(self.details)
        self._whole.addWidget(self.legend)

    def _connect(self) -> None:
        self.settings.start_requested.connect(self.start)
        self.settings.stop_requested.connect(self.stop)
        self.settings.varied.connect(self._on_varied)
        self.settings.criterion_changed.connect(self._take_criterion)
        self.order.picked.connect(lambda key: self.strip.set_sorted_by_loss(key == "loss"))
        self.log_button.toggled.connect(self._on_log)
        self.strip.picked.connect(
            lambda place: self.open_requested.emit(self.strip.networks.multiples[place].member.experiment)
        )
        self.strip.looked_at.connect(self._say_details)
        self.strip.moved.connect(self._uncover)
        self.link.begun.connect(self._on_begun)
        self.link.progressed.connect(self._on_progress)
        self.link.finished.connect(self._on_finished)
        self._scroll.viewport().installEventFilter(self)
        self._look.changed.connect(self._restyle)

    # ---- what it is told -----------------------------------------------------------------------------------------

    def set_experiment(self, experiment: Experiment) -> None:
        """Another experiment to vary; what is being trained of the one before is dropped."""
        self.link.close()
        self._experiment, self._progress = experiment, None
        self.setWindowTitle(plain_title(self.tr("Seeds and learning rates: {}").format(shown_title(experiment.title))))
        self.settings.set_experiment(experiment)
        self._set_running(False)
        self.strip.set_plan(None)
        self._say_problem("")
        self._take_criterion()
        self._show_empty()

    def present(self, presenting: bool) -> None:
        """Full screen and large type; or back to how it was."""
        self._look.present_window(presenting)
        if self._look.presenting:
            # The main window still presents: so does this.
            self.showFullScreen()

    def bring_up(self) -> None:
        """Show it before all others; on the full screen where the main window presents."""
        if self._look.presenting:
            self.showFullScreen()
        else:
            self.show()
        self.raise_()
        self.activateWindow()

    def start(self) -> None:
        """Train, from the beginning."""
        if self._experiment is None or self.link.running:
            return
        try:
            request = self.settings.request(self._experiment)
            self.strip.set_criterion(self.settings.criterion())
        except SettingError as error:
            self.settings.set_folded(False)
            self._say_problem(str(error))
            return
        self._say_problem("")
        self._set_running(True)
        self.link.start(request)

    def stop(self) -> None:
        """Train no further; what is done stays."""
        self.link.stop()

    # ---- what comes in -------------------------------------------------------------------------------------------

    def _on_begun(self, plan: SweepPlan) -> None:
        self._progress = None
        self.strip.set_plan(plan)
        self.order.setEnabled(not self.strip.networks.is_matrix)
        if self.height() < self._look.px(LOW):
            self.settings.set_folded(True)
        self._show_empty()
        self.strip.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say_progress()

    def _on_progress(self, progress: Progress) -> None:
        self._progress = progress
        self.strip.show_progress(progress)
        self._say_progress()

    def _on_finished(self, end: SweepEnd) -> None:
        self._set_running(False)
        if end.failure is not None:
            text, place = in_words(end.failure.text), end.failure.details
            refused = end.failure.refused
            self._say_problem(self.tr("This cannot be trained: {}").format(text) if refused else f"{text} ({place})")
        self._say_progress(end)

    def _set_running(self, running: bool) -> None:
        self.settings.set_running(running)
        self.strip.set_running(running)
        self._say_progress()

    # ---- words ---------------------------------------------------------------------------------------------------

    def _say_progress(self, end: SweepEnd | None = None) -> None:
        networks = self.strip.networks
        multiples, style = networks.multiples, self._look.numbers
        self.headline.setText(words.count_text(multiples, networks.criterion, self.link.running) if multiples else "")
        self.headline.setVisible(bool(multiples))
        text = words.criterion_text(networks.criterion, style)
        diverged = sum(each.history is not None and each.history.stop_reason == "diverged" for each in multiples)
        chance = sum(networks.at_chance(place) for place in range(len(multiples)))
        more = [self.tr("{} diverged").format(whole(diverged))] if diverged else []
        more += [f"{whole(chance)} {words.chance_text()}"] if chance else []
        self.criterion_text.set_texts(*(" · ".join([text, *more[:count]]) for count in range(len(more), -1, -1)))
        validation = any(each.history is not None and each.history.best_epoch is not None for each in multiples)
        axes = networks.axes if multiples else None
        self.legend.show_axes(axes, validation, words.weights_of_all(multiples))
        progress = self._progress
        if progress is None:
            self.bar.set_share(0.0)
            self.progress_text.set_texts(self.tr("preparing the networks") if self.link.running else "")
            return
        self.bar.set_share(progress.epochs_done / max(progress.epochs, 1))
        ended = sum(multiple.ended for multiple in multiples)
        about = ended, len(multiples), progress.epochs_done, progress.epochs, progress.seconds
        short = translate("SeedWindow", "{} of {} networks finished").format(whole(ended), whole(len(multiples)))
        if self.link.running:
            self.progress_text.set_texts(words.progress_text(*about), short)
        elif end is not None and end.stopped:
            self.progress_text.set_texts(self.tr("stopped: {}").format(short))
        elif end is not None:
            took = words.time_text(progress.seconds)
            self.progress_text.set_texts(self.tr("{} networks finished in {}").format(whole(ended), took), short)

    def _say_problem(self, text: str) -> None:
        self.problem.set_texts(text)
        self.problem.setVisible(bool(text))

    def _say_details(self, place: int | None) -> None:
        if place is None:
            hint = self.tr("Arrows or the pointer: look at a network; Enter or a click opens it in the main window")
            self.details.set_texts(hint if self.strip.networks.multiples else "", colour="text_muted")
            return
        title, lines = self.strip.networks.details(place)
        wordings = [words.summary(title, lines[:count]) for count in range(len(lines), -1, -1)]
        self.details.set_texts(*wordings, colour="text")

    def _show_empty(self) -> None:
        """What will appear, while there is nothing."""
        nothing = not self.strip.networks.multiples
        self.empty.setVisible(nothing)
        self._scroll.setVisible(not nothing)
        for widget in (self.headline, self.criterion_text, self.order, self.log_button, self.bar):
            widget.setVisible(not nothing)
        self.empty.setText(words.promise_text(self.settings.seed_count, self.settings.by_rate))
        self._say_details(None)

    # ---- what the user does --------------------------------------------------------------------------------------

    def _on_varied(self) -> None:
        self._say_problem("")
        self.empty.setText(words.promise_text(self.settings.seed_count, self.settings.by_rate))

    def _take_criterion(self) -> None:
        try:
            self.strip.set_criterion(self.settings.criterion())
        except SettingError as error:
            self._say_problem(str(error))
            return
        self._say_problem("")
        self._say_progress()

    def _on_log(self, log: bool) -> None:
        self.strip.set_log(log)
        self._say_progress()

    def _uncover(self, cell: QRect) -> None:
        margin = self._look.px(8)
        self._scroll.ensureVisible(cell.center().x(), cell.center().y(), cell.width() // 2 + margin, cell.height() // 2)

    # ---- room ----------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        room = self._scroll.viewport().size()
        bars = self._scroll.verticalScrollBar().sizeHint().width() if self.strip.networks.multiples else 0
        self.strip.arrange((max(1.0, room.width() - bars), max(1.0, room.height())))

    def _restyle(self) -> None:
        px = self._look.px
        if not self._look.presenting:
            # The full screen ends with what it was for.
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)
        self._whole.setContentsMargins(px(16), px(14), px(16), px(12))
        self._whole.setSpacing(px(8))
        self._head.setSpacing(px(12))
        self._under.setSpacing(px(10))
        self._say_progress()
        self._say_details(self.strip.looked_at_place)

    def sizeHint(self) -> QSize:
        px = self._look.px
        screen = QGuiApplication.primaryScreen().availableSize() * OF_SCREEN
        return QSize(px(SIZE.width()), px(SIZE.height())).boundedTo(screen)

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._scroll.viewport() and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._arrange()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F5:
            self.present(not self._look.presents)
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.link.running:
            self.stop()
        elif self._look.presents_alone:
            self.present(False)
        else:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.link.close()
        self._set_running(False)
        super().closeEvent(event)


def open_seeds(look: Look, experiment: Experiment) -> SeedWindow:
    """A window for this experiment, on screen; closing it ends its thread, also in the middle of a sweep."""
    window = SeedWindow(look)
    window.set_experiment(experiment)
    open_over_active(window, window.sizeHint())
    window.bring_up()
    return window
