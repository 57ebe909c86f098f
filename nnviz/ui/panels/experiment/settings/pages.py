"""All settings of an experiment, part by part, to scroll through and to search."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.engine.errors import ExperimentError
from nnviz.engine.experiment import Experiment
from nnviz.ui.look.look import Look
from nnviz.ui.panels.experiment.settings.edits import PanelEdits
from nnviz.ui.panels.experiment.settings.row import GUTTER
from nnviz.ui.panels.experiment.settings.section import SettingsSection
from nnviz.ui.session.settings.offer import EVERYTHING, Offer
from nnviz.ui.session.settings.table import SECTIONS, found_settings
from nnviz.ui.toolkit.controls import Text
from nnviz.ui.toolkit.scrolling import WholeRows
from nnviz.ui.toolkit.soon import soon

BAR_GAP = 2
"""Between the controls and the scroll bar, at scale 1."""


class SettingsPages(WholeRows):
    """The parts of the experiment panel under each other. What the user changes leaves by ``edits``."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._look = look
        self._offer = EVERYTHING
        # Outermost first: a widget that changes its parent is dressed anew.
        self._content = QWidget()
        self._content.setProperty("surface", "plain")
        self.show_rows_of(self._content)
        self.edits = PanelEdits(self)
        self.sections = tuple(SettingsSection(look, self.edits, section, self._content) for section in SECTIONS)
        self.edits.rows_made.connect(lambda key: self._section_of(key).chain_keyboard())
        self.nothing = Text(look, role="small", tone="muted", parent=self._content)
        self.nothing.setWordWrap(True)
        self.nothing.hide()
        self._column = QVBoxLayout(self._content)
        self._column.addWidget(self.nothing)
        for section in self.sections:
            self._column.addWidget(section)
            section.opened.connect(partial(self._show_opened, section))
        self._column.addStretch(1)
        self.verticalScrollBar().rangeChanged.connect(self._make_room_for_bar)
        look.changed.connect(self._space)
        self._space()

    def show_experiment(self, experiment: Experiment) -> None:
        """Show a complete experiment in every control; nothing is emitted."""
        self.edits.experiment = experiment
        for section in self.sections:
            section.show_experiment(experiment)

    def show_setting(self, key: str, experiment: Experiment) -> None:
        """Show what an experiment has for one setting, in sight or not; nothing is emitted."""
        self._section_of(key).show_setting(key, experiment)

    def show_again(self, experiment: Experiment) -> None:
        """Show an experiment whose data may not be there any more, as far as that goes."""
        for section in self.sections:
            with suppress(ExperimentError):
                section.show_experiment(experiment)

    def control(self, key: str) -> QWidget:
        """The control of a setting; it is made if it is folded away."""
        return self._section_of(key).control(key)

    def show_changed(self, changed: Mapping[str, str]) -> None:
        """Mark the settings that are not what they were, by key, each with what a click on its dot does."""
        for section in self.sections:
            section.show_changed(changed)

    def search(self, query: str) -> None:
        """Show only the settings that a search finds; "" shows what there usually is."""
        found = found_settings(query) if query else self._offer.only
        for section in self.sections:
            section.show_only(found)
        self.nothing.setText(
            self.tr("No setting mentions “{query}” in its name or its explanation").format(query=query)
        )
        self.nothing.setVisible(found is not None and not found)
        self.verticalScrollBar().setValue(0)

    def offer(self, offer: Offer) -> None:
        """Let only some settings be changed."""
        self._offer = offer
        for section in self.sections:
            section.withhold(offer.withheld)
        self.search("")

    def focus_first(self) -> None:
        """Give the keyboard to the first control in sight."""
        for section in self.sections:
            for stop in section.keyboard_stops():
                if stop.isVisible() and stop.isEnabled():
                    stop.setFocus(Qt.FocusReason.TabFocusReason)
                    return

    def _section_of(self, key: str) -> SettingsSection:
        return next(section for section in self.sections if key in section.keys)

    def _show_opened(self, section: SettingsSection) -> None:
        """Bring into sight what a section has just shown, once it has its place."""
        soon(section, lambda: self._bring_up(section.heading_place(), section.geometry().bottom()))

    def _bring_up(self, heading: int, end: int) -> None:
        """Scroll down until the end is in sight, but not so far that the heading leaves it."""
        bar = self.verticalScrollBar()
        bar.setValue(max(bar.value(), min(heading, end - self.viewport().height())))

    def _space(self) -> None:
        self._column.setSpacing(self._look.px(6))
        self.nothing.setContentsMargins(self._look.px(GUTTER), 0, 0, 0)
        self._make_room_for_bar()

    def _make_room_for_bar(self) -> None:
        """The controls are as wide with the scroll bar as without it."""
        bar = self.verticalScrollBar()
        gap = self._look.px(BAR_GAP)
        self._column.setContentsMargins(0, 0, gap if bar.maximum() > 0 else gap + bar.sizeHint().width(), 0)
