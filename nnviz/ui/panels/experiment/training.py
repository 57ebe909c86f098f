"""The training part of the experiment panel."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nnviz.engine.experiment import Experiment
from nnviz.engine.functions.optimisers import OPTIMISERS
from nnviz.engine.functions.schedules import changes_rate
from nnviz.engine.settings import EarlyStopping
from nnviz.ui.look.look import Look
from nnviz.ui.names.functions import shown_choices
from nnviz.ui.panels.experiment.more_training import MoreTraining
from nnviz.ui.panels.experiment.settings.choice import SettingChoice
from nnviz.ui.panels.experiment.settings.section import SettingsSection
from nnviz.ui.panels.experiment.settings.table import SETTINGS, TRAINING
from nnviz.ui.panels.experiment.since_origin import STOPPING, value_at
from nnviz.ui.toolkit.controls import LabelledSlider
from nnviz.ui.toolkit.controls.open_range import OpenRange

LEARNING_RATE = OpenRange(1e-4, 10.0, logarithmic=True, lowest=1e-12)
L2 = OpenRange(1e-6, 1.0, logarithmic=True, with_zero=True)
PATIENCE = (5, 10, 20, 50, 100, 200, 500)
OFF = "off"


class TrainingSection(SettingsSection):
    """Optimiser, learning rate, penalty, when to stop.

    Signals:
        learning_rate_changed(float): Another rate, for the run that is going on.
    """

    learning_rate_changed = Signal(float)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, TRAINING, MoreTraining, parent)
        self.optimiser = self.add("training.optimizer", lambda title, parent: SettingChoice(look, title, parent))
        self.learning_rate = self.add(
            "training.learning_rate",
            lambda title, parent: LabelledSlider(look, title, LEARNING_RATE, 0.1, parent=parent),
        )
        self.l2 = self.add("training.l2", lambda title, parent: LabelledSlider(look, title, L2, 0.0, parent=parent))
        self.early_stopping = self.add(STOPPING, lambda title, parent: SettingChoice(look, title, parent))
        self.learning_rate.changed.connect(self.learning_rate_changed)
        self.connect_slider(self.l2, lambda value: {"training.l2": value})
        self.connect_choice(self.optimiser, lambda name: {"training.optimizer": name})
        self.connect_choice(self.early_stopping, self._patience_fields)

    def _fill(self, experiment: Experiment) -> None:
        training = experiment.training
        self.optimiser.offer(shown_choices(OPTIMISERS), value_at(experiment, "training.optimizer"))
        self.learning_rate.set_value(training.learning_rate)
        self.learning_rate.setToolTip(self._rate_tip(changes_rate(experiment.training)))
        self.l2.set_value(training.l2)
        self._show_early_stopping(training.early_stopping)

    def _rate_tip(self, scheduled: bool) -> str:
        if scheduled:
            return self.tr("A schedule changes it from epoch to epoch; a rate set by hand holds from then on")
        return SETTINGS["training.learning_rate"].explanation

    def _show_early_stopping(self, settings: EarlyStopping | None) -> None:
        patiences = {*PATIENCE, *([settings.patience] if settings is not None else [])}
        choices = [(OFF, self.tr("off"))]
        choices += [(str(n), self.tr("patience {epochs}").format(epochs=n)) for n in sorted(patiences)]
        self.early_stopping.offer(choices, OFF if settings is None else str(settings.patience))

    @staticmethod
    def _patience_fields(key: str) -> dict[str, Any]:
        return {STOPPING: None} if key == OFF else {f"{STOPPING}.patience": int(key)}
