"""How the names in experiment files are written on screen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

# The right-hand sides are marked for the translators; Qt types the mark as an object.
_NAMES: dict[str, Any] = {
    "tanh": QT_TRANSLATE_NOOP("SettingNames", "tanh"),
    "sigmoid": QT_TRANSLATE_NOOP("SettingNames", "sigmoid"),
    "relu": QT_TRANSLATE_NOOP("SettingNames", "ReLU"),
    "linear": QT_TRANSLATE_NOOP("SettingNames", "linear"),
    "softmax": QT_TRANSLATE_NOOP("SettingNames", "softmax"),
    "squared_error": QT_TRANSLATE_NOOP("SettingNames", "squared error"),
    "binary_cross_entropy": QT_TRANSLATE_NOOP("SettingNames", "binary cross-entropy"),
    "cross_entropy": QT_TRANSLATE_NOOP("SettingNames", "cross-entropy"),
    "xavier_uniform": QT_TRANSLATE_NOOP("SettingNames", "Xavier uniform"),
    "xavier_normal": QT_TRANSLATE_NOOP("SettingNames", "Xavier normal"),
    "he_uniform": QT_TRANSLATE_NOOP("SettingNames", "He uniform"),
    "he_normal": QT_TRANSLATE_NOOP("SettingNames", "He normal"),
    "zeros": QT_TRANSLATE_NOOP("SettingNames", "zeros"),
    "constant": QT_TRANSLATE_NOOP("SettingNames", "constant"),
    "sgd": QT_TRANSLATE_NOOP("SettingNames", "SGD"),
    "xor4": QT_TRANSLATE_NOOP("SettingNames", "XOR, 4 pts"),
    "xor": QT_TRANSLATE_NOOP("SettingNames", "XOR"),
    "circle": QT_TRANSLATE_NOOP("SettingNames", "Circle"),
    "spiral": QT_TRANSLATE_NOOP("SettingNames", "Spiral"),
    "moons": QT_TRANSLATE_NOOP("SettingNames", "Moons"),
    "gaussians": QT_TRANSLATE_NOOP("SettingNames", "Gaussians"),
    "sine": QT_TRANSLATE_NOOP("SettingNames", "Sine"),
    "worked-example": QT_TRANSLATE_NOOP("SettingNames", "Worked ex."),
}


def shown_name(name: str) -> str:
    """A name as it is shown; one that is not in the table is shown as it is written in files."""
    return QCoreApplication.translate("SettingNames", str(_NAMES.get(name, name)))


def shown_choices(names: Iterable[str]) -> list[tuple[str, str]]:
    """Names with the texts that a list shows for them."""
    return [(name, shown_name(name)) for name in names]
