"""The settings of the network that are seldom changed."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from nnviz.engine.experiment import Experiment
from nnviz.ui.look.look import Look
from nnviz.ui.names.functions import shown_choices, shown_name
from nnviz.ui.panels.experiment.lists import joined, number_text, numbers, split_list
from nnviz.ui.panels.experiment.settings.choice import SettingChoice
from nnviz.ui.panels.experiment.settings.group import SettingsGroup
from nnviz.ui.panels.experiment.settings.seed_row import SeedRow
from nnviz.ui.panels.experiment.settings.table import ACTIVATION_BY_LAYER
from nnviz.ui.panels.experiment.settings.text_row import TextRow
from nnviz.ui.session.experiment_fields import drawn_fields, output_fields, valid_outputs
from nnviz.ui.toolkit.controls import LabelledSlider
from nnviz.ui.toolkit.controls.open_range import OpenRange

SPREAD = OpenRange(0.0, 3.0, 0.05)
VALUE = OpenRange(-2.0, 2.0, 0.05, lowest=-1e6)
DRAWN_WITH = {"constant": "constant", "sigma": "normal", "range": "uniform"}
"""The settings of how weights are drawn, and the initialisation that has each."""


class MoreNetwork(SettingsGroup):
    """The output, how weights and biases are drawn, which of them do not train."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.add_aside(self.tr("Each starts a new run."))
        self.output = self.add("network.output", lambda title, parent: SettingChoice(look, title, parent))
        self.by_layer = self.add(ACTIVATION_BY_LAYER, lambda title, parent: TextRow(look, title, parent=parent))
        self.constant = self._slider("constant", VALUE)
        self.sigma = self._slider("sigma", SPREAD)
        self.range = self._slider("range", SPREAD)
        self.gain = self._slider("gain", SPREAD)
        self.bias = self.add("network.bias", lambda title, parent: TextRow(look, title, "0", parent))
        self.frozen = self.add("network.frozen", lambda title, parent: TextRow(look, title, self.tr("none"), parent))
        self.seed = self.add("network.seed", lambda title, parent: SeedRow(look, title, parent))
        self.connect_choice(self.output, lambda name: output_fields(self.experiment, name))
        self.connect_text(ACTIVATION_BY_LAYER, self.by_layer, self._activation_fields)
        self.connect_text("network.bias", self.bias, lambda text: drawn_fields({"network.bias": _bias(text)}))
        self.connect_text("network.frozen", self.frozen, lambda text: {"network.frozen": split_list(text)})
        self.seed.changed.connect(lambda seed: self.edited.emit(drawn_fields({"network.seed": seed})))

    def _slider(self, name: str, values: OpenRange) -> LabelledSlider:
        key = f"network.{name}"
        slider = self.add(key, lambda title, parent: LabelledSlider(self._look, title, values, 0.0, parent=parent))
        self.connect_slider(slider, lambda value: drawn_fields({key: value}))
        return slider

    def _fill(self, experiment: Experiment) -> None:
        network = experiment.network
        self.output.offer(shown_choices(valid_outputs(experiment)), network.output or "")
        self._fill_activation(network.activation)
        self.constant.set_value(network.constant)
        self.sigma.set_value(network.sigma)
        self.range.set_value(network.range)
        self.gain.set_value(network.gain)
        bias = network.bias if isinstance(network.bias, tuple) else (network.bias,)
        self.bias.set_value(joined(map(number_text, bias)))
        self.frozen.set_value(joined(network.frozen))
        self.seed.set_value(network.seed)
        explicit = self.tr("The weights are explicit: choose how to draw them first") if network.parameters else ""
        for key in ("network.gain", "network.bias", "network.seed"):
            self.setting_rows[key].set_use(explicit)
        for name, init in DRAWN_WITH.items():
            other = "" if network.init == init else self.tr("Only where weights start {init}")
            reason = other.format(init=shown_name(init)) or explicit
            self.setting_rows[f"network.{name}"].set_use(reason, folded=bool(other))

    def _fill_activation(self, activation: str | tuple[str, ...]) -> None:
        none = "" if self.experiment.network.hidden else self.tr("There is no hidden layer")
        self.setting_rows[ACTIVATION_BY_LAYER].set_use(none)
        self.by_layer.set_value("" if isinstance(activation, str) else joined(activation))
        self.by_layer.field.setPlaceholderText(activation if isinstance(activation, str) else "")

    def _activation_fields(self, text: str) -> dict[str, Any]:
        """One name for each layer; nothing is the first one's name for all of them."""
        before = self.experiment.network.activation
        one = before if isinstance(before, str) else before[0]
        return {"network.activation": split_list(text) or one}


def _bias(text: str) -> Any:
    """One number for all layers, or a list with one for each."""
    values = numbers(text)
    return values[0] if len(values) == 1 else values or None
