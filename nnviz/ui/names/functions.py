"""How the names in experiment files are written on screen."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

# The right-hand sides are marked for the translators; Qt types the mark as an object.
_NAMES: MappingProxyType[str, Any] = MappingProxyType(
    {
        # activations and outputs
        "tanh": QT_TRANSLATE_NOOP("SettingNames", "tanh"),
        "sigmoid": QT_TRANSLATE_NOOP("SettingNames", "sigmoid"),
        "relu": QT_TRANSLATE_NOOP("SettingNames", "ReLU"),
        "leaky_relu": QT_TRANSLATE_NOOP("SettingNames", "leaky ReLU"),
        "elu": QT_TRANSLATE_NOOP("SettingNames", "ELU"),
        "softplus": QT_TRANSLATE_NOOP("SettingNames", "softplus"),
        "gelu": QT_TRANSLATE_NOOP("SettingNames", "GELU"),
        "silu": QT_TRANSLATE_NOOP("SettingNames", "SiLU"),
        "linear": QT_TRANSLATE_NOOP("SettingNames", "linear"),
        "softmax": QT_TRANSLATE_NOOP("SettingNames", "softmax"),
        # losses
        "squared_error": QT_TRANSLATE_NOOP("SettingNames", "squared error"),
        "binary_cross_entropy": QT_TRANSLATE_NOOP("SettingNames", "binary cross-entropy"),
        "cross_entropy": QT_TRANSLATE_NOOP("SettingNames", "cross-entropy"),
        # initialisation
        "xavier_uniform": QT_TRANSLATE_NOOP("SettingNames", "Xavier uniform"),
        "xavier_normal": QT_TRANSLATE_NOOP("SettingNames", "Xavier normal"),
        "he_uniform": QT_TRANSLATE_NOOP("SettingNames", "He uniform"),
        "he_normal": QT_TRANSLATE_NOOP("SettingNames", "He normal"),
        "lecun_normal": QT_TRANSLATE_NOOP("SettingNames", "LeCun normal"),
        "normal": QT_TRANSLATE_NOOP("SettingNames", "normal"),
        "uniform": QT_TRANSLATE_NOOP("SettingNames", "uniform"),
        "zeros": QT_TRANSLATE_NOOP("SettingNames", "zeros"),
        "constant": QT_TRANSLATE_NOOP("SettingNames", "constant"),
        # optimisers
        "sgd": QT_TRANSLATE_NOOP("SettingNames", "SGD"),
        "momentum": QT_TRANSLATE_NOOP("SettingNames", "momentum"),
        "nesterov": QT_TRANSLATE_NOOP("SettingNames", "Nesterov"),
        "adagrad": QT_TRANSLATE_NOOP("SettingNames", "Adagrad"),
        "rmsprop": QT_TRANSLATE_NOOP("SettingNames", "RMSprop"),
        "adam": QT_TRANSLATE_NOOP("SettingNames", "Adam"),
        "adamw": QT_TRANSLATE_NOOP("SettingNames", "AdamW"),
        # schedules of the learning rate
        "step": QT_TRANSLATE_NOOP("SettingNames", "in steps"),
        "exponential": QT_TRANSLATE_NOOP("SettingNames", "exponential"),
        "cosine": QT_TRANSLATE_NOOP("SettingNames", "cosine"),
        "warmup": QT_TRANSLATE_NOOP("SettingNames", "warm-up"),
        # data sets
        "xor4": QT_TRANSLATE_NOOP("SettingNames", "4 points"),
        "xor": QT_TRANSLATE_NOOP("SettingNames", "XOR"),
        "circle": QT_TRANSLATE_NOOP("SettingNames", "Circle"),
        "spiral": QT_TRANSLATE_NOOP("SettingNames", "Spiral"),
        "moons": QT_TRANSLATE_NOOP("SettingNames", "Moons"),
        "gaussians": QT_TRANSLATE_NOOP("SettingNames", "Gaussian"),
        "blobs3": QT_TRANSLATE_NOOP("SettingNames", "3 clouds"),
        "spiral3": QT_TRANSLATE_NOOP("SettingNames", "3 arms"),
        "sine": QT_TRANSLATE_NOOP("SettingNames", "Sine"),
        "sawtooth": QT_TRANSLATE_NOOP("SettingNames", "Sawtooth"),
        "plane": QT_TRANSLATE_NOOP("SettingNames", "Plane"),
        "bumps": QT_TRANSLATE_NOOP("SettingNames", "Bumps"),
        "digits": QT_TRANSLATE_NOOP("SettingNames", "Digits"),
        "penguins": QT_TRANSLATE_NOOP("SettingNames", "Penguins"),
        "diabetes": QT_TRANSLATE_NOOP("SettingNames", "Diabetes"),
        "worked-example": QT_TRANSLATE_NOOP("SettingNames", "By hand"),
    }
)


def shown_name(name: str) -> str:
    """A name as it is shown; one that is not in the table is shown as it is written in files."""
    return QCoreApplication.translate("SettingNames", str(_NAMES.get(name, name)))


def shown_choices(names: Iterable[str]) -> list[tuple[str, str]]:
    """Names with the texts that a list shows for them."""
    return [(name, shown_name(name)) for name in names]
