"""The training part of the experiment panel."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nnviz.engine.experiment import EarlyStopping, Experiment, Optimizer
from nnviz.engine.functions.optimisers import OPTIMISERS
from nnviz.engine.functions.schedules import changes_rate
from nnviz.ui.controls import LabelledSlider, SliderRange
from nnviz.ui.look import Look
from nnviz.ui.panels.experiment_more import MoreTraining
from nnviz.ui.panels.setting_choice import SettingChoice
from nnviz.ui.panels.settings_section import SettingsSection
from nnviz.ui.setting_names import shown_choices

LEARNING_RATE = SliderRange(1e-4, 10.0, logarithmic=True)
L2 = SliderRange(1e-6, 1.0, logarithmic=True, with_zero=True)
PATIENCE = (5, 10, 20, 50, 100, 200, 500)
OFF = "off"


class TrainingSection(SettingsSection):
    """Optimiser, learning rate, penalty, when to stop.

    Signals:
        learning_rate_changed(float): Another rate, for the run that is going on.
    """

    learning_rate_changed = Signal(float)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Training"), MoreTraining, parent)
        self.optimiser = SettingChoice(look, self.tr("Optimiser"), self)
        self.learning_rate = LabelledSlider(look, self.tr("Learning rate"), LEARNING_RATE, 0.1, parent=self)
        self.l2 = LabelledSlider(look, self.tr("L2 penalty"), L2, 0.0, parent=self)
        self.early_stopping = SettingChoice(look, self.tr("Early stopping"), self)
        self.optimiser.setToolTip(self.tr("How the weights follow the gradient"))
        self.learning_rate.setToolTip(self._rate_tip(scheduled=False))
        self.l2.setToolTip(self.tr("How strongly large weights are held down"))
        self.early_stopping.setToolTip(
            self.tr("Stop when the validation loss has not improved for so many epochs (the patience)")
        )
        self.add_rows(self.optimiser, self.learning_rate, self.l2, self.early_stopping)
        self.learning_rate.changed.connect(self.learning_rate_changed)
        self.connect_slider(self.l2, lambda value: {"training.l2": value})
        self.connect_choice(self.optimiser, lambda name: {"training.optimizer": name})
        self.connect_choice(self.early_stopping, self._patience_fields)

    def show_experiment(self, experiment: Experiment) -> None:
        super().show_experiment(experiment)
        training = experiment.training
        optimiser = training.optimizer
        name = optimiser.name if isinstance(optimiser, Optimizer) else optimiser
        self.optimiser.offer(shown_choices(OPTIMISERS), name)
        self.learning_rate.set_value(training.learning_rate)
        self.learning_rate.setToolTip(self._rate_tip(changes_rate(experiment.training)))
        self.l2.set_value(training.l2)
        self._show_early_stopping(training.early_stopping)

    def _rate_tip(self, scheduled: bool) -> str:
        if scheduled:
            return self.tr("A schedule changes it from epoch to epoch; a rate set by hand holds from then on")
        return self.tr("How far each update goes; takes effect at once, in the run that is on")

    def _show_early_stopping(self, settings: EarlyStopping | None) -> None:
        patiences = {*PATIENCE, *([settings.patience] if settings is not None else [])}
        choices = [(OFF, self.tr("off"))]
        choices += [(str(n), self.tr("patience {epochs}").format(epochs=n)) for n in sorted(patiences)]
        self.early_stopping.offer(choices, OFF if settings is None else str(settings.patience))

    @staticmethod
    def _patience_fields(key: str) -> dict[str, Any]:
        return {"training.early_stopping": None} if key == OFF else {"training.early_stopping.patience": int(key)}
