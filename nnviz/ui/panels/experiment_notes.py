"""What a change of the experiment costs, and what the panel cannot set, each in one line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nnviz.engine.experiment import Experiment
from nnviz.ui.panels.experiment_fields import architecture_text, example_count, parameter_count, subject
from nnviz.ui.setting_names import shown_name


def _tr(text: str) -> str:
    return QCoreApplication.translate("ExperimentNotes", text)


def network_note(experiment: Experiment) -> str:
    """The network as it stands: ``2-4-3-1, 31 parameters``."""
    return _tr("Network {widths}, {count} parameters").format(
        widths=architecture_text(experiment), count=parameter_count(experiment)
    )


def change_note(before: Experiment, after: Experiment) -> str:
    """What a change means for the run: whether the network or its weights are new ones."""
    dropped = before.network.parameters is not None and after.network.parameters is None
    widths = architecture_text(after)
    if widths != architecture_text(before):
        if dropped:
            return _tr("New network {widths}, the file's weights are gone").format(widths=widths)
        return _tr("New network {widths}, new weights").format(widths=widths)
    if dropped:
        return _tr("New weights, the file's are gone")
    if _drawing(before) != _drawing(after):
        return _tr("New weights, drawn afresh")
    if before.data != after.data:
        return _tr("New data, a new run from the same weights")
    return _tr("A new run from the same weights")


def data_note(experiment: Experiment) -> str:
    """The data where the experiment itself holds it, as no picture shows it; else nothing."""
    if experiment.data.source is not None:
        return ""
    about = subject(experiment)
    kind = (
        _tr("{targets} targets").format(targets=about.targets)
        if about.task == "regression"
        else _tr("{classes} classes").format(classes=about.classes)
    )
    count = example_count(experiment)
    words = (
        _tr("Given: 1 example, {inputs} inputs, {kind}")
        if count == 1
        else _tr("Given: {count} examples, {inputs} inputs, {kind}")
    )
    return words.format(count=count, inputs=about.inputs, kind=kind)


def weights_note(experiment: Experiment) -> str:
    """What a file says about the weights that the panel has no control for; else nothing."""
    network = experiment.network
    parts = []
    if not isinstance(network.activation, str) and len(set(network.activation)) > 1:
        parts.append(_tr("Activations: {names}").format(names=", ".join(map(shown_name, network.activation))))
    if network.parameters is not None:
        parts.append(_tr("Explicit weights, from the file"))
    if network.frozen:
        parts.append(_tr("Do not train: {names}").format(names=", ".join(network.frozen)))
    if network.parameters is None and network.bias != 0.0:
        parts.append(_tr("Biases start at {value:g}").format(value=network.bias))
    if network.parameters is None and network.init == "constant":
        parts.append(_tr("Every weight starts at {value:g}").format(value=network.constant))
    return "\n".join(parts)


def _drawing(experiment: Experiment) -> tuple[object, ...]:
    network = experiment.network
    return network.init, network.seed, network.constant, network.bias, network.parameters
