"""What the parts of the experiment panel have in common: a heading, and rows that are seldom wanted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nnviz.engine.experiment import Experiment
from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import plain_tip
from nnviz.ui.names.translation import translate
from nnviz.ui.panels.experiment.settings.edits import PanelEdits
from nnviz.ui.panels.experiment.settings.group import SettingsGroup
from nnviz.ui.panels.experiment.settings.row import GUTTER, keyboard_stops
from nnviz.ui.session.settings.setting import Section
from nnviz.ui.toolkit.controls import Button, Text


class SettingsSection(SettingsGroup):
    """A group with a heading, and a button beside it that shows further rows at the end.

    Those are made when they are first wanted, or found: most of the controls are not needed to start.

    Signals:
        opened(): The user wants to see the further rows.

    Args:
        section: Which part of the panel it is.
    """

    opened = Signal()

    def __init__(self, look: Look, edits: PanelEdits, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(look, edits, parent)
        self._section = section
        self._more: SettingsGroup | None = None
        self._is_open = False
        self._changed: Mapping[str, str] = {}
        self._withheld: frozenset[str] = frozenset()
        self._rare = frozenset(row.key for row in section.more)
        self.keys = self._rare | {row.key for row in section.first}
        self._title = Text(look, section.title, role="section", tone="faint", parent=self)
        self.more_button = Button(look, kind="segment", parent=self)
        self.more_button.setAccessibleName(self.tr("More: {section}").format(section=section.title))
        self.more_button.clicked.connect(self._on_more)
        self.heading = QHBoxLayout()
        self.heading.addWidget(self._title, 1)
        self.heading.addWidget(self.more_button)
        self.rows.addLayout(self.heading)
        self.add(section.first)
        self.warning = self.add_aside(tone="warning")
        look.changed.connect(self._restyle_heading)
        self._restyle_heading()

    @property
    def is_open(self) -> bool:
        """Whether the further rows are shown."""
        return self._is_open

    def set_open(self, is_open: bool) -> None:
        """Show or hide the further rows."""
        self._is_open = is_open
        if is_open:
            self.more()
        self._unfold()
        self._print_button()
        self._print_warning(self._edits.experiment)

    def more(self) -> SettingsGroup:
        """The group of further rows."""
        if self._more is None:
            self._more = SettingsGroup(self._look, self._edits, self)
            self._more.add_aside(translate("Settings", self._section.remark))
            self._more.add(self._section.more)
            self._more.hide()
            self._more.show_experiment(self._edits.experiment)
            self._more.show_changed(self._changed)
            self._more.withhold(self._withheld)
            self.rows.addWidget(self._more)
            self.chain_keyboard()
        return self._more

    def control(self, key: str) -> QWidget:
        return self.more().control(key) if key in self._rare else super().control(key)

    def heading_place(self) -> int:
        """Where the further rows' button is, from the top of what the section lies in."""
        return self.y() + self.more_button.y()

    def keyboard_stops(self) -> Iterator[QWidget]:
        """What Tab stops at, from top to bottom, in sight or not."""
        return keyboard_stops(self.rows)

    def chain_keyboard(self) -> None:
        """Let Tab go from top to bottom, through what was made later too."""
        for stop, following in pairwise(self.keyboard_stops()):
            self.setTabOrder(stop, following)

    def show_experiment(self, experiment: Experiment) -> None:
        super().show_experiment(experiment)
        self._print_warning(experiment)
        if self._more is not None:
            self._more.show_experiment(experiment)

    def show_only(self, found: frozenset[str] | None) -> None:
        if found is not None and found & self._rare:
            self.more()
        super().show_only(found)
        if self._more is not None:
            self._more.show_only(found)
        self._show_heading()
        self._unfold()

    def withhold(self, keys: frozenset[str]) -> None:
        super().withhold(keys)
        self._withheld = keys
        if self._more is not None:
            self._more.withhold(keys)
        self._show_heading()

    def _show_heading(self) -> None:
        """As far as there is something under it."""
        there = self.keys - self._withheld
        self._title.setVisible(bool(there if self._found is None else there & self._found))
        self.more_button.setVisible(self._found is None and bool(there & self._rare))

    def show_changed(self, changed: Mapping[str, str]) -> None:
        super().show_changed(changed)
        self._changed = changed
        if self._more is not None:
            self._more.show_changed(changed)
        self._print_button()

    def _on_more(self) -> None:
        self.set_open(not self._is_open)
        if self._is_open:
            self.opened.emit()

    def _unfold(self) -> None:
        if self._more is not None:
            self._more.setVisible(self._is_open if self._found is None else bool(self._found & self._rare))

    def _print_warning(self, experiment: Experiment) -> None:
        """The switches tell it themselves where they are in sight."""
        if self._section.warning is not None:
            self.warning.setText("" if self._is_open else self._section.warning(experiment))
            self._show_asides()

    def _print_button(self) -> None:
        """Say whether it opens or closes, and how many of the rows behind it are changed."""
        hidden = 0 if self._is_open else len(self._rare & self._changed.keys())
        text, tip = self.tr("More"), self.tr("Show settings that are seldom changed")
        if self._is_open:
            text, tip = self.tr("Less"), self.tr("Hide these settings again")
        elif hidden:
            text, tip = self.tr("• More"), self.tr("Show settings that are seldom changed; changed: {count}")
        self.more_button.setText(text)
        self.more_button.setFont(self._look.font("small_strong" if hidden else "small"))
        self.more_button.setToolTip(plain_tip(tip.format(count=hidden)))
        self.more_button.set_icon_name("chevron-up" if self._is_open else "chevron-down")

    def _restyle_heading(self) -> None:
        self.heading.setContentsMargins(self._look.px(GUTTER), 0, 0, 0)
        self._print_button()
