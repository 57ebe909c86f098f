"""The inputs of the network: hand-made features, to switch on and to write."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QGridLayout, QWidget

from nnviz.ui.look.look import Look
from nnviz.ui.look.plain import plain_name
from nnviz.ui.look.tight import tight
from nnviz.ui.panels.experiment.settings.text_row import TextRow
from nnviz.ui.session.settings.lists import joined, split_list
from nnviz.ui.toolkit.controls import Button

COLUMNS = 4


def suggested_features(columns: Sequence[str]) -> list[str]:
    """Features over one or two raw columns that are worth a try; of more columns, or odd names, none."""
    if not all(name.isidentifier() for name in columns):
        return []
    if len(columns) == 1:
        (x,) = columns
        return [x, f"{x}^2", f"{x}^3", f"sin({x})"]
    if len(columns) == 2:
        first, second = columns
        squares = [f"{first}^2", f"{second}^2", f"{first}*{second}"]
        return [first, second, *squares, f"sin({first})", f"sin({second})"]
    return []


class FeaturesRow(TextRow):
    """A list of features to type in, and under it those that suggest themselves, to switch on and off."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(look, text, parent)
        self.switches: dict[str, Button] = {}
        self._columns: tuple[str, ...] = ()
        self._grid = QGridLayout()
        self._layout.addLayout(self._grid)
        look.changed.connect(self._tighten)

    def set_columns(self, columns: tuple[str, ...]) -> None:
        """Suggest features over these raw columns."""
        if columns == self._columns:
            return
        self._columns = columns
        for switch in self.switches.values():
            self._grid.removeWidget(switch)
            switch.deleteLater()
        self.switches = {}
        for place, feature in enumerate(suggested_features(columns)):
            switch = Button(self._look, plain_name(feature), kind="segment", parent=self)
            switch.setCheckable(True)
            switch.setToolTip(self.tr("Use this as an input of the network, or not"))
            switch.clicked.connect(partial(self._switch, feature))
            self._grid.addWidget(switch, place // COLUMNS, place % COLUMNS)
            self.switches[feature] = switch
        self._tighten()

    def set_value(self, value: str) -> None:
        super().set_value(value)
        chosen = self._chosen(value)
        for feature, switch in self.switches.items():
            switch.setChecked(feature in chosen)

    def _chosen(self, value: str) -> list[str]:
        """The features that are on; where none are written, the raw columns are."""
        return split_list(value) or list(self._columns)

    def _switch(self, feature: str) -> None:
        chosen = self._chosen(self.value())
        rest = [each for each in chosen if each != feature]
        changed = rest if feature in chosen else [*chosen, feature]
        # What is on is the experiment's to say, and the last one stays.
        self.set_value(self.value())
        if changed:
            self.entered.emit("" if changed == list(self._columns) else joined(changed))

    def _tighten(self) -> None:
        self._grid.setSpacing(self._look.px(2))
        for switch in self.switches.values():
            switch.setStyleSheet(tight(self._look, 2))
