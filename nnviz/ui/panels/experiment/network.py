"""The network part of the experiment panel."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nnviz.engine.experiment import Experiment
from nnviz.engine.functions.activations import ACTIVATIONS
from nnviz.engine.functions.initialisers import INITIALISERS
from nnviz.ui.look.look import Look
from nnviz.ui.names.functions import shown_choices
from nnviz.ui.panels.experiment.hidden_layers import HiddenLayers
from nnviz.ui.panels.experiment.more_network import MoreNetwork
from nnviz.ui.panels.experiment.notes import weights_note
from nnviz.ui.panels.experiment.settings.choice import AS_GIVEN, SettingChoice
from nnviz.ui.panels.experiment.settings.section import SettingsSection
from nnviz.ui.panels.experiment.settings.table import NETWORK
from nnviz.ui.session.experiment_fields import add_layer_fields, drawn_fields, hidden_fields, remove_layer_fields


class NetworkSection(SettingsSection):
    """Hidden layers, activation functions, and where the weights start from."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, NETWORK, MoreNetwork, parent)
        self.hidden = self.add("network.hidden", lambda title, parent: HiddenLayers(look, parent))
        self.activation = self.add("network.activation", lambda title, parent: SettingChoice(look, title, parent))
        self.init = self.add("network.init", lambda title, parent: SettingChoice(look, title, parent))
        self.note = self.add_aside()
        self.hidden.units_picked.connect(self._on_units)
        self.hidden.removed.connect(lambda layer: self.edited.emit(remove_layer_fields(self.experiment, layer)))
        self.hidden.row_made.connect(self.chain_keyboard)
        self.hidden.add_wanted.connect(lambda: self.edited.emit(add_layer_fields(self.experiment)))
        self.connect_choice(self.activation, lambda name: {"network.activation": name})
        self.connect_choice(self.init, lambda name: drawn_fields({"network.init": name}))

    def _fill(self, experiment: Experiment) -> None:
        self.hidden.show_units(experiment.network.hidden)
        self._show_activation(experiment.network.activation)
        none = "" if experiment.network.hidden else self.tr("There is no hidden layer")
        self.setting_rows["network.activation"].set_use(none)
        self._show_init(experiment)
        self.note.setText(weights_note(experiment))

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
