"""What helps a run that diverged: looked for in the data first, then in the first weights, and only then in the rate.

What makes updates too long is their gradient: the error times what comes in. Targets in the hundred-thousands make it
so long that no learning rate worth the name is short enough; standardised, the same run learns at the usual rate.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from nnviz.engine.data.examples import Examples
from nnviz.engine.experiment import Experiment
from nnviz.engine.networks.network import Architecture, initial_parameters
from nnviz.engine.settings import Network, Training
from nnviz.engine.types import Array
from nnviz.said import said

LARGE_NUMBERS = 10.0
"""Root mean square of a column from which on it is too large to leave it alone; standardised it is 1."""
LARGE_WEIGHTS = 4.0
"""What a layer multiplies the size of what comes in by, from which on its first weights are too large.

Of every initialiser that suits a layer's size it is √2 at most, but for chance.
"""


@dataclass(frozen=True)
class Advice:
    """What to change first.

    Attributes:
        text: It in words, as the end of a sentence.
        fields: The fields to change, named in dots, and their new values.
    """

    text: str
    fields: Mapping[str, bool | float | str]


def advice_on(experiment: Experiment, examples: Examples, rate: float) -> Advice:
    """What helps most.

    Args:
        experiment: A complete one, whose run diverged.
        examples: As they were then.
        rate: The learning rate of the update in which it did.
    """
    return _on_data(experiment, examples) or _on_first_weights(experiment) or _on_rate(experiment, rate)


def _on_data(experiment: Experiment, examples: Examples) -> Advice | None:
    data, train = experiment.data, examples.train
    # The others hold their answers within bounds, whatever the targets.
    answers_any_number = experiment.network.output == "linear"
    inputs = examples.x[train] if not data.standardize else None
    targets = examples.y[train] if not data.standardize_target and answers_any_number and not examples.classes else None
    columns = (
        (said("Engine", "inputs"), "data.standardize", inputs),
        (said("Engine", "targets"), "data.standardize_target", targets),
    )
    large = [(name, field, _largest(rows)) for name, field, rows in columns if rows is not None and _is_large(rows)]
    if not large:
        return None
    sizes = said("Engine", " and ").join(
        said("Engine", "{name} of up to {size:,.6g}").format(name=name, size=size) for name, _, size in large
    )
    fault = (
        said("Engine", "data.faults.scaled_input is on, and ")
        if data.faults.scaled_input is not None and large[0][0] == "inputs"
        else ""
    )
    change = said("Engine", " and ").join(said("Engine", "{field} = true").format(field=field) for _, field, _ in large)
    text = said("Engine", "{fault}{sizes} are too large to learn from as they are: {change} will help most").format(
        fault=fault, sizes=sizes, change=change
    )
    return Advice(text, {field: True for _, field, _ in large})


def _is_large(rows: Array) -> bool:
    return bool(_column_sizes(rows).max(initial=0.0) >= LARGE_NUMBERS)


def _column_sizes(rows: Array) -> Array:
    with np.errstate(over="ignore"):
        sizes: Array = np.sqrt(np.square(rows).mean(axis=0))
    return sizes


def _largest(rows: Array) -> float:
    return float(np.abs(rows).max())


def _on_first_weights(experiment: Experiment) -> Advice | None:
    network, architecture = experiment.network, Architecture.of(experiment)
    if network.parameters is not None:
        return None
    layers = architecture.weights_and_biases(initial_parameters(network, architecture))
    with np.errstate(over="ignore"):
        sizes = [float(np.sqrt(np.square(weights).sum(axis=1).mean())) for weights, _ in layers]
    if max(sizes) < LARGE_WEIGHTS:
        return None
    begin = said("Engine", "the first weights make a layer's sums {sizes:,.3g} times as large as what comes in").format(
        sizes=max(sizes)
    )
    if abs(network.gain) > 1.0:
        return Advice(
            said("Engine", "{begin}: network.gain = 1 will help most").format(begin=begin), {"network.gain": 1.0}
        )
    usual = Network().init
    return Advice(
        said("Engine", '{begin}: network.init = "{usual}" will help most').format(begin=begin, usual=usual),
        {"network.init": usual},
    )


def _on_rate(experiment: Experiment, rate: float) -> Advice:
    smaller = min(rate, experiment.training.learning_rate, 10.0 * Training().learning_rate) / 10.0
    text = said(
        "Engine", "a smaller learning rate than {rate:g} may help, training.learning_rate = {smaller:.1g} for example"
    ).format(rate=rate, smaller=smaller)
    return Advice(text, {"training.learning_rate": float(f"{smaller:.1g}")})
