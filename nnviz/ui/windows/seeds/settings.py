"""What is to vary from one network to the next, for how long they train, and when one counts as solved."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.engine.data.task_shape import task_shape_of
from nnviz.engine.experiment import Experiment
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import short, whole
from nnviz.ui.toolkit.controls import Button, Segmented, Text
from nnviz.ui.toolkit.fitting_label import FittingLabel
from nnviz.ui.windows.seeds.multiples import Criterion
from nnviz.ui.windows.seeds.number_field import NumberField
from nnviz.worker.sweep_messages import SweepRequest

SEEDS = (5, 10, 20, 40)
SEEDS_OF_RATE = (1, 3, 5, 10)
USUAL_SEEDS = 20
RATES = (1e-4, 1e-3, 1e-2, 1e-1, 1.0, 10.0, 100.0)
MOST_RATES = 12
MOST_EPOCHS = 5000
"""An experiment that trains for longer is cut short here, unless somebody types a larger number."""
LARGEST_EPOCHS = 1_000_000
SOLVED_ACCURACY, SOLVED_LOSS = 0.99, 0.01
RESOLUTION = 40


class SettingError(ValueError):
    """What is wrong with something that was typed, in words."""


class SeedSettings(QWidget):
    """The controls at the top of the window.

    Signals:
        start_requested(): Train.
        stop_requested(): Train no further.
        varied(): Another kind or number of networks was chosen.
        criterion_changed(): Another network counts as solved now.
    """

    start_requested = Signal()
    stop_requested = Signal()
    varied = Signal()
    criterion_changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._own_epochs = MOST_EPOCHS
        self._accuracy, self._loss = f"{SOLVED_ACCURACY:g}", f"{SOLVED_LOSS:g}"
        self.vary = Segmented(
            look, [("seeds", self.tr("seeds")), ("rates", self.tr("learning rates"))], name=self.tr("What varies")
        )
        self.seeds = Segmented(
            look, [(str(count), str(count)) for count in SEEDS], str(USUAL_SEEDS), self.tr("Number of seeds")
        )
        self.seeds_of_rate = Segmented(
            look, [(str(count), str(count)) for count in SEEDS_OF_RATE], name=self.tr("Seeds of each rate")
        )
        self.rates = NumberField(look, self.tr("Learning rates"))
        self.epochs = NumberField(look, self.tr("Epochs"), width=84)
        self.epochs_note = FittingLabel(look, "small")
        self.measure = Segmented(
            look, [("accuracy", self.tr("accuracy ≥")), ("loss", self.tr("loss ≤"))], name=self.tr("Solved when")
        )
        self.bound = NumberField(look, self.tr("Bound"), width=84)
        self.more = Button(look, self.tr("settings"), icon="settings", kind="segment")
        self.more.setCheckable(True)
        self.more.setToolTip(self.tr("Show when a network counts as solved, the epochs and the rates"))
        self.start = Button(look, self.tr("Start"), icon="play", kind="primary")
        self.vary_text = Text(look, self.tr("Vary"))
        self.seeds_text = Text(look, self.tr("Networks"))
        self.rates_text = Text(look, self.tr("Rates"))
        self.epochs_text = Text(look, self.tr("Epochs"))
        self.solved_text = Text(look, self.tr("Solved when"))
        self._lay_out()
        self.more.toggled.connect(self._fold)
        self.start.clicked.connect(self._on_start)
        self.vary.picked.connect(self._on_vary)
        self.seeds.picked.connect(self.varied)
        self.seeds_of_rate.picked.connect(self.varied)
        self.rates.entered.connect(self.varied)
        self.measure.picked.connect(self._on_measure)
        self.bound.entered.connect(self._on_bound)
        self.rates.returnPressed.connect(self.start_requested)
        self.epochs.returnPressed.connect(self.start_requested)
        self.epochs.textChanged.connect(self._note)
        look.changed.connect(self._restyle)
        self.rates.show_text(" ".join(f"{rate:g}" for rate in RATES))
        self.set_running(False)
        self.set_folded(False)
        self._restyle()

    def _lay_out(self) -> None:
        self._first, self._second, self._third = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        first: tuple[QWidget, ...] = (self.vary_text, self.vary, self.seeds_text, self.seeds, self.seeds_of_rate)
        for widget in first:
            self._first.addWidget(widget)
        self._first.addStretch(1)
        self._first.addWidget(self.more)
        self._first.addWidget(self.start)
        second: tuple[QWidget, ...] = (self.solved_text, self.measure, self.bound, self.epochs_text, self.epochs)
        for widget in second:
            self._second.addWidget(widget)
        self._second.addWidget(self.epochs_note, 1)
        self._third.addWidget(self.rates_text)
        self._third.addWidget(self.rates, 1)
        self._column = QVBoxLayout(self)
        for row in (self._first, self._third, self._second):
            self._column.addLayout(row)

    # ---- what it is told -----------------------------------------------------------------------------------------

    def set_experiment(self, experiment: Experiment) -> None:
        """Take an experiment's length and kind of task."""
        self._own_epochs = experiment.training.epochs
        classes = task_shape_of(experiment.data).task != "regression"
        self.epochs.show_text(str(min(self._own_epochs, MOST_EPOCHS)))
        self.measure.button("accuracy").setEnabled(classes)
        self.measure.button("accuracy").setToolTip("" if classes else self.tr("Numbers are predicted, not classes"))
        self.measure.set_key("accuracy" if classes else "loss")
        self._show_bound()
        self._note()

    def set_running(self, running: bool) -> None:
        """Whether networks are being trained: the button then stops them."""
        self._running = running
        self.start.setText(self.tr("Stop") if running else self.tr("Start"))
        self.start.set_icon_name("pause" if running else "play")
        for widget in (self.vary, self.seeds, self.seeds_of_rate, self.rates, self.epochs):
            widget.setEnabled(not running)

    def set_folded(self, folded: bool) -> None:
        """Whether only the first row is shown, so that there is room for the networks."""
        self.more.setChecked(not folded)
        self._fold()

    # ---- what it says --------------------------------------------------------------------------------------------

    @property
    def by_rate(self) -> bool:
        """Whether learning rates vary."""
        return self.vary.key() == "rates"

    @property
    def seed_count(self) -> int:
        """Seeds, of each rate if rates vary."""
        return int((self.seeds_of_rate if self.by_rate else self.seeds).key())

    def request(self, experiment: Experiment) -> SweepRequest:
        """What is to be trained.

        Raises:
            SettingError: Something that was typed makes no sense.
        """
        rates = self._rates() if self.by_rate else ()
        (epochs,) = self._numbers(self.epochs, 1)
        if epochs != int(epochs) or not 1 <= epochs <= LARGEST_EPOCHS:
            raise SettingError(self.tr("Epochs: expected a whole number from 1 to {}.").format(whole(LARGEST_EPOCHS)))
        return SweepRequest(experiment, self.seed_count, rates, int(epochs), RESOLUTION)

    def criterion(self) -> Criterion:
        """When a network counts as solved.

        Raises:
            SettingError: What was typed makes no sense.
        """
        (bound,) = self._numbers(self.bound, 1)
        if self.measure.key() == "accuracy":
            if not 0.0 < bound <= 1.0:
                raise SettingError(self.tr("Solved when: an accuracy is more than 0 and at most 1."))
            return Criterion("accuracy", bound)
        if bound <= 0.0:
            raise SettingError(self.tr("Solved when: expected a loss of more than 0."))
        return Criterion("loss", bound)

    def _rates(self) -> tuple[float, ...]:
        rates = tuple(dict.fromkeys(self._numbers(self.rates)))
        if not rates:
            raise SettingError(self.tr("Rates: expected at least one learning rate."))
        if len(rates) > MOST_RATES:
            raise SettingError(self.tr("Rates: expected at most {}, got {}.").format(MOST_RATES, len(rates)))
        if min(rates) <= 0.0:
            text = short(min(rates), replace(self._look.numbers, digits=6))
            raise SettingError(self.tr("Rates: a learning rate is more than 0, got {}.").format(text))
        return rates

    def _numbers(self, field: NumberField, count: int | None = None) -> tuple[float, ...]:
        name = field.accessibleName()
        try:
            numbers = field.numbers()
        except ValueError as error:
            raise SettingError(self.tr("{}: “{}” is not a number.").format(name, error)) from None
        if count is not None and len(numbers) != count:
            raise SettingError(self.tr("{}: expected one number.").format(name))
        return numbers

    # ---- what the user does --------------------------------------------------------------------------------------

    def _on_start(self) -> None:
        (self.stop_requested if self._running else self.start_requested).emit()

    def _on_vary(self) -> None:
        self._fold()
        self.varied.emit()

    def _on_measure(self) -> None:
        self._show_bound()
        self.criterion_changed.emit()

    def _on_bound(self) -> None:
        if self.measure.key() == "accuracy":
            self._accuracy = self.bound.text()
        else:
            self._loss = self.bound.text()
        self.criterion_changed.emit()

    def _show_bound(self) -> None:
        self.bound.show_text(self._accuracy if self.measure.key() == "accuracy" else self._loss)

    def _note(self) -> None:
        own = whole(self._own_epochs)
        if self.epochs.text() == str(self._own_epochs):
            self.epochs_note.set_texts(self.tr("as in the experiment"), "")
        elif self._own_epochs > MOST_EPOCHS and self.epochs.text() == str(MOST_EPOCHS):
            self.epochs_note.set_texts(
                self.tr("limited to {} of {} epochs to save time").format(whole(MOST_EPOCHS), own),
                self.tr("limited to {} of {}").format(whole(MOST_EPOCHS), own),
                self.tr("of {}").format(own),
            )
        else:
            self.epochs_note.set_texts(self.tr("the experiment has {}").format(own), self.tr("of {}").format(own))

    def _fold(self) -> None:
        by_rate, shown = self.by_rate, self.more.isChecked()
        for widget in (self.solved_text, self.measure, self.bound, self.epochs_text, self.epochs, self.epochs_note):
            widget.setVisible(shown)
        self.seeds.setVisible(not by_rate)
        self.seeds_of_rate.setVisible(by_rate)
        self.seeds_text.setText(self.tr("Seeds of each") if by_rate else self.tr("Networks"))
        self.rates.setVisible(by_rate and shown)
        self.rates_text.setVisible(by_rate and shown)

    def _restyle(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        for row in (self._first, self._second, self._third):
            row.setSpacing(px(10))
