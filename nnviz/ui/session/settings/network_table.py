"""The settings of the network, and of where its weights start from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nnviz.engine.experiment import Experiment
from nnviz.engine.functions.activations import ACTIVATIONS
from nnviz.engine.functions.initialisers import INITIALISERS
from nnviz.engine.functions.outputs import OUTPUTS
from nnviz.ui.names.functions import shown_name
from nnviz.ui.names.translation import QT_TRANSLATE_NOOP, translate
from nnviz.ui.session.experiment_fields import (
    Fields,
    drawing_back,
    drawn_fields,
    layers_back,
    output_back,
    output_fields,
    valid_outputs,
)
from nnviz.ui.session.settings.lists import LIST, joined, number_text, numbers
from nnviz.ui.session.settings.notes import weights_note
from nnviz.ui.session.settings.setting import (
    Choice,
    HiddenLayers,
    Say,
    Section,
    Seed,
    Setting,
    Slider,
    Written,
)

ACTIVATION_BY_LAYER = "network.activation.layers"
"""The key of the activation where it is one for each hidden layer."""


def no_hidden_layer(experiment: Experiment) -> str:
    """Why what is about hidden layers cannot be set; "" where it can."""
    return "" if experiment.network.hidden else translate("Settings", "There is no hidden layer")


def _activations(experiment: Experiment) -> tuple[str, ...]:
    activation = experiment.network.activation
    return (activation,) if isinstance(activation, str) else activation


def _mixed(experiment: Experiment) -> str:
    return "" if len(set(_activations(experiment))) == 1 else translate("Settings", "mixed")


def _activation_fields(experiment: Experiment, names: Any) -> Fields:
    """One name for each layer; nothing is the first one's name for all of them."""
    return {"network.activation": names or _activations(experiment)[0]}


def _given(word: str) -> Say:
    return lambda experiment: translate("Settings", word) if experiment.network.parameters is not None else ""


def _drawn(field: str) -> Callable[[Experiment, Any], Fields]:
    return lambda experiment, value: drawn_fields({field: value})


def _not_drawn_with(setting: str) -> Say:
    drawn = [row.name for row in INITIALISERS.values() if setting in row.settings]

    def reason(experiment: Experiment) -> str:
        return (
            ""
            if experiment.network.init in drawn
            else translate("Settings", "Only where weights start {init}").format(init=joined(map(shown_name, drawn)))
        )

    return reason


def _biases(value: Any) -> str:
    return joined(map(number_text, value if isinstance(value, tuple) else (value,)))


def _bias(text: str) -> Any:
    """One number for all layers, or a list with one for each."""
    values = numbers(text)
    return values[0] if len(values) == 1 else values or None


_EXPLICIT = _given(QT_TRANSLATE_NOOP("Settings", "The weights are explicit: choose how to draw them first"))
_SPREAD = Slider(high=3.0, step=0.05)

_FIRST = (
    Setting(
        "network.hidden",
        QT_TRANSLATE_NOOP("Settings", "Hidden layers"),
        HiddenLayers(),
        QT_TRANSLATE_NOOP("Settings", "How many hidden layers there are, and how many units each has"),
        beside=QT_TRANSLATE_NOOP("Settings", "network"),
        back=layers_back,
    ),
    Setting(
        "network.activation",
        QT_TRANSLATE_NOOP("Settings", "Activation"),
        Choice(names=tuple(ACTIVATIONS), as_given=_mixed),
        QT_TRANSLATE_NOOP("Settings", "What each hidden unit does with its weighted sum"),
        beside=QT_TRANSLATE_NOOP("Settings", "activation"),
        read=lambda experiment: next(iter(_activations(experiment)), None),
        locks=no_hidden_layer,
    ),
    Setting(
        "network.init",
        QT_TRANSLATE_NOOP("Settings", "Initialise"),
        Choice(names=tuple(INITIALISERS), as_given=_given(QT_TRANSLATE_NOOP("Settings", "explicit"))),
        QT_TRANSLATE_NOOP("Settings", "How the weights are drawn before training"),
        beside=QT_TRANSLATE_NOOP("Settings", "initialisation"),
        also=(("network.parameters", QT_TRANSLATE_NOOP("Settings", "weights")),),
        write=_drawn("network.init"),
        back=drawing_back,
        untold=True,
        note=weights_note,
    ),
)

_MORE = (
    Setting(
        "network.output",
        QT_TRANSLATE_NOOP("Settings", "Output"),
        Choice(names=tuple(OUTPUTS), fitting=valid_outputs),
        QT_TRANSLATE_NOOP("Settings", "What the output does with its weighted sum; only what fits the data is listed"),
        beside=QT_TRANSLATE_NOOP("Settings", "output"),
        write=output_fields,
        back=output_back,
    ),
    Setting(
        "network.activation",
        QT_TRANSLATE_NOOP("Settings", "Activation per layer"),
        Written(
            text=lambda value: "" if isinstance(value, str) else joined(value),
            value=LIST.value,
            hint=lambda experiment: (
                str(activation) if isinstance(activation := experiment.network.activation, str) else ""
            ),
        ),
        QT_TRANSLATE_NOOP("Settings", "One name for each hidden layer: tanh, relu; if empty, the same in all"),
        own_key=ACTIVATION_BY_LAYER,
        read=lambda experiment: experiment.network.activation,
        write=_activation_fields,
        locks=no_hidden_layer,
    ),
    Setting(
        "network.constant",
        QT_TRANSLATE_NOOP("Settings", "Weights start at"),
        Slider(low=-2.0, high=2.0, step=0.05, lowest=-1e6),
        QT_TRANSLATE_NOOP("Settings", "The value that every weight starts from"),
        beside=QT_TRANSLATE_NOOP("Settings", "every weight starts at"),
        write=_drawn("network.constant"),
        folds=_not_drawn_with("constant"),
        locks=_EXPLICIT,
    ),
    Setting(
        "network.sigma",
        QT_TRANSLATE_NOOP("Settings", "Deviation σ"),
        _SPREAD,
        QT_TRANSLATE_NOOP("Settings", "How widely normal weights are drawn: the standard deviation"),
        beside=QT_TRANSLATE_NOOP("Settings", "deviation of the weights"),
        write=_drawn("network.sigma"),
        folds=_not_drawn_with("sigma"),
        locks=_EXPLICIT,
    ),
    Setting(
        "network.range",
        QT_TRANSLATE_NOOP("Settings", "Range ±"),
        _SPREAD,
        QT_TRANSLATE_NOOP("Settings", "Uniform weights are drawn between minus this and this"),
        beside=QT_TRANSLATE_NOOP("Settings", "range of the weights"),
        write=_drawn("network.range"),
        folds=_not_drawn_with("range"),
        locks=_EXPLICIT,
    ),
    Setting(
        "network.gain",
        QT_TRANSLATE_NOOP("Settings", "Gain"),
        Slider(low=0.0, high=3.0, step=0.05),
        QT_TRANSLATE_NOOP("Settings", "A factor on every weight that is drawn"),
        beside=QT_TRANSLATE_NOOP("Settings", "gain of the weights"),
        write=_drawn("network.gain"),
        locks=_EXPLICIT,
    ),
    Setting(
        "network.bias",
        QT_TRANSLATE_NOOP("Settings", "Biases start at"),
        Written(text=_biases, value=_bias, hint=lambda experiment: "0"),
        QT_TRANSLATE_NOOP("Settings", "One number for all layers, or one for each, the output's last: 4, 4, 0"),
        beside=QT_TRANSLATE_NOOP("Settings", "biases start at"),
        write=_drawn("network.bias"),
        locks=_EXPLICIT,
    ),
    Setting(
        "network.frozen",
        QT_TRANSLATE_NOOP("Settings", "Frozen parameters"),
        Written(text=LIST.text, value=LIST.value, hint=lambda experiment: translate("Settings", "none")),
        QT_TRANSLATE_NOOP("Settings", "Parameters that are not trained: W1, b2, or a single one, W1[0,2] or b1[0]"),
        beside=QT_TRANSLATE_NOOP("Settings", "frozen parameters"),
    ),
    Setting(
        "network.seed",
        QT_TRANSLATE_NOOP("Settings", "Weights seed"),
        Seed(),
        QT_TRANSLATE_NOOP("Settings", "The same seed draws the same weights"),
        beside=QT_TRANSLATE_NOOP("Settings", "seed of the weights"),
        write=_drawn("network.seed"),
        locks=_EXPLICIT,
    ),
)

NETWORK = Section(
    named=QT_TRANSLATE_NOOP("Settings", "Network"),
    first=_FIRST,
    more=_MORE,
    remark=QT_TRANSLATE_NOOP("Settings", "Each starts a new run."),
)
