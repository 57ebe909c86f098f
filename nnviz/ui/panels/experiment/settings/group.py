"""Rows of settings under each other, as their table has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.engine.experiment import Experiment
from nnviz.ui.look.look import Look
from nnviz.ui.names.translation import translate
from nnviz.ui.panels.experiment.settings.controls import Control, Place, make_control
from nnviz.ui.panels.experiment.settings.edits import PanelEdits
from nnviz.ui.panels.experiment.settings.row import GUTTER, SettingRow
from nnviz.ui.session.settings.setting import Fault, Setting
from nnviz.ui.toolkit.controls import Text


class SettingsGroup(QWidget):
    """A row with a control for each of some settings. What the user changes leaves by ``edits``."""

    def __init__(self, look: Look, edits: PanelEdits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._edits = edits
        self.setting_rows: dict[str, SettingRow] = {}
        self.notes: dict[str, Text] = {}
        self._controls: dict[str, Control] = {}
        self._asides: list[Text] = []
        self._found: frozenset[str] | None = None
        self.setProperty("surface", "plain")
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        look.changed.connect(self._space)
        self._space()

    def add(self, settings: Iterable[Setting]) -> None:
        """Put rows for settings under what is there, with their headings and remarks."""
        for setting in settings:
            if setting.caption:
                self.add_aside(translate("Settings", setting.caption)).set_role("small_strong")
            row = SettingRow(self._look, setting, self)
            control = make_control(setting, Place(self._look, self._edits, row, row))
            row.hold(control.widget, tells_itself=isinstance(setting.kind, Fault))
            row.set_back_wanted.connect(self._edits.set_back_wanted)
            self.setting_rows[setting.key] = row
            self._controls[setting.key] = control
            self.rows.addWidget(row)
            if setting.note is not None:
                self.notes[setting.key] = self.add_aside()

    def control(self, key: str) -> QWidget:
        """The control of a setting."""
        return self._controls[key].widget

    def show_setting(self, key: str, experiment: Experiment) -> None:
        """Show what an experiment has for one setting; nothing is emitted."""
        self._controls[key].show(experiment)

    def add_aside(self, text: str = "", tone: str = "muted") -> Text:
        """Put a small remark under what is there; it is hidden while it is empty, and from a search."""
        aside = Text(self._look, text, role="tiny", tone=tone, parent=self)
        aside.setWordWrap(True)
        aside.hide()
        self._asides.append(aside)
        self.rows.addWidget(aside)
        self._space()
        return aside

    def show_experiment(self, experiment: Experiment) -> None:
        """Show a complete experiment; nothing is emitted."""
        for key, row in self.setting_rows.items():
            setting = row.setting
            self._controls[key].show(experiment)
            folded = setting.folds(experiment)
            row.set_use(folded or setting.locks(experiment), folded=bool(folded), tip=setting.tip(experiment))
            if setting.note is not None:
                self.notes[key].setText(setting.note(experiment))
        self._show_asides()

    def show_only(self, found: frozenset[str] | None) -> None:
        """Show the settings of these keys alone, each with its explanation; ``None`` shows what there usually is."""
        self._found = found
        for key, row in self.setting_rows.items():
            row.show_only_if(None if found is None else key in found)
        self._show_asides()

    def withhold(self, keys: frozenset[str]) -> None:
        """Hide the settings of these keys, and none else."""
        for key, row in self.setting_rows.items():
            row.withhold(key in keys)

    def show_changed(self, changed: Mapping[str, str]) -> None:
        """Mark the settings that are not what they were, by key, each with what a click on its dot does."""
        for key, row in self.setting_rows.items():
            row.show_changed(changed.get(key))

    def _show_asides(self) -> None:
        for aside in self._asides:
            wanted = self._found is None and bool(aside.text())
            if wanted != (not aside.isHidden()):
                aside.setVisible(wanted)

    def _space(self) -> None:
        self.rows.setSpacing(self._look.px(4))
        for aside in self._asides:
            aside.setContentsMargins(self._look.px(GUTTER), self._look.px(2), 0, 0)
