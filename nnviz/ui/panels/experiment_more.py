"""The settings of an experiment that are seldom changed, one group for each part of the panel."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from nnviz.engine.experiment import Experiment, Schedule
from nnviz.engine.functions.schedules import SCHEDULES
from nnviz.ui.controls import LabelledSlider, SliderRange
from nnviz.ui.look import Look
from nnviz.ui.numbers import NumberStyle, percent, short, whole
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
SHARE_SILENCED = SliderRange(0.0, 0.95, 0.05)
L1 = SliderRange(1e-6, 1.0, logarithmic=True, with_zero=True)
CLIP_NORM = SliderRange(1e-3, 100.0, logarithmic=True, with_zero=True)
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
        self.standardize_target = _Check(look, self.tr("Standardise target"), self)
        self.standardize_target.setToolTip(self.tr("Do the same with the numbers to predict"))
        self.standardize.setToolTip(
            self.tr("Shift and scale inputs to mean 0 and deviation 1, as the training part says")
        )
        self.add_rows(self.label_noise, self.examples, self.seed, self.standardize, self.standardize_target)
        self.connect_slider(self.label_noise, lambda value: {"data.label_noise": value})
        self.connect_slider(self.examples, lambda value: {"data.examples": int(value)})
        self.seed.changed.connect(lambda seed: self.edited.emit({"data.seed": seed}))
        self.standardize.clicked.connect(lambda on: self.edited.emit({"data.standardize": on}))
        self.standardize_target.clicked.connect(lambda on: self.edited.emit({"data.standardize_target": on}))

    def show_experiment(self, experiment: Experiment) -> None:
        super().show_experiment(experiment)
        self.label_noise.set_value(experiment.data.label_noise)
        self.label_noise.setEnabled(subject(experiment).task != "regression")
        self.examples.set_value(example_count(experiment))
        self.examples.setEnabled(can_choose_examples(experiment))
        self.seed.set_value(experiment.data.seed)
        self.standardize.setChecked(experiment.data.standardize)
        self.standardize_target.setChecked(experiment.data.standardize_target)
        self.standardize_target.setVisible(subject(experiment).task == "regression")


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
    """The loss, how the rate changes, what restrains the weights, how long at most, and when to stop."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.loss = SettingChoice(look, self.tr("Loss"), self)
        self.schedule = SettingChoice(look, self.tr("Rate over time"), self)
        self.dropout = LabelledSlider(look, self.tr("Dropout"), SHARE_SILENCED, 0.0, self._dropout_text, self)
        self.l1 = LabelledSlider(look, self.tr("L1 penalty"), L1, 0.0, parent=self)
        self.clip_norm = LabelledSlider(look, self.tr("Clip gradients at"), CLIP_NORM, 0.0, self._clip_text, self)
        self.shuffle = _Check(look, self.tr("Shuffle before each epoch"), self)
        self.epochs = LabelledSlider(look, self.tr("Epochs, at most"), EPOCHS, 500, _counted, self)
        self.min_delta = LabelledSlider(look, self.tr("Least improvement"), MIN_DELTA, 0.0, parent=self)
        self.restore_best = _Check(look, self.tr("Go back to the best epoch"), self)
        self.seed = SeedRow(look, self.tr("Batches seed"), self)
        self.loss.setToolTip(self.tr("How wrong a prediction counts; only what fits the output is listed"))
        self.schedule.setToolTip(self.tr("How the learning rate changes from epoch to epoch"))
        self.dropout.setToolTip(self.tr("Share of the hidden units that each update silences at random"))
        self.l1.setToolTip(self.tr("How strongly weights are pulled to exactly 0"))
        self.clip_norm.setToolTip(self.tr("A gradient whose norm is larger than this is shortened to it"))
        self.shuffle.setToolTip(self.tr("Without it, the batches are the same in every epoch"))
        self.epochs.setToolTip(self.tr("The run ends after so many passes through the training examples"))
        self.min_delta.setToolTip(self.tr("A smaller gain than this does not count as an improvement"))
        self.restore_best.setToolTip(self.tr("After stopping early, put the best epoch's weights back"))
        self.seed.setToolTip(self.tr("The same seed shuffles the examples into the same batches"))
        self.add_rows(self.loss, self.schedule, self.dropout, self.l1, self.clip_norm)
        self.add_rows(self.epochs, self.min_delta, self.restore_best, self.shuffle, self.seed)
        self.connect_choice(self.schedule, lambda name: {"training.schedule": name})
        self.connect_slider(self.dropout, lambda value: {"training.dropout": value})
        self.connect_slider(self.l1, lambda value: {"training.l1": value})
        self.connect_slider(self.clip_norm, lambda value: {"training.clip_norm": value or None})
        self.shuffle.clicked.connect(lambda on: self.edited.emit({"training.shuffle": on}))
        self.connect_choice(self.loss, lambda name: {"training.loss": name})
        self.connect_slider(self.epochs, lambda value: {"training.epochs": int(value)})
        self.connect_slider(self.min_delta, lambda value: {"training.early_stopping.min_delta": value})
        self.restore_best.clicked.connect(lambda on: self.edited.emit({"training.early_stopping.restore_best": on}))
        self.seed.changed.connect(lambda seed: self.edited.emit({"training.seed": seed}))

    def show_experiment(self, experiment: Experiment) -> None:
        super().show_experiment(experiment)
        training, stopping = experiment.training, experiment.training.early_stopping
        self.loss.offer(shown_choices(valid_losses(experiment)), training.loss or "")
        self._show_schedule(training.schedule)
        dropout = training.dropout
        self.dropout.setEnabled(not isinstance(dropout, tuple) and bool(experiment.network.hidden))
        self.dropout.set_value(max(dropout, default=0.0) if isinstance(dropout, tuple) else dropout)
        self.l1.set_value(training.l1)
        self.clip_norm.set_value(training.clip_norm or 0.0)
        self.shuffle.setChecked(training.shuffle)
        self.epochs.set_value(training.epochs)
        self.min_delta.setEnabled(stopping is not None)
        self.restore_best.setEnabled(stopping is not None)
        self.min_delta.set_value(stopping.min_delta if stopping is not None else 0.0)
        self.restore_best.setChecked(stopping is not None and stopping.restore_best)
        self.seed.set_value(training.seed)

    def _show_schedule(self, schedule: str | Schedule) -> None:
        name = schedule.name if isinstance(schedule, Schedule) else schedule
        self.schedule.offer(shown_choices(SCHEDULES), name)

    def _dropout_text(self, value: float) -> str:
        return self.tr("per layer") if isinstance(self.experiment.training.dropout, tuple) else percent(value)

    def _clip_text(self, value: float) -> str:
        return short(value, NumberStyle(6, self._look.numbers.decimal_sign)) if value else self.tr("off")


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
