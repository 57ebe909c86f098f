"""What is remembered from one time to the next: layout, theme, type size, speed, the last experiment."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings

from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiment import Experiment
from nnviz.ui.look.theme import themes

LAYOUT_VERSION = 2
FIRST_EXPERIMENT = "circle"


class Memory:
    """A few named values in the user's settings. What cannot be read any more is forgotten, never an error."""

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings = settings if settings is not None else QSettings("nnviz", "nnviz")

    def text(self, name: str, otherwise: str) -> str:
        """A remembered text."""
        return str(self._settings.value(name, otherwise))

    def number(self, name: str, otherwise: float) -> float:
        """A remembered number."""
        try:
            return float(str(self._settings.value(name, otherwise)))
        except ValueError:
            return otherwise

    def flag(self, name: str, otherwise: bool) -> bool:
        """A remembered yes or no."""
        return self.text(name, str(otherwise)).lower() == "true"

    def theme(self) -> str:
        """The name of the theme; the light one where what was remembered is none."""
        name = self.text("theme", "light")
        return name if name in {theme.name for theme in themes()} else "light"

    def state(self, name: str) -> QByteArray | None:
        """A remembered state of Qt's, such as a layout."""
        value = self._settings.value(name)
        return value if isinstance(value, QByteArray) else None

    def keep(self, name: str, value: str | float | bool | QByteArray) -> None:
        """Remember a value."""
        self._settings.setValue(name, value)

    def experiment(self) -> Experiment:
        """The experiment that was open last; the first one where there is none that can be read."""
        text = self.text("experiment", "")
        if text:
            try:
                return Experiment.parse(text)
            except ExperimentError:
                pass
        return Experiment.named(FIRST_EXPERIMENT)
