"""The settings of an experiment that are seldom changed, one group for each part of the panel."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from nnviz.engine.experiment import Experiment
from nnviz.ui.controls import LabelledSlider, SliderRange
from nnviz.ui.look import Look
from nnviz.ui.numbers import percent, whole
from nnviz.ui.panels.experiment_fields import (
    can_choose_examples,
    drawn_fields,
    example_count,
    output_fields,
    subject,
    valid_losses,
    valid_outputs,
)
from nnviz.ui.panels.listed_range import ListedRange
from nnviz.ui.panels.seed_row import SeedRow
from nnviz.ui.panels.setting_choice import SettingChoice
from nnviz.ui.panels.settings_group import SettingsGroup
from nnviz.ui.setting_names import shown_choices

EXAMPLES = ListedRange.of(10, 20, 50, 100, 150, 200, 300, 400, 500, 700, 1000, 2000, highest=100_000)
EPOCHS = ListedRange.of(10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, highest=10_000_000)
LABEL_NOISE = SliderRange(0.0, 0.5, 0.01)
MIN_DELTA = SliderRange(1e-6, 0.1, logarithmic=True, with_zero=True)


class MoreData(SettingsGroup):
    """Wrong labels, how many examples, drawn from which seed, and whether inputs are standardised."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.label_noise = LabelledSlider(look, self.tr("Label noise"), LABEL_NOISE, 0.0, percent, self)
        self.examples = LabelledSlider(look, self.tr("Examples"), EXAMPLES, 200, _counted, self)
        self.seed = SeedRow(look, self.tr("Data seed"), self)
        self.standardize = _Check(look, self.tr("Standardise inputs"), self)
        self.label_noise.setToolTip(self.tr("Share of the examples that get a wrong class"))
        self.examples.setToolTip(self.tr("How many examples there are in all three parts"))
        self.seed.setToolTip(self.tr("The same seed draws the same examples"))
        self.standardize.setToolTip(
            self.tr("Shift and scale inputs to mean 0 and deviation 1, as the training part says")
        )
        self.add_rows(self.label_noise, self.examples, self.seed, self.standardize)
        self.connect_slider(self.label_noise, lambda value: {"data.label_noise": value})
        self.connect_slider(self.examples, lambda value: {"data.examples": int(value)})
        self.seed.changed.connect(lambda seed: self.edited.emit({"data.seed": seed}))
        self.standardize.clicked.connect(lambda on: self.edited.emit({"data.standardize": on}))

    def show_experiment(self, experiment: Experiment) -> None:
        super().show_experiment(experiment)
        self.label_noise.set_value(experiment.data.label_noise)
        self.label_noise.setEnabled(subject(experiment).task != "regression")
        self.examples.set_value(example_count(experiment))
        self.examples.setEnabled(can_choose_examples(experiment))
        self.seed.set_value(experiment.data.seed)
        self.standardize.setChecked(experiment.data.standardize)


class MoreNetwork(SettingsGroup):
    """What the output makes of its weighted sum, and the seed of the weights."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.output = SettingChoice(look, self.tr("Output"), self)
        self.seed = SeedRow(look, self.tr("Weights seed"), self)
        self.output.setToolTip(self.tr("What the output makes of its weighted sum; only what fits the data is listed"))
        self.seed.setToolTip(self.tr("The same seed draws the same weights"))
        self.add_rows(self.output, self.seed)
        self.connect_choice(self.output, lambda name: output_fields(self.experiment, name))
        self.seed.changed.connect(lambda seed: self.edited.emit(drawn_fields({"network.seed": seed})))

    def show_experiment(self, experiment: Experiment) -> None:
        super().show_experiment(experiment)
        self.output.offer(shown_choices(valid_outputs(experiment)), experiment.network.output or "")
        self.seed.set_value(experiment.network.seed)


class MoreTraining(SettingsGroup):
    """The loss, how long at most, and the finer points of early stopping."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.loss = SettingChoice(look, self.tr("Loss"), self)
        self.epochs = LabelledSlider(look, self.tr("Epochs, at most"), EPOCHS, 500, _counted, self)
        self.min_delta = LabelledSlider(look, self.tr("Least improvement"), MIN_DELTA, 0.0, parent=self)
        self.restore_best = _Check(look, self.tr("Go back to the best epoch"), self)
        self.seed = SeedRow(look, self.tr("Batches seed"), self)
        self.loss.setToolTip(self.tr("How wrong a prediction counts; only what fits the output is listed"))
        self.epochs.setToolTip(self.tr("The run ends after so many passes through the training examples"))
        self.min_delta.setToolTip(self.tr("A smaller gain than this does not count as an improvement"))
        self.restore_best.setToolTip(self.tr("After stopping early, put the best epoch's weights back"))
        self.seed.setToolTip(self.tr("The same seed shuffles the examples into the same batches"))
        self.add_rows(self.loss, self.epochs, self.min_delta, self.restore_best, self.seed)
        self.connect_choice(self.loss, lambda name: {"training.loss": name})
        self.connect_slider(self.epochs, lambda value: {"training.epochs": int(value)})
        self.connect_slider(self.min_delta, lambda value: {"training.early_stopping.min_delta": value})
        self.restore_best.clicked.connect(lambda on: self.edited.emit({"training.early_stopping.restore_best": on}))
        self.seed.changed.connect(lambda seed: self.edited.emit({"training.seed": seed}))

    def show_experiment(self, experiment: Experiment) -> None:
        super().show_experiment(experiment)
        training, stopping = experiment.training, experiment.training.early_stopping
        self.loss.offer(shown_choices(valid_losses(experiment)), training.loss or "")
        self.epochs.set_value(training.epochs)
        self.min_delta.setEnabled(stopping is not None)
        self.restore_best.setEnabled(stopping is not None)
        self.min_delta.set_value(stopping.min_delta if stopping is not None else 0.0)
        self.restore_best.setChecked(stopping is not None and stopping.restore_best)
        self.seed.set_value(training.seed)


class _Check(QCheckBox):
    """A check box in the window's type."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._look = look
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(self._look.font("body"))


def _counted(value: float) -> str:
    return whole(int(value))
