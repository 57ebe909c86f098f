"""Rows of controls that show an experiment and say which of its fields the user changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.engine.experiment import Experiment
from nnviz.ui.controls import Choice, LabelledSlider
from nnviz.ui.look import Look
from nnviz.ui.panels.setting_choice import AS_GIVEN


class SettingsGroup(QWidget):
    """Controls under each other. They show ``experiment``; what the user changes leaves as fields.

    Signals:
        edited(object): Fields for ``Experiment.with_fields``, to be taken at once.
        dragged(object): The same, while a slider is still moving.
        settled(): The slider has been let go.
    """

    edited = Signal(object)
    dragged = Signal(object)
    settled = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.experiment = Experiment()
        self.setProperty("surface", "plain")
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        look.changed.connect(self._space)
        self._space()

    def show_experiment(self, experiment: Experiment) -> None:
        """Show a complete experiment; nothing is emitted."""
        self.experiment = experiment

    def add_rows(self, *rows: QWidget) -> None:
        """Put widgets under those that are there."""
        for row in rows:
            self.rows.addWidget(row)

    def connect_slider(self, slider: LabelledSlider, fields: Callable[[float], dict[str, Any]]) -> None:
        """Send the fields that a slider's value stands for, all along and when it is let go."""
        slider.changed.connect(lambda value: self.dragged.emit(fields(value)))
        slider.settled.connect(lambda value: self.settled.emit())

    def connect_choice(self, choice: Choice, fields: Callable[[str], dict[str, Any]]) -> None:
        """Send the fields that a choice's key stands for; what only a file can choose stands for none."""
        choice.picked.connect(lambda key: self.edited.emit({} if key == AS_GIVEN else fields(key)))

    def _space(self) -> None:
        self.rows.setSpacing(self._look.px(4))
