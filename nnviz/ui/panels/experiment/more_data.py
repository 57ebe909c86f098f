"""The settings of the data that are seldom changed."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from nnviz.engine.experiment import Experiment
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import whole
from nnviz.ui.panels.experiment.lists import joined, split_list
from nnviz.ui.panels.experiment.settings.choice import SettingChoice
from nnviz.ui.panels.experiment.settings.features_row import FeaturesRow
from nnviz.ui.panels.experiment.settings.group import SettingsGroup
from nnviz.ui.panels.experiment.settings.seed_row import SeedRow
from nnviz.ui.panels.experiment.settings.text_row import TextRow
from nnviz.ui.session.experiment_fields import can_choose_examples, example_count, standardize_fields, task_shape
from nnviz.ui.toolkit.controls import LabelledSlider
from nnviz.ui.toolkit.controls.listed_range import ListedRange

EXAMPLES = ListedRange.of(10, 20, 50, 100, 150, 200, 300, 400, 500, 700, 1000, 2000, highest=100_000)
AS_IT_LOOKS = "as it looks"


class MoreData(SettingsGroup):
    """How many examples, from which seed, what the network sees of them; and the columns of a table."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.add_aside(self.tr("Each makes new data and starts a new run."))
        self.examples = self.add(
            "data.examples", lambda title, parent: LabelledSlider(look, title, EXAMPLES, 200, _counted, parent)
        )
        self.seed = self.add("data.seed", lambda title, parent: SeedRow(look, title, parent))
        self.inputs = self.add("data.inputs", lambda title, parent: FeaturesRow(look, title, parent=parent))
        self.standardize = self.add_check("data.standardize", standardize_fields)
        self.standardize_target = self.add_check("data.standardize_target", lambda on: {"data.standardize_target": on})
        self.clean_test = self.add_check("data.clean_test", lambda on: {"data.clean_test": on})
        self.target = self.add("data.target", lambda title, parent: TextRow(look, title, parent=parent))
        self.features = self.add(
            "data.features", lambda title, parent: TextRow(look, title, self.tr("all but the target"), parent)
        )
        self.task = self.add("data.task", lambda title, parent: SettingChoice(look, title, parent))
        self.title = self.add("title", lambda title, parent: TextRow(look, title, parent=parent))
        self._connect()

    def _connect(self) -> None:
        self.connect_slider(self.examples, lambda value: {"data.examples": int(value)})
        self.seed.changed.connect(lambda seed: self.edited.emit({"data.seed": seed}))
        self.connect_text("data.inputs", self.inputs, lambda text: {"data.inputs": split_list(text) or None})
        self.connect_text("data.target", self.target, lambda text: {"data.target": text or None})
        self.connect_text("data.features", self.features, lambda text: {"data.features": split_list(text) or None})
        self.connect_choice(self.task, self._task_fields)
        self.connect_text("title", self.title, lambda text: {"title": text or None})

    def _fill(self, experiment: Experiment) -> None:
        data, about = experiment.data, task_shape(experiment)
        regression = about.task == "regression"
        self.title.set_value(experiment.title)
        self.examples.set_value(example_count(experiment))
        fixed = "" if can_choose_examples(experiment) else self.tr("These examples are always the same")
        self.setting_rows["data.examples"].set_use(fixed)
        self.seed.set_value(data.seed)
        self.inputs.set_columns(about.columns)
        self.inputs.set_value(joined(data.inputs))
        self.standardize.setChecked(data.standardize)
        self.standardize_target.setChecked(data.standardize_target)
        classes = "" if regression else self.tr("Only where numbers are predicted")
        self.setting_rows["data.standardize_target"].set_use(classes, folded=bool(classes))
        self.clean_test.setChecked(data.clean_test)
        labels = self.tr("Only where classes are predicted") if regression else ""
        self.setting_rows["data.clean_test"].set_use(labels, folded=bool(labels))
        self._fill_table(experiment)

    def _fill_table(self, experiment: Experiment) -> None:
        data = experiment.data
        none = "" if data.file is not None else self.tr("Only where the data is a table from a file")
        for key in ("data.target", "data.features", "data.task"):
            self.setting_rows[key].set_use(none, folded=bool(none))
        self.target.set_value(data.target or "")
        self.features.set_value(joined(data.features))
        choices = [
            (AS_IT_LOOKS, self.tr("as it looks")),
            ("classes", self.tr("classes")),
            ("numbers", self.tr("numbers")),
        ]
        self.task.offer(choices, data.task or AS_IT_LOOKS)

    @staticmethod
    def _task_fields(key: str) -> dict[str, Any]:
        # What follows from the task follows from the new one.
        task = None if key == AS_IT_LOOKS else key
        return {"data.task": task, "network.output": None, "training.loss": None}


def _counted(value: float) -> str:
    return whole(int(value))
