"""The experiment panel: what is learned from, by which network, and how."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from msgspec import structs
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiment import Experiment
from nnviz.engine.functions.schedules import changes_rate
from nnviz.ui.look.look import Look
from nnviz.ui.names.functions import shown_choices, shown_title
from nnviz.ui.names.translation import in_words
from nnviz.ui.panels.experiment.files_button import FilesButton
from nnviz.ui.panels.experiment.foot import ExperimentFoot
from nnviz.ui.panels.experiment.settings.choice import AS_GIVEN, SettingChoice
from nnviz.ui.panels.experiment.settings.pages import SettingsPages
from nnviz.ui.panels.experiment.settings.pictures import DataPictures
from nnviz.ui.panels.experiment.settings.search import SettingsSearch
from nnviz.ui.panels.panel import Panel, PanelHost
from nnviz.ui.session.moment import Moment
from nnviz.ui.session.settings.notes import change_note, network_note
from nnviz.ui.session.settings.offer import EVERYTHING, Offer
from nnviz.ui.session.settings.table import SETTINGS
from nnviz.ui.session.settings.training_table import LEARNING_RATE
from nnviz.ui.session.since_origin import Origin, changed_settings, set_back_fields, set_back_tip
from nnviz.worker.messages import RunInfo, Snapshot

WIDTH = 290
COALESCING_MS = 120
"""While a slider moves, a new run starts at most this often."""
LONGEST_TITLE = 96
"""Of an experiment from a file, in pixels at scale 1."""
MOST_SENT = 8
"""Changes that may be under way."""


class ExperimentPanel(Panel[None]):
    """Shows an experiment and lets the user change it.

    A change takes effect at once: it makes another complete experiment, and a line at the foot says what that costs.
    Its methods are many and small: what it is told, what the user did, and what is shown of both.
    The learning rate alone goes into the run that is on. What is not as it was has a dot, and can be set back.

    Signals:
        experiment_changed(object): A complete Experiment that needs a new run.
        learning_rate_changed(float): Another rate for the run that is on.
        named_requested(str): A whole built-in experiment.
        reset_requested(): The same weights again.
        new_weights_requested(): Other weights.
        open_requested(): An experiment from a file.
        save_requested(): The experiment into a file.
        recent_requested(object): The experiment from this path.
        rejected(str): Why a change was not made, in one line; the panel shows what was there before.
    """

    experiment_changed = Signal(object)
    learning_rate_changed = Signal(float)
    named_requested = Signal(str)
    reset_requested = Signal()
    new_weights_requested = Signal()
    open_requested = Signal()
    save_requested = Signal()
    recent_requested = Signal(object)
    rejected = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.set_title(self.tr("Experiment"))
        self._experiment: Experiment | None = None
        self._unseen: Experiment | None = None
        self._host: PanelHost | None = None
        self._pending: dict[str, Any] = {}
        self._sent: list[Experiment] = []
        self._origin = Origin()
        self._coalescing = QTimer(self, interval=COALESCING_MS, singleShot=True)
        self._coalescing.timeout.connect(lambda: self._take(final=False))
        self.names = SettingChoice(look, "", self)
        self.names.set_spoken_name(self.tr("Built-in experiments"))
        self.names.setToolTip(self.tr("Load a built-in experiment, with its network and its training"))
        self.names.picked.connect(self._on_name)
        self.header.addWidget(self.names)
        self.search = SettingsSearch(look, self)
        self.files = FilesButton(look, self)
        # Outermost first: a widget that changes its parent is dressed anew.
        self.pages = SettingsPages(look, self)
        self.foot = ExperimentFoot(look, self)
        self.remark, self.reset, self.new_weights = self.foot.remark, self.foot.reset, self.foot.new_weights
        self._tools = QHBoxLayout()
        self._lay_out()
        self._connect()
        look.changed.connect(self._restyle_panel)
        self._restyle_panel()

    @property
    def experiment(self) -> Experiment | None:
        """What is shown; ``None`` before anything was."""
        return self._experiment

    def connect_to(self, host: PanelHost) -> None:
        self._host = host
        self.experiment_changed.connect(host.load)
        self.learning_rate_changed.connect(host.set_learning_rate)
        self.named_requested.connect(host.load_named)
        self.reset_requested.connect(host.reset)
        self.new_weights_requested.connect(host.new_weights)
        self.open_requested.connect(host.ask_for_file)
        self.save_requested.connect(host.save)
        self.recent_requested.connect(host.open_file)
        self.rejected.connect(host.say_error)
        host.recent_changed.connect(lambda: self.set_recent(host.recent))
        host.origin_changed.connect(self.set_origin)
        host.offered_changed.connect(lambda: self.offer(host.offered))
        if host.offered != EVERYTHING:
            self.offer(host.offered)
        self.set_recent(host.recent)
        if host.origin is not None:
            self.set_origin(host.origin)

    def set_run(self, info: RunInfo) -> None:
        if self.isVisible() or self._experiment is None:
            self.show_experiment(info.experiment)
        else:
            # So many controls take their time: nobody sees them.
            self._unseen = info.experiment

    def show_moment(self, moment: Moment) -> None:
        if not moment.training:
            self._follow_rate(moment.record.learning_rate)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        # Going through time comes past other rates.
        self._follow_rate(snapshot.learning_rate)

    def show_again(self) -> None:
        if self._host is not None and self._host.experiment is not None:
            self.show_experiment(self._host.experiment)

    def complete(self) -> None:
        self.prepare_pictures()

    def _follow_rate(self, rate: float) -> None:
        if self._host is not None and self._host.idle and self._unseen is None:
            self.show_learning_rate(rate)

    def show_experiment(self, experiment: Experiment) -> None:
        """Show a complete experiment in every control; nothing is emitted.

        The panel's own changes may come back this way. One that has been overtaken by another is not shown any more.
        """
        if experiment in self._sent:
            del self._sent[: self._sent.index(experiment) + 1]
            if self._sent:
                return
        self._sent.clear()
        self._unseen = None
        if experiment == self._experiment:
            return
        self._forget_pending()
        self._experiment = experiment
        self._origin.follow(experiment, changed=False)
        self.foot.say(network_note(experiment))
        self._show()

    def show_learning_rate(self, rate: float) -> None:
        """Show the learning rate of the run, where that has changed since it began; nothing is emitted.

        Where a schedule changes it, the experiment's own rate stays what the next run starts from.
        """
        if self._experiment is not None and changes_rate(self._experiment.training):
            self._show_rate(self._experiment, rate)
        elif self._experiment is not None and rate != self._experiment.training.learning_rate:
            # A run set from outside may be at a rate that an experiment cannot say; the panel then keeps its own.
            with suppress(ExperimentError):
                self._experiment = self._experiment.with_fields({LEARNING_RATE: rate})
            self._show_rate(self._experiment, rate)
            self._show_name()

    def set_origin(self, experiment: Experiment) -> None:
        """Count changes from this experiment, which was opened or saved, on."""
        self._origin.start_from(experiment)
        self._show_name()

    def set_recent(self, paths: Sequence[Path]) -> None:
        """The files that the menu of files offers, the latest first."""
        self.files.set_recent(paths)

    def offer(self, offer: Offer) -> None:
        """Let only some settings be changed; in a lab nothing stands beside them."""
        self.search.clear()
        self.pages.offer(offer)
        for widget in (self.names, self.search, self.files):
            widget.setVisible(offer.only is None)

    def prepare_pictures(self) -> None:
        """Draw the pictures of the data sets that are not there yet."""
        for pictures in self.pages.findChildren(DataPictures):
            pictures.prepare_all()

    def focus_search(self) -> None:
        """Give the keyboard to the search, with what stands there marked."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    # ---- making it -----------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._tools.addWidget(self.search, 1)
        self._tools.addWidget(self.files)
        self.body.addLayout(self._tools)
        self.body.addWidget(self.pages, 1)
        self.body.addWidget(self.foot)

    def _connect(self) -> None:
        self.search.searched.connect(self.pages.search)
        self.search.left_for_results.connect(self.pages.focus_first)
        self.files.open_requested.connect(self.open_requested)
        self.files.save_requested.connect(self.save_requested)
        self.files.recent_requested.connect(self.recent_requested)
        edits = self.pages.edits
        edits.edited.connect(self._edit)
        edits.dragged.connect(self._drag)
        edits.settled.connect(lambda: self._take(final=True))
        edits.set_back_wanted.connect(self._set_back)
        edits.named_requested.connect(self._ask_for)
        self.foot.changes.button.clicked.connect(self._set_all_back)
        self.reset.clicked.connect(self.reset_requested)
        self.new_weights.clicked.connect(self.new_weights_requested)

    # ---- what the user did ---------------------------------------------------------------------------------------

    def _edit(self, fields: dict[str, Any]) -> None:
        self._pending.update(fields)
        self._take(final=True)

    def _drag(self, fields: dict[str, Any]) -> None:
        if LEARNING_RATE in fields:
            self._on_learning_rate(fields[LEARNING_RATE])
            return
        self._pending.update(fields)
        if not self._coalescing.isActive():
            self._coalescing.start()

    def _take(self, *, final: bool) -> None:
        """Make the pending changes. What is not valid is refused, but not before the slider is let go."""
        if self._experiment is None or not self._pending:
            return
        try:
            changed = self._experiment.with_fields(self._pending)
        except ExperimentError as error:
            if final:
                self._forget_pending()
                # A table that is gone is a reason to refuse, and cannot be described any more.
                self.pages.show_again(self._experiment)
                self._show_name()
                self.rejected.emit(in_words(error.text))
            return
        self._forget_pending()
        if changed == self._experiment:
            self._show()
            return
        self._adopt(changed)

    def _adopt(self, changed: Experiment) -> None:
        """Take another experiment, and send it off."""
        if self._experiment is not None:
            self.foot.say(change_note(self._experiment, changed), "info")
        self._experiment = changed
        self._origin.follow(changed, changed=True)
        self._sent = [*self._sent[-MOST_SENT:], changed]
        self._show()
        self.experiment_changed.emit(changed)

    def _set_back(self, key: str) -> None:
        """Set one setting back; the learning rate keeps the run."""
        self._take(final=True)
        experiment, origin = self._experiment, self._origin.experiment
        if experiment is None or origin is None:
            return
        if key == LEARNING_RATE:
            self._show_rate(experiment, origin.training.learning_rate)
            self._on_learning_rate(origin.training.learning_rate)
        else:
            self._edit(set_back_fields(experiment, origin, SETTINGS[key]))

    def _set_all_back(self) -> None:
        experiment, origin = self._experiment, self._origin.experiment
        if experiment is None or origin is None:
            return
        self._forget_pending()
        if changed_settings(experiment, origin) == {LEARNING_RATE}:
            self._set_back(LEARNING_RATE)
        else:
            self._adopt(origin)

    def _forget_pending(self) -> None:
        self._pending = {}
        self._coalescing.stop()

    def _on_name(self, name: str) -> None:
        self._show_name()
        if name != AS_GIVEN:
            self._ask_for(name)

    def _ask_for(self, name: str) -> None:
        self._forget_pending()
        self._sent.clear()
        self.named_requested.emit(name)

    def _on_learning_rate(self, rate: float) -> None:
        self._take(final=True)
        if self._experiment is None:
            return
        if rate != self._experiment.training.learning_rate:
            self._experiment = self._experiment.with_fields({LEARNING_RATE: rate})
            self._show_name()
        elif not changes_rate(self._experiment.training):
            return
        # A schedule may have taken the run to another rate, even if the experiment already has this one.
        self.learning_rate_changed.emit(rate)

    # ---- showing -------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        if self._experiment is None:
            return
        self.pages.show_experiment(self._experiment)
        self._show_name()

    def _show_rate(self, experiment: Experiment, rate: float) -> None:
        """Show another learning rate than the experiment's, be it one that no experiment can have."""
        training = structs.replace(experiment.training, learning_rate=rate)
        self.pages.show_setting(LEARNING_RATE, structs.replace(experiment, training=training))

    def _show_name(self) -> None:
        """What the experiment came from, with a star where it is changed; and which of its settings are."""
        experiment, origin = self._experiment, self._origin.experiment
        if experiment is None or origin is None:
            return
        choices = shown_choices(self._origin.names)
        name = self._origin.built_in(experiment)
        if name is None or experiment != origin:
            room = self._look.px(LONGEST_TITLE) - self.names.fontMetrics().horizontalAdvance("*")
            metrics, right = self.names.box.fontMetrics(), Qt.TextElideMode.ElideRight
            title = metrics.elidedText(shown_title(experiment.title), right, room)
            choices.append((AS_GIVEN, title if experiment == origin else f"{title}*"))
            name = AS_GIVEN
        self.names.offer(choices, name)
        self._show_changes(experiment, origin)

    def _show_changes(self, experiment: Experiment, origin: Experiment) -> None:
        changed = changed_settings(experiment, origin)
        self.pages.show_changed({key: set_back_tip(origin, SETTINGS[key], self._look.numbers) for key in changed})
        self.foot.changes.show_count(len({SETTINGS[key].field for key in changed}), shown_title(origin.title))

    def _restyle_panel(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(px(2), px(12), px(3), px(12))
        self.header.setContentsMargins(px(12), 0, px(12), 0)
        self._tools.setContentsMargins(px(12), 0, px(12), 0)
        self._tools.setSpacing(px(4))
        self._column.setSpacing(px(6))
        self.body.setSpacing(px(6))
        self.setMinimumWidth(px(WIDTH))

    # ---- Qt ------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        if self._unseen is not None:
            as_it_stands = self._host.experiment if self._host is not None else None
            self.show_experiment(as_it_stands or self._unseen)
        super().showEvent(event)
