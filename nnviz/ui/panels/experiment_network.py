"""The network part of the experiment panel."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nnviz.engine.experiment import Experiment
from nnviz.engine.functions.activations import ACTIVATIONS
from nnviz.engine.functions.initialisers import INITIALISERS
from nnviz.ui.controls import Text
from nnviz.ui.look import Look
from nnviz.ui.panels.experiment_fields import add_layer_fields, drawn_fields, hidden_fields, remove_layer_fields
from nnviz.ui.panels.experiment_more import MoreNetwork
from nnviz.ui.panels.experiment_notes import weights_note
from nnviz.ui.panels.hidden_layers import HiddenLayers
from nnviz.ui.panels.setting_choice import AS_GIVEN, SettingChoice
from nnviz.ui.panels.settings_section import SettingsSection
from nnviz.ui.setting_names import shown_choices


class NetworkSection(SettingsSection):
    """Hidden layers, activation functions, and where the weights start from."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Network"), MoreNetwork, parent)
        self.hidden = HiddenLayers(look, self)
        self.activation = SettingChoice(look, self.tr("Activation"), self)
        self.init = SettingChoice(look, self.tr("Initialise"), self)
        self.note = Text(look, role="tiny", tone="muted", parent=self)
        self.note.setWordWrap(True)
        self.activation.setToolTip(self.tr("What each hidden unit makes of its weighted sum"))
        self.init.setToolTip(self.tr("How the weights are drawn before training"))
        self.add_rows(self.hidden, self.activation, self.init, self.note)
        self.hidden.units_picked.connect(self._on_units)
        self.hidden.removed.connect(lambda layer: self.edited.emit(remove_layer_fields(self.experiment, layer)))
        self.hidden.row_made.connect(self.chain_keyboard)
        self.hidden.add_wanted.connect(lambda: self.edited.emit(add_layer_fields(self.experiment)))
        self.connect_choice(self.activation, lambda name: {"network.activation": name})
        self.connect_choice(self.init, lambda name: drawn_fields({"network.init": name}))

    def show_experiment(self, experiment: Experiment) -> None:
        super().show_experiment(experiment)
        self.hidden.show_units(experiment.network.hidden)
        self._show_activation(experiment.network.activation)
        self.activation.setEnabled(bool(experiment.network.hidden))
        self._show_init(experiment)
        self.note.setText(weights_note(experiment))
        self.note.setVisible(bool(self.note.text()))

    def _show_activation(self, activation: str | tuple[str, ...]) -> None:
        choices = shown_choices(ACTIVATIONS)
        names = {activation} if isinstance(activation, str) else set(activation)
        if len(names) == 1:
            self.activation.offer(choices, names.pop())
        else:
            self.activation.offer([*choices, (AS_GIVEN, self.tr("mixed"))], AS_GIVEN)

    def _show_init(self, experiment: Experiment) -> None:
        choices = shown_choices(INITIALISERS)
        if experiment.network.parameters is None:
            self.init.offer(choices, experiment.network.init)
        else:
            self.init.offer([*choices, (AS_GIVEN, self.tr("explicit"))], AS_GIVEN)

    def _on_units(self, layer: int, units: int) -> None:
        hidden = list(self.experiment.network.hidden)
        hidden[layer] = units
        self.edited.emit(hidden_fields(self.experiment, hidden))
