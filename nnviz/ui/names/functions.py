"""How functions and data sets are shown: a table for each of the engine's, with a row for each of its rows.

Adding an activation, an output, a loss, an optimiser, a schedule, an initialiser or a data set is adding its row there
and its row here; the tests name those that have none. What is a property of the function itself, such as its range, is
read from the engine's row.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

from nnviz.engine.functions.activations import LEAK
from nnviz.ui.names.translation import QT_TRANSLATE_NOOP, translate

_HATS = r",\quad \hat{m} = \frac{m}{1-\beta_1^t},\quad \hat{v} = \frac{v}{1-\beta_2^t}"
_OVER_ROOT = r"w \leftarrow w - \eta\,\frac{g}{\sqrt{s}+\epsilon}"


@dataclass(frozen=True)
class ShownActivation:
    """An activation of hidden layers.

    Attributes:
        name: On screen.
        sentence: What it does to a sum, for a student.
        text: How it is written in a line of numbers; ``{0}`` is where z stands.
        text_above_0: The same where z is positive, if that is another side of it.
    """

    name: str
    sentence: str
    text: str
    text_above_0: str = ""


@dataclass(frozen=True)
class ShownOutput:
    """An output's activation: its name, and what it does to the last sums."""

    name: str
    sentence: str


@dataclass(frozen=True)
class ShownLoss:
    """A loss: its name, and what it asks, alone and with a penalty on large weights."""

    name: str
    sentence: str
    with_penalty: str


@dataclass(frozen=True)
class ShownOptimiser:
    """An optimiser and its update, in which ``w`` is any weight or bias and ``g`` its gradient.

    Attributes:
        name: On screen.
        latex, plain: The formula; empty where weights and biases have one each, which are plain steps.
        sentence: What it does, for a student.
    """

    name: str
    latex: str
    plain: str
    sentence: str


SHOWN_ACTIVATIONS = MappingProxyType(
    {
        "sigmoid": ShownActivation(
            QT_TRANSLATE_NOOP("SettingNames", "sigmoid"),
            QT_TRANSLATE_NOOP(
                "PhaseWords",
                "The sigmoid squeezes each sum into 0 to 1. Far from 0 its curve is flat: the unit saturates.",
            ),
            "σ({0})",
        ),
        "tanh": ShownActivation(
            QT_TRANSLATE_NOOP("SettingNames", "tanh"),
            QT_TRANSLATE_NOOP(
                "PhaseWords",
                "The tanh squeezes each sum into −1 to 1. Far from 0 its curve is flat: the unit saturates.",
            ),
            "tanh({0})",
        ),
        "relu": ShownActivation(
            QT_TRANSLATE_NOOP("SettingNames", "ReLU"),
            QT_TRANSLATE_NOOP(
                "PhaseWords", "ReLU lets a positive sum through unchanged and turns a negative one into 0."
            ),
            "max(0, {0})",
        ),
        "leaky_relu": ShownActivation(
            QT_TRANSLATE_NOOP("SettingNames", "leaky ReLU"),
            QT_TRANSLATE_NOOP(
                "PhaseWords", "Leaky ReLU lets a positive sum through unchanged, and a hundredth of a negative one."
            ),
            f"max({LEAK:g} × {{0}}, {{0}})",
        ),
        "elu": ShownActivation(
            QT_TRANSLATE_NOOP("SettingNames", "ELU"),
            QT_TRANSLATE_NOOP(
                "PhaseWords", "ELU lets a positive sum through unchanged; a negative one bends softly towards −1."
            ),
            "e^{0} − 1",
            text_above_0="{0}",
        ),
        "softplus": ShownActivation(
            QT_TRANSLATE_NOOP("SettingNames", "softplus"),
            QT_TRANSLATE_NOOP(
                "PhaseWords",
                "Softplus is a rounded ReLU: a large sum passes almost unchanged, a very negative one fades.",
            ),
            "ln(1 + e^{0})",
        ),
        "gelu": ShownActivation(
            QT_TRANSLATE_NOOP("SettingNames", "GELU"),
            QT_TRANSLATE_NOOP(
                "PhaseWords",
                "GELU multiplies each sum by a share Φ(z) from 0 to 1: large sums pass, very negative ones fade.",
            ),
            "{0} × Φ({0})",
        ),
        "silu": ShownActivation(
            QT_TRANSLATE_NOOP("SettingNames", "SiLU"),
            QT_TRANSLATE_NOOP(
                "PhaseWords", "SiLU multiplies each sum by its own sigmoid: large sums pass, very negative ones fade."
            ),
            "{0} × σ({0})",
        ),
        "linear": ShownActivation(
            QT_TRANSLATE_NOOP("SettingNames", "linear"),
            QT_TRANSLATE_NOOP(
                "PhaseWords", "A linear unit passes its sum on unchanged: nothing bends, so layers collapse into one."
            ),
            "{0}",
        ),
    }
)

SHOWN_OUTPUTS = MappingProxyType(
    {
        "sigmoid": ShownOutput(
            QT_TRANSLATE_NOOP("SettingNames", "sigmoid"),
            QT_TRANSLATE_NOOP(
                "PhaseWords", "The sigmoid turns the last sum into a number between 0 and 1: the prediction ŷ."
            ),
        ),
        "softmax": ShownOutput(
            QT_TRANSLATE_NOOP("SettingNames", "softmax"),
            QT_TRANSLATE_NOOP(
                "PhaseWords", "Softmax turns the last sums into probabilities that add up to 1: the prediction ŷ."
            ),
        ),
        "linear": ShownOutput(
            QT_TRANSLATE_NOOP("SettingNames", "linear"),
            QT_TRANSLATE_NOOP("PhaseWords", "The last sum itself is the prediction ŷ: it can be any number."),
        ),
        "tanh": ShownOutput(
            QT_TRANSLATE_NOOP("SettingNames", "tanh"),
            QT_TRANSLATE_NOOP(
                "PhaseWords", "The tanh turns the last sum into a number between −1 and 1: the prediction ŷ."
            ),
        ),
    }
)

SHOWN_LOSSES = MappingProxyType(
    {
        "squared_error": ShownLoss(
            QT_TRANSLATE_NOOP("SettingNames", "squared error"),
            QT_TRANSLATE_NOOP(
                "PhaseWords",
                "How far is ŷ from the target y? Squaring makes a large miss cost far more than a small one.",
            ),
            QT_TRANSLATE_NOOP(
                "PhaseWords", "How far is ŷ from the target y, squared; and a penalty on large weights is added."
            ),
        ),
        "binary_cross_entropy": ShownLoss(
            QT_TRANSLATE_NOOP("SettingNames", "binary cross-entropy"),
            QT_TRANSLATE_NOOP(
                "PhaseWords",
                "How little probability did the network give to the truth? Confident and wrong costs most.",
            ),
            QT_TRANSLATE_NOOP("PhaseWords", "Confident and wrong costs most; and a penalty on large weights is added."),
        ),
        "cross_entropy": ShownLoss(
            QT_TRANSLATE_NOOP("SettingNames", "cross-entropy"),
            QT_TRANSLATE_NOOP(
                "PhaseWords",
                "Only the probability given to the true class counts: the smaller it is, the larger the loss.",
            ),
            QT_TRANSLATE_NOOP(
                "PhaseWords", "The less probability the true class gets, the larger the loss; large weights cost extra."
            ),
        ),
    }
)

SHOWN_LOSS_SCALES = MappingProxyType(
    {
        "half_sum": QT_TRANSLATE_NOOP("SettingNames", "½ of the sum"),
        "sum": QT_TRANSLATE_NOOP("SettingNames", "sum"),
        "mean": QT_TRANSLATE_NOOP("SettingNames", "mean"),
    }
)

SHOWN_OPTIMISERS = MappingProxyType(
    {
        "sgd": ShownOptimiser(
            QT_TRANSLATE_NOOP("SettingNames", "SGD"),
            "",
            "",
            QT_TRANSLATE_NOOP(
                "PhaseWords",
                "Every weight and bias takes a small step against its gradient, so that the loss goes down.",
            ),
        ),
        "momentum": ShownOptimiser(
            QT_TRANSLATE_NOOP("SettingNames", "momentum"),
            r"v \leftarrow \mu v + g,\quad w \leftarrow w - \eta\,v",
            "v ← μ v + g,  w ← w − η v",
            QT_TRANSLATE_NOOP(
                "PhaseWords",
                "Gradients g add up to a velocity v that fades slowly: steps grow where they keep pointing one way.",
            ),
        ),
        "nesterov": ShownOptimiser(
            QT_TRANSLATE_NOOP("SettingNames", "Nesterov"),
            r"v \leftarrow \mu v + g,\quad w \leftarrow w - \eta\,(g + \mu v)",
            "v ← μ v + g,  w ← w − η (g + μ v)",
            QT_TRANSLATE_NOOP(
                "PhaseWords",
                "Gradients g add up to a velocity v, as with momentum; the step looks ahead to where v will carry it.",
            ),
        ),
        "adagrad": ShownOptimiser(
            QT_TRANSLATE_NOOP("SettingNames", "Adagrad"),
            rf"s \leftarrow s + g^2,\quad {_OVER_ROOT}",
            "s ← s + g²,  w ← w − η g / (√s + ε)",
            QT_TRANSLATE_NOOP(
                "PhaseWords",
                "Each step is divided by the root of all squared gradients so far: where they are large, it shrinks.",
            ),
        ),
        "rmsprop": ShownOptimiser(
            QT_TRANSLATE_NOOP("SettingNames", "RMSprop"),
            rf"s \leftarrow \alpha s + (1-\alpha)\,g^2,\quad {_OVER_ROOT}",
            "s ← α s + (1 − α) g²,  w ← w − η g / (√s + ε)",
            QT_TRANSLATE_NOOP(
                "PhaseWords",
                "Each step is divided by the root of the running mean of g²: all parameters move about equally fast.",
            ),
        ),
        "adam": ShownOptimiser(
            QT_TRANSLATE_NOOP("SettingNames", "Adam"),
            rf"w \leftarrow w - \eta\,\frac{{\hat{{m}}}}{{\sqrt{{\hat{{v}}}}+\epsilon}}{_HATS}",
            "w ← w − η m̂ / (√v̂ + ε),  m̂ = m / (1 − β₁ᵗ),  v̂ = v / (1 − β₂ᵗ)",
            QT_TRANSLATE_NOOP(
                "PhaseWords",
                "m and v are running means of g and of g²; the hats correct for starting at 0.",
            ),
        ),
        "adamw": ShownOptimiser(
            QT_TRANSLATE_NOOP("SettingNames", "AdamW"),
            rf"w \leftarrow w - \eta\,\frac{{\hat{{m}}}}{{\sqrt{{\hat{{v}}}}+\epsilon}} - \eta\lambda w{_HATS}",
            "w ← w − η m̂ / (√v̂ + ε) − η λ w,  m̂ = m / (1 − β₁ᵗ),  v̂ = v / (1 − β₂ᵗ)",
            QT_TRANSLATE_NOOP(
                "PhaseWords",
                "Adam's step from running means m of g and v of g²; and every parameter shrinks a little towards 0.",
            ),
        ),
    }
)

SHOWN_SCHEDULES = MappingProxyType(
    {
        "constant": QT_TRANSLATE_NOOP("SettingNames", "constant"),
        "step": QT_TRANSLATE_NOOP("SettingNames", "in steps"),
        "exponential": QT_TRANSLATE_NOOP("SettingNames", "exponential"),
        "cosine": QT_TRANSLATE_NOOP("SettingNames", "cosine"),
        "warmup": QT_TRANSLATE_NOOP("SettingNames", "warm-up"),
    }
)

SHOWN_INITIALISERS = MappingProxyType(
    {
        "xavier_uniform": QT_TRANSLATE_NOOP("SettingNames", "Xavier uniform"),
        "xavier_normal": QT_TRANSLATE_NOOP("SettingNames", "Xavier normal"),
        "he_uniform": QT_TRANSLATE_NOOP("SettingNames", "He uniform"),
        "he_normal": QT_TRANSLATE_NOOP("SettingNames", "He normal"),
        "lecun_normal": QT_TRANSLATE_NOOP("SettingNames", "LeCun normal"),
        "normal": QT_TRANSLATE_NOOP("SettingNames", "normal"),
        "uniform": QT_TRANSLATE_NOOP("SettingNames", "uniform"),
        "zeros": QT_TRANSLATE_NOOP("SettingNames", "zeros"),
        "constant": QT_TRANSLATE_NOOP("SettingNames", "constant"),
    }
)

SHOWN_DATASETS = MappingProxyType(
    {
        "xor4": QT_TRANSLATE_NOOP("SettingNames", "Four points"),
        "xor": QT_TRANSLATE_NOOP("SettingNames", "XOR"),
        "circle": QT_TRANSLATE_NOOP("SettingNames", "Circle"),
        "spiral": QT_TRANSLATE_NOOP("SettingNames", "Spiral"),
        "moons": QT_TRANSLATE_NOOP("SettingNames", "Moons"),
        "gaussians": QT_TRANSLATE_NOOP("SettingNames", "Gaussians"),
        "blobs3": QT_TRANSLATE_NOOP("SettingNames", "Three clouds"),
        "spiral3": QT_TRANSLATE_NOOP("SettingNames", "Three arms"),
        "sine": QT_TRANSLATE_NOOP("SettingNames", "Sine"),
        "sawtooth": QT_TRANSLATE_NOOP("SettingNames", "Sawtooth"),
        "plane": QT_TRANSLATE_NOOP("SettingNames", "Plane"),
        "bumps": QT_TRANSLATE_NOOP("SettingNames", "Bumps"),
        "digits": QT_TRANSLATE_NOOP("SettingNames", "Digits"),
        "penguins": QT_TRANSLATE_NOOP("SettingNames", "Penguins"),
        "diabetes": QT_TRANSLATE_NOOP("SettingNames", "Diabetes"),
    }
)

_NAMES = MappingProxyType(
    {
        name: row if isinstance(row, str) else row.name
        for table in (
            SHOWN_ACTIVATIONS,
            SHOWN_OUTPUTS,
            SHOWN_LOSSES,
            SHOWN_LOSS_SCALES,
            SHOWN_OPTIMISERS,
            SHOWN_SCHEDULES,
            SHOWN_INITIALISERS,
            SHOWN_DATASETS,
        )
        for name, row in table.items()
    }
    | {"worked-example": QT_TRANSLATE_NOOP("SettingNames", "Worked example")}
)
"""What two tables have in common has one name in both."""

_OF_LECTURES = (
    QT_TRANSLATE_NOOP("SettingNames", "Noisy moons"),
    QT_TRANSLATE_NOOP("SettingNames", "A wrong corner"),
    QT_TRANSLATE_NOOP("SettingNames", "One body, two heads"),
    QT_TRANSLATE_NOOP("SettingNames", "Six layers"),
    QT_TRANSLATE_NOOP("SettingNames", "Ten layers"),
    QT_TRANSLATE_NOOP("SettingNames", "Sawtooth by hand"),
    QT_TRANSLATE_NOOP("SettingNames", "Transfer"),
)
"""What the built-in lectures call experiments of their own."""

_TITLES = frozenset((*_NAMES.values(), *_OF_LECTURES))


def shown_name(name: str) -> str:
    """The name on screen of what experiment files call so.

    Raises:
        KeyError: There is no row for it.
    """
    return translate("SettingNames", _NAMES[name])


def shown_title(title: str) -> str:
    """An experiment's title: one that nnviz brings is called so in every language, and any other stands as it is."""
    return translate("SettingNames", title) if title in _TITLES else title


def shown_value(text: str) -> str:
    """A setting's text as it is shown: one that is no function's name, such as a title, stands as it is."""
    return shown_name(text) if text in _NAMES else text


def shown_choices(names: Iterable[str]) -> list[tuple[str, str]]:
    """Names with the texts that a list shows for them."""
    return [(name, shown_name(name)) for name in names]
