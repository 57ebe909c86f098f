"""Rows of controls that show an experiment and say which of its fields the user changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiment import Experiment
from nnviz.ui.look.look import Look
from nnviz.ui.panels.experiment.settings.choice import AS_GIVEN
from nnviz.ui.panels.experiment.settings.row import GUTTER, SettingRow
from nnviz.ui.panels.experiment.settings.table import SETTINGS
from nnviz.ui.panels.experiment.settings.text_row import TextRow
from nnviz.ui.toolkit.controls import Choice, LabelledSlider, Text
from nnviz.ui.toolkit.controls.check import Check

Control = TypeVar("Control", bound=QWidget)


class SettingsGroup(QWidget):
    """Controls under each other. They show ``experiment``; what the user changes leaves as fields.

    Signals:
        edited(object): Fields for ``Experiment.with_fields``, to be taken at once.
        dragged(object): The same, while a slider is still moving.
        settled(): The slider has been let go.
        set_back_wanted(str): The user wants a setting, by its key, as it was.
    """

    edited = Signal(object)
    dragged = Signal(object)
    settled = Signal()
    set_back_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.experiment = Experiment()
        self.setting_rows: dict[str, SettingRow] = {}
        self._asides: list[Text] = []
        self._found: frozenset[str] | None = None
        self.setProperty("surface", "plain")
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        look.changed.connect(self._space)
        self._space()

    def show_experiment(self, experiment: Experiment) -> None:
        """Show a complete experiment; nothing is emitted."""
        self.experiment = experiment
        self._fill(experiment)
        self._show_asides()

    def show_only(self, found: frozenset[str] | None) -> None:
        """Show the settings of these keys alone, each with its explanation; ``None`` shows what there usually is."""
        self._found = found
        for key, row in self.setting_rows.items():
            row.show_only_if(None if found is None else key in found)
        self._show_asides()

    def show_changed(self, changed: Mapping[str, str]) -> None:
        """Mark the settings that are not what they were, by key, each with what a click on its dot does."""
        for key, row in self.setting_rows.items():
            row.show_changed(changed.get(key))

    # ---- for those who put it together ---------------------------------------------------------------------------

    def _fill(self, experiment: Experiment) -> None:
        """Set every control to what the experiment says."""

    def add(self, key: str, make: Callable[[str, QWidget], Control], *, tells_itself: bool = False) -> Control:
        """Put the control of a setting under what is there; it is made with the setting's title and a parent."""
        row = SettingRow(self._look, SETTINGS[key], self)
        control = make(row.setting.title, row)
        row.hold(control, tells_itself=tells_itself)
        row.set_back_wanted.connect(self.set_back_wanted)
        self.setting_rows[key] = row
        self.rows.addWidget(row)
        return control

    def add_aside(self, text: str = "", tone: str = "muted") -> Text:
        """Put a small remark under what is there; it is hidden while it is empty, and from a search."""
        aside = Text(self._look, text, role="tiny", tone=tone, parent=self)
        aside.setWordWrap(True)
        aside.hide()
        self._asides.append(aside)
        self.rows.addWidget(aside)
        self._space()
        return aside

    def add_caption(self, text: str) -> None:
        """Say what the rows that follow are about."""
        self.add_aside(text).set_role("small_strong")

    def add_check(self, key: str, fields: Callable[[bool], dict[str, Any]]) -> Check:
        """Put a check box for a setting under what is there; ``fields`` says what it stands for."""
        check = self.add(key, lambda title, parent: Check(self._look, title, parent))
        check.clicked.connect(lambda on: self.edited.emit(fields(on)))
        return check

    def connect_slider(self, slider: LabelledSlider, fields: Callable[[float], dict[str, Any]]) -> None:
        """Send the fields that a slider's value stands for, all along and when it is let go."""
        slider.changed.connect(lambda value: self.dragged.emit(fields(value)))
        slider.settled.connect(lambda value: self.settled.emit())

    def connect_choice(self, choice: Choice, fields: Callable[[str], dict[str, Any]]) -> None:
        """Send the fields that a choice's key stands for; what only a file can choose stands for none."""
        choice.picked.connect(lambda key: self.edited.emit({} if key == AS_GIVEN else fields(key)))

    def connect_text(self, key: str, text_row: TextRow, fields: Callable[[str], dict[str, Any]]) -> None:
        """Send the fields that a typed text stands for. What is not valid stays there, with the reason under it."""

        def take(text: str) -> None:
            try:
                changed = {} if text == text_row.value() else fields(text)
                self.experiment.with_fields(changed)
            except (ExperimentError, ValueError) as error:
                reason = error.reason if isinstance(error, ExperimentError) else str(error)
                self.setting_rows[key].say_problem(reason)
                return
            self.setting_rows[key].say_problem("")
            text_row.field.setModified(False)
            if changed:
                self.edited.emit(changed)

        text_row.entered.connect(take)

    def _show_asides(self) -> None:
        for aside in self._asides:
            wanted = self._found is None and bool(aside.text())
            if wanted != (not aside.isHidden()):
                aside.setVisible(wanted)

    def _space(self) -> None:
        self.rows.setSpacing(self._look.px(4))
        for aside in self._asides:
            aside.setContentsMargins(self._look.px(GUTTER), self._look.px(2), 0, 0)
