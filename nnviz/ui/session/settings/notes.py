"""What a change of the experiment costs, and what the panel cannot set, each in one line."""

from __future__ import annotations

from pathlib import Path

from nnviz.engine.experiment import Experiment
from nnviz.engine.settings import Network
from nnviz.ui.names.functions import shown_name
from nnviz.ui.names.translation import translate
from nnviz.ui.session.experiment_fields import architecture_text, example_count, parameter_count, task_shape


def network_note(experiment: Experiment) -> str:
    """The network as it stands: ``2-4-3-1, 31 parameters``."""
    return translate("Settings", "Network {widths}, {count} parameters").format(
        widths=architecture_text(experiment), count=parameter_count(experiment)
    )


def change_note(before: Experiment, after: Experiment) -> str:
    """What a change means for the run: whether the network or its weights are new ones."""
    dropped = before.network.parameters is not None and after.network.parameters is None
    widths = architecture_text(after)
    if widths != architecture_text(before):
        if dropped:
            return translate("Settings", "New network {widths}, the file's weights are gone").format(widths=widths)
        return translate("Settings", "New network {widths}, new weights").format(widths=widths)
    if dropped:
        return translate("Settings", "New weights, the file's are gone")
    if _drawing(before) != _drawing(after):
        return translate("Settings", "New random weights")
    if before.data != after.data:
        return translate("Settings", "New data, a new run from the same weights")
    return translate("Settings", "A new run from the same weights")


def data_note(experiment: Experiment) -> str:
    """The data where the experiment itself holds it, as no picture shows it; else nothing."""
    if experiment.data.source is not None:
        return ""
    about = task_shape(experiment)
    kind = (
        translate("Settings", "{targets} targets").format(targets=about.targets)
        if about.task == "regression"
        else translate("Settings", "{classes} classes").format(classes=about.classes)
    )
    count = example_count(experiment)
    words = translate("Settings", "{origin}: {count} examples, {inputs} inputs, {kind}")
    if count == 1:
        words = translate("Settings", "{origin}: 1 example, {inputs} inputs, {kind}")
    file = experiment.data.file
    origin = translate("Settings", "Given") if file is None else Path(file).name
    text = words.format(origin=origin, count=count, inputs=about.inputs, kind=kind)
    if file is None:
        return text
    from nnviz.engine.data.tables import read_table  # most experiments have none

    dropped = read_table(experiment.data).report.dropped
    if dropped:
        gaps = (
            translate("Settings", "; 1 row with a gap left out")
            if dropped == 1
            else translate("Settings", "; {count} rows with gaps left out")
        )
        text += gaps.format(count=dropped)
    return text


def weights_note(experiment: Experiment) -> str:
    """What a file says about the weights that the panel has no control for; else nothing."""
    network = experiment.network
    parts = []
    if not isinstance(network.activation, str) and len(set(network.activation)) > 1:
        parts.append(
            translate("Settings", "Activations: {names}").format(names=", ".join(map(shown_name, network.activation)))
        )
    if network.parameters is not None:
        parts.append(translate("Settings", "Explicit weights, from the file"))
    if network.frozen:
        parts.append(translate("Settings", "Frozen parameters: {names}").format(names=", ".join(network.frozen)))
    if network.parameters is None:
        parts += _drawing_notes(network)
    return "\n".join(parts)


def _drawing_notes(network: Network) -> list[str]:
    """The settings of how weights are drawn."""
    parts = []
    if isinstance(network.bias, tuple):
        values = ", ".join(f"{value:g}" for value in network.bias)
        parts.append(translate("Settings", "Biases start at {values}, layer by layer").format(values=values))
    elif network.bias != 0.0:
        parts.append(translate("Settings", "Biases start at {value:g}").format(value=network.bias))
    if network.init == "constant":
        parts.append(translate("Settings", "Every weight starts at {value:g}").format(value=network.constant))
    if network.init == "normal":
        parts.append(
            translate("Settings", "Weights are drawn with a deviation of {value:g}").format(value=network.sigma)
        )
    if network.init == "uniform":
        parts.append(
            translate("Settings", "Weights are drawn from −{value:g} to {value:g}").format(value=network.range)
        )
    if network.gain != 1.0:
        parts.append(
            translate("Settings", "All weights are drawn and multiplied by {value:g}").format(value=network.gain)
        )
    return parts


def _drawing(experiment: Experiment) -> tuple[object, ...]:
    network = experiment.network
    settings = network.constant, network.sigma, network.range, network.gain
    return network.init, network.seed, settings, network.bias, network.parameters
