"""What the three parts of the experiment panel have in common: a heading, and rows that are seldom wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from nnviz.engine.experiment import Experiment
from nnviz.ui.controls import Button, Text
from nnviz.ui.look import Look
from nnviz.ui.panels.settings_group import SettingsGroup


class SettingsSection(SettingsGroup):
    """A group with a heading, and a button beside it that shows further rows at the end.

    Those are made when they are first wanted: half of the controls are not needed to start.

    Args:
        make_more: Makes the group of further rows, given the look and its parent.
    """

    def __init__(
        self,
        look: Look,
        title: str,
        make_more: Callable[[Look, QWidget], SettingsGroup],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._make_more = make_more
        self._more: SettingsGroup | None = None
        self.more_button = Button(look, kind="segment", parent=self)
        self.more_button.setAccessibleName(self.tr("More: {section}").format(section=title))
        self.more_button.setToolTip(self.tr("Show the settings that are seldom changed"))
        self.more_button.clicked.connect(lambda: self.set_open(not self.is_open))
        self.heading = QHBoxLayout()
        self.heading.addWidget(Text(look, title, role="section", tone="faint", parent=self), 1)
        self.heading.addWidget(self.more_button)
        self.rows.addLayout(self.heading)
        self.set_open(False)

    @property
    def is_open(self) -> bool:
        """Whether the further rows are shown."""
        return self._more is not None and not self._more.isHidden()

    def set_open(self, is_open: bool) -> None:
        """Show or hide the further rows."""
        if is_open:
            self.more()
        if self._more is not None:
            self._more.setVisible(is_open)
        self.more_button.setText(self.tr("Less") if is_open else self.tr("More"))
        self.more_button.set_icon_name("chevron-up" if is_open else "chevron-down")

    def more(self) -> SettingsGroup:
        """The group of further rows."""
        if self._more is None:
            self._more = self._make_more(self._look, self)
            self._more.hide()
            self._more.edited.connect(self.edited)
            self._more.dragged.connect(self.dragged)
            self._more.settled.connect(self.settled)
            self._more.show_experiment(self.experiment)
            self.rows.addWidget(self._more)
            self.chain_keyboard()
        return self._more

    def chain_keyboard(self) -> None:
        """Let Tab go from top to bottom, through what was made later too."""
        for stop, following in pairwise(_keyboard_stops(self.rows)):
            self.setTabOrder(stop, following)

    def show_experiment(self, experiment: Experiment) -> None:
        super().show_experiment(experiment)
        if self._more is not None:
            self._more.show_experiment(experiment)


def _keyboard_stops(layout: QLayout) -> Iterator[QWidget]:
    """What Tab stops at in a layout, from top to bottom."""
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget = item.widget()
        if widget is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        inner = item.layout() if widget is None else widget.layout()
        if inner is not None:
            yield from _keyboard_stops(inner)
