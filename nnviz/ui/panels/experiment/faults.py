"""What can be wrong with the data on purpose, all of it in one place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from PySide6.QtWidgets import QWidget

from nnviz.engine.data.examples import make_examples
from nnviz.engine.data.faults import faults_of
from nnviz.engine.experiment import Experiment
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import percent
from nnviz.ui.names.faults import fault_note
from nnviz.ui.panels.experiment.lists import joined, number_text, numbers
from nnviz.ui.panels.experiment.settings.choice import SettingChoice
from nnviz.ui.panels.experiment.settings.fault_switch import FaultSwitch
from nnviz.ui.panels.experiment.settings.group import SettingsGroup
from nnviz.ui.panels.experiment.settings.section import SettingsSection
from nnviz.ui.panels.experiment.settings.table import FAULTS, NOT_STANDARDIZED, SETTINGS
from nnviz.ui.panels.experiment.settings.text_row import TextRow
from nnviz.ui.session.experiment_fields import Fields, standardize_fields, task_shape
from nnviz.ui.toolkit.controls import LabelledSlider
from nnviz.ui.toolkit.controls.open_range import OpenRange

REGION, SCALED, SCALE = "data.faults.mislabelled", "data.faults.scaled_input", "data.faults.scale"
LEAKED, SORTED, FORGOTTEN = (
    "data.faults.leaked_duplicates",
    "data.faults.sorted_split",
    "data.faults.unstandardized_test",
)
SHARE = OpenRange(0.01, 0.5, 0.01, highest=1.0)
SCALES = OpenRange(1e-3, 1e6, logarithmic=True, lowest=1e-6)
RADIUS = OpenRange(0.05, 3.0, 0.05, lowest=1e-6)
USUAL_LABEL_NOISE, USUAL_LEAK = 0.2, 0.3
SHARE_IN_REGION = 0.15
"""Of the examples, when the region is switched on."""


def usual_region(experiment: Experiment) -> dict[str, Any]:
    """A region to begin with: around the example nearest to the middle of class 0, with a fair share of all in it."""
    examples = make_examples(experiment)
    raw = examples.raw
    own = raw[examples.labels == 0] if np.any(examples.labels == 0) else raw
    centre = own[np.argmin(np.linalg.norm(own - own.mean(axis=0), axis=1))].round(2)
    distances = np.sort(np.linalg.norm(raw - centre, axis=1))
    radius = float(distances[int(SHARE_IN_REGION * (len(distances) - 1))])
    return {"centre": [float(value) for value in centre], "radius": max(round(radius, 2), 0.05)}


class FaultsSection(SettingsSection):
    """The faults, folded, and a word where some are on."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, FAULTS, FaultSwitches, parent)
        self.note = self.add_aside(tone="warning")

    def set_open(self, is_open: bool) -> None:
        super().set_open(is_open)
        self._print_note()

    def _fill(self, experiment: Experiment) -> None:
        self._print_note()

    def _print_note(self) -> None:
        """The switches tell it themselves where they are in sight."""
        self.note.setText("" if self.is_open else fault_note(self.experiment, faults_of(self.experiment.data)))
        self._show_asides()


class FaultSwitches(SettingsGroup):
    """A switch and a sentence for each fault."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.add_aside(self.tr("Each makes new data and starts a new run."))
        self._make_labels()
        self._make_region()
        self._make_scaled()
        self.not_standardized = self._switch(NOT_STANDARDIZED, lambda on: standardize_fields(not on))
        self.forgotten = self._switch(FORGOTTEN, lambda on: {FORGOTTEN: on})
        self.sorted_split = self._switch(SORTED, lambda on: {SORTED: on})
        self.leaked = self._switch(LEAKED, lambda on: {LEAKED: USUAL_LEAK if on else None})
        self.leaked_share = LabelledSlider(look, self.tr("Share"), SHARE, USUAL_LEAK, percent, self.leaked)
        self.leaked.add_detail(self.leaked_share)
        self.connect_slider(self.leaked_share, lambda value: {LEAKED: value})

    def _switch(self, key: str, fields: Callable[[bool], Fields]) -> FaultSwitch:
        sentence = SETTINGS[key].explanation
        switch = self.add(
            key, lambda title, parent: FaultSwitch(self._look, title, sentence, parent), tells_itself=True
        )
        switch.switched.connect(lambda on: self.edited.emit(fields(on)))
        return switch

    def _make_labels(self) -> None:
        field = "data.label_noise"
        self.labels = self._switch(field, lambda on: {field: USUAL_LABEL_NOISE if on else None})
        self.label_noise = LabelledSlider(self._look, self.tr("Share"), SHARE, USUAL_LABEL_NOISE, percent, self.labels)
        self.labels.add_detail(self.label_noise)
        self.connect_slider(self.label_noise, lambda value: {field: value})

    def _make_region(self) -> None:
        self.region = self._switch(REGION, lambda on: {REGION: usual_region(self.experiment) if on else None})
        self.centre = TextRow(self._look, self.tr("Centre"), parent=self.region)
        self.radius = LabelledSlider(self._look, self.tr("Radius"), RADIUS, 0.5, parent=self.region)
        self.region.add_detail(self.centre)
        self.region.add_detail(self.radius)
        self.connect_text(REGION, self.centre, lambda text: {f"{REGION}.centre": numbers(text)})
        self.connect_slider(self.radius, lambda value: {f"{REGION}.radius": value})

    def _make_scaled(self) -> None:
        self.scaled = self._switch(SCALED, self._scaled_fields)
        self.scaled_input = SettingChoice(self._look, self.tr("Input"), self.scaled)
        self.scale = LabelledSlider(self._look, self.tr("Times as large"), SCALES, 1000.0, parent=self.scaled)
        self.scaled.add_detail(self.scaled_input)
        self.scaled.add_detail(self.scale)
        self.connect_choice(self.scaled_input, lambda name: {SCALED: name})
        self.connect_slider(self.scale, lambda value: {SCALE: value})

    def _scaled_fields(self, on: bool) -> Fields:
        return {SCALED: task_shape(self.experiment).columns[0]} if on else {SCALED: None, SCALE: None}

    def _fill(self, experiment: Experiment) -> None:
        data, faults, about = experiment.data, experiment.data.faults, task_shape(experiment)
        no_labels = self.tr("Only where classes are predicted") if about.task == "regression" else ""
        self.setting_rows["data.label_noise"].set_use(no_labels)
        self.setting_rows[REGION].set_use(no_labels)
        self.labels.show_on(data.label_noise > 0.0)
        self.label_noise.set_value(data.label_noise or USUAL_LABEL_NOISE)
        self.region.show_on(faults.mislabelled is not None)
        if faults.mislabelled is not None:
            self.centre.set_value(joined(map(number_text, faults.mislabelled.centre)))
            self.radius.set_value(faults.mislabelled.radius)
        self.scaled.show_on(faults.scaled_input is not None)
        self.scaled_input.offer([(name, name) for name in about.columns], faults.scaled_input or about.columns[0])
        self.scale.set_value(faults.scale)
        self.not_standardized.show_on(not data.standardize)
        self.forgotten.show_on(faults.unstandardized_test)
        nothing = "" if data.standardize else self.tr("There is no standardisation to forget")
        self.setting_rows[FORGOTTEN].set_use("" if faults.unstandardized_test else nothing)
        self.sorted_split.show_on(faults.sorted_split)
        self.leaked.show_on(faults.leaked_duplicates > 0.0)
        self.leaked_share.set_value(faults.leaked_duplicates or USUAL_LEAK)
