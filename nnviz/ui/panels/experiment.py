"""The experiment panel: what is learned from, by which network, and how."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiment import Experiment
from nnviz.engine.experiments.experiment_files import named_experiments
from nnviz.engine.functions.schedules import changes_rate
from nnviz.ui.controls import Button, Card, ElidedText
from nnviz.ui.look import Look
from nnviz.ui.panels.experiment_data import WORKED_EXAMPLE, DataSection
from nnviz.ui.panels.experiment_fields import data_fields
from nnviz.ui.panels.experiment_network import NetworkSection
from nnviz.ui.panels.experiment_notes import change_note, network_note
from nnviz.ui.panels.experiment_training import TrainingSection
from nnviz.ui.panels.setting_choice import AS_GIVEN, SettingChoice
from nnviz.ui.panels.settings_section import SettingsSection
from nnviz.ui.setting_names import shown_choices

WIDTH = 290
COALESCING_MS = 120
"""While a slider moves, a new run starts at most this often."""
BAR_GAP = 2
"""Between the controls and the scroll bar, at scale 1."""
LONGEST_TITLE = 96
"""Of an experiment from a file, in pixels at scale 1."""
MOST_SENT = 8
"""Changes that may be under way."""


class ExperimentPanel(Card):
    """Shows an experiment and lets the user change it.

    A change takes effect at once: it makes another complete experiment, and a line at the foot says what that costs.
    The learning rate alone goes into the run that is on.

    Signals:
        experiment_changed(object): A complete Experiment that needs a new run.
        learning_rate_changed(float): Another rate for the run that is on.
        named_requested(str): A whole built-in experiment.
        reset_requested(): The same weights again.
        new_weights_requested(): Other weights.
        open_requested(): An experiment from a file.
        rejected(str): Why a change was not made, in one line; the panel shows what was there before.
    """

    experiment_changed = Signal(object)
    learning_rate_changed = Signal(float)
    named_requested = Signal(str)
    reset_requested = Signal()
    new_weights_requested = Signal()
    open_requested = Signal()
    rejected = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.set_title(self.tr("Experiment"))
        self._experiment: Experiment | None = None
        self._pending: dict[str, Any] = {}
        self._sent: list[Experiment] = []
        self._built_in: dict[str, Experiment] = {}
        self._coalescing = QTimer(self, interval=COALESCING_MS, singleShot=True)
        self._coalescing.timeout.connect(lambda: self._take(final=False))
        self.names = SettingChoice(look, "", self)
        self.names.box.setAccessibleName(self.tr("Built-in experiments"))
        self.names.setToolTip(self.tr("Load a built-in experiment, with its network and its training"))
        self.names.picked.connect(self._on_name)
        self.header.addWidget(self.names)
        # Outermost first: a widget that changes its parent is dressed anew.
        self.scroll_area = QScrollArea(self)
        self.scroll_area.setWidgetResizable(True)
        self._content = QWidget()
        self._content.setProperty("surface", "plain")
        self.scroll_area.setWidget(self._content)
        self._sections = QVBoxLayout(self._content)
        self.data = DataSection(look, self._content)
        self.network = NetworkSection(look, self._content)
        self.training = TrainingSection(look, self._content)
        self.remark = ElidedText(look, role="tiny", tone="muted", parent=self)
        self.reset = Button(look, self.tr("Reset"), parent=self)
        self.new_weights = Button(look, self.tr("New weights"), parent=self)
        self._foot = QHBoxLayout()
        self._lay_out()
        self._connect()
        look.changed.connect(self._restyle_panel)
        self._restyle_panel()

    @property
    def experiment(self) -> Experiment | None:
        """What is shown; ``None`` before anything was."""
        return self._experiment

    def show_experiment(self, experiment: Experiment) -> None:
        """Show a complete experiment in every control; nothing is emitted.

        The panel's own changes may come back this way. One that has been overtaken by another is not shown any more.
        """
        if experiment in self._sent:
            del self._sent[: self._sent.index(experiment) + 1]
            if self._sent:
                return
        self._sent.clear()
        if experiment == self._experiment:
            return
        self._forget_pending()
        self._experiment = experiment
        self._say(network_note(experiment))
        self._show()

    def show_learning_rate(self, rate: float) -> None:
        """Show the learning rate of the run, where that has changed since it began; nothing is emitted.

        Where a schedule changes it, the experiment's own rate stays what the next run starts from.
        """
        if self._experiment is not None and changes_rate(self._experiment.training):
            self.training.learning_rate.set_value(rate)
        elif self._experiment is not None and rate != self._experiment.training.learning_rate:
            # A run set from outside may be at a rate that an experiment cannot say; the panel then keeps its own.
            with suppress(ExperimentError):
                self._experiment = self._experiment.with_fields({"training.learning_rate": rate})
            self.training.learning_rate.set_value(rate)
            self._show_name()

    # ---- making it -----------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        for section in self._all_sections():
            self._sections.addWidget(section)
        self._sections.addStretch(1)
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.verticalScrollBar().rangeChanged.connect(self._make_room_for_bar)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.remark.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.reset.setToolTip(self.tr("Start again from the same weights (R)"))
        self.new_weights.setToolTip(self.tr("Start again from other weights (Shift+R)"))
        self._foot.addWidget(self.reset, 1)
        self._foot.addWidget(self.new_weights, 1)
        self.body.addWidget(self.scroll_area, 1)
        self.body.addWidget(self.remark)
        self.body.addLayout(self._foot)

    def _all_sections(self) -> tuple[SettingsSection, ...]:
        return self.data, self.network, self.training

    def _connect(self) -> None:
        for section in self._all_sections():
            section.edited.connect(self._edit)
            section.dragged.connect(self._drag)
            section.settled.connect(lambda: self._take(final=True))
        self.data.data_picked.connect(self._on_data)
        self.data.named_requested.connect(self._ask_for)
        self.data.open_requested.connect(self.open_requested)
        self.training.learning_rate_changed.connect(self._on_learning_rate)
        self.reset.clicked.connect(self.reset_requested)
        self.new_weights.clicked.connect(self.new_weights_requested)

    # ---- what the user did ---------------------------------------------------------------------------------------

    def _edit(self, fields: dict[str, Any]) -> None:
        self._pending.update(fields)
        self._take(final=True)

    def _drag(self, fields: dict[str, Any]) -> None:
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
                for section in self._all_sections():
                    # A table that is gone is a reason to refuse, and cannot be described any more.
                    with suppress(ExperimentError):
                        section.show_experiment(self._experiment)
                self._show_name()
                self.rejected.emit(str(error))
            return
        self._forget_pending()
        if changed == self._experiment:
            self._show()
            return
        self._say(change_note(self._experiment, changed), "info")
        self._experiment = changed
        self._sent = [*self._sent[-MOST_SENT:], changed]
        self._show()
        self.experiment_changed.emit(changed)

    def _forget_pending(self) -> None:
        self._pending = {}
        self._coalescing.stop()

    def _on_data(self, name: str) -> None:
        if self._experiment is not None:
            self._edit(data_fields(self._experiment, self._named(name)))

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
            self._experiment = self._experiment.with_fields({"training.learning_rate": rate})
            self._show_name()
        elif not changes_rate(self._experiment.training):
            return
        # A schedule may have taken the run to another rate, even if the experiment already has this one.
        self.learning_rate_changed.emit(rate)

    # ---- showing -------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        if self._experiment is None:
            return
        for section in self._all_sections():
            section.show_experiment(self._experiment)
        self._show_name()

    def _show_name(self) -> None:
        """The built-in experiment that this is; a changed one has a star behind its title."""
        experiment = self._experiment
        if experiment is None:
            return
        choices = shown_choices(named_experiments())
        name = experiment.data.source or WORKED_EXAMPLE
        same = name in dict(choices) and experiment == self._named(name)
        if not same:
            known = name in dict(choices) and experiment.title == self._named(name).title
            room = self._look.px(LONGEST_TITLE) - self.names.fontMetrics().horizontalAdvance("*")
            title = self.names.box.fontMetrics().elidedText(experiment.title, Qt.TextElideMode.ElideRight, room)
            choices.append((AS_GIVEN, f"{title}*" if known else title))
        self.names.offer(choices, name if same else AS_GIVEN)
        if experiment.data.source is None and experiment.data == self._named(WORKED_EXAMPLE).data:
            self.data.show_source(WORKED_EXAMPLE)

    def _named(self, name: str) -> Experiment:
        if name not in self._built_in:
            self._built_in[name] = Experiment.named(name)
        return self._built_in[name]

    def _say(self, text: str, tone: str = "muted") -> None:
        self.remark.setText(text)
        self.remark.set_tone(tone)

    def _restyle_panel(self) -> None:
        px = self._look.px
        self._make_room_for_bar()
        self._sections.setSpacing(px(8))
        self._foot.setSpacing(px(8))
        self._foot.setContentsMargins(0, 0, px(12), 0)
        self._column.setContentsMargins(px(14), px(12), px(3), px(14))
        self.header.setContentsMargins(0, 0, px(12), 0)
        self.setMinimumWidth(px(WIDTH))

    def _make_room_for_bar(self) -> None:
        """The controls are as wide with the scroll bar as without it."""
        bar = self.scroll_area.verticalScrollBar()
        gap = self._look.px(BAR_GAP)
        self._sections.setContentsMargins(0, 0, gap if bar.maximum() > 0 else gap + bar.sizeHint().width(), 0)
